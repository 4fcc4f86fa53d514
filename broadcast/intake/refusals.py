"""Pages that are no article: what a site sends instead of the news must never be read out as if it were news."""

from __future__ import annotations

import re

from broadcast.intake.blocks import Outline
from broadcast.intake.metadata import Metadata

_SHORT_WORDS = 80
_LOGIN_WORDS = 25
_ARTICLE_WORDS = 150
_STUB_WORDS = 120
_ERROR_PAGE = 4_000
"""Characters of the largest error page; they have neither menus nor lists of news."""

_HEADLINE = 25
_MANY = 15


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_INSTEAD: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (
        _any(r"just a moment", r"attention required", r"ddos[- ]guard", r"one moment,? please", r"security check", r"robot check"),
        _any(
            r"checking (?:if the site|your browser)",
            r"verif(?:y|ying|ies) (?:that )?you are (?:a )?human",
            r"enable javascript and cookies",
            r"needs to review the security of your connection",
            r"pardon our interruption",
            r"are you a (?:ro)?bot",
            r"i.?m not a robot",
            r"complete the (?:captcha|security check)",
            r"performing security verification",
            r"memeriksa (?:peramban|browser) anda",
            r"verifikasi bahwa anda (?:adalah )?manusia",
            r"saya bukan robot",
        ),
        "ini halaman pemeriksaan robot dari situsnya, bukan berita; buka beritanya di peramban lalu salin teksnya ke berkas .txt.",
    ),
    (
        _any(
            r"^\W*(?:error\W*)?(?:404|410)\b",
            r"\b404\b.{0,20}(?:not found|tidak ditemukan|error)",
            r"error 404",
            r"^\W*(?:page )?not found",
            r"^oops",
        ),
        _any(
            r"page (?:you requested |you are looking for )?(?:was |could not be |can.?t be )?(?:not )?found",
            r"nothing (?:was )?found",
            r"404 not found",
            r"halaman (?:yang )?(?:anda (?:cari|tuju|minta) )?(?:tidak|belum) (?:dapat |bisa )?(?:ditemukan|tersedia)",
            r"(?:berita|artikel) (?:ini |yang anda cari )?(?:sudah )?(?:tidak (?:ditemukan|tersedia)|dihapus)",
        ),
        "situsnya menjawab bahwa halaman ini tidak ada; periksa alamat beritanya.",
    ),
    (
        _any(
            r"^\W*(?:error\W*)?40[13]\b", r"access (?:is )?denied", r"\bforbidden\b", r"akses ditolak", r"internet positif", r"trustpositif"
        ),
        _any(
            r"you don.?t have permission to access",
            r"access (?:is |to this page is |has been )?denied",
            r"403 forbidden",
            r"you have been blocked",
            r"akses anda (?:ditolak|diblokir)",
            r"not available in your (?:country|region)",
        ),
        "situsnya menolak membuka halaman ini; buka beritanya di peramban lalu salin teksnya ke berkas .txt.",
    ),
    (
        _any(
            r"^\W*(?:error\W*)?(?:429|5[0-3]\d)\b",
            r"bad gateway",
            r"service (?:temporarily )?unavailable",
            r"internal server error",
            r"gateway time-?out",
            r"under maintenance",
            r"database error",
            r"account suspended",
            r"^maintenance",
            r"(?:situs|website) (?:sedang )?dalam (?:perbaikan|pemeliharaan)",
        ),
        _any(
            r"502 bad gateway",
            r"service (?:is )?(?:temporarily )?unavailable",
            r"internal server error",
            r"gateway time-?out",
            r"web server is down",
            r"origin is unreachable",
            r"error establishing a database",
            r"(?:site|website) is (?:currently )?under maintenance",
            r"too many requests",
            r"(?:situs|website|laman|server|web) (?:kami |ini )?(?:sedang )?(?:dalam )?(?:pemeliharaan|perbaikan|maintenance)",
            r"account has been suspended",
        ),
        "situsnya sedang bermasalah saat halaman ini disimpan; coba lagi nanti.",
    ),
    (
        _any(r"javascript (?:is )?(?:required|disabled)"),
        _any(
            r"(?:enable|turn on) javascript",
            r"javascript (?:is )?(?:required|disabled)",
            r"(?:aktifkan|nyalakan|memerlukan|membutuhkan) java ?script",
            r"browser anda tidak mendukung",
        ),
        "teks beritanya baru muncul di peramban dan tidak ada di berkas ini; salin teksnya ke berkas .txt.",
    ),
)
"""What stands in the title, or in a very short text, of such a page, and what staff is told; the first that fits is told.

Numbers count in titles only: "404 botol" and "500 warga" are news.
"""

_LOGIN = re.compile(r"\b(?:log ?in|sign ?in|masuk|daftar|kata sandi|password)\b", re.IGNORECASE)
_COOKIES = re.compile(r"\bcookies?\b|\bkuki\b", re.IGNORECASE)
_FOR_MEMBERS = _any(
    r"(?:artikel|konten|berita) ini (?:khusus|hanya) (?:bagi |untuk |tersedia untuk )?(?:para )?(?:pelanggan|member)",
    r"berlangganan untuk (?:membaca|melanjutkan)",
    r"subscribe to (?:read|continue)",
    r"(?:masuk|login) untuk (?:membaca|melanjutkan membaca)",
)


def refusal(found: Metadata, lines: list[str], outline: Outline, *, asks_password: bool) -> str:
    """Return what to tell staff when a page is no article, in Indonesian; empty when it is one."""
    words = sum(line.count(" ") + 1 for line in lines)
    if words >= _ARTICLE_WORDS:
        return ""
    size = sum(len(block.text) for block in outline.blocks)
    shown = " ".join(block.text for block in outline.blocks[:60]) if size <= _ERROR_PAGE else ""
    title = found.name or found.title
    if not found.is_article and words < _SHORT_WORDS:
        said = f"{shown} {' '.join(lines[:3])}"
        for in_title, in_text, why in _INSTEAD:
            if in_title.search(title) or in_text.search(said):
                return why
    if asks_password and words < _LOGIN_WORDS and not found.is_article and _LOGIN.search(f"{title} {shown[:500]}"):
        return "ini halaman masuk (login), bukan berita; masuk dulu di peramban lalu salin teks beritanya ke berkas .txt."
    if lines and words < _SHORT_WORDS and all(_COOKIES.search(line) for line in lines):
        return "halaman ini hanya berisi permintaan izin kuki; setujui di peramban lalu salin teks beritanya ke berkas .txt."
    if words < _SHORT_WORDS and not found.is_article and _is_list(outline, size):
        return "halaman ini daftar berita, bukan satu berita; buka salah satu beritanya lalu simpan halaman itu."
    return _stub(found, lines, words)


def _is_list(outline: Outline, size: int) -> bool:
    """Tell whether most of a page's text is links to elsewhere, many of them."""
    linked = [block for block in outline.blocks if block.linked * 2 >= len(block.text) and len(block.text) > _HEADLINE]
    return len(linked) >= _MANY and sum(len(block.text) for block in linked) * 2 > size


def _stub(found: Metadata, lines: list[str], words: int) -> str:
    """Tell whether only the lead of an article stands here, because the rest is sold."""
    offered = bool(lines) and bool(_FOR_MEMBERS.search(lines[-1]))
    if words and words < _STUB_WORDS and (found.paid or offered):
        return "beritanya berbayar dan hanya cuplikannya yang ada di halaman ini; salin teks lengkapnya ke berkas .txt."
    return ""
