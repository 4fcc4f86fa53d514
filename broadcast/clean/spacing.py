"""Spaces, commas and full stops, mended without touching figures, clock times, addresses, initials or degrees."""

from __future__ import annotations

import re
from collections.abc import Callable

from broadcast.clean.words import Words

# each pattern begins with the mark itself and looks back from there: the scanner then skips from mark to mark
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")  # https://contoh.id/a, a@contoh.id
_BEFORE_COMMA = re.compile(
    r" (?=[,;])|(?<=[^\W\d_]) (?=[:!?](?:\s|$))|(?<=[^\s.]) (?=\.(?:\s|$))|(?<=\() | (?=\))"
)  # "warga , pemuda", "( KK )"
_HUMP = re.compile(r"[a-z][A-Z][a-z]")
_LOOSE_STOP = re.compile(r"(?<=[\w)\"”%]) \.(?=[A-Z][a-z])")  # "pukul 23.59 WIB .Hal ini"
_LOOSE_MARK = re.compile(r" [,;:!?.)]|\( ")
_AFTER_COMMA = re.compile(r"[,;](?=[^\W\d_])(?<=[^\s,;].)|,(?=\d)(?<=[^\W\d_],)")  # "katanya,pada", "Senin,12 Mei"
_AFTER_MARK = re.compile(
    r"[!?](?=[A-Z][a-z])(?<=[a-z].)|:(?=[A-Z][a-z])(?<=[a-z]{3}:)|\)(?=[a-z]{3}|[A-Z][a-z]{2})(?<=[\w.]\))"
)  # "apa?Kata", "(KK)atau"
_BEFORE_BRACKET = re.compile(r"(?<=[a-z]{2})(?=\([A-Z])|(?<=[a-z]{3})(?=\(\d)")  # "Daerah(BPBD)", "Senin(2/11)"
_GLUED_STOP = re.compile(r"\.(?:(?=[A-Z][a-z]|[A-Z]{2,9}[ ,])(?<=[\w)\"”%]\.)|(?=[A-Z]\.\s?[A-Z])(?<=[a-z]{4}\.))")  # "Lumajang.Menurutnya"
_TIGHT_STOP = re.compile(r"\.[A-Z]")
_TOKEN_BEFORE = re.compile(r"[\w.]+$")
_TOKEN_AFTER = re.compile(r"\w+")
_GLUED_MONEY = re.compile(r"(?<=[a-z])(?=Rp\.? ?\d)")  # "dariRp45.000"
_GLUED_PERCENT = re.compile(r"(?<=[a-z]{4})(?=\d[\d.,]*%)|(?<=\d%)(?=[a-z]{3})")  # "menjadi5,25%dalam"
_GLUED_NAME = re.compile(
    r"(?<![^\W_])(kata|ujar|ucap|tutur|jelas|tegas|ungkap|imbuh|terang|papar|menurut|oleh|dari|dan|dengan|untuk|yang|pada|kepada|saat|bahwa|dilansir|dikutip)"
    r"(?=[A-Z][a-z]{2})"
)  # "kataKapolres": a link's own space was lost
_SPLIT_NYA = re.compile(r"(?<=[a-z]{2}) nya(?![\w-])")  # "Menurut nya"

_STRAY_COMMA = re.compile(r"(?<![^\W_])(dan|atau|di|ke|dari|yang|dengan|untuk|pada|oleh|serta),(?=[^\W\d_])")  # "Semarang dan,Magelang"
_TIGHT_COMMA = re.compile(r",[^\W\d_]")
_DOUBLED = re.compile(r",{2,}|,\s?(?=\.(?:\s|$))|(?<=[?!])\.(?=\s|$)|(?<!\.)\.(?=\.(?!\.))|\.(?=\.{3})")  # ",," ",." "?." ".."
_DOUBLE_MARK = re.compile(r"[,.?!][,.]|, \.")
_PLACE_WORD = re.compile(r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}")

_GLUED_QUOTE = re.compile(r"(?<=[,.!?])[\"”](?=(?P<next>[a-z]{3,14}))")  # "siap,"kata
_QUOTES = re.compile('["“”„]')


def join_spaces(text: str) -> str:
    """Make one space of many.

    >>> join_spaces("Kepala   Desa  Klepu ")
    'Kepala Desa Klepu'
    """
    return " ".join(text.split())


def mend_spacing(text: str) -> str:
    """Repair spaces around commas, brackets and quotation marks.

    >>> mend_spacing("Kepala  Desa ,Agus ( 41 )katanya,pada Senin pukul 10.30")
    'Kepala Desa, Agus (41) katanya, pada Senin pukul 10.30'
    """
    return outside_addresses(join_spaces(text), _spaced)


def _spaced(text: str) -> str:
    """Apply each pattern where its marks stand: most paragraphs have none."""
    if _LOOSE_MARK.search(text):
        text = _BEFORE_COMMA.sub("", text)
    if "," in text or ";" in text:
        text = _AFTER_COMMA.sub(_spaced_out, text)
    if ")" in text or "!" in text or "?" in text or ":" in text:
        text = _AFTER_MARK.sub(_spaced_out, text)
    if "(" in text:
        text = _BEFORE_BRACKET.sub(" ", text)
    if " ." in text:
        text = _LOOSE_STOP.sub(". ", text)
    if " nya" in text:
        text = _SPLIT_NYA.sub("nya", text)
    if _HUMP.search(text):
        text = _GLUED_NAME.sub(r"\1 ", text)
    if "%" in text:
        text = _GLUED_PERCENT.sub(" ", text)
    return _GLUED_MONEY.sub(" ", text) if "Rp" in text else text


def _spaced_out(match: re.Match[str]) -> str:
    return match.group() + " "


def part_glued_sentences(text: str, words: Words) -> str:
    """Put the space back between two sentences that lost markup glued together; domains and degrees stay whole.

    >>> from broadcast.clean.page import blank
    >>> words = blank(clean_words={"com": ("domain",), "sos": ("gelar",)}).words
    >>> part_glued_sentences("Warga Lumajang.Menurutnya, Liputan6.Com dan Budi, S.Sos.M.Si. di Kab.Malang", words)
    'Warga Lumajang. Menurutnya, Liputan6.Com dan Budi, S.Sos.M.Si. di Kab. Malang'
    """
    if not _TIGHT_STOP.search(text):
        return text
    return outside_addresses(text, lambda plain: _GLUED_STOP.sub(lambda match: _parted(match, words), plain))


def _parted(match: re.Match[str], words: Words) -> str:
    text, start = match.string, match.start()
    before = _TOKEN_BEFORE.search(text, max(0, start - 30), start)
    after = _TOKEN_AFTER.match(text, start + 1, start + 31)
    if before is None or after is None:
        return ". "
    token, last = before.group(), before.group().rsplit(".", 1)[-1]
    follows = after.group().casefold()
    per = text[max(0, start - len(token) - 1) : start].startswith("/")  # "50 mg/l.Tapi"
    if len(last) < 2 and not last.isdigit() and not per:
        return "."
    degree = (follows in words.of("gelar") and len(last) <= 3) or last.casefold() in {"sp", "psi"}
    initials = "." in token and not token.replace(".", "").isdigit() and len(last) <= 4
    return "." if degree or initials or follows in words.of("domain") else ". "


def drop_stray_commas(text: str) -> str:
    """Take out a comma glued behind a word that none can follow, and doubled commas and stops.

    >>> drop_stray_commas("dari Semarang dan,Magelang,, siang.. Ia bilang ...")
    'dari Semarang dan Magelang, siang. Ia bilang ...'
    """
    if _TIGHT_COMMA.search(text):
        text = _STRAY_COMMA.sub(r"\1 ", text)
    return _DOUBLED.sub(_single, text) if _DOUBLE_MARK.search(text) else text


def _single(match: re.Match[str]) -> str:
    return "," if match.group().startswith(",,") else ""


def drop_stray_stops(text: str, words: Words) -> str:
    """Take out the full stop between a kind of place and its name: "Kabupaten. Lumajang" → "Kabupaten Lumajang".

    >>> from broadcast.clean.page import blank
    >>> words = blank(dateline={"Pati": ()}, clean_words={"kabupaten": ("sandang",)}).words
    >>> drop_stray_stops("Warga Kabupaten. Pati datang.", words)
    'Warga Kabupaten Pati datang.'
    """
    if ". " not in text:
        return text
    pieces, start = [], 0
    for match in re.finditer(r"(?<![^\W_])[A-Z][a-z]{3,8}(?=\. [A-Z])", text):
        if match.group().casefold() in words.of("sandang") and _names_place(text, match.end() + 2, words):
            pieces.append(text[start : match.end()])
            start = match.end() + 1
    return "".join([*pieces, text[start:]]) if pieces else text


def _names_place(text: str, start: int, words: Words) -> bool:
    match = _PLACE_WORD.match(text, start)
    if match is None or match.group().split()[0].casefold() in words.of("buka"):
        return False
    names = match.group().casefold().split()
    known = any(" ".join(names[:count]) in words.places for count in range(1, len(names) + 1))
    return known or text[match.end() : match.end() + 2].lstrip(" ")[:1] in {",", ".", ";", ")"} or match.end() == len(text)


def turn_quotes(text: str) -> str:
    """Point curly quotation marks the right way and mend the spaces around all of them, where they come in pairs.

    >>> turn_quotes("katanya,”Kami siap “ lalu pergi"), turn_quotes('siap,"kata Budi." Pipa 5" bocor')
    ('katanya, “Kami siap” lalu pergi', 'siap,"kata Budi." Pipa 5" bocor')
    """
    marks = [match.start() for match in _QUOTES.finditer(text)]
    if not marks:
        return text
    opens = _directions(text, marks)
    if len(marks) % 2 or opens != [True, False] * (len(marks) // 2):
        return text
    pieces, start = [], 0
    for index, opening in zip(marks, opens, strict=True):
        before, after = text[start:index], text[index + 1 : index + 2]
        mark = text[index] if text[index] == '"' else "“" if opening else "”"
        if opening:
            gap = " " if before[-1:] and (before[-1].isalnum() or before[-1] in ".,:;!?)") else ""
            pieces += [before, gap, mark]
            start = index + 1 + (after == " ")
        else:
            pieces += [before.rstrip(" "), mark, " " if after.isalnum() else ""]
            start = index + 1
    return "".join([*pieces, text[start:]])


def part_glued_quotes(text: str, words: Words) -> str:
    """Put the space back between a quotation and its reporting word, also where another mark of the paragraph is lost.

    >>> from broadcast.clean.page import blank
    >>> part_glued_quotes('"Air surut,"kata Budi. "Pompa jalan.', blank(clean_words={"kata": ("ujar",)}).words)
    '"Air surut," kata Budi. "Pompa jalan.'
    """
    if '"' not in text and "”" not in text:
        return text
    return _GLUED_QUOTE.sub(lambda match: match.group() + " " * (match["next"].removesuffix("nya") in words.of("ujar")), text)


def _directions(text: str, marks: list[int]) -> list[bool]:
    """Tell for each mark whether it opens: by the spaces around it, and where they do not tell, by what stands open."""
    found: list[bool] = []
    inside = False
    for index in marks:
        before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
        free_before = not before or before in " ([–—/"
        free_after = not after or (not after.isalnum() and after not in "(“\"’'‘[#@")
        if free_before and not free_after:
            inside = True
        elif free_after and not free_before:
            inside = False
        else:
            inside = not inside
        found.append(inside)
    return found


def outside_addresses(text: str, mend: Callable[[str], str]) -> str:
    """Mend a text around its web and mail addresses, which stay as they are."""
    if "://" not in text and "www." not in text and "@" not in text:
        return mend(text)
    pieces, start = [], 0
    for match in _ADDRESS.finditer(text):
        pieces += [mend(text[start : match.start()]), match.group()]
        start = match.end()
    return "".join([*pieces, mend(text[start:])])
