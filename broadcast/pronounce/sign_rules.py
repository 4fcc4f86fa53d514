"""Signs: addresses on the net, doubled words, slashes, symbols; and what nobody claimed."""

from __future__ import annotations

import re
import unicodedata

from broadcast.bahasa.numbers import digits, roman, written
from broadcast.pronounce.facts import Facts, either
from broadcast.pronounce.letter_rules import SPEAKABLE
from broadcast.pronounce.rule import Rule, Rules, Sentence
from broadcast.pronounce.tokens import PAUSE

_DOMAINS = (
    "com|co|id|net|org|info|tv|go|ac|or|sch|gov|edu|me|xyz|fm|app|biz|news|io|my|sg|uk|au|desa|web|mil"
    "|site|online|store|blog|link|live|ly|gl|be|kr|jp|cn|us|eu|nl|de|fr|in|ph|th|vn|tl"
)
_MAIL = re.compile(r"(?<![\w.+-])(?P<x>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")  # "warga@lumajang.go.id"
_LINK = re.compile(  # "https://bmkg.go.id/gempa", "radiosuara.com"
    rf"(?<![\w@.-])(?P<x>(?:https?://|www\.)[^\s<>\"”)]*[\w/]|(?:[A-Za-z0-9][\w-]*\.)+(?:{_DOMAINS})\b(?:/[\w./?=&%#-]*[\w/])?)(?!\w)"
)
_EACH = re.compile(r"(?<![\w@.])@\s?(?=(?:Rp\.?\s?)?\d[\d.,]*(?:[\s/]|,-|$|[a-z]{2}\b))")  # "@Rp600.000", "@ 50 kg"
_ABOUT = re.compile(r"\s?(?P<x>\+\s?/\s?[-–−])\s?")  # "+/- 2,9 persen"
_HANDLE = re.compile(r"(?<![\w@.])@(?P<n>\w[\w.]*\w|\w)")  # "@bpbd_lumajang"
_TAG = re.compile(r"(?<![\w#&])#(?P<n>\w+)")  # "#JagaAlam"
_TWICE = re.compile(  # "hati2", "sebaik2nya", "ber-hati2"
    r"(?<![\w-])(?:(?P<p>[Bb]er|[Tt]er|[Ss]e|[Kk]e|[Dd]i|[Mm]e(?:m|ng?|ny)?|[Pp]e(?:r|m|ng?)?)-)?(?P<w>[A-Za-z][a-z]{2,})[2²](?:-?(?P<s>nya|an|kan|i|lah|pun))?(?![\w²])"
)
_NOT_TWICE = frozenset({"covid"})
_CODE_BEFORE = re.compile(r"(?<![\w.,])[A-Z]{1,3}-?\d{1,3}\Z")
_CODE_AFTER = re.compile(r"[A-Z]{1,3}-?\d{1,3}(?!\w)")
_WORD_AFTER = re.compile(r"[A-Za-z]+(?![\w])")
_ZONES = frozenset({"WIB", "WITA", "WIT", "UTC", "GMT"})
_SLASH = re.compile(r"(?<=[\w)\"”])(?P<x>\s?/\s?)(?=[\w(\"“])")  # "suami/istri"
_BRACKET = re.compile(r"\s?(?P<x>[(\[{)\]}|•·])")
_ARROW = re.compile(r"\s?(?P<x>[→←⇒➔])")
_AND_LETTERS = re.compile(r"(?<![\w&])(?P<x>[A-Z](?:\s?&\s?[A-Z])+)(?![\w&])")  # "H&M"
_MARKED = re.compile(r"(?<![\w-])(?P<x>(?P<k>A{1,3}|B{1,3}|AB|[CDO])[-−])(?=[\s,.;)]|$)")  # "nilai B-", "golongan darah O-"
_SYLLABLE = re.compile(r"(?:[b-df-hj-np-tv-z]|[bcdfgkpst][lrwy])?[aiueo]{1,2}(?:ng|[b-df-hj-np-tv-z])?$")  # "com", "go"
_ADDRESS_MARKS = {".": "dot", "_": "underscore", "-": "dash", "/": "slash", "@": "at", "+": "plus", "#": "tag"}
_SIGNS = {
    "&": "and", "+": "plus", "±": "about", ">": "more", "<": "less", "≥": "least", "≤": "most", "≈": "about", "~": "about",
    "=": "equals", "×": "times", "%": "percent", "‰": "permil", "@": "at", "#": "number", "°": "degree", "º": "degree",
}  # fmt: skip
_SIGN = re.compile(rf"\s?(?P<x>[{re.escape(''.join(_SIGNS))}])\s?")
_FIGURE_AFTER = re.compile(r"\s?(?:[=]\s?)?(?:Rp|US\$|[$€£¥+±−-])?\s?\d")
_SILENT = re.compile(r"(?P<x>[*_^\\™®©§¶†‡µ√÷¢¤█■●►✓✔￼½¼¾€£¥₩₹฿₫₱$~<>|/])")


def first_rules(facts: Facts) -> Rules:
    """The rules of net addresses and doubled words, before figures are read."""
    del facts
    return (
        Rule("electronic", _MAIL, say_mail, has=("@",)),
        Rule("electronic", _LINK, say_link, "stop"),
        Rule("symbol", _EACH, say_each, "digit", ("@",)),
        Rule("symbol", _ABOUT, say_about, has=("+",)),
        Rule("electronic", _HANDLE, say_handle, has=("@",)),
        Rule("electronic", _TAG, say_tag, has=("#",)),
        Rule("reduplication", _TWICE, say_twice, has=("2", "²")),
        Rule("acronym", _AND_LETTERS, say_letters, "capital", ("&",)),
        Rule("letter", _MARKED, say_mark, "capital", ("-", "−")),
    )


def last_rules(facts: Facts) -> Rules:
    """The rules of signs, and the last ones, which leave no digit and no symbol unread."""
    names = facts.currencies
    money = re.compile(rf"(?P<x>{either(mark for mark in names if not mark[0].isalpha() and len(mark) == 1)})")
    return (
        Rule("slash", _SLASH, say_slash, has=("/",)),
        Rule("pause", _BRACKET, say_pause),
        Rule("symbol", _SIGN, say_sign, has=tuple(_SIGNS)),
        Rule("money", money, lambda match, sentence: f" {sentence.facts.currencies[match['x']]} "),
        Rule("pause", _ARROW, say_pause),
        Rule("symbol", _SILENT, say_silence),
    )


def _spoken_address(text: str, facts: Facts) -> str:
    """The parts of a net address: dots and marks named, letters that are no word spelled."""
    said = []
    for piece in re.findall(r"[A-Za-z]+|\d+|[._/@+#-]", text):
        if piece[0].isdigit():
            said.append(digits(piece) if piece[0] == "0" or len(piece) > 4 else written(piece))
        elif piece[0].isalpha():
            said.append(_address_word(piece, facts))
        else:
            said.append(facts.word(_ADDRESS_MARKS[piece]))
    return " ".join(said)


def _address_word(piece: str, facts: Facts) -> str:
    low = piece.lower()
    if (known := facts.acronyms.get(piece.upper())) and known.kind == "spell" and not _split_camel(piece).count(" "):
        return known.spoken
    if low in {"id", "ac", "sch", "tv", "fm"} or (len(low) > 1 and not _speakable(low)):
        return _run_together(low, facts)
    return low if piece.isupper() or len(piece) < 3 else _split_camel(piece)


def _speakable(low: str) -> bool:
    """Whether a part of an address is said as a word: "gmail", "com"; not "sscasn"."""
    vowels = sum(mark in "aiueo" for mark in low)
    return bool(SPEAKABLE.match(low.upper()) or _SYLLABLE.match(low)) or (len(low) > 3 and 3 * vowels >= len(low))


def _run_together(low: str, facts: Facts) -> str:
    """Letters that are no word: a listed acronym and a word written together part, "bmkginfo"; the rest is spelled."""
    for cut in range(len(low) - 3, 2, -1):
        head, tail = low[:cut], low[cut:]
        for part, word, order in ((head, tail, "{0} {1}"), (tail, head, "{1} {0}")):
            known = facts.acronyms.get(part.upper())
            if known and len(part) > 2 and len(word) > 2 and (SPEAKABLE.fullmatch(word.upper()) or _SYLLABLE.match(word)):
                return order.format(known.spoken, word)
    return facts.spell(low)


def _split_camel(word: str) -> str:
    return " ".join(part.lower() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", word))


def say_mail(match: re.Match[str], sentence: Sentence) -> str:
    """Say "warga@lumajang.go.id" → "warga at lumajang titik go titik i de"."""
    return _spoken_address(match["x"], sentence.facts)


def say_link(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "radiosuara.com" → "radiosuara titik com"; the "https" of a link is not said."""
    text = re.sub(r"^https?://", "", match["x"]).rstrip("/")
    return _spoken_address(re.sub(r"[?=&%:,;!~]+", "/", text), sentence.facts) or None


def say_handle(match: re.Match[str], sentence: Sentence) -> str:
    """Say "@bpbd_lumajang" → "at be pe be de garis bawah lumajang"."""
    return f"{sentence.facts.word('at')} {_spoken_address(match['n'], sentence.facts)}"


def say_each(match: re.Match[str], sentence: Sentence) -> str:
    """The mark of a price or amount apiece: "@Rp600.000" → "masing-masing …"."""
    del match
    return f"{sentence.facts.word('each')} "


def say_about(match: re.Match[str], sentence: Sentence) -> str:
    """Say "+/-" as "±"."""
    del match
    return f" {sentence.facts.word('about')} "


def say_tag(match: re.Match[str], sentence: Sentence) -> str:
    """Say "#JagaAlam" → "tagar jaga alam", "#1" → "nomor satu"."""
    facts = sentence.facts
    name = match["n"]
    if name.isdecimal():
        return f"{facts.word('number')} {written(name)}"
    said = []
    for piece in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name):
        known = facts.acronyms.get(piece)
        said.append(written(piece) if piece[0].isdigit() else known.spoken if known else piece.lower())
    return " ".join([facts.word("tag"), *said])


def say_twice(match: re.Match[str], sentence: Sentence) -> str | None:
    """Say "hati2" → "hati-hati", "sebaik2nya" → "sebaik-baiknya", "bersama2" → "bersama-sama"."""
    word, tail = match["w"], match["s"] or ""
    if word.lower() in _NOT_TWICE or word.lower() in sentence.facts.units:
        return None
    return f"{match['p'] or ''}{word}-{word.lower() if match['p'] else _repeated(word.lower(), tail)}{tail}"


_ROOT = r"(?P<root>(?:[bcdfghjklmnpqrstvwyz]|ng|ny)?[aiueo][a-z]{2,})"
_BARE = re.compile(rf"(?:ber|ter|di){_ROOT}")
_NASAL = re.compile(r"(?:mem(?=[bpfaiueo])|men(?=[dtcjszaiueo])|meng(?=[gkhaiueo])|me(?=[lrwymn]))(?P<root>[a-z]{4,})")
_SUPER = re.compile(r"(?:se|ke)(?P<root>[a-z]{3,})")


def _repeated(word: str, tail: str) -> str:
    """The part of a word that is said again: without ber-, ter-, di-, me-; and without se- or ke- before -nya or -an."""
    if tail in {"nya", "an"} and (match := _SUPER.fullmatch(word)) and (tail == "nya" or word.startswith("ke")):
        return match["root"]
    if match := _BARE.fullmatch(word):
        return match["root"]
    if match := _NASAL.fullmatch(word):
        root = match["root"]
        nasal = word[: len(word) - len(root)]
        return {"mem": "m", "men": "n"}.get(nasal, "") + root if root[0] in "aiueo" else root
    return word


def say_letters(match: re.Match[str], sentence: Sentence) -> str:
    """Say "H&M" → "ha en em"."""
    word = sentence.facts.word("and") if " " in match["x"] else "en"
    return f" {word} ".join(sentence.facts.spell(part) for part in re.split(r"\s?&\s?", match["x"]))


def say_mark(match: re.Match[str], sentence: Sentence) -> str | None:
    """A mark, blood group or rating: "B-" → "be minus"."""
    return f"{sentence.facts.spell(match['k'])} {sentence.facts.word('minus')}" if sentence.about("graded") else None


def say_slash(match: re.Match[str], sentence: Sentence) -> str:
    """Say "suami/istri" → "suami atau istri"; between figures the slash is named; "dan/atau" needs no word."""
    text = sentence.text
    if match["x"].startswith(" ") and match["x"].endswith(" "):
        return PAUSE
    word = sentence.word_before(match.start())
    if _silent_slash(word, match, text):
        return " "
    after = _WORD_AFTER.match(text, match.end())
    if after and word.istitle() and after.group().istitle() and sentence.about("sport"):
        return f" {sentence.facts.word('and')} "  # "Fajar/Fikri"
    figures = text[match.start() - 1].isdigit() or text[match.end()].isdigit()
    return f" {sentence.facts.word('slash' if figures and word.upper() not in _ZONES else 'or')} "


def _silent_slash(word: str, match: re.Match[str], text: str) -> bool:
    """Whether nothing is said for a slash: "dan/atau", "RT/RW", "Kodam IV/Diponegoro", "D3/S1"."""
    after = _WORD_AFTER.match(text, match.end())
    if word.lower() in {"dan", "atau"}:
        return True
    if word.isupper() and word not in _ZONES and not text[match.end()].isdigit() and (roman(word) or (after and after.group().isupper())):
        return True
    return bool(_CODE_BEFORE.search(text, max(0, match.start() - 8), match.start()) and _CODE_AFTER.match(text, match.end()))


def say_pause(match: re.Match[str], sentence: Sentence) -> str:
    """A bracket or bar is a short pause."""
    del match, sentence
    return PAUSE


def say_sign(match: re.Match[str], sentence: Sentence) -> str:
    """A sign by its house word: ">" → "lebih dari"; between words, as in a path of menus, it is only a pause."""
    if match["x"] in "<>" and not _FIGURE_AFTER.match(sentence.text, match.end()):
        return PAUSE
    return f" {sentence.facts.word(_SIGNS[match['x']])} "


def say_silence(match: re.Match[str], sentence: Sentence) -> str:
    """A mark that is never said."""
    del match, sentence
    return " "


def say_left_over(text: str) -> str:
    """Figures that nobody claimed, one by one, in any script.

    >>> say_left_over("0⁷"), say_left_over("³"), say_left_over("Ⅻ")
    ('nol tujuh', 'tiga', 'dua belas')
    """
    said = []
    for mark in text:
        value = unicodedata.numeric(mark, -1)
        said.append(written(str(int(value))) if value >= 0 and value == int(value) else "")
    return " ".join(filter(None, said))
