"""What a page carries besides the news: buttons, invitations, notices, captions, addresses."""

from __future__ import annotations

import re

from broadcast.clean.page import Page
from broadcast.clean.shapes import LONGEST, ends_sentence, has_letters, is_prose
from broadcast.clean.words import Words, fold, remembered

_INVITATION = 45
"""Words of the longest invitation; a longer paragraph is news even when it names a channel."""

_PARTS = re.compile(r"\s?[|•·»>/]\s?|\s{2,}|,\s|(?<=[a-z])(?=[A-Z])")  # "Facebook | X", "FacebookTwitter"
_LABEL_MARK = re.compile(r"\s?[:–—|>»=]|\s-\s|\s\(|\s?#")  # what parts a label from its value
_HASHTAGS = re.compile(r"(?:\s?#\s?[\w-]{2,40},?){1,30}$")  # "… #banjir #lumajang"
_ADDRESS_LINE = re.compile(r"\W{0,4}(?:(?:sumber|link|tautan|url|selengkapnya|klik)\s?:?\s?)?(?:https?://|www\.)\S+\W{0,4}", re.IGNORECASE)
_ADDRESS_BRACKET = re.compile(r"\s?[(\[]\s?(?:https?://|www\.)[^\s()\[\]]{3,300}\s?[)\]]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]{3,100})(?::\d{1,5})?(?P<path>[/?#][^\s,;\"”’)\]]*)?", re.IGNORECASE)
_NUMBERED_DAY = re.compile(r"[^\w\s]?\s?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?:\W{1,4}\d{1,2}[.:]\d\d)?$")  # 19/05/2026 06:40
_POSTAL = re.compile(r"kode pos:?\s\d{5}$", re.IGNORECASE)  # "Kantor Desa: Jl. Raya No. 1 Kode Pos 45365"
_SLOT = re.compile(r"(?:\w\s){0,8}\w|\w{0,40}_\w{0,40}(?: \d{1,3})?")  # A, f t w, Mobile_AP_Rectangle 1
_TWEET = re.compile(
    r"pic\.twitter\.com/\S{1,60}|[—–-]\s?[^()]{1,60}\(@\w{1,30}\).{0,40}", re.IGNORECASE
)  # — Kabar (@kabar) November 4, 2026
_EMBED = re.compile(
    r"\s?\[\s?(?:gambas|embed|video|foto|gallery|galeri|caption|youtube|instagram|twitter|widget|ads|iklan|img|audio)[^\[\]]{0,120}\]",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:window\.|document\.|function\s?\(|googletag|adsbygoogle|\(adsby|var\s\w+\s?=|@media|\{\s?display|<script|!function)"
)
_CRUMBS = re.compile(r"(?:beranda|home|depan)(?:\s?[»>/|›·-]\s?|\s)\S", re.IGNORECASE)  # "Beranda » Daerah » Lumajang"
_SHOWN = re.compile(
    r"(?:tonton|simak|lihat|saksikan)(?: juga)?(?: video| foto)?\s?[\"'“‘][^\n]{3,220}(?:[\"'”’]\s?:|[\"'”’] di ?sini:?)$", re.IGNORECASE
)  # Tonton juga video "Bupati Ungkap Rencana" di sini:
_STEP = re.compile(r"\d{1,2}[.)]\s")  # "1. Unduh aplikasi …": a step of the article's own instructions
_HERE = frozenset({"di sini", "disini", "link ini", "tautan ini", "link berikut"})
_NARRATED = re.compile(
    r"(?<!untuk )(?<!dan )(?<!agar )(?<!dengan )(?<!bisa )(?<!dapat )(?<!ingin )(?<!cara )(?<!tanpa )"
    r"(?<!mau )(?<!mari )(?<!yuk )(?<!terus )(?<![a-z])"
    r"(?!menarik|melalui|mereka|mendalam|mengenai|menuju|merdeka|menjadi|mengklik|mengeklik)me(?:ng|ny|m|n|l|r|w|y)[a-z]{4,}"
    r"|^\w+ \w+ di[a-z]{3,}kan "
)  # "… menelusuri klaim di grup WhatsApp"
_SENTENCE_SEAM = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_COPYRIGHT = re.compile(r"©|\(c\)\s?\d{4}|copyright\W{0,4}(?:\d{4}|by\b|@)|^\W{0,3}copyright$", re.IGNORECASE)


def drop_empty_lines(page: Page) -> Page:
    """Take out lines without a letter ("***", "1"), bare hashtags and addresses, embeds and scraps of script.

    >>> from broadcast.clean.page import blank
    >>> drop_empty_lines(blank("***", "#pati #lampu", "[Gambas:Video]", "Air mati.")).lines
    ('', '', '', 'Air mati.')
    """
    gone: dict[int, str] = {}
    for index in page.alive():
        line = page.lines[index]
        if line[-1].isdigit() and _NUMBERED_DAY.match(line) and index in _top(page):  # the page's time of publication, which is data
            continue
        if (
            not has_letters(line)
            or _SLOT.fullmatch(line)
            or _TWEET.fullmatch(line)
            or (len(line) <= LONGEST and (_ADDRESS_LINE.fullmatch(line) or _HASHTAGS.fullmatch(line.strip())))
        ) or (_SCRIPT.search(line[:LONGEST]) and sum(map(line[:LONGEST].count, "{};=()")) >= 6):
            gone[index] = ""
        elif "[" in line and (new := _EMBED.sub("", line).strip()) != line:
            gone[index] = new
    return page.changed(gone)


def _top(page: Page) -> range:
    """Return where the page's head may be: above the first paragraph, a dozen lines at most."""
    first = next((index for index in page.alive()[:12] if is_prose(page.lines[index], page.words)), 0)
    return range(first)


def drop_furniture(page: Page) -> Page:
    """Take out buttons, notices and invitations that the furniture table knows, a whole line each.

    >>> from broadcast.clean.page import blank
    >>> drop_furniture(blank("BAGIKAN", "Bagikan sembako, kata camat.", furniture={"bagikan": ("baris",)})).lines
    ('', 'Bagikan sembako, kata camat.')
    """
    return page.without([index for index in page.alive() if is_furniture(page.lines[index], page.words)])


@remembered
def is_furniture(line: str, words: Words) -> bool:
    """Tell whether a line is one of the page's buttons, labels, notices or invitations and not news."""
    if len(line) > LONGEST:
        return False
    folded = fold(line)
    lines = words.furniture.get("baris", frozenset())
    if (folded in lines and not ends_sentence(line.rstrip(".…"))) or _is_buttons(line, words, lines):
        return True
    if _CRUMBS.match(line) and not is_prose(line, words):
        return True
    return len(line.split()) <= 2 * _INVITATION and (_is_notice(line, folded, words) or _is_label(line, folded, words))


def _is_notice(line: str, folded: str, words: Words) -> bool:
    """Tell a notice or invitation by how it begins, or by words only such lines have; what somebody says is none."""
    if (not ends_sentence(line) and words.opens("muka", folded)) or _SHOWN.match(line) or (line[-1].isdigit() and _POSTAL.search(line)):
        return True
    if (
        line[0] in '"“”‘'
        or _STEP.match(line)
        or not words.of("ujar").isdisjoint(folded.replace("lebih lanjut", "").replace("tanggung jawab", "").split())
    ):
        return False
    if words.opens("awal", folded) or words.parts.search(folded):
        return True
    count = len(line.split())
    return bool(_COPYRIGHT.search(line) and count <= 40) or (count <= _INVITATION and _is_invitation(line, folded, words))


def _is_buttons(line: str, words: Words, lines: frozenset[str]) -> bool:
    """Tell a row of share or menu buttons: every piece is one, at least two of them."""
    if len(line) > 200 or ends_sentence(line):
        return False
    buttons = words.of("bagikan")
    folded = fold(line).split()
    if folded and len(folded) > 1 and all(word in buttons for word in folded):
        return True
    pieces = [fold(part) for part in _PARTS.split(line)]
    pieces = [piece for piece in pieces if piece]
    return len(pieces) > 1 and all(piece in lines or all(word in buttons for word in piece.split()) for piece in pieces)


def _is_label(line: str, folded: str, words: Words) -> bool:
    """Tell a label with a short value: "Sumber: BPS Tuban", "Tags: banjir, Lumajang"; "Sumber mata air" is none."""
    match = words.labels.match(folded)
    if match is None or line[0] in '"“”‘':
        return False
    size = len(match.group().split())
    value = _value_behind(line, size)
    if value is None:
        return False
    tagged = match.group().startswith(("tag", "topik", "kata kunci", "hashtag", "keyword", "label"))
    count = len(value.split())
    told = ends_sentence(value) and (count > 8 or (value[:1].islower() and count > 3))  # "Sumber: dari mana air itu, belum diketahui."
    if tagged and ends_sentence(value) and count > 5 and value.count(",") * 4 < count:  # "Hashtag #… menjadi perbincangan warga."
        return False
    return count <= (40 if tagged else 14) and (tagged or not told)


def _value_behind(line: str, size: int) -> str | None:
    """Return what follows the label of `size` words and its mark, None without a mark."""
    mark = _LABEL_MARK.search(line[:120])
    while mark:
        before = len(fold(line[: mark.start()]).split())
        if before >= size:
            slack = 2 if ":" in mark.group() else 0  # "Sumber berita lain: …", but "Tanggal 4 Maret - 8 April" is no label
            return line[mark.end() :].strip() if before <= size + slack else None
        mark = _LABEL_MARK.search(line[:120], mark.end())
    return None


def _is_invitation(line: str, folded: str, words: Words) -> bool:
    """Tell an invitation: it begins by inviting and names a channel of the outlet, and tells nothing that somebody does or did.

    "1. Unduh aplikasi Samsat di Play Store" is a step, "Cek Fakta menelusuri klaim di grup WhatsApp" a report.
    """
    if not words.opens("ajakan", folded):
        return False
    channel = words.channels.search(folded)
    if channel and channel.group() in _HERE and channel.end() < len(folded) - 12:
        channel = words.channels.search(folded.replace(channel.group(), " "))
    if channel is None or _NARRATED.search(folded[: channel.start()]):
        return False
    parts = _SENTENCE_SEAM.split(line)
    return len(parts) == 1 or all(_invites(fold(part), words) for part in parts[1:])


def _invites(folded: str, words: Words) -> bool:
    """Tell whether a further sentence of an invitation goes on inviting: "Pilih saluran andalanmu", "Klik DI SINI"."""
    if len(folded.split()) <= 4 or words.opens("ajakan", folded) or words.opens("awal", folded):
        return True
    return bool(words.channels.search(folded) or words.parts.search(folded))


def drop_closing_furniture(page: Page) -> Page:
    """Cut furniture sentences off the end of a paragraph: "… aman. Ikuti kami di Google News".

    >>> from broadcast.clean.page import blank
    >>> words = {"ikuti": ("ajakan",), "google news": ("kanal",)}
    >>> drop_closing_furniture(blank("Air mati. Ikuti kami di Google News.", furniture=words)).lines
    ('Air mati.',)
    """
    edits = {index: new for index in page.alive() if (new := _without_closing(page.lines[index], page.words)) != page.lines[index]}
    return page.changed(edits)


@remembered
def _without_closing(line: str, words: Words) -> str:
    from broadcast.bahasa.sentences import split_sentences  # noqa: PLC0415  # only blobs need it

    tail = line[-700:]
    folded = fold(tail)
    if not words.channels.search(folded) and not words.parts.search(folded):
        return line
    sentences = list(split_sentences(tail))
    end = len(line)
    while len(sentences) > 1 and is_furniture(sentences[-1], words):
        end = line.rfind(sentences.pop(), 0, end)
    return line[:end].rstrip() if 0 < end < len(line) else line


def shorten_addresses(text: str) -> str:
    """Take web addresses out of a sentence: bracketed ones go, others keep only the name of the site; closing hashtags go.

    >>> shorten_addresses("Daftar di https://www.contoh.id/daftar?x=1 (https://a.id/b) sekarang. #desa #lumajang")
    'Daftar di contoh.id sekarang.'
    """
    if "://" in text or "www." in text:
        text = _ADDRESS_BRACKET.sub("", text)
        text = _ADDRESS.sub(lambda match: match["host"].rstrip(".") + ("." if match.group().endswith(".") else ""), text)
    if "#" in text:
        match = _HASHTAGS.search(text, max(0, len(text) - 300))
        if match and ends_sentence(text[: match.start()]):
            text = text[: match.start()].rstrip()
    return text
