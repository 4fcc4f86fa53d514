"""The day words of a sentence once they are told: seen from the hour of the air, no part of a day said twice, none wedged in."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta, timezone

from broadcast.bahasa import dates
from broadcast.write.scene import Scene
from broadcast.write.stretch import Stretch
from broadcast.write.words import bare, capital, swap, word_set

_PART = f"(?:{dates.PARTS})"
_ABOUT = r"(?:,?\s+(?:sekitar|sekira|kira-kira|tepatnya|tepat|pada)){0,2},?\s+pukul\s+"
_ZONE = r"(?:\s+Waktu Indonesia (?P<zone>Barat|Tengah|Timur))?"
_DIGITS = rf"(?P<hour>\d{{1,2}})\.(?P<minute>\d\d)(?!\d){_ZONE}(?!\s+(?:{_PART}|hingga|sampai|dan|[-–—]))"
_SPOKEN = rf"(?:setengah\s+)?\w+\s+(?P<part>{dates.PARTS}){_ZONE}(?!\s+(?:hingga|sampai|dan|[-–—]))"
_TODAY_AT = re.compile(rf"\b[Hh]ari ini(?P<at>{_ABOUT}{_DIGITS})")
_AT_TODAY = re.compile(rf"\b(?P<at>[Pp]ukul\s+{_DIGITS}),?\s+hari ini\b")
_TODAY_SPOKEN = re.compile(rf"\b[Hh]ari ini(?P<at>{_ABOUT}{_SPOKEN})")
_SPOKEN_TODAY = re.compile(rf"\b(?P<at>[Pp]ukul\s+{_SPOKEN}),?\s+hari ini\b")
_PART_NOW = re.compile(r"\b(?:pada )?(?P<part>pagi|siang|sore|petang) ini\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\bdini hari kemarin\b(?!\s+lusa)", re.IGNORECASE)

_WEEKDAY = "|".join(dates.WEEKDAYS)
_SEEN = r"(?: (?:pekan )?(?:lalu|mendatang|depan|ini)| lusa)?"
_TWICE = re.compile(
    rf"\b(?P<day>{_WEEKDAY}|[Kk]emarin|[Bb]esok) (?P<part>{dates.PARTS})(?P<seen>{_SEEN})(?P<at>{_ABOUT}(?:setengah\s+)?\w+ (?P=part))\b"
)
_TWICE_AFTER = re.compile(
    rf"\b(?P<at>[Pp]ukul\s+(?:setengah\s+)?\w+ (?P<part>{dates.PARTS})),?\s+(?P<day>{_WEEKDAY}|kemarin|besok) (?P=part)(?P<seen>{_SEEN})\b"
)
_NOW_TWICE = re.compile(
    rf"\b(?P<now>tadi (?P<part>{dates.PARTS})|(?P<part2>{dates.PARTS}) (?:tadi|ini))"
    rf"(?P<at>{_ABOUT}(?:setengah\s+)?\w+) (?:(?P=part)|(?P=part2))\b",
    re.IGNORECASE,
)
_NOW_TWICE_AFTER = re.compile(
    rf"\b(?P<at>pukul\s+(?:setengah\s+)?\w+) (?P<part>{dates.PARTS}),?\s+(?P<now>tadi (?P=part)|(?P=part) (?:tadi|ini))\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(?:pagi|siang|sore|petang|malam|beberapa|dua|tiga|empat|lima|enam|tujuh|setiap|sejumlah|\d+) $", re.IGNORECASE)
_JOINED = re.compile(r"(?:\batau|\bdan|\bhingga|\bsampai|,|[-–]) ?$")
_COMING = re.compile(r"\b(?:akan|bakal|dijadwalkan|rencananya|direncanakan|nanti|mulai|harus|wajib|diminta|diimbau|jika|bila)\b")
_HOURS_AHEAD = {"Barat": 7, "Tengah": 8, "Timur": 9}


def settle_hours(text: str, scene: Scene) -> str:
    """Tell "hari ini pukul 07.25" as "tadi pagi pukul 07.25" once it is past; a part of the day is said once."""
    if scene.day is None:
        return text
    if "ini" in text:
        for pattern in (_TODAY_AT, _AT_TODAY, _TODAY_SPOKEN, _SPOKEN_TODAY):
            text = swap(pattern, text, lambda match: _seen_today(match, scene))
        text = swap(_PART_NOW, text, lambda match: _past_part(match, scene))
    text = _TWICE.sub(r"\g<day>\g<seen>\g<at>", text)
    text = _TWICE_AFTER.sub(r"\g<at> \g<day>\g<seen>", text)
    text = _NOW_TWICE.sub(r"\g<now>\g<at>", text)
    text = _NOW_TWICE_AFTER.sub(r"\g<at> \g<now>", text)
    return swap(_YESTERDAY, text, lambda _: "kemarin dini hari")


def _seen_today(match: re.Match[str], scene: Scene) -> str:
    """Say *hari ini* by its part of the day, when the clock time beside it is past."""
    said, groups = match["at"], match.groupdict()
    before = match.string[: match.start()]
    if _COUNTED.search(before) or _COMING.search(before[-60:]):
        return match.group()
    if groups.get("hour"):
        hour, minute = int(groups["hour"]), int(groups["minute"])
        if hour > 23 or minute > 59 or not _is_past(hour, minute, groups["zone"], scene):
            return match.group()
        part = next(part for limit, part in _PARTS if hour < limit)
    else:
        part = groups["part"]
        if groups["zone"] or not dates.is_over(part, scene.air.hour):
            return match.group()
        said = said.removesuffix(f" {part}")
    told = dates.tell_day(scene.air.date(), scene.air.date(), part, scene.air.hour)
    return f"{said} {told}" if match.group().endswith("hari ini") else f"{told}{said.replace(',', '')}"


_PARTS = ((5, "dini hari"), (11, "pagi"), (15, "siang"), (18, "sore"), (19, "petang"), (24, "malam"))


def _is_past(hour: int, minute: int, zone: str | None, scene: Scene) -> bool:
    there = timezone(timedelta(hours=_HOURS_AHEAD[zone])) if zone else scene.air.tzinfo
    return datetime.combine(scene.air.date(), time(hour, minute), there) <= scene.air


def _past_part(match: re.Match[str], scene: Scene) -> str:
    """Say *pagi ini* as *tadi pagi* in the afternoon."""
    part = match["part"].lower()
    before, after = match.string[: match.start()], match.string[match.end() :]
    if not dates.is_over(part, scene.air.hour) or _JOINED.search(before) or _COMING.search(f"{before[-60:]} / {after[:40]}"):
        return match.group()
    return dates.tell_day(scene.air.date(), scene.air.date(), part, scene.air.hour)


_WEDGED = re.compile(
    rf"(?P<head>[^,;:“”\"]+), (?P<day>(?:{_WEEKDAY})(?: {_PART})?{_SEEN}|hari ini|(?:kemarin|besok)(?: {_PART})?|{_PART} (?:ini|tadi)"
    rf"|tadi {_PART}), (?P<tail>[^“”\";:]+?)(?P<end>[.!]?)"
)
_ADJUNCTS = word_set(
    """di ke dari pada dalam sejak selama setelah sebelum saat ketika menjelang untuk hingga sampai berdasarkan menurut sebagai selain
    dengan akibat karena meski jika seperti kata ujar usai sementara namun selanjutnya sebelumnya"""
)
_MORE = word_set(
    """yang karena setelah sebelum ketika saat sehingga untuk agar hingga sampai dan serta namun tetapi sedangkan kemudian lalu pukul
    kemarin besok nanti tadi sejak selama meski jika dengan guna"""
)
_SHORT_TAIL = 8


def move_day(text: str, scene: Scene) -> str:
    """Take a day out from between a subject and its verb: "Rapat, hari ini, ditunda" → "Rapat ditunda hari ini"; else it opens."""
    match = _WEDGED.fullmatch(text.strip())
    if not match or not scene.day:
        return text
    head, tail, grammar = match["head"].split(" "), match["tail"].split(" "), scene.tools.grammar
    if len(head) < 2 or bare(head[0]) in _ADJUNCTS or Stretch(head, scene.tools.breaths, grammar, said=False).mains:
        return text
    first = tail[1] if grammar.is_helper(tail[0]) and len(tail) > 1 else tail[0]
    if not (grammar.is_verb(tail[0]) or grammar.is_helper(tail[0])) or bare(first) in grammar.reporting:
        return text
    if len(tail) <= _SHORT_TAIL and "," not in match["tail"] and not any(bare(word) in _MORE for word in tail):
        return f"{match['head']} {match['tail']} {match['day']}{match['end']}"
    return f"{capital(match['day'])}, {scene.lower(match['head'])} {match['tail']}{match['end']}"
