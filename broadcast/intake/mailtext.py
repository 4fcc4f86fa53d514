"""The text of a mail without what mail puts around it: wrapped lines, signatures, quoted replies, forwarded headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NOTE_WORDS = 30
"""A text this short beside a longer one is what its sender says of it ("mohon dimuat"), not news."""

_FORWARD_LABELS = frozenset(
    {"dari", "from", "pengirim", "tanggal", "date", "dikirim", "sent", "subjek", "subject", "perihal", "kepada", "to", "cc", "bcc"}
    | {"tembusan", "reply-to", "balas-ke"}
)
_SENDER = frozenset({"dari", "from", "pengirim"})
_SENT = frozenset({"tanggal", "date", "dikirim", "sent"})
_LABEL = re.compile(r"[*_\s]{0,4}([A-Za-z][A-Za-z -]{1,10}?)[*_\s]{0,4}[:：]")  # "*Dari:* Humas", "Sent: Monday"
_BANNER = re.compile(
    r"\W{0,40}(?:(?:begin )?forwarded message|original message|(?:awal )?pesan (?:yang )?(?:di)?teruskan|pesan (?:terusan|asli))\W{0,40}$",
    re.IGNORECASE,
)  # ---------- Forwarded message ---------
_RULE = re.compile(r"[-_=*~]{4,}$")  # ________________
_QUOTED_BY = re.compile(r"(?:pada|on)\s.{4,200}\s(?:menulis|wrote)\s?:$", re.IGNORECASE)  # Pada Sen, 23 Nov 2026 Humas menulis:
_SENT_FROM = re.compile(
    r"(?:sent|dikirim|terkirim) (?:from|via|dari|melalui) (?:my |perangkat |ponsel )?"
    r"(?:iphone|ipad|android|samsung|galaxy|xiaomi|redmi|oppo|vivo|realme|yahoo|outlook|gmail|mail|hp|blackberry)\b.{0,40}$"
    r"|(?:get outlook for|dapatkan outlook untuk) .{2,20}$",
    re.IGNORECASE,
)  # Dikirim dari iPhone saya
_PICTURE = re.compile(r"\[(?:image|gambar|cid)\s?:[^\][]{0,200}\]", re.IGNORECASE)  # [image: logo.png]
_LINK = re.compile(r"\s?<(?:https?://|mailto:)[^<>\s]{1,2000}>")  # Pemkab <https://contoh.id>
_BOLD = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]{0,200}\S)?)\*(?![\w*])")  # *LUMAJANG*
_ITEM = re.compile(r"(?:[-•*–]|\d{1,2}[.)])\s")  # "- dua perahu karet"
_PREFIX = re.compile(r"(?:\s*(?:fwd?|re|tr|bls|balas|trs|terusan)\s?(?:\[\d{1,3}\])?\s?[:：])+\s*", re.IGNORECASE)  # Fwd: Re:
_WRAP_LEAST, _WRAP_MOST = 55, 80
"""Columns at which mail programs break lines; a text whose longest line is shorter or longer was not wrapped."""

_SIGNATURE_WORDS = 60
"""What follows a `-- ` and is longer is no signature."""

_HEADER_ROWS = 24
"""Lines a forwarded header may have, long lists of addresses among them."""


def tidy_subject(subject: str) -> str:
    """Return a subject without what replies and forwards put before it.

    >>> tidy_subject("Fwd: RE: Siaran Pers: Banjir Surut")
    'Siaran Pers: Banjir Surut'
    """
    line = " ".join(subject.split())
    match = _PREFIX.match(line)
    return line[match.end() :] if match else line


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail says, one paragraph a line; `sent` is the date in the header it was forwarded with, None when it was not."""

    text: str
    sent: str | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def what_it_says(text: str, *, flowed: bool = False) -> Said:
    r"""Return what the plain text of a mail says; `flowed` is the format of RFC 3676.

    Of a forwarded chain every message of some length is kept; where all are short, the longest.

    >>> what_it_says("Mohon dimuat.\n\n---------- Forwarded message ---------\nDari: Humas <humas@contoh.id>\n"
    ... "Date: 23 Nov 2026\nSubject: Banjir\nTo: redaksi@contoh.id\n\nBanjir di dua desa surut.\n\n-- \nHumas")
    Said(text='Banjir di dua desa surut.', sent='23 Nov 2026')
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts = [(_without_frame(part), sent) for part, sent in _messages(rows)]
    longest = max(parts, key=lambda part: word_count(part[0]))
    kept = [part for part, _ in parts if word_count(part) >= NOTE_WORDS] or [longest[0]]
    whole = [row for part in kept for row in _unwrapped(part, flowed=flowed)]
    return Said("\n".join(filter(None, map(_tidied, whole))), longest[1])


def word_count(rows: Iterable[str]) -> int:
    """Return how many words stand in some lines."""
    return sum(len(row.split()) for row in rows)


# ---------------------------------------------------------------- forwarded and answered messages


def _messages(rows: Sequence[str]) -> list[tuple[list[str], str | None]]:
    """Split a mail at the header blocks inside it, which go but for the date of each.

    A block is three lines or more that begin with mail's labels, the sender's among them; an empty line or the rest of a
    long list of addresses may stand between them.
    """
    labels = [*map(_label, rows), ""]
    parts: list[tuple[list[str], str | None]] = [([], None)]
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and (labels[end] or (end > at and (labels[end + 1] or "@" in rows[end]))):
            end += 1
        found = set(labels[at:end]) - {""}
        if len(found) >= 3 and found & _SENDER and end - at <= _HEADER_ROWS:
            stamps = [_label_value(rows[number]) for number in range(at, end) if labels[number] in _SENT]
            parts.append(([], stamps[0] if stamps else ""))
        else:
            end = max(end, at + 1)
            parts[-1][0].extend(rows[at:end])
        at = end
    return parts


def _label_value(row: str) -> str:
    return row.partition(":")[2].strip(" *_\t")


def _label(row: str) -> str:
    match = _LABEL.match(row.lstrip("> "))
    name = match.group(1).strip().casefold().replace(" ", "-") if match else ""
    return name if name in _FORWARD_LABELS else ""


# ---------------------------------------------------------------- one message


def _without_frame(rows: Sequence[str]) -> list[str]:
    """Drop signature, banners, the lines that phones add, and what is quoted of an earlier, shorter message."""
    quoted = [row.lstrip("> ") for row in rows if row.startswith(">")]
    own = [row for row in rows if not row.startswith(">") and not _QUOTED_BY.match(row.strip()[:400])] if quoted else rows
    own = _without_signature(own)
    if word_count(own) < NOTE_WORDS < word_count(quoted):
        own = quoted
    elif word_count(own) < word_count(quoted):
        own = [*own, "", *quoted]
    return [row for row in own if not _is_furniture(row.strip())]


def _is_furniture(row: str) -> bool:
    return len(row) < 150 and bool(_BANNER.match(row) or _RULE.match(row) or _SENT_FROM.match(row))


def _without_signature(rows: Sequence[str]) -> Sequence[str]:
    at = next((number for number, row in enumerate(rows) if row.rstrip() == "--"), len(rows))
    behind = rows[at + 1 :]
    speaks = at < len(rows) and rows[at] != "-- " and any(map(_is_sentence, behind))
    return rows if speaks or word_count(behind) > _SIGNATURE_WORDS or not word_count(rows[:at]) else rows[:at]


def _is_sentence(row: str) -> bool:
    return len(row.split()) >= 8 and row.rstrip(' "”’)').endswith((".", "!", "?"))


def _unwrapped(rows: Sequence[str], *, flowed: bool) -> list[str]:
    """Join the lines that a mail program broke at its margin; an empty line ends a paragraph.

    A line was broken there when the first word of the next would not have fitted, and most lines of the mail were; under
    `format=flowed` a space at its end says so.
    """
    goes_on = [row.endswith(" ") and row != "-- " for row in rows] if flowed else _full(rows)
    done: list[list[str]] = [[]]
    for row, more in zip(rows, goes_on, strict=True):
        done[-1].append(row.strip())
        if not more:
            done.append([])
    return [" ".join(pieces) for pieces in done]


def _full(rows: Sequence[str]) -> list[bool]:
    """Tell of each line whether it fills the margin; of none where the mail was not wrapped."""
    width = max((len(row.rstrip()) for row in rows if "://" not in row), default=0)
    followed = list(zip(rows, [*(row.split() for row in rows[1:]), []], strict=False))
    filled = [
        bool(row.strip() and words) and len(row.rstrip()) + 1 + len(words[0]) > width and not _ITEM.match(" ".join(words))
        for row, words in followed
    ]
    inner = sum(bool(row.strip() and words) for row, words in followed)
    wrapped = _WRAP_LEAST <= width <= _WRAP_MOST and sum(filled) * 2 > inner
    return filled if wrapped else [False] * len(rows)


def _tidied(row: str) -> str:
    r"""Return a line without the links, pictures and bold marks of a mail's plain text.

    >>> _tidied("*LUMAJANG* - Bupati [image: foto.jpg] hadir <https://contoh.id>. Luas 5*3 meter.")
    'LUMAJANG - Bupati hadir. Luas 5*3 meter.'
    """
    return " ".join(_BOLD.sub(r"\1", _LINK.sub("", _PICTURE.sub("", row))).split())
