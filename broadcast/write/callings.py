"""What a story calls a person besides the name: a nickname, an age behind it, a shorter or a longer name (RADIO R05, R07)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from broadcast.model import Lexicon
from broadcast.write.mentions import NAME
from broadcast.write.namewords import CALL_WORDS, CALLS, institution_words, is_body, is_name, untitled
from broadcast.write.words import tidy

_AGED = re.compile(rf"({NAME})\s\(\d{{1,3}}(?:\stahun)?\)")
_NICKNAME = re.compile(
    rf"({NAME})(?:\s\(\d{{1,3}}(?:\stahun)?\))?"
    r"(?P<how>\s\(|\salias\s|\satau\s|,?\syang\s(?:akrab|biasa|kerap|sering)\s(?:disapa|dipanggil)\s)"
    rf"(?P<alias>(?:(?:{CALLS})\s)?[A-Z][a-z]{{2,}})(?!\s[A-Z])\b(?P<end>\)?)"
)
_INITIALS = re.compile(rf"(?P<name>{NAME})(?:\s\(\d{{1,3}}(?:\stahun)?\))?\s\((?P<alias>[A-Z]{{2,4}})\)")
_COMPANIES = ("PT", "CV", "UD", "Bank ", "Yayasan ")
_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*")


def aged_names(sentences: Sequence[str]) -> tuple[str, ...]:
    """Return the names that an age in brackets follows: surely people.

    >>> aged_names(["Mama Hawa (67) akhirnya melihat."])
    ('Mama Hawa',)
    """
    return tuple(re.sub(r"\bDg\b", "Daeng", match.group(1)) for sentence in sentences for match in _AGED.finditer(sentence))


def nicknames(sentences: Sequence[str], lexicon: Lexicon) -> dict[str, str]:
    """Return the nicknames by which a story goes on to call somebody, and their names.

    >>> nicknames(["Ketua panitia, Bambang Soesatya (Bamsat), hadir.", "“Siap,” kata Bamsat."], Lexicon())
    {'Bamsat': 'Bambang Soesatya'}
    >>> nicknames(["KPK menahan Darto Wibowo (DW).", "DW diduga menyuap."], Lexicon())
    {'DW': 'Darto Wibowo'}
    >>> nicknames(["Bek Raka Putra (Ducati) jatuh.", "Ducati rusak."], Lexicon())
    {}
    """
    body = " ".join(sentences)
    found: dict[str, str] = {}
    for sentence in sentences:
        for match in _NICKNAME.finditer(sentence):
            name, alias = _own_name(match.group(1), lexicon), match["alias"]
            again = len(re.findall(rf"(?<!\w){alias}(?!\w)", body)) > 1
            closed = match["how"] != " (" or (bool(match["end"]) and _abbreviates(alias, name))
            apart = alias not in name.split() and " " in name
            if again and closed and apart and is_name(alias, lexicon) and not is_body(alias, lexicon):
                found[alias] = name
        for match in _INITIALS.finditer(sentence):
            name = _own_name(match["name"], lexicon)
            company = match.string[: match.start()].rstrip().endswith(_COMPANIES) or match["name"].startswith(_COMPANIES)
            if company or is_body(match["alias"], lexicon) or any(word.casefold() in institution_words(lexicon) for word in name.split()):
                continue
            if match["alias"] == "".join(word[0] for word in name.split()) and len(re.findall(rf"\b{match['alias']}\b", body)) > 1:
                found[match["alias"]] = name
    return found


def _own_name(run: str, lexicon: Lexicon) -> str:
    """Return the last words of a run of capitals that can be a name: "Presiden Joko Widodo" → "Joko Widodo"."""
    words = run.split()
    return next((" ".join(words[at:]) for at in range(len(words)) if is_name(" ".join(words[at:]), lexicon)), "")


def _abbreviates(short: str, name: str) -> bool:
    rest = iter(name.casefold())
    return all(letter in rest for letter in short.casefold())


def use_full_names(text: str, nicks: Mapping[str, str]) -> str:
    """Return a sentence with nicknames as names; where one is told it goes.

    >>> use_full_names("Bambang Soesatya (Bamsat) hadir, kata Bamsat.", {"Bamsat": "Bambang Soesatya"})
    'Bambang Soesatya hadir, kata Bambang Soesatya.'
    """
    for alias, name in nicks.items():
        told = rf"(?:\s\(|\salias\s|\satau\s|,?\syang\s(?:akrab|biasa|kerap|sering)\s(?:disapa|dipanggil)\s){alias}\b\)?"
        text = re.sub(rf"({re.escape(name)}(?:\s\(\d{{1,3}}(?:\stahun)?\))?){told}(?!\situ)", r"\1", text)
        text = re.sub(rf"(?<![\w'’-]){re.escape(name.rpartition(' ')[0])}\s{alias}(?!\w)", name, text)
        text = re.sub(rf"(?<![\w'’-]){alias}(?![\w'’-])(?!\s[A-Z])", name, text)
    return tidy(text)


def fuller_name(name: str, story: str, lexicon: Lexicon) -> str:
    """Return the full name of somebody who speaks by a part of it, when the story tells just one.

    >>> fuller_name("Nadira", "Pemain muda Nadira Kusuma menang. “Senang,” kata Nadira.", Lexicon())
    'Nadira Kusuma'
    >>> fuller_name("Johan", "Johan Rompas dan Johan Lengkong hadir.", Lexicon())
    'Johan'
    """
    if untitled(name) != name or name.split(maxsplit=1)[0] in CALL_WORDS:
        return name
    found: set[str] = set()
    for run in _CAPITALS.finditer(story):
        words = run.group().split()
        parts = name.split()
        at = next((at for at in range(len(words)) if words[at : at + len(parts)] == parts), -1)
        if at >= 0 and len(words) > len(parts):
            opens = story[: run.start()].rstrip()[-1:] in {"", ".", "”", "“", "\x1d"}
            found.add(" ".join(_around(words, at, len(parts), story, lexicon, opens=opens)))
    found.discard(name)
    longest = max(found, key=len, default=name)
    return longest if all(set(one.split()) <= set(longest.split()) for one in found) and is_name(longest, lexicon) else name


_GLUED = re.compile(r"[a-z]{2}[A-Z]|[A-Z]{2}[a-z]")


def _around(words: Sequence[str], at: int, size: int, story: str, lexicon: Lexicon, *, opens: bool) -> Sequence[str]:
    """Return the words of a run that make the name around a part of it."""
    vocabulary = institution_words(lexicon)
    regions, posts = lexicon.table("regions"), lexicon.table("posts")

    def plain(word: str) -> bool:
        low = word.casefold()
        if re.search(rf"(?<![\w-]){re.escape(low)}(?!\w)", story) or _GLUED.search(word):  # Lapor Purbaya: a word like others
            return False
        listed = low in vocabulary or low in posts or word in regions or low in lexicon.table("verbs")
        return not (listed or is_body(word, lexicon) or (word.isupper() and len(word) > 1))

    stop = at + size
    while stop < len(words) and plain(words[stop]):
        stop += 1
    start = at
    if stop == at + size:  # called by the last name: what stands before it is the first one
        while start > max(0, at - 2) and plain(words[start - 1]) and not (opens and start == 1):
            start -= 1
    return words[start:stop]
