"""Lists cut to what an ear can hold: names, guests, prices (RADIO R32)."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.bahasa.numbers import cardinal
from broadcast.write.scene import Draft, Scene
from broadcast.write.words import tidy

_SERVICE = re.compile(r"\b(?:meliputi|terdampak|wilayahnya|jalur alternatif|lokasinya|mencakup)\b", re.IGNORECASE)
_ATTENDED = re.compile(r"\b(?:dihadiri|hadir(?: dalam| pada)?|turut hadir|didampingi|disaksikan)\b", re.IGNORECASE)


_ITEM = r"(?:[^\s,]+\s){0,5}[^\s,]+"
_LIST = re.compile(
    rf"(?P<items>{_ITEM}(?:,\s{_ITEM}){{2,}}),?\s(?:dan|serta|atau|hingga)\s(?P<last>{_ITEM}?)(?=,|$|\s(?:di|pada"
    rf"|dengan|untuk|yang|akan|telah|sudah|juga)\b)"
)


def cut_lists(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Cut a list of more than three names to two "dan … lainnya" (RADIO R32); what listeners must know in full stays."""
    return tuple(_with_short_lists(draft, scene) for draft in drafts)


def _with_short_lists(draft: Draft, scene: Scene) -> Draft:
    text = draft.text
    if _SERVICE.search(text) or text.count(",") < 3:
        return draft
    found = _LIST.search(text)
    if not found:
        return draft
    items = [item.strip() for item in found["items"].split(",")]
    items.append(found["last"].strip())
    lead = ""
    for index in range(len(items) - 1, -1, -1):
        begun = _list_start(items[index], scene)
        if begun is None:
            return draft
        if begun[0] or index == 0:
            lead = "".join(f"{item}, " for item in items[:index])
            items = [begun[1], *items[index + 1 :]]
            prefix = lead + begun[0]
            break
    clause = any(scene.tools.grammar.is_verb(word) for item in items for word in item.split())
    if len(items) < 4 or clause or any(any(mark.isdigit() for mark in item) for item in items):
        return draft
    if _ATTENDED.search(prefix):
        return draft
    new = f"{prefix}{items[0]}, {items[1]}, dan {cardinal(len(items) - 2)} lainnya"
    return replace(draft, text=tidy(text[: found.start()] + new + text[found.end() :]), rules=(*draft.rules, "cut_lists"))


def _list_start(first: str, scene: Scene) -> tuple[str, str] | None:
    """Part the first item of a list from the words before it: "di Kecamatan Bayang" → ("di ", "Kecamatan Bayang")."""
    words = first.split()
    for index in range(len(words) - 1, -1, -1):
        if words[index] in {
            "di",
            "ke",
            "dari",
            "yaitu",
            "yakni",
            "antara",
            "lain",
            "seperti",
            "oleh",
            "dengan",
            "pada",
            "untuk",
        } or scene.tools.grammar.is_verb(words[index]):
            head = " ".join(words[: index + 1])
            return (f"{head} ", " ".join(words[index + 1 :])) if index + 1 < len(words) else None
    return "", first


_COMPANY = re.compile(r",\s(?:yang\s)?(?:didampingi|disaksikan|ditemani)\s(?!oleh\s(?:korban|keluarga))[^“”]*$")


def drop_company(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop who stood beside the one who acts: ", didampingi Kasat X dan Kasi Y" at a sentence's end (RADIO R32).

    >>> drop_company((Draft("Kapolres merilis kasus itu, kemarin, didampingi Kasat Reskrim", (0,)),), None)[0].text
    'Kapolres merilis kasus itu, kemarin'
    """
    del scene
    done = []
    for draft in drafts:
        text = _COMPANY.sub("", draft.text)
        kept = text != draft.text and len(text.split()) >= _LEAST_LEFT
        done.append(replace(draft, text=text, rules=(*draft.rules, "drop_company")) if kept else draft)
    return tuple(done)


_LEAST_LEFT = 4


def drop_guest_lists(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop a sentence that only lists who attended (RADIO R32), when more than three did."""
    del scene
    kept = tuple(draft for draft in drafts if not _is_guest_list(draft))
    return kept or drafts


def _is_guest_list(draft: Draft) -> bool:
    if draft.speaker >= 0:
        return False
    found = _ATTENDED.search(draft.text)
    return bool(found) and draft.text[found.end() :].count(",") >= 3 and found.start() < 60 if found else False


_RISE = re.compile(
    (
        r"^(?P<what>(?:harga\s)?[A-Za-z][a-z]+(?:\s[a-z]+){0,3}?)\s(?:naik\s|turun\s)?(?:dari\s)?(?P<a>[\d.,]+(?:\s(?:ribu"
        r"|juta))?)\s(?:rupiah\s)?menjadi\s(?P<b>[\d.,]+(?:\s(?:ribu|juta))?)\s"
    ),
    re.IGNORECASE,
)


def tell_price_list(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Tell the first of four or more prices in full and of the others only which way they went (RADIO R32)."""
    del scene
    done: list[Draft] = []
    for draft in drafts:
        parts = [part.removeprefix("dan ").strip() for part in re.split(r",\s", draft.text)]
        found = [_RISE.match(f"{part} ") for part in parts]
        if len(parts) < 4 or not all(found):
            done.append(draft)
            continue
        moves = {_value(match["b"]) > _value(match["a"]) for match in found if match}
        names = [match["what"] for match in found[1:] if match]
        verb = "naik" if moves == {True} else "turun" if moves == {False} else "berubah"
        listed = (
            f"{', '.join(names[:-1])}, dan {names[-1]}"
            if len(names) <= 3
            else f"{names[0]}, {names[1]}, dan {cardinal(len(names) - 2)} lainnya"
        )
        rules = (*draft.rules, "tell_price_list")
        first = (
            parts[0]
            if re.search(r"\b(?:naik|turun)\b", parts[0]) or verb == "berubah"
            else re.sub(r"\s(?=dari\s)", f" {verb} ", parts[0], count=1)
        )
        done += [replace(draft, text=first, rules=rules), replace(draft, text=f"harga {listed} juga {verb}", rules=rules)]
    return tuple(done)


def _value(words: str) -> float:
    figure, _, scale = words.partition(" ")
    return float(figure.replace(".", "").replace(",", ".")) * {"ribu": 10**3, "juta": 10**6}.get(scale, 1)
