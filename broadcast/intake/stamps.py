"""When something was published: the calendar date on the spot, of whatever stamp a feed carries."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from broadcast.bahasa.dates import month_number
from broadcast.intake.record import parse_date

WIB_HOURS = 7
_ENGLISH = {"may": 5, "aug": 8, "oct": 10, "dec": 12}
_WRITTEN = re.compile(r"\b(\d{1,2})[\s-]{1,3}([A-Za-z]{3,9})\.?,?[\s-]{1,3}(\d{4})\b")  # Mon, 23 Nov 2026
_UTC = re.compile(r"[T\s](\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?)?\s?(?:Z|GMT|UTC|[+-]00:?00)\s*$")  # 18:30:00 +0000


def stamp_date(stamp: str, today: date) -> date | None:
    """Return the date of a feed's time stamp as it was on the spot; None when it is none.

    A stamp with a zone of its own keeps the date that is written. One in UTC is told in WIB, because software writes UTC
    (every WordPress feed does), people do not: half past midnight on the 24th stands there as 17.30 on the 23rd. Where that
    would lie after `today`, local time was only labelled UTC, and the written date stands.

    >>> stamp_date("Mon, 23 Nov 2026 23:30:00 +0700", date(2026, 11, 25))
    datetime.date(2026, 11, 23)
    >>> stamp_date("Mon, 23 Nov 2026 17:30:00 +0000", date(2026, 11, 25))
    datetime.date(2026, 11, 24)
    >>> stamp_date("Senin, 23 Nopember 2026 17.30 WIB", date(2026, 11, 25))
    datetime.date(2026, 11, 23)
    """
    written = parse_date(stamp) or _named_date(stamp)
    clock = _UTC.search(stamp[:200])
    if not written or not clock or int(clock.group(1)) > 23:
        return written
    try:
        local = datetime(written.year, written.month, written.day, int(clock.group(1))) + timedelta(hours=WIB_HOURS)  # noqa: DTZ001  # only its date is used
    except OverflowError:
        return written
    return local.date() if local.date() <= today else written


def _named_date(stamp: str) -> date | None:
    match = _WRITTEN.search(stamp[:200])
    if not match:
        return None
    month = _ENGLISH.get(match.group(2)[:3].lower()) or month_number(match.group(2))
    try:
        return date(int(match.group(3)), month, int(match.group(1)))
    except ValueError:
        return None
