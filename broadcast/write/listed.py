"""Lists that a page sets under a heading with a colon: told in one sentence, for an ear hears no bullets (RADIO R32)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from broadcast.bahasa.numbers import cardinal
from broadcast.write.scene import Draft, Scene
from broadcast.write.words import capital, count_words, strip_end, tidy

_MARKED = re.compile(r"^\s*(?:[-•*–—]|\d{1,2}[.)]|[a-z][.)])\s*\S")
_LONGEST_ITEM = 12
_MOST_ITEMS = 3
_TOLD_ITEMS = 2
_HERE = re.compile(r"^Berikut(?:\sini)?(?:\s(?:adalah|merupakan))?\s(?:daftar\s|rincian\s)?(?P<what>.+)$", re.IGNORECASE)
_LINK = re.compile(
    r"[,\s]*\b(?:(?:yaitu|yakni|adalah|ialah|meliputi|mencakup|terdiri (?:atas|dari)|antara lain|di antaranya|antaranya|sebagai berikut"
    r"|berikut(?: ini)?|seperti|berupa)\s?)+$",
    re.IGNORECASE,
)


def tell_listed(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Join a list to its heading: at most three things, of a longer one the first two (RADIO R32).

    A heading whose list is gone loses its colon, or goes where it says nothing else.
    """
    done: list[Draft] = []
    at = 0
    while at < len(drafts):
        head = drafts[at]
        items = _items(drafts, at, scene) if _heads(head, scene) else []
        if items:
            done += _joined(head, items, scene)
        elif _heads(head, scene) and head.speaker < 0:
            told = _without_link(head.text)
            done += [replace(head, text=told, rules=(*head.rules, "tell_listed"))] if told else []
        else:
            done.append(head)
        at += 1 + len(items)
    return tuple(done) or drafts


def _heads(draft: Draft, scene: Scene) -> bool:
    return bool(draft.sources) and scene.sentences[draft.sources[-1]].rstrip(' ”"').endswith(":")


def _items(drafts: Sequence[Draft], at: int, scene: Scene) -> list[Draft]:
    """Return the drafts after a heading that are its list: a paragraph each, short, none a sentence of its own."""
    found: list[Draft] = []
    paragraph = scene.paragraphs[drafts[at].sources[-1]]
    for draft in drafts[at + 1 :]:
        if draft.speaker >= 0 or not draft.sources or scene.paragraphs[draft.sources[0]] != paragraph + len(found) + 1:
            break
        written = scene.story.body[scene.paragraphs[draft.sources[0]]]
        short = count_words(draft.text) <= _LONGEST_ITEM
        if not short or not (_MARKED.match(written) or not written.rstrip().endswith((".", "”", '"'))):
            break
        found.append(draft)
    return found if len(found) >= _TOLD_ITEMS and not any(_acts(one.text.split(), scene) for one in found) else []


def _acts(words: Sequence[str], scene: Scene) -> bool:
    """Whether a row is a step or a sentence, not a thing: "Aktifkan verifikasi", "Warga diminta …"."""
    grammar = scene.tools.grammar
    return not words or grammar.knows(words[0]) or grammar.is_base(words[0].lower()) or any(grammar.is_verb(word) for word in words[:2])


def _joined(head: Draft, items: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return heading and list as one sentence, and further things as a second where there are just three."""
    told = [_inside(_item(one.text), scene) for one in items]
    shown = told if len(told) <= _MOST_ITEMS else told[:_TOLD_ITEMS]
    figures = any(mark.isdigit() for one in told for mark in one)
    more = len(told) - len(shown)
    listed = f"{', '.join(shown[:-1])}, dan {shown[-1]}" if len(shown) > _TOLD_ITEMS else " dan ".join(shown)
    if more and not figures:
        listed = f"{', '.join(shown)}, dan {cardinal(more)} lainnya"
    what = _without_link(head.text) or "rinciannya"
    link = "di antaranya" if more and figures else "yaitu"
    text = tidy(f"{what}, {link} {listed}")
    sources = (*head.sources, *(number for one in items for number in one.sources))
    return [replace(head, text=capital(text) if head.speaker < 0 else text, sources=sources, rules=(*head.rules, "tell_listed"))]


def _inside(text: str, scene: Scene) -> str:
    """Return a row as it stands inside a sentence: "Cabai rawit …" small, "Kantor Kecamatan …" as it is."""
    second = text.split()[1:2]
    return text if second and second[0][:1].isupper() else scene.lower(text)


def _item(text: str) -> str:
    """Return a row of a list as words: "Kantor Desa: 402 jiwa" → "Kantor Desa 402 jiwa".

    >>> _item("Kantor Desa: 402 jiwa;")
    'Kantor Desa 402 jiwa'
    """
    return tidy(strip_end(re.sub(r"\s*:\s*", " ", text)))


def _without_link(text: str) -> str:
    """Return a heading without the words that only lead to its list; nothing where it says nothing else.

    >>> [_without_link(text) for text in ("Berikut daftar harga beras di Pasar Baru:", "Berikut rinciannya:", "Ada dua syarat, yaitu:")]
    ['Harga beras di Pasar Baru', '', 'Ada dua syarat']
    """
    plain = _LINK.sub("", strip_end(text)).strip(" ,:")
    found = _HERE.match(plain)
    if found:
        plain = capital(found["what"])
    few = count_words(plain) <= 1 or plain.casefold() in {"berikut", "berikut ini"}
    return "" if few or (found and not re.search(r"\s(?:di|per|pada|untuk|yang|harga|kasus)\b|\d", f" {plain.lower()}")) else plain
