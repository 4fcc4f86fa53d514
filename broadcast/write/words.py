"""Words: counting them, their case and kind, verbs and their me- and di- forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from broadcast.model import Lexicon, Table

WORD = re.compile(r"[^\W_][\w'’.-]*[^\W_]|[^\W_]")  # "As'at", "oleh-oleh", "3.417"
DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"[\w'’.,-]*\w[\w'’-]*")
_SPACED_MARK = re.compile(r" ([,.;:!?])")
_TIGHT_COMMA = re.compile(r",(?=[^\s\d”\"])")
_COMMAS = re.compile(r",\s*,[\s,]*")
_COMMA_BEFORE_MARK = re.compile(r",\s*([.;:!?])")
_MARKS_TOGETHER = re.compile(r"([!?])[.;,]+|(\.)[.;,]+$")

_VERB_SHAPE = re.compile(r"(?:me(?:m|n|ng|ny|l|r|w|y)?|ber|di|ter|memper|diper)[a-z]{3,}")
_BASE_SHAPE = re.compile(r"[a-z]{3,}kan")
_OBJECT_VERB = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)[a-z]{2,}|men[cdjst][a-z]+|memper[a-z]+")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set.

    >>> sorted(word_set("di ke dari"))
    ['dari', 'di', 'ke']
    """
    return frozenset(text.split())


def count_words(text: str) -> int:
    """Return how many words a listener hears, as an editor counts.

    >>> count_words("Harga naik 3.417 rupiah, kata dia / kemarin")
    7
    """
    return len(_COUNTED.findall(text))


@lru_cache(maxsize=5_000)
def tidy(text: str) -> str:
    """Return a text with single spaces, no space before a mark, no doubled or leading commas.

    >>> tidy("Bupati ,  As'at, , hadir  , .")
    "Bupati, As'at, hadir."
    """
    text = " ".join(text.split())
    text = _SPACED_MARK.sub(r"\1", text)
    if "," in text:
        text = _TIGHT_COMMA.sub(", ", text)
        text = _COMMAS.sub(", ", text)
        text = _COMMA_BEFORE_MARK.sub(r"\1", text)
    text = _MARKS_TOGETHER.sub(r"\1\2", text)
    return text.lstrip(" ,;:.").rstrip()


def capital(text: str) -> str:
    """Return the text with a capital first letter.

    >>> capital("harga naik")
    'Harga naik'
    """
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """Return a token without marks around it, in lower case.

    >>> bare("“Kami,")
    'kami'
    """
    return word.strip("“”\"'’‘,.;:!?()[]").casefold()


def strip_end(text: str) -> str:
    """Return the text without its closing mark.

    >>> strip_end("Harga naik.")
    'Harga naik'
    """
    return text.strip().rstrip(",.;:!?").rstrip()


def swap(pattern: re.Pattern[str], text: str, change: Callable[[re.Match[str]], str]) -> str:
    """Replace every match by `change(match)`, a word for a word in case: a capital first letter stays one."""

    def cased(match: re.Match[str]) -> str:
        new = change(match)
        return capital(new) if match.group()[:1].isupper() and new[:1].islower() and _opens(text, match.start()) else new

    return pattern.sub(cased, text)


def _opens(text: str, index: int) -> bool:
    """Whether a sentence or quotation opens at `index`."""
    before = text[:index].rstrip()
    return not before or before[-1] in '.!?“"'


def any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the longest of many phrases, whole words, whatever their case; None for no phrases.

    The pattern is a tree of their letters, for trying thousands of phrases one after the other is slow.

    >>> any_of(["kian", "kian kemari"]).findall("Kian kemari, kian jauh, kiannya")
    ['Kian kemari', 'kian']
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # a tree of itself
    for phrase in phrases:
        node = tree
        for mark in phrase.casefold():
            node = node.setdefault(mark, {})
        node[""] = {}
    return re.compile(rf"(?<![\w-]){_branches(tree)}(?![\w-])", re.IGNORECASE) if tree else None


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which phrases begin, in small letters; an empty one for a phrase that begins with a sign."""
    return frozenset(match.group() if (match := _TOKEN.match(phrase.casefold())) else "" for phrase in phrases)


def may_hold(text: str, firsts: frozenset[str]) -> bool:
    """Whether a phrase with one of these first words can stand in a text: far cheaper than looking for thousands of phrases.

    >>> may_hold("Rapat kian ramai", first_words(["kian kemari"])), may_hold("Rapat ramai", first_words(["kian kemari"]))
    (True, False)
    """
    return "" in firsts or not firsts.isdisjoint(_TOKEN.findall(text.casefold()))


_TOKEN = re.compile(r"[\w-]+")


def _branches(node: Mapping[str, dict]) -> str:  # type: ignore[type-arg]  # a tree of itself
    parts = [re.escape(mark) + _branches(below) for mark, below in node.items() if mark]
    if not parts:
        return ""
    whole = parts[0] if len(parts) == 1 and "" not in node else f"(?:{'|'.join(parts)})"
    return f"{whole}?" if "" in node else whole


_NAME_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w'’-]*\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_ENGLISH_BEFORE = re.compile(r"\b(?:and|of|the|for|on|with|by|to|based|your|my|net)\s$", re.IGNORECASE)
_ENGLISH_AFTER = re.compile(r"\s(?:and|of|the|for|with|is|are|at)\b")


def is_headline(text: str) -> bool:
    """Whether nearly all words of a text have a capital.

    >>> is_headline("Polisi Ringkus Pencuri di Pasar"), is_headline("Polisi meringkus Budi di Pasar Beran")
    (True, False)
    """
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 5 >= len(words) * 4


class Phrases:
    """A table of phrases, replaced longest first, whole words only, whatever their case; within names nothing is replaced.

    A key with a capital is replaced as it is written only. With `titles`, a word with a capital inside a sentence is a name too, and
    a word beside English ones is part of a foreign title.

    >>> Phrases({"dihadiri oleh": ("dihadiri",), "telah": ("",)}).replace("Rapat telah dihadiri oleh camat")
    'Rapat dihadiri camat'
    >>> Phrases({"event": ("acara",)}, titles=True).replace("Event itu digelar Mandira Event, kata the event")
    'Acara itu digelar Mandira Event, kata the event'
    """

    def __init__(self, table: Table | Mapping[str, tuple[str, ...]], *, titles: bool = False) -> None:
        self._titles = titles
        self._exact = {key: (cells[0] if cells else "") for key, cells in table.items() if key != key.lower()}
        self._new = {key.casefold(): (cells[0] if cells else "") for key, cells in table.items() if key == key.lower()}
        self._pattern = any_of((*self._exact, *self._new))
        self._firsts = first_words((*self._exact, *self._new))

    def replace(self, text: str) -> str:
        """Return the text with every phrase replaced."""
        if not self._pattern or not may_hold(text, self._firsts):
            return tidy(text) if self._pattern else text
        return tidy(swap(self._pattern, text, self._said))

    def _said(self, match: re.Match[str]) -> str:
        found = match.group()
        if found in self._exact and not (self._titles and _ENGLISH_AFTER.match(match.string[match.end() :])):
            return self._exact[found]
        return found if self._is_name(match) else self._new.get(found.casefold(), found)

    def _is_name(self, match: re.Match[str]) -> bool:
        """Whether a match is part of a name: a capital beside another, but not in a headline, where all words have one."""
        found, before, after = match.group(), match.string[: match.start()], match.string[match.end() :]
        if self._titles and (_ENGLISH_BEFORE.search(before) or _ENGLISH_AFTER.match(after)):
            return True
        if not found[0].isupper():
            return found != found.lower()
        beside = bool(_NAME_AFTER.match(after))
        if _opens(match.string, match.start()):
            return self._titles and beside
        beside = beside or bool(_NAME_BEFORE.search(before)) or (self._titles and " " not in found)
        return beside and (self._titles or not is_headline(match.string))


class Grammar:
    """What the lexicon knows of verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._seen = lru_cache(maxsize=20_000)(self._is_verb)
        self._actions = {key: cells[0] for key, cells in lexicon.table("actions").items() if cells}
        self._verbs = lexicon.table("verbs")
        self._not = lexicon.table("nonverbs")
        self.reporting = lexicon.table("reporting")
        self._told = {key: cells[0] for key, cells in lexicon.table("headlines").items() if len(cells) == 1 and key not in _NO_OBJECT}
        self._unowned = {key: cells[0] for key, cells in lexicon.table("unowned").items() if cells}
        self._roots = {form: base for base, form in self._actions.items()} | {
            me_form(base): base for base, form in self._actions.items() if not form
        }

    def is_helper(self, word: str) -> bool:
        """Whether a word stands before a verb: akan, sudah, tidak."""
        return self._verbs.get(bare(word), ("",))[0] == "bantu"

    def unowned(self, word: str) -> str:
        """Return `selalu` for a word that nobody owns (tentu, sampai), `keadaan` for a state (sepi, hujan), else nothing."""
        return self._unowned.get(bare(word), "")

    def forget(self) -> None:
        """Forget the words that were asked about, for measuring."""
        self._seen.cache_clear()

    def is_verb(self, word: str) -> bool:
        """Whether a word, lower case, can be the verb of a clause."""
        return self._seen(word)

    def _is_verb(self, word: str) -> bool:
        plain = bare(word)
        if word[:1].isupper() or plain in self._not:
            return False
        return plain in self._verbs or bool(_VERB_SHAPE.fullmatch(plain))

    def is_active(self, word: str) -> bool:
        """Whether a word is a verb with me-."""
        plain = bare(word)
        return plain not in self._not and bool(_OBJECT_VERB.fullmatch(plain))

    def is_base(self, word: str) -> bool:
        """Whether a word is a bare verb as after "kami": sita, siapkan."""
        plain = bare(word)
        if plain in self._actions:
            return True
        if plain in _DI_ROOTS or (plain.endswith("i") and plain[:-1] in self._actions):
            return True
        return bool(_BASE_SHAPE.fullmatch(plain)) and plain not in _NOT_BASE and not _VERB_SHAPE.fullmatch(plain)

    def bare_verb(self, word: str) -> str:
        """Return the me- form of a bare verb beside a pronoun, where the headlines' verbs too are no nouns: coret → mencoret."""
        return self.active(word) if self.is_base(word) else self._told.get(bare(word), "")

    def knows(self, word: str) -> bool:
        """Whether a word stands in the table of bare verbs, so that it can open a command."""
        return bare(word) in self._actions

    def passive(self, word: str) -> str:
        """Return the di- form of a bare verb: sita → disita."""
        return f"di{bare(word)}"

    def root_of(self, verb: str) -> str:
        """Return the bare verb of a me- form that the table knows: menyita → sita; else nothing."""
        return self._roots.get(verb, "")

    def active(self, word: str) -> str:
        """Return the me- form of a bare verb: sita → menyita."""
        plain = bare(word)
        return self._actions.get(plain) or me_form(plain)


_NO_OBJECT = word_set("jadi kena punya bicara gabung nikah nangis ngadu ngaku ngamuk nyamar pamer lapor bilang")
"""Bare verbs of headlines that take no object: nothing is "dijadi"."""
_DI_ROOTS = word_set("diskusikan distribusikan dirikan diamkan dinginkan digitalisasikan donasikan dialogkan disiplinkan didik didikkan")
"""Bare verbs that begin like a passive."""
_NOT_BASE = word_set("""
    akan bukan ikan makan rekan pekan bahkan silakan silahkan misalkan sedangkan jangankan asalkan pasokan tindakan gerakan
    masukan ledakan tembakan cetakan teriakan tarikan didikan julukan rujukan bentukan suntikan gesekan tanjakan
    lonjakan gertakan serakan sorakan bengkokan galakan bisikan olokan pukulan kerusakan kebijakan perikanan kecamatan
    letakan tumpukan pasokannya tindakannya endapan masakan
    """)


def me_form(base: str) -> str:  # noqa: PLR0911  # one return for each first letter
    """Return the regular me- form of a base.

    >>> [me_form(word) for word in ("siapkan", "tetapkan", "kerahkan", "pastikan", "amankan", "laporkan", "cek", "bahas")]
    ['menyiapkan', 'menetapkan', 'mengerahkan', 'memastikan', 'mengamankan', 'melaporkan', 'mengecek', 'membahas']
    """
    first = base[:1]
    if len(re.findall("[aiueo]", base)) == 1:
        return f"menge{base}"
    if first in "aiueogh":
        return f"meng{base}"
    if first in "lmnrwy":
        return f"me{base}"
    if first == "k":
        return f"meng{base[1:]}"
    if first == "s":
        return f"meny{base[1:]}"
    if first == "p":
        return f"mem{base}" if base.startswith("per") else f"mem{base[1:]}"
    if first == "t":
        return f"men{base[1:]}"
    return f"mem{base}" if first in "bfv" else f"men{base}"
