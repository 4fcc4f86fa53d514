"""The words by which a page's own HTML names what is not the article: related links, captions, adverts, share bars.

They are the class and id words of the content systems Indonesian outlets use (WordPress themes such as Newspaper, JNews,
Bloggingpro and GeneratePress, Blogger, Joomla, the detik, Kompas Gramedia, Tribun, KLY, MNC and PRMN systems) and of the
widgets they embed. A mark only removes what hangs beside the article: an element that holds most of it is never furniture,
whatever its class says (see `choosing`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

DEAD = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "canvas", "audio", "video",
    "select", "datalist", "textarea", "button", "input", "map", "amp-ad", "amp-sidebar", "amp-iframe", "amp-video", "amp-embed",
)  # fmt: skip
"""Elements without text a reader sees; gone before anything else looks at the page."""

_MARKED_TAGS = frozenset({"nav", "aside", "footer", "figcaption", "menu", "dialog"})

_MARKED_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "tablist"})

_MARKED_PROPERTIES = frozenset({"comment", "caption", "keywords"})


def _words(*groups: str) -> frozenset[str]:
    return frozenset(word for group in groups for word in group.split())


_WORDS = _words(
    # related stories
    "related terkait relate relatedpost relatedposts relatedpage inlinerelated lihatjg lihatjuga linksisip bacajuga bacaan rekomendasi "
    "recommendation recommendations recommended recommend recirculation morenews terpopuler terkini terbaru populer popular "
    "mostpopular trending jp-relatedposts yarpp crp rpbt kompasidrec othernews morefrom upnext nextpost prevpost "
    "suggestion suggested sidebar sidebarwrap rightbar",
    # captions and pictures
    "caption captions figcaption gallerycaption wpcaption imgcaption photocaption fotocaption photo foto picture gallery galeri "
    "slideshow carousel swiper slick credit credits lightbox",
    # adverts
    "ads ad adv advert advertisement advertising adsense adsbygoogle adslot iklan banner billboard sponsor sponsored promo promosi "
    "parallax parallaxindetail paradetail scrollpage staticdetail noncontent outbrain taboola mgid revcontent dable recreativ geniee",
    # sharing, comments, subscription
    "share sharer sharing shares shareit sharedaddy sosmed sosial social socials socmed addtoany addthis followus komentar comment "
    "comments commentlist disqus fbcomments respond newsletter subscribe subscription langganan whatsapp saluran googlenews "
    "reactions polling",
    # page frame
    "breadcrumb breadcrumbs crumb crumbs navigation nav navbar menu mainmenu footer topbar ticker pagination paging pager multipage "
    "tag tags tagging tagar hashtag postmeta entrymeta authorbox author-box aboutauthor biodata profilpenulis copyright "
    "cookie cookies consent gdpr popup modal signin paywall toc daftarisi tableofcontents printfriendly",
    # embeds
    "video videos youtube jwplayer twitter-tweet instagram-media tiktok-embed fb-post fb-video embed embeds oembed reddit-embed "
    "telegram-post",
    # seen by no reader
    "visually-hidden sr-only screen-reader-text screenreader noprint no-print",
)

_WHOLE_WORDS = _words(
    "widget widgets hidden hide label labels native player reply rating vote poll login overlay foot skip follow lainnya indeks"
)
"""Words that say so only when they stand alone: `widget` is a box of the sidebar, `elementor-widget` any paragraph of a page."""

_PIECES = re.compile(
    # wherever they stand in a glued word: "read__bacajuga2", "boxTerkait", "wp-caption-text"
    r"baca-?_?juga|lihat-?_?juga|lihatjg|linksisip|terkait|related|terpopuler|rekomendasi|recommend|komentar|disqus|figcaption|wp-?_?caption|"
    r"caption-?_?(?:text|foto|img|image)|(?:foto|photo|img|image|media|picture)-?_?caption|parallax|pic_artikel|artikel_sisip|"
    r"sharedaddy|addtoany|taboola|outbrain|"
    r"googlenews|google-?_?news|gnews|whatsapp|newsletter|twitter-tweet|instagram-media|tiktok-embed|author-?_?box|breadcrumb|pagination|"
    r"table-?_?of-?_?content|ez-toc|lwptoc|screen-reader|visually-hidden|advertis|div-gpt|gpt-ad|adsbygoogle|inner-?_?ads|in-?_?article-?_?ad",
    re.IGNORECASE,
)

_SPLIT = re.compile(r"[\s_]+|--+")  # the words of a class: "detail__body-tag mgt-16"
_PARTS = re.compile(r"-|(?<=[a-z])(?=[A-Z])")  # the parts of a word: "body-tag", "boxTerkait"

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)  # style="display: none"

_SHOWN_ELSEWHERE = re.compile(r"\b(?:sm|md|lg|xl|xxl|2xl)[:-](?:block|flex|grid|inline|table)|-(?:sm|md|lg|xl)-(?:block|flex|grid|inline)")
"""Hidden on a small screen only: `hidden md:block`, `hide d-md-block`."""

_NEUTRAL_PARTS = frozenset({"no", "has", "is", "with", "without", "non", "tanpa", "overflow"})
"""A part before the word that turns it round: `has-sidebar`, `no-ads`, `with-photo` name the article itself."""

_STATE_PARTS = frozenset({"post", "category", "type", "status", "format", "hentry", "single", "page", "layout", "theme"})
"""First parts of WordPress's classes about a whole post: `tag-banjir`, `format-gallery`, `single-post`."""


def is_marked(node: Any) -> bool:
    """Tell whether an element says of itself that it is furniture of the page."""
    tag = node.tag
    if tag in _MARKED_TAGS:
        return True
    get = node.get
    if get("role", "") in _MARKED_ROLES or get("itemprop", "") in _MARKED_PROPERTIES:
        return True
    name = get("class") or ""
    own = get("id")
    if own:
        name = f"{name} {own}"
    return bool(name) and names_furniture(name[:300])


def is_hidden(node: Any) -> bool:
    """Tell whether a reader does not see an element."""
    style = node.get("style")
    return node.get("hidden") is not None or (style is not None and _HIDDEN.search(style[:500]) is not None)


@lru_cache(maxsize=4096)
def names_furniture(names: str) -> bool:
    """Tell whether class and id words name furniture.

    >>> names_furniture("detail__body-tag mgt-16"), names_furniture("inner-link-baca-juga"), names_furniture("detail__body-text")
    (True, True, False)
    >>> names_furniture("post-12 hentry tag-banjir has-sidebar"), names_furniture("elementor-widget"), names_furniture("hidden md:block")
    (False, False, False)
    """
    if "hentry" in names or "type-post" in names:
        return False
    if _PIECES.search(names):
        return True
    if _SHOWN_ELSEWHERE.search(names):
        names = names.replace("hidden", "").replace("hide", "")
    return any(_is_furniture_word(word) for word in _SPLIT.split(names) if word)


def _is_furniture_word(word: str) -> bool:
    if word.casefold() in _WORDS or word.casefold() in _WHOLE_WORDS:
        return True
    parts = [part.casefold() for part in _PARTS.split(word) if part]
    if not parts or parts[0] in _NEUTRAL_PARTS or (parts[0] in _STATE_PARTS and len(parts) > 1 and parts[1] not in _WORDS):
        return False
    return any(part in _WORDS for part in parts)
