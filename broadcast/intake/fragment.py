"""A piece of HTML that is an article already (of a feed, of WordPress) → its text, one paragraph a line.

Nothing is weighed here: what a reader of the piece would see is kept, in its order, and only what is no text at all goes.
The furniture among the paragraphs is the business of `clean`.
"""

from __future__ import annotations

import html
import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

# fmt: off
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p",
        "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }
)
_NO_TEXT = frozenset(
    {
        "script", "style", "figure", "figcaption", "iframe", "noscript", "noembed", "aside", "form", "template", "svg", "math", "canvas",
        "audio", "video", "object", "embed", "map", "head", "button", "select", "textarea", "input", "title",
    }
)
# fmt: on
_LEFT_OPEN = frozenset({"figure", "aside", "form", "noscript", "div"})
_LEAST_SWALLOWED = 80
"""Words; an element that goes, but holds more than these and half of the article, was never closed: its text stays."""

# fmt: off
_NO_TEXT_CLASSES = frozenset(
    {
        "wp-caption", "wp-caption-text", "gallery", "gallery-caption", "screen-reader-text", "sharedaddy",
        "addtoany_share_save_container", "addtoany_content", "heateor_sss_sharing_container", "jp-relatedposts",
    }
)
# fmt: on
"""Classes that WordPress and its widespread plug-ins give to captions and rows of buttons, in any theme."""

_MARKUP = re.compile(r"</(?:p|div|a|strong|b|em|li|ul|h\d|span)\s*>|<(?:p|br|div)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)  # </p>
_CODE = re.compile(
    r"\[/?[a-z][a-z0-9]{0,30}(?:_[a-z0-9_]{1,60}|(?=\s{1,9}[\w-]{1,60}=))(?:\s[^\[\]\n]{0,500})?\]|\[/[a-z]{3,20}\]"
)  # [vc_row], [irp posts="7"]
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_OPEN_END = re.compile(r"[\w,;–-]")
_ANY_TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
_MOST_BREAKS = 3
"""Levels of escaping undone: a feed of a feed has two."""


def read_fragment(fragment: str) -> str:
    """Return the text of a piece of HTML, each block element a line, lists too.

    Pictures with their captions, scripts, forms, embeds and rows of buttons go. A `<br>` ends a line unless the sentence
    plainly runs on. HTML that was escaped twice is read as what it was meant to be.

    >>> read_fragment("<p>Air&nbsp;surut.<p>Warga <b>pulang</b>.<ul><li>Klepu</li><li>Pati</ul>").split(chr(10))
    ['Air surut.', 'Warga pulang.', 'Klepu', 'Pati']
    >>> read_fragment("&lt;p&gt;Air surut.&lt;/p&gt;&lt;p&gt;Warga pulang.&lt;/p&gt;").split(chr(10))
    ['Air surut.', 'Warga pulang.']
    """
    text = _text_of(fragment)
    for _level in range(_MOST_BREAKS - 1):
        if not _MARKUP.search(text):
            break
        text = _text_of(text)
    return text


def plain_line(value: str) -> str:
    """Return a title or name in one line, without tags and entities, however often they were escaped.

    >>> plain_line("Pasar &amp;amp; Ikan <b>Buka</b> Malam")
    'Pasar & Ikan Buka Malam'
    """
    text = value
    for _level in range(_MOST_BREAKS):
        unescaped = html.unescape(text)
        if unescaped == text:
            break
        text = unescaped
    return " ".join((_text_of(text) if _TAG.search(text) else text).split())


_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def _text_of(fragment: str) -> str:
    root = _parsed(fragment)
    if root is None:
        return ""
    lines = [_CODE.sub("", line) for line in _Lines().read(root)]
    return "\n".join(line for line in (_SPACES.sub(" ", line).strip() for line in lines) if line)


def _parsed(fragment: str) -> Any:
    """Return the tree of a piece of HTML, or None for an empty one; what nests deeper than libxml2 reads loses its tags first."""
    text = fragment.replace("\0", "").encode("utf-8", errors="replace").decode("utf-8")
    root, whole = _tree(text)
    return root if whole else _tree(_ANY_TAG.sub("\n<br>", text))[0]


def _tree(text: str) -> tuple[Any, bool]:
    if not text.strip():
        return None, True
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(f"<div>{text}</div>", parser=parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, not any("depth" in error.message.lower() for error in parser.error_log)


def _words(node: Any) -> int:
    return sum(len(text.split()) for text in node.itertext())


class _Lines:
    """Walks a tree and gathers its lines; without recursion, because pages of the web nest as deep as they like."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pieces: list[str] = []
        self._last = ""  # the last word of the line so far: joining the pieces at every break would take for ever

    def read(self, root: Any) -> list[str]:
        most = max(_LEAST_SWALLOWED, _words(root) // 2)
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            if event == "end":
                self._end(node)
            elif _is_textless(node) and not (node.tag in _LEFT_OPEN and _words(node) > most):
                walk.skip_subtree()
            else:
                self._start(node)
        self._break()
        return self.lines

    def _start(self, node: Any) -> None:
        if node.tag in _BLOCKS:
            self._break()
        elif node.tag == "br":
            self._soft_break(node.tail or "")
        elif node.tag in {"td", "th"} and self._last:
            self._pieces.append(", ")
        self._take(node, node.text)

    def _end(self, node: Any) -> None:
        if node.tag in _BLOCKS:
            self._break()
        self._take(node.getparent(), node.tail)

    def _take(self, home: Any, text: str | None) -> None:
        if text and home is not None and home.tag == "pre":
            *whole, last = text.split("\n")
            for line in whole:
                self._add(line)
                self._break()
            self._add(last)
        elif text:
            self._add(text)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._last = text.rstrip()[-1:] or self._last

    def _soft_break(self, after: str) -> None:
        """End the line at a `<br>`, unless the words before are open and those behind it go on in lower case."""
        if _OPEN_END.match(self._last) and after[:200].lstrip()[:1].islower():
            self._pieces.append(" ")
        else:
            self._break()

    def _break(self) -> None:
        self.lines.append("".join(self._pieces))
        self._pieces.clear()
        self._last = ""


def _is_textless(node: Any) -> bool:
    return not isinstance(node.tag, str) or node.tag in _NO_TEXT or not _NO_TEXT_CLASSES.isdisjoint((node.get("class") or "").split())
