"""Dates and clock times told from the air time, also inside quotations (RADIO R11)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from broadcast.bahasa import dates
from broadcast.bahasa.numbers import cardinal
from broadcast.model import FlagCode
from broadcast.write.scene import Scene
from broadcast.write.words import swap, tidy

_ON = r"(?:\b[Pp]ada\s+)?(?:\b[Hh]ari\s+(?!ini))?(?:\btanggal\s+)?"
_EXPLICIT = re.compile(_ON + "(?:" + dates.EXPLICIT.pattern + ")", re.VERBOSE)
_WEEKDAY = re.compile(r"(?P<from>\b(?:[Mm]ulai|[Ss]ejak|[Hh]ingga|[Ss]ampai)\s+)?" + _ON + "(?:" + dates.WEEKDAY.pattern + ")", re.VERBOSE)
_NEAR = re.compile(
    r"(?P<from>(?:\b(?:[Mm]ulai|[Ss]ejak|[Hh]ingga|[Ss]ampai|[Pp]ada|[Ss]epanjang|[Ss]elama|[Dd]alam|[Dd]ari)\s+)?"
    r"(?:\b(?:akhir|awal|pertengahan)\s+)?)(?:" + dates.NEAR.pattern + ")",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_AGAIN = re.compile(
    r"(\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),?\s\(?\d{1,2}[/ ][^()]{1,16}\)?)"
    r"\s(?:(?:pekan|minggu|bulan)\s(?:depan|lalu|ini)|mendatang|lalu|besok|kemarin|ini)\b"
)  # "Selasa (15/12/2026) pekan depan": told once
_HABIT_BEFORE = re.compile(
    r"(?:setiap|tiap|per|antara|dari|khatib|salat|shalat|sholat|khotbah|khutbah|ibadah|jamaah|majelis|sekolah"
    r"|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|malam|hari-hari|dan|hingga|sampai|Pasar|Jalan|[-–])\s*$",
    re.IGNORECASE,
)
_HABIT_AFTER = re.compile(
    r"\s*(?:[-–]|sampai|hingga|dan\s+(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)|Agung|Abu|Putih|Palma|Legi|Kliwon"
    r"|Pon|Wage|Pahing|Paing|Berkah)"
)
_FUTURE = re.compile(
    r"\b(?:akan|bakal|dijadwalkan|menjadwalkan|rencananya|direncanakan|mulai|besok|mendatang|diprakirakan|memprakirakan|jika|kalau|bila"
    r"|apabila|insya ?allah|semoga|mudah-mudahan|targetnya|ditargetkan|menargetkan|paling lambat|selambatnya|nanti"
    r"|harus|wajib|jangan|diminta|diimbau)\b"
)
_YEAR = re.compile(r"\b([Pp]ada|[Dd]i|[Uu]ntuk|[Ss]ejak|[Mm]ulai|[Hh]ingga|[Aa]khir|[Aa]wal)\s+(?:tahun\s+)?(20\d\d)\b(?!\s*[/–-]\s*\d)")
_MONTH_YEAR = re.compile(rf"\b({'|'.join(dates.MONTHS)})\s+(20\d\d)\b")
_AGO = re.compile(r"\b(se|satu|dua|tiga|empat|lima|enam|tujuh|\d{1,2})[ -]?hari (?:yang )?lalu\b")

_ZONES = "WIB|WITA|Wita|WIT|Wib"
_ZONE = re.compile(rf"(?<=\d )(?:{_ZONES})\b")  # 14.07 WIB
_ONE = r"(?<![\d.,])([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d,]|\.\d)"
_CLOCK = re.compile(
    rf"(?P<word>\b(?:[Pp]ukul|[Jj]am|[Pp]kl\.?)\s+)?{_ONE}(?:\s*(?P<zone1>{_ZONES})\b)?"
    rf"(?:\s*(?P<to>[-–—]|s/d|sampai(?:\sdengan)?|hingga)\s*(?:pukul\s+|jam\s+)?{_ONE.replace('(?<![', '(?<![')})?"
    rf"(?:\s*(?P<zone>{_ZONES})\b)?(?:\s*(?P<part>{dates.PARTS})\b(?!\s+(?:ini|tadi)))?"
)
_CLOCK_SIGN = re.compile(r"\d[.:]\d\d|[Pp]ukul|[Jj]am")
_ZONE_NAMES = {"WIB": "Waktu Indonesia Barat", "WITA": "Waktu Indonesia Tengah", "WIT": "Waktu Indonesia Timur"}
_PLAIN_HOUR = re.compile(r"\b([Pp]ukul|[Jj]am)\s+(\d{1,2})(?![\d.,:])(?:\s*(WIB|WITA|Wita|WIT)\b)?")


_FAR_DAYS = 1100
"""An older date in a text is history, not the day of the news."""


def date_story(scene: Scene) -> Scene:
    """Return the scene with its day: the article's own date, or the latest past day that its text gives in full.

    An unknown or an old date is flagged.
    """
    air = scene.air.date()
    day = scene.story.date
    if day is None:
        found = [one.day for text in scene.sentences for one in dates.find_days(text, air)]
        past = [one for one in found if one <= air and (air - one).days < _FAR_DAYS]
        day = max(past) if past else None
    if day is None:
        scene.notes.flag(FlagCode.DATE_UNKNOWN, "Tanggal artikel tidak diketahui; keterangan waktu dibuang. Pastikan kapan peristiwanya.")
    elif (air - day).days > scene.house.old_after_days:
        scene.notes.flag(FlagCode.OLD_NEWS, f"Artikel tertanggal {dates.tell_date(day, air)}, {(air - day).days} hari sebelum siaran.")
    return replace(scene, day=day)


def tell_days(text: str, scene: Scene) -> str:
    """Tell every day from the air time; without a date for the article, words like "besok" go.

    A date in the sentence itself says from which day its "besok" counts.
    """
    air = scene.air.date()
    text = _ONE_WORD.sub(r"\1ini hari", text)
    spoken_on = _spoken_on(text, scene)
    kept: list[str] = []

    def shield(told: str) -> str:
        kept.append(told)
        return f"\x1e{len(kept) - 1}\x1e"

    def shielded(match: re.Match[str], told: str) -> str:
        return shield(told) if told and told != match.group() else told  # "kemarin", once told, is not told again

    if dates.gives_date(text):
        text = dates.RANGE.sub(lambda match: shielded(match, _told_range(match, air)), text)
        text = _DAY_AGAIN.sub(r"\1", text)
        text = swap(_EXPLICIT, text, lambda match: shield(_told_explicit(match, scene)) if _dated(match, air) else match.group())
    if any(name in text for name in _DAY_NAMES):
        text = swap(_WEEKDAY, text, lambda match: shielded(match, _told_weekday(match, scene, spoken_on)))
    low = text.casefold()
    if any(word in low for word in _NEAR_WORDS):
        text = dates.MONTH_NEAR.sub(lambda match: _told_month(match, scene), text)
        text = swap(_NEAR, text, lambda match: _told_near(match, scene, spoken_on))
    text = _SHIELD.sub(lambda match: kept[int(match.group(1))], text) if kept else text
    if "20" in text:
        text = _YEAR.sub(lambda match: f"{match.group(1)} {_told_year(match.group(2), scene)}", text)
        text = _MONTH_YEAR.sub(lambda match: match.group(1) if int(match.group(2)) == air.year and scene.day else match.group(), text)
    return tidy(_ON_NEAR.sub("", text))


_DAY_NAMES = (*dates.WEEKDAYS, "Jum'at", "Jum’at", "Ahad")
_NEAR_WORDS = (" ini", "esok", "lusa", "kemarin", "semalam", "tadi", "nanti", " lalu", " depan", "mendatang", "tahun")
"""Without one of these no day is told from the day of writing."""
_ONE_WORD = re.compile(r"\b([Dd])inihari\b")
_SHIELD = re.compile("\x1e(\\d+)\x1e")
_ON_NEAR = re.compile(r"\b[Pp]ada (?=(?:hari ini|kemarin|besok|lusa|tadi malam|tahun (?:ini|lalu|depan))\b)")


def _spoken_on(text: str, scene: Scene) -> date | None:
    """Return the day from which this sentence's "besok" counts."""
    if scene.day is None:
        return None
    stated = [one.day for one in dates.find_days(text, scene.day) if 0 <= (scene.day - one.day).days <= 1]
    return stated[-1] if stated and "“" in text else scene.day


def _dated(match: re.Match[str], air: date) -> bool:
    found = dates.find_days(match.group(), air)
    return bool(found)


def _told_explicit(match: re.Match[str], scene: Scene) -> str:
    air = scene.air
    found = dates.find_days(match.group(), scene.day or air.date())[0]
    if match["d3"] and not match["name"] and not match["y3"] and re.search(r"\b[A-Z]\w+ $", match.string[: match.start()]):
        return match.group()  # a name: Stadion Gelora 10 November
    lead = "pada " if match.group().lower().startswith("pada") else ""
    if abs((found.day - air.date()).days) < 14 and not (match["d3"] and not match["name"] and abs((found.day - air.date()).days) > 1):
        return dates.tell_day(found.day, air.date(), found.part, air.hour)
    return lead + dates.tell_date(found.day, air.date()) + (f" {found.part}" if found.part else "")


def _told_weekday(match: re.Match[str], scene: Scene, spoken_on: date | None) -> str:
    name = match["name"]
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _HABIT_BEFORE.search(before) or _HABIT_AFTER.match(after) or "\x1e" in before[-3:]:
        return match.group()
    if _SUPPOSED.search(before) and len(set(_NAMES.findall(match.string))) > 1:
        return match.group()
    if name == "Minggu" and re.match(r"\s(?:pertama|kedua|ketiga|keempat)", after):
        return match.group()
    if spoken_on is None:
        scene.notes.flag(FlagCode.DATE_UNKNOWN, f"“{match.group().strip()}” dibuang karena tanggal artikel tidak diketahui.")
        return ""
    when = (match["when"] or match["after"] or "").strip()
    future = bool(_FUTURE.search(before[-90:].casefold()))
    day = dates.weekday_near(name, when, spoken_on, future=future)
    if spoken_on == scene.air.date() and when:
        return match.group()
    return (match["from"] or "") + dates.tell_day(day, scene.air.date(), match["part"] or "", scene.air.hour)


_SUPPOSED = re.compile(r"\b(?:jika|bila|apabila|kalau|misalnya|misal|umpamanya|ibaratnya|semestinya|seharusnya)\s", re.IGNORECASE)
_NAMES = re.compile("|".join(dates.WEEKDAYS))
"""Two days of a supposed case, "yang seharusnya Senin baru Rabu", are no days of the calendar."""


def _told_month(match: re.Match[str], scene: Scene) -> str:
    if scene.day is None:
        scene.notes.flag(FlagCode.DATE_UNKNOWN, f"“{match.group()}” menjadi “{match['month']}” karena tanggal artikel tidak diketahui.")
        return match["month"]
    if match["near"].startswith("tahun") and scene.day.year != scene.air.year:
        return f"{match['month']} {dates.tell_near(match['near'], scene.day, scene.air.date())}"
    return match.group()


def _told_near(match: re.Match[str], scene: Scene, spoken_on: date | None) -> str:
    word = match.group()
    lead = re.sub(r"^[Pp]ada\s+", "", match["from"] or "")
    core = word[len(match["from"] or "") :]
    if core.casefold() == "semalam" and _PER_NIGHT.search(match.string[: match.start()]):
        return word[: -len(core)] + "per malam"
    if re.match(r"\s*(?:-|ini)", match.string[match.end() :]) and "ini" not in core:
        return word
    if core.casefold().startswith("hari ini") and _SO_MANY.search(match.string[: match.start()]):
        return word
    if spoken_on is None:
        scene.notes.flag(FlagCode.DATE_UNKNOWN, f"“{core}” dibuang karena tanggal artikel tidak diketahui.")
        return ""
    if spoken_on == scene.air.date():
        return word
    return lead + dates.tell_near(core, spoken_on, scene.air.date(), scene.air.hour)


_SO_MANY = re.compile(
    r"(?<!pukul )(?<!jam )(?<!tanggal )(?<!nomor )(?<!skor )(?<![\d.,-])"
    r"\b(?:\d{1,2}|beberapa|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
    r"|\w+ (?:belas|puluh))\s$",
    re.IGNORECASE,
)
"""Before "hari ini" a number counts days: "empat hari ini" are these four days, no date; not "pukul empat hari ini"."""
_PER_NIGHT = re.compile(r"(?:\d|\b(?:orang|rupiah|ribu|juta|kamar|tamu|kali))\s*$")  # 120 orang semalam


def _told_range(match: re.Match[str], air: date) -> str:
    """Say "12–14 Desember 2025" as "12 hingga 14 Desember"."""
    year = match["y2"] or match["y1"]
    try:
        month = dates.month_number(match["m2"])
        last = date(int(year) if year else air.year, month, int(match["d2"]))
    except ValueError:
        return match.group()
    first_month = f" {dates.MONTHS[dates.month_number(match['m1']) - 1]}" if match["m1"] else ""
    years = bool(match["y1"] and match["y2"] and match["y1"] != match["y2"])
    first_month += f" {match['y1']}" if years else ""
    tail = f" {year}" if year and (years or abs((last - air).days) > 300) else ""
    return f"{_number(match['d1'])}{first_month} hingga {_number(match['d2'])} {dates.MONTHS[month - 1]}{tail}"


def _number(digits: str) -> str:
    return cardinal(int(digits)) if int(digits) < 12 else str(int(digits))


def _told_year(year: str, scene: Scene) -> str:
    away = int(year) - scene.air.year
    if scene.day and abs(away) <= 1:
        return ("tahun lalu", "tahun ini", "tahun depan")[away + 1]
    return f"tahun {year}"


def tell_clocks(text: str, scene: Scene) -> str:
    """Tell clock times: "pukul 09.00-14.30 WIB" → "pukul sembilan pagi hingga setengah tiga siang".

    The zone is said only when it is not the station's, or when the sentence has another one too.
    """
    if not _CLOCK_SIGN.search(text):
        return tidy(text)
    abroad = any(zone.upper() != scene.zone for zone in _ZONE.findall(text))  # beside another zone, the station's own is said too
    text = _CLOCK.sub(lambda match: _told_clock(match, scene, abroad=abroad), text)
    return tidy(_PLAIN_HOUR.sub(lambda match: _told_hour(match, scene, abroad=abroad), text))


def _told_clock(match: re.Match[str], scene: Scene, *, abroad: bool) -> str:
    word, hour, minute, zone1, to, hour2, minute2, zone, part = match.groups()
    word = "pukul " if word and word.lower().startswith("pkl") else word
    zone = (zone or zone1 or "").upper()
    if not word and not zone:
        return match.group()
    first = dates.tell_clock(int(hour), int(minute))
    if to:
        last = dates.tell_clock(int(hour2), int(minute2))
        same = first.rpartition(" ")[2] == last.rpartition(" ")[2] and not first[0].isdigit()
        told = f"{first.rpartition(' ')[0] if same and ' ' in first else first} {scene.house.range_word} {last}"
    else:
        told = first
    if part and first[0].isdigit() and "." in first:
        told += f" {part}"
    if zone and (abroad or zone != scene.zone):
        told += f" {_ZONE_NAMES[zone]}"
    return f"{(word or 'pukul ')}{told}".replace("jam ", "pukul ", 1) if zone else f"{word}{told}"


def _told_hour(match: re.Match[str], scene: Scene, *, abroad: bool) -> str:
    zone = (match.group(3) or "").upper()
    hour = int(match.group(2))
    told = cardinal(hour) if hour < 12 else str(hour)
    return f"{match.group(1)} {told}" + (f" {_ZONE_NAMES[zone]}" if zone and (abroad or zone != scene.zone) else "")


def tell_days_ago(text: str, scene: Scene) -> str:
    """Tell "dua hari lalu" from the air time."""
    if scene.day is None or scene.day == scene.air.date():
        return text

    def told(match: re.Match[str]) -> str:
        words = {"se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
        count = words.get(match.group(1)) or int(match.group(1))
        return dates.tell_day((scene.day or scene.air.date()) - timedelta(days=count), scene.air.date())

    return _AGO.sub(told, text)
