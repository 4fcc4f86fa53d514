"""A mail saved as .eml → Articles: its text, or the document that came with it.

The sender is neither byline nor outlet: who sends or forwards a release is seldom its author, and a name taken for the
outlet would make `clean` take that person's byline out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from email import message_from_binary_file, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import PurePath
from typing import Any, BinaryIO

from broadcast.errors import SourceError
from broadcast.intake import LIMIT
from broadcast.intake.decode import decode
from broadcast.intake.documents import read_docx
from broadcast.intake.fragment import read_fragment
from broadcast.intake.mailtext import NOTE_WORDS, Said, tidy_subject, what_it_says
from broadcast.model import Article

_COVER_WORDS = 80
"""A mail this short whose attachment has twice the words only says that a release is attached."""

_DEEPEST = 5
"""Mails inside mails that are still opened."""

_WIB = timezone(timedelta(hours=7))
_UNREADABLE = frozenset({".pdf", ".doc", ".odt", ".rtf", ".zip", ".rar", ".pages", ".xlsx", ".pptx", ".html", ".htm"})
_DAY = re.compile(r"\b(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}\.?,?[ -](\d{4})\b")  # Sen, 23 November 2026 pukul 08.15
_DAY_AFTER = re.compile(r"\b([A-Za-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})\b")  # Mon, Nov 23, 2026 at 8:15 AM
_MONTHS = {name: month for month, names in enumerate(
    ("jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "agu aug ags", "sep", "okt oct", "nov nop", "des dec"), 1
) for name in names.split()}  # fmt: skip
_MAIL_HEADERS = ("from", "date", "subject", "to", "received", "mime-version", "content-type", "message-id")


@dataclass(frozen=True, slots=True)
class _Mail:
    said: Said
    attached: tuple[Article | SourceError, ...]
    unread: tuple[str, ...]
    """Names of attached documents of a kind that is not read."""


def read_mail(file: BinaryIO, source: str, stem: str) -> Iterator[Article | SourceError]:
    """Yield the articles of a mail: its text, and each attached .docx or .txt that says something else.

    A mail that only says that something is attached is left out for the attachment. The title is the subject, the date the
    day it was sent: of a forwarded mail, the day it was sent first, unknown when its header does not say.

    Raises SourceError for a file that is no mail, and for one without text whose attachments cannot be read.
    """
    try:
        message = message_from_binary_file(file, policy=policy.default)
        yield from _articles(message, source, stem, 0)
    except SourceError:
        raise
    except Exception as error:  # the standard library's parser on any mail of the world: whatever it raises, it is unreadable
        raise SourceError(f"{source}: surel ini rusak; salin isinya ke berkas .txt.") from error


def _articles(message: EmailMessage, source: str, stem: str, depth: int) -> Iterator[Article | SourceError]:
    if not any(name in message for name in _MAIL_HEADERS):
        raise SourceError(f"{source}: isinya bukan surel; simpan surelnya lagi sebagai .eml, atau salin isinya ke berkas .txt.")
    mail = _read(message, source, stem, depth)
    title, day = tidy_subject(_header(message, "subject")), _day(message, mail.said)
    documents = [one for one in mail.attached if isinstance(one, Article)]
    cover = mail.said.words < _COVER_WORDS and any(len(one.text.split()) >= 2 * mail.said.words for one in documents)
    news: list[Article | SourceError] = [] if cover or not mail.said.words else [Article(stem, source, mail.said.text, title, date=day)]
    if not documents and mail.unread and mail.said.words < NOTE_WORDS:
        news = [SourceError(f"{source}: beritanya di lampiran {', '.join(mail.unread)}, yang tidak bisa dibaca; salin teksnya ke .txt.")]
    for one in documents:
        if cover or not _is_told(one.text, mail.said.text):
            alone = title if len(documents) == 1 else ""
            news.append(replace(one, title=one.title or alone, date=one.date or day))
    failed = [one for one in mail.attached if isinstance(one, SourceError)]
    if not news and not failed:
        raise SourceError(f"{source}: surel ini tidak berisi teks; bila isinya gambar, ketik ulang ke berkas .txt.")
    yield from [*news, *failed]


def _read(message: EmailMessage, source: str, stem: str, depth: int) -> _Mail:
    attached: list[Article | SourceError] = []
    unread = []
    for part in _attachments(message):
        name = _file_name(part)
        ending = PurePath(name).suffix.lower()
        try:
            if part.get_content_type() == "message/rfc822":
                attached += _inner_mail(part, source, stem, depth)
            elif ending == ".docx":
                attached.append(read_docx(BytesIO(_payload(part)), f"{source}, lampiran {name}", stem))
            elif ending == ".txt":
                attached.append(_text_article(part, f"{source}, lampiran {name}", stem))
            elif ending in _UNREADABLE:
                unread.append(name)
        except SourceError as error:
            attached.append(error)
    return _Mail(_body(message), tuple(attached), tuple(unread))


def _inner_mail(part: EmailMessage, source: str, stem: str, depth: int) -> list[Article | SourceError]:
    inner = part.get_payload(0)
    if depth >= _DEEPEST or not isinstance(inner, EmailMessage):
        return [SourceError(f"{source}: surel di dalam surel ini terlalu dalam; salin isinya ke berkas .txt.")]
    return list(_articles(inner, source, stem, depth + 1))


def _text_article(part: EmailMessage, source: str, stem: str) -> Article:
    text = decode(_payload(part), source, charset=part.get_content_charset() or "")
    if len(text) > LIMIT or not text.strip():
        raise SourceError(f"{source}: {'terlalu besar untuk satu berita' if text.strip() else 'kosong'}; minta dikirim ulang.")
    return Article(stem, source, text)


# ---------------------------------------------------------------- parts


def _attachments(part: EmailMessage) -> Iterator[EmailMessage]:
    if _is_attached(part):
        yield part
    elif part.is_multipart():
        for child in _children(part):
            yield from _attachments(child)


def _body(part: EmailMessage) -> Said:
    """Return the text of a mail: of alternatives the plain one, unless it is a stub beside a rich one."""
    if _is_attached(part):
        return Said("")
    if part.is_multipart():
        found = [said for said in map(_body, _children(part)) if said.text]
        if not found:
            return Said("")
        richest = max(found, key=lambda said: said.words)
        if part.get_content_type() == "multipart/alternative":
            return found[0] if found[0].words * 3 >= richest.words else richest
        return replace(richest, text="\n".join(said.text for said in found))
    return _leaf(part)


def _leaf(part: EmailMessage) -> Said:
    kind = part.get_content_type()
    if kind not in {"text/plain", "text/html"}:
        return Said("")
    try:
        text = decode(_payload(part)[:LIMIT], "", charset=part.get_content_charset() or "")
    except SourceError:  # a part that says text and holds none
        return Said("")
    if kind == "text/html":
        # a paragraph of the page is whole: an empty line between two keeps them apart
        return what_it_says(read_fragment(text).replace("\n", "\n\n"))
    return what_it_says(text, flowed=part.get_param("format") == "flowed")


def _children(part: EmailMessage) -> Sequence[EmailMessage]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, EmailMessage)] if isinstance(payload, list) else []


def _is_attached(part: EmailMessage) -> bool:
    inline = part.get_content_maintype() == "multipart"
    return not inline and (part.get_content_type() == "message/rfc822" or part.is_attachment() or bool(_file_name(part)))


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: EmailMessage) -> str:
    name = _decoded(part.get_filename() or "")
    return " ".join(re.split(r"[/\\]", name)[-1].split())[:120]


# ---------------------------------------------------------------- headers


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text; what the strict parser chokes on is decoded leniently."""
    try:
        return " ".join(str(message[name] or "").split())[:1000]
    except Exception:  # noqa: BLE001  # the standard library's header parser raises anything on a malformed one
        raw: Any = next((value for key, value in message.raw_items() if key.lower() == name), "")
        return _decoded(str(raw))[:1000]


def _decoded(raw: str) -> str:
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (ValueError, LookupError):  # a charset nobody knows, broken base64
        return " ".join(raw.split())


def _day(message: EmailMessage, said: Said) -> date | None:
    if said.sent is not None:
        return _written_day(said.sent)
    try:
        moment = parsedate_to_datetime(_header(message, "date"))
        ahead = moment.utcoffset() or timedelta()
        here = timedelta(hours=7) <= ahead <= timedelta(hours=9)
        return (moment if here else _in_wib(moment)).date()
    except (TypeError, ValueError, OverflowError):
        return None


def _in_wib(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(_WIB)


def _written_day(text: str) -> date | None:
    """Return the day in the header of a forwarded mail, in Indonesian or English; figures alone could be read two ways.

    >>> _written_day("Sen, 23 Nov 2026 pukul 08.15"), _written_day("Monday, August 3, 2026 8:15 AM"), _written_day("3/8/2026")
    (datetime.date(2026, 11, 23), datetime.date(2026, 8, 3), None)
    """
    if match := _DAY.search(text[:200]):
        day, month, year = match.groups()
    elif match := _DAY_AFTER.search(text[:200]):
        month, day, year = match.groups()
    else:
        return None
    try:
        return date(int(year), _MONTHS.get(month.casefold(), 0), int(day))
    except ValueError:
        return None


def _is_told(text: str, body: str) -> bool:
    """Tell whether most of an attachment stands in the mail's own text too, by its runs of five words."""
    mine, theirs = _runs(text), _runs(body)
    return bool(mine) and len(mine & theirs) * 2 > len(mine)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + 5]) for at in range(max(1, len(words) - 4))}
