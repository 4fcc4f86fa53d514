"""Pages for the tests of the HTML reader: one small article, wrapped as a test wants it."""

from __future__ import annotations

import json
from typing import Any

from lxml import html as lxml_html

from broadcast.intake.webpage import read_page
from broadcast.model import Article

FIRST = "Perajin gerabah Desa Pagerjurang mengirim 400 kendi ke Surabaya pada Selasa pagi."
SECOND = "Tanah liat diambil dari sawah milik desa yang dikeruk bergiliran setiap musim kemarau."
THIRD = "Menurut Mbah Suro, pembakaran memakai daun tebu membuat warna kendi lebih merata."
FOURTH = "Koperasi setempat berencana membuka ruang pamer di tepi jalan raya tahun depan."
NEWS = [FIRST, SECOND, THIRD, FOURTH]
BODY = "".join(f"<p>{text}</p>" for text in NEWS)


def page_of(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kendi Pagerjurang</title>{head}</head><body>{body}</body></html>'


def article_of(body: str, head: str = "") -> Article:
    return read_page(page_of(body, head), "a.html", "a")


def lines_of(body: str, head: str = "") -> list[str]:
    return article_of(body, head).text.split("\n")


def tree_of(page: str) -> Any:
    return lxml_html.document_fromstring(page.encode())


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "Kendi Pagerjurang", **fields})}</script>'
