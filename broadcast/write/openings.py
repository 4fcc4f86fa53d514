"""How a story opens: no greeting of readers, no questions of the writer, who does what before what for (RADIO R12)."""

from __future__ import annotations

import re
from dataclasses import replace

from broadcast.write.clauses import is_clause
from broadcast.write.scene import Draft, Scene
from broadcast.write.stems import shared_stems
from broadcast.write.words import capital, count_words, tidy
from broadcast.write.worth import OUTCOME

_PURPOSE_OPENER = re.compile(r"^(?:Untuk|Guna|Dalam rangka|Demi|Sebagai upaya(?: untuk)?|Dalam upaya|Agar)\s+", re.IGNORECASE)


def lift_main_clause(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Put who does what before the purpose: "Guna A, B melakukan C" → "B melakukan C" and "Langkah itu untuk A".

    A purpose that was cut off from its main clause by a full stop is joined to it first.
    """
    if not drafts or drafts[0].speaker >= 0:
        return drafts
    first, rest = drafts[0], drafts[1:]
    opener = _PURPOSE_OPENER.match(first.text)
    if not opener:
        return drafts
    words = first.text[opener.end() :]
    grammar = scene.tools.grammar
    parts = words.split(", ")
    for count in range(1, len(parts)):
        main = ", ".join(parts[count:])
        tokens = main.split()
        if is_clause(tokens, grammar) and tokens[0].casefold() not in {"serta", "dan", "yang", "atau"} and "yang" not in tokens[1:4]:
            return _main_first(first, main, ", ".join(parts[:count])) + rest
    if rest and rest[0].speaker < 0:
        joined = replace(rest[0], sources=(*first.sources, *rest[0].sources))
        return _main_first(joined, rest[0].text, words) + rest[1:]
    return drafts


def _main_first(first: Draft, main: str, purpose: str) -> tuple[Draft, ...]:
    """Return the main clause with as much of its purpose as fits, and the rest as a sentence."""
    rules = (*first.rules, "lift_main_clause")
    head, tail = _purpose_parts(purpose)
    joined = f"{capital(main)} untuk {head}"
    lead = joined if len(joined.split()) <= 18 else capital(main)
    drafts = [replace(first, text=tidy(lead), rules=rules)]
    if lead != joined:
        drafts.append(replace(first, text=tidy(f"tujuannya untuk {purpose}"), rules=rules))
    elif tail:
        main_tail, also, more = tail.partition(", serta ")
        what = _gathering(main)
        drafts.append(replace(first, text=tidy(f"{what} {main_tail}"), rules=rules, leans=True))
        when = re.match(r"(?:menjelang|setelah|selama|sebelum)\b", tail)
        if also and when:
            drafts.append(
                replace(first, text=tidy(f"{what.replace(' itu ', ' itu juga ')} {when.group()} {more}"), rules=rules, leans=True)
            )
        elif also:
            drafts[-1] = replace(first, text=tidy(f"{what} {tail}"), rules=rules, leans=True)
    return tuple(drafts)


_HELD = re.compile(
    r"\b(?:melakukan|menggelar|mengadakan|menyelenggarakan|melaksanakan|menghelat)\s(?:kegiatan\s)?(?P<what>pertemuan|rapat|apel"
    r"|simulasi|operasi|razia"
    r"|sosialisasi|pelatihan|patroli|upacara|lomba|festival|bazar|pasar murah|gladi|musyawarah|diskusi|kunjungan|inspeksi)\b"
)


def _gathering(main: str) -> str:
    """Return how the next sentence names what was held: "melakukan pertemuan intensif" → "pertemuan itu digelar".

    >>> _gathering("Pemkab melakukan pertemuan intensif"), _gathering("Warga menanam bakau")
    ('pertemuan itu digelar', 'langkah itu diambil')
    """
    found = _HELD.search(main)
    return f"{found['what']} itu digelar" if found else "langkah itu diambil"


def _purpose_parts(purpose: str) -> tuple[str, str]:
    found = re.search(r"\s(?=(?:menjelang|setelah|selama|sebelum)\b)", purpose)
    return (purpose[: found.start()], purpose[found.end() :]) if found else (purpose, "")


_GREETING = re.compile(
    r"^(?:(?:Ada\s)?(?:Kabar|Info|Informasi|Berita)\s(?:baik|gembira|penting|bahagia|terbaru|menarik)\b|Buat\s(?:kamu|Anda|kalian)\b"
    r"|(?:Halo|Hai|Yuk|Ayo|Siap-siap|Catat|Simak|Penasaran|Mau|Ingin tahu|Tahukah|Pernahkah|Siapa sangka|Siapa yang tidak)\b)",
    re.IGNORECASE,
)
_FOR_YOU = re.compile(
    r"^(?:Nah,?\s)?(?:Bagi|Untuk|Buat|Jika|Kalau|Bila)\s(?:Anda|kamu|kalian|Bunda|para pembaca|sobat)\b[^,]{0,120},\s", re.IGNORECASE
)
_READER = re.compile(r"\b(?:Anda|kamu|kalian|sobat|Bunda|pembaca)\b")
_FEW = 16


def drop_greetings(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop what only greets readers; the news comes first: "Kabar penting bagi Anda yang …", "Bagi Anda yang …, pasar tutup".

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> scene = SimpleNamespace(tools=SimpleNamespace(grammar=Grammar(Lexicon())))
    >>> drafts = (Draft("Kabar gembira bagi Anda pencinta durian", (0,)), Draft("Bagi Anda yang mau datang, pasar dibuka pukul lima", (1,)))
    >>> [draft.text for draft in drop_greetings(drafts, scene)]
    ['Pasar dibuka pukul lima']
    """
    done: list[Draft] = []
    for index, draft in enumerate(drafts):
        greets = bool(_GREETING.match(draft.text)) and bool(_READER.search(draft.text)) and count_words(draft.text) <= _FEW
        if draft.speaker < 0 and greets and index + 1 < len(drafts):
            continue
        opener = _FOR_YOU.match(draft.text) if draft.speaker < 0 else None
        rest = draft.text[opener.end() :] if opener else ""
        whole = bool(rest) and is_clause(rest.split(), scene.tools.grammar)
        done.append(replace(draft, text=capital(rest), rules=(*draft.rules, "drop_greetings")) if whole else draft)
    return tuple(done) or drafts


_HERE_FOLLOWS = re.compile(
    r"^(?:Berikut(?: ini)?(?:\s(?:adalah|ulasan|penjelasan|rangkuman|daftar|informasi)\w*)*(?:\s(?:selengkapnya|lengkapnya"
    r"|ringkasnya))?|Simak[^,.]{0,60}|Baca\s(?:[Jj]uga|[Ss]elengkapnya)[^.]*|Ini penjelasannya"
    r"|Ya|Tidak|Benar|Betul|Selengkapnya|Yuk simak[^,.]{0,60})$"
)


def drop_signposts(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Drop the writer's own questions and "Berikut penjelasannya": a listener wants the answer.

    >>> from types import SimpleNamespace
    >>> scene = SimpleNamespace(sentences=("Kapan pelunasan dibuka?", "Berikut penjelasannya.", "Pelunasan dibuka besok."))
    >>> drafts = (Draft("Kapan pelunasan dibuka", (0,)), Draft("Berikut penjelasannya", (1,)), Draft("Pelunasan dibuka besok", (2,)))
    >>> [draft.text for draft in drop_signposts(drafts, scene)]
    ['Pelunasan dibuka besok']
    """
    kept = tuple(
        draft
        for draft in drafts
        if draft.speaker >= 0
        or not (
            _HERE_FOLLOWS.match(draft.text)
            or (draft.sources and all(scene.sentences[at].rstrip(' ”"').endswith("?") for at in draft.sources))
        )
    )
    return kept or drafts


_SCENE = re.compile(
    r"(?:^(?:Isak|Tangis|Suasana|Langit|Matahari|Mentari|Pagi itu|Siang itu|Sore itu|Malam itu|Mata|Mulut|Tangan|Wajah|Raut|Senyum"
    r"|Air mata|Aroma|Bau"
    r"|Deru|Suara|Riuh|Gemuruh|Kalimat|Jarum jam|Di sebuah|Di teras|Di sudut|Di bawah|Di tengah|Di balik|Sambil"
    r"|Dengan (?:langkah|suara|wajah|tangan)"
    r"|Sejumlah kantong|Tumpukan|Deretan|Asap|Embun|Kabut|Hujan (?:belum|baru)|Belum hilang|Siapa sangka|Bagi)\b)"
    r"|\b(?:duduk|berdiri|menatap|memandang|menggendong|memeluk|mengusap|menyeka|tersenyum|termenung|berjongkok|terlihat|tampak(?!nya)"
    r"|berjejer)\b"
)
_LOOK = 8
"""So many sentences of the article are looked through for the news."""
_NO_LEAD = re.compile(
    r"^(?:Ia|Dia|Mereka|Hal|Itu|Ini|Namun|Tetapi|Tapi|Sementara|Selain|Bahkan|Itulah|Begitulah|Inilah|Saat itu|Seperti|Terpisah|Secara"
    r"|Adapun"
    r"|Dari|Di|Pada|Dalam|Menurut|Padahal|Sebagai|Satu|Jika|Kalau|Karena|Menanggapi|Terkait|Usai|Setelah)\b"
)
_SINCE = re.compile(r"^(?:Sebab|Pasalnya),?\s")
_MORE_HITS, _ENOUGH_HITS = 1, 2


def news_first(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Open with the sentence that tells what the title says, where the article paints a scene first (RADIO R12).

    >>> from types import SimpleNamespace
    >>> from broadcast.model import Lexicon
    >>> from broadcast.write.words import Grammar
    >>> tools = SimpleNamespace(grammar=Grammar(Lexicon()))
    >>> scene = SimpleNamespace(tools=tools, story=SimpleNamespace(title="Pasar Kliwon Ditutup, Pedagang Pindah"))
    >>> first = Draft("Asap masih mengepul dari tumpukan kayu", (0,))
    >>> second = Draft("Pemerintah menutup Pasar Kliwon dan pedagang pindah ke lapangan", (1,))
    >>> [draft.sources for draft in news_first((first, second), scene)]
    [(1,), (0,)]
    """
    if not drafts:
        return drafts
    lead = drafts[0]
    told = {draft.sources[0]: _sentence(drafts, draft) for draft in drafts if draft.sources}
    paints = bool(_SCENE.search(lead.text)) and lead.speaker < 0
    hits = {at: shared_stems(text, scene.story.title) + 2 * (paints and bool(OUTCOME.search(text))) for at, text in told.items()}
    own = hits.get(lead.sources[0], 0) if lead.sources else 0
    able = [
        at
        for at, draft in enumerate(drafts)
        if at
        and draft.sources
        and draft.sources[0] <= _LOOK
        and draft.speaker < 0
        and not (draft.leans or draft.aside or draft.doubts)
        and not scene.tools.grammar.is_verb(draft.text.split(" ", 1)[0].lower())
        and drafts[at - 1].sources != draft.sources
        and not _NO_LEAD.match(draft.text)
        and draft.sources[0] != lead.sources[0]
    ]
    best = max(able, key=lambda at: (hits[drafts[at].sources[0]], -at), default=-1)
    if best < 0:
        return drafts
    most = hits[drafts[best].sources[0]]
    surer = 0 if paints else 1
    if most < max(own + _MORE_HITS, _ENOUGH_HITS) + surer or (own > 1 and not paints):
        return drafts
    end = best + 1
    while end < len(drafts) and (drafts[end].sources == drafts[best].sources or drafts[end].leans):
        end += 1
    moved = replace(drafts[best], text=capital(_SINCE.sub("", drafts[best].text)), rules=(*drafts[best].rules, "news_first"))
    return (moved, *drafts[best + 1 : end], *drafts[:best], *drafts[end:])


def _sentence(drafts: tuple[Draft, ...], draft: Draft) -> str:
    """Return all that became of a draft's first sentence."""
    return " ".join(one.text for one in drafts if one.sources[:1] == draft.sources[:1])
