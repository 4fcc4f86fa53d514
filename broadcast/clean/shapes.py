"""What a line looks like: prose, headline, name, list item. Judged by shape alone, for lines of any topic."""

from __future__ import annotations

import re

from broadcast.clean.words import Words, remembered

LONGEST = 600
"""Characters of the longest line that can be a label, a headline or a caption; what is longer is prose."""

CLOSERS = "\"”“’'»)]"
_STOPS = (".", "?", "!", "…")
_SIGNED_OFF = re.compile(
    r"[.!?…][\"”]?\s?\*{0,3}[(\[][^()\[\]]{1,80}[)\]][\s*.–-]{0,6}$|[(\[](?:red|\*{1,3}|[a-z]{2,6}/[a-z]{2,6})[)\]]$"
)  # "… pulang. (ris)", "… pulang (red)"
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"\s?(?:\d{1,3}|[a-zA-Z])[.)]\s?(?=[^\s\d])|\s?[-•●▪◦*–—➢✓]\s")  # "1. ", "a) ", "• "
_INNER_STOP = re.compile(r"[a-z0-9)”\"][.!?]\s+[“\"A-Z]")  # "…selesai. Warga": more than one sentence
_NAME_WORD = re.compile(r"(?:[A-Z][a-zA-Z'’`-]{1,20}|[A-Z]\.?|[A-Z]{1,2}[a-z]{1,3}\.)")  # Agus, As'at, M., Moh.
_COMMON = ("buka", "kecil", "sandang", "tanya", "caps", "media", "pokok")
_TINY_NAME_WORD = frozenset({"bin", "binti", "de", "van", "al", "el", "ibn"})


def has_letters(line: str) -> bool:
    """Tell whether there is anything to read in a line.

    >>> has_letters("*** 12 ***"), has_letters("Rp 5")
    (False, True)
    """
    return bool(_LETTER.search(line))


@remembered
def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, quotation marks, brackets and a writer's initials aside.

    >>> ends_sentence("Ia menjawab, “Siap.”"), ends_sentence("Harga Cabai Naik")
    (True, False)
    """
    return line.rstrip(CLOSERS + " *").endswith(_STOPS) or bool(_SIGNED_OFF.search(line, max(0, len(line) - 90)))


@remembered
def is_title_cased(line: str, words: Words) -> bool:
    """Tell whether nearly all words of a line are capitalised, small words aside."""
    small = words.of("kecil")
    big = little = 0
    for word in line.split()[:40]:
        bare = word.strip("\"“”'’‘()[],:;.?!–—-")
        if not bare or bare.casefold() in small:
            continue
        if bare[0].isupper() or bare[0].isdigit():
            big += 1
        elif bare[0].isalpha():
            little += 1
    return big >= 2 and little * 6 <= big


@remembered
def is_prose(line: str, words: Words) -> bool:
    """Tell whether a line reads as running text: it ends as a sentence, announces a list, or is too long for a headline."""
    if len(line) > LONGEST:
        return True
    count = len(line.split())
    if ends_sentence(line):
        return _is_sentence(line, count, words)
    if _INNER_STOP.search(line) and count >= 8:
        return True
    least = 3 if line.rstrip().endswith((":", ";")) or line[0] in '"“”' else 6 if line.endswith(",") else 12
    return count >= least and not is_title_cased(line, words)


def _is_sentence(line: str, count: int, words: Words) -> bool:
    """Tell a sentence from a headline that ends in a mark: "Kapan Jembatan Dibuka?", "Selanjutnya: Warga Diminta …"."""
    if line.rstrip(CLOSERS + " ").endswith(("?", "!")):
        return count >= 3 and (not is_title_cased(line, words) or bool(_INNER_STOP.search(line)))
    dotted = line.rstrip().endswith(("...", "…"))
    return count >= 2 and not ((count == 2 or (count < 6 and dotted)) and is_title_cased(line, words))


@remembered
def is_headline(line: str) -> bool:
    """Tell whether a line could be a title: three to twenty-two words that do not end as a statement.

    >>> is_headline("Ini yang harus dilakukan saat gempa"), is_headline("Ia pulang. Hujan pun reda.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    bare = line.rstrip(CLOSERS + " ")
    if bare.endswith((".", ":", ";", ",")) and not bare.endswith("..."):
        return False
    return 2 <= len(line.split()) <= 22 and not _INNER_STOP.search(line)


def is_item(line: str) -> bool:
    """Tell whether a line is numbered or bulleted.

    >>> is_item("1. Kecamatan Paron"), is_item("• Beras"), is_item("Beras 5 kg")
    (True, True, False)
    """
    return bool(_ITEM.match(line))


@remembered
def is_name(line: str, words: Words) -> bool:
    """Tell whether a line could be a person's name and nothing else: one to five capitalised words, none a place or a common word."""
    parts = line.split()
    if not 1 <= len(parts) <= 5 or len(line) > 45:
        return False
    for part in parts:
        if not _NAME_WORD.fullmatch(part) and part not in _TINY_NAME_WORD:
            return False
    folded = " ".join(parts).casefold()
    if folded in words.places or folded in words.anonymous or not any(len(part) > 2 for part in parts):
        return False
    return not any(part.casefold() in words.of(kind) for kind in _COMMON for part in parts)


def tidy_name(name: str) -> str:
    """Write a name that stands in capitals or small letters the usual way.

    >>> tidy_name("SUPIANIK"), tidy_name("dian"), tidy_name("T. RAHMAN"), tidy_name("Moh. Bahri")
    ('Supianik', 'Dian', 'T. Rahman', 'Moh. Bahri')
    """
    return " ".join("-".join(_tidy_part(piece) for piece in part.split("-")) for part in name.split())


def _tidy_part(part: str) -> str:
    return part.capitalize() if len(part) > 1 and (part.isupper() or part.islower()) and part not in _TINY_NAME_WORD else part
