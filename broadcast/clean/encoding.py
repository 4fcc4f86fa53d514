"""Damage done to characters on their way: mojibake, entities, tags, invisible marks, "?" where a quotation mark was."""

from __future__ import annotations

import html
import re

from broadcast.clean.spacing import outside_addresses

_SUSPECT = re.compile(r"â€|Ã[^\w\s]|Ã[¡-ÿ€-™]|Â[\xa0-\xbf ]|[\x80-\x9f]|ï»¿|ï¿½")  # "â€œKami siapâ€", "TagÂ Â banjir"
_CLOSE_CUT_SHORT = re.compile(r"â€(?=[\s.,;:!?)]|$)")  # the third byte of ” is no character in cp1252 and was lost
_LONELY_A = re.compile(r"Â(?=[\s\xa0]|$)")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")  # &nbsp; &#8220;
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|figure|figcaption|blockquote|section)(?![a-z0-9])[^<>]{0,500}>", re.IGNORECASE
)
_INLINE_TAG = re.compile(
    r"</?(?:b|i|em|strong|span|a|u|font|sup|sub|small|img|mark|s|strike|ins|del|iframe)(?![a-z0-9])[^<>]{0,500}>", re.IGNORECASE
)
_HTML_COMMENT = re.compile(r"<!--[^<>]{0,500}-->")  # <!-- more -->

_SPACES = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_UNSEEN = dict.fromkeys(
    [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x2070), 0xFE0E, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC]
)  # fmt: skip
_INVISIBLE = {**_UNSEEN, **_SPACES}

_LOST = "?\ufffd"
_LOST_APOSTROPHE = re.compile(rf"(?<=[a-z])[{_LOST}](?=[a-z])")  # Jum?at, Al-Qur?an
_LOST_DASH = re.compile("(?<=[^\\W_]) \ufffd (?=[^\\W_])")
_LOST_OPENING = re.compile(rf"(?:^|(?<=[\s(]))[{_LOST}](?=[^\W_])")  # ?Kami siap
_SURE_CLOSING = re.compile(rf"(?<=[,.!?])[{_LOST}](?=[\s.,;)]|$)")  # siap,? kata
_MAYBE_CLOSING = re.compile(rf"(?<=[^\W_])[{_LOST}](?=\s[a-z(]|[.,;)]|$)")  # Desa? di Pendopo
_QUOTE_REACH = 1500
_MOST_QUOTES = 300
"""Openings in one paragraph beyond which the marks mean something else."""


def mend_mojibake(text: str) -> str:
    """Undo UTF-8 that was read as cp1252; ftfy is called only where its marks stand.

    >>> mend_mojibake("â€œKami siap,â€ kata Budi â€“ singkat.")
    '“Kami siap,” kata Budi – singkat.'
    """
    if not _SUSPECT.search(text):
        return text
    import ftfy  # noqa: PLC0415  # 50 ms, needed by one article in fifty

    return _LONELY_A.sub("", ftfy.fix_encoding(_CLOSE_CUT_SHORT.sub("â€\x9d", text)))


def unescape_entities(text: str) -> str:
    r"""Turn HTML entities into characters, doubly escaped ones too, and take out tags left in the text.

    >>> unescape_entities("Jalan &amp;amp; <b>irigasi</b>&nbsp;desa")
    'Jalan & irigasi\xa0desa'
    """
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", _HTML_COMMENT.sub("", text)))
    return text


def strip_invisible(text: str) -> str:
    """Take out characters nobody sees and make every kind of space a plain one.

    >>> strip_invisible("\u200bope\u00adrator\u00a0produksi")
    'operator produksi'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_INVISIBLE)


def restore_quotes(text: str) -> str:
    """Put quotation marks back where a broken conversion left question marks.

    >>> restore_quotes("?Kami siap,? kata Budi pada Jum?at.")
    '“Kami siap,” kata Budi pada Jum’at.'
    >>> restore_quotes("Apa sebabnya? Budi diam.")
    'Apa sebabnya? Budi diam.'
    """
    if "?" not in text and "\ufffd" not in text:
        return text
    return outside_addresses(text, _quoted)


def _quoted(text: str) -> str:
    text = _LOST_DASH.sub(" – ", _LOST_APOSTROPHE.sub("’", text))
    pieces: list[str] = []
    start = 0
    if len(_LOST_OPENING.findall(text)) > _MOST_QUOTES:
        return text
    while opening := _LOST_OPENING.search(text, start):
        reach = opening.end() + _QUOTE_REACH
        closing = _SURE_CLOSING.search(text, opening.end(), reach) or _MAYBE_CLOSING.search(text, opening.end(), reach)
        pieces += [text[start : opening.start()], "“"]
        start = opening.end()
        if closing:
            pieces += [text[start : closing.start()], "”"]
            start = closing.end()
    return "".join([*pieces, text[start:]]) if pieces else text
