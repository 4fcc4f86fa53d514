"""Turns of everyday speech made plain before they are reported: "sama", "punya", "katanya", "saya kira", a "kalau" that names a topic."""

from __future__ import annotations

import re
from functools import partial

from broadcast.write.words import Grammar, Phrases, bare, capital, word_set

_ME = r"(?:saya|kami|kita|aku)"
_SAME = r"(?!(?:saja|sekali|seperti|dengan|persis|halnya|juga|kayak|rata|kuat|besar|baik|aja|banyak|tinggi|artinya)\b)"
_FOLK = (
    r"(?:saya|kami|kita|aku|dia|mereka|bapak|ibu|anak|suami|istri|adik|kakak|ayah|mama|teman|keluarga|tetangga|warga|kakek|nenek|paman|bibi"
    r"|orang tua)"
)
_LISTED_SAME = re.compile(rf"(?<=\w),\s+sama\s{_SAME}(?=\w)", re.IGNORECASE)
_PAIRED_SAME = re.compile(rf"\b({_FOLK}(?:\s(?:saya|kami|kita|aku))?)\ssama\s(?={_FOLK}\b)", re.IGNORECASE)
_DONE_BY_SAME = re.compile(rf"\b(di[a-z]{{4,}})\ssama\s{_SAME}(?=[A-Za-z\ue000-\uebff])")
_WITH_SAME = re.compile(
    rf"\b((?:pakai|bawa|makan|minum|butuh|perlu|memakai|membawa)\s(?!kerja\b)[a-z]{{3,}})\ssama\s{_SAME}(?!{_FOLK}\b)(?=[a-z])"
)
_VERY = re.compile(r"\b(?!tidak\b|nggak\b|enggak\b|gak\b|kasih\b|bukan\b)([a-z]{3,})\sbanget\b")
_OPINION = re.compile(
    rf"(?<![Yy]ang)(?<!awalnya)(?<!semula)(?<!tadinya)(?<!kalau)(?<!jika)(,?)\s{_ME}\s(?:kira|pikir|rasa),?(?=\s)(?!\s(?:sekitar|paling)?\s?\d)"
)
_TO_MY_MIND = re.compile(rf"(?P<before>,?)\s(?:menurut|hemat)\s(?:hemat\s)?{_ME}(?:\s(?:pribadi|sendiri))?(?P<after>,?)(?=\s)")
_RATED = re.compile(
    rf"\byang\s{_ME}\s(?:kira|pikir|rasa)\s(?=(?:sangat|paling|cukup|penting|perlu|harus|wajar|baik|bagus|masih|sudah|memang|tidak|bisa)\b)"
)
_AS_KNOWN = re.compile(
    r"(?:^|\s)(?:seperti|sebagaimana)\s(?:yang\s)?kita\s(?:ketahui|tahu)(?:\sbersama)?,?(?:\sbahwa)?(?=\s)"
    r"|(?<=karena)\s(?:kalau\s)?kita\stahu(?:\sbahwa)?(?=\s)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<=\w\s)(?:kalau|jika)\s(?:saya\s)?(?:tidak|nggak|enggak|gak)\ssalah(?=\s(?:tahun\s|sekitar\s|ada\s|sampai\s)?(?:\d|(?:satu|dua|tiga|empat|lima"
    r"|enam|tujuh|delapan|sembilan|sepuluh|seratus|seribu)\b))"
)
_WHEN = re.compile(r"((?:^|,\s)(?:[Jj]adi\s)?)[Pp]as\s(?!untuk\b|dengan\b|sekali\b|banget\b|di\b)(?=[a-z])")
_LOOKED_AT = re.compile(
    r"\b([Kk]alau|[Jj]ika|[Bb]ila|[Aa]pabila)\skita\s(?=(?:lihat|perhatikan|bandingkan|hitung|cermati|amati|telusuri)\b)"
)
_SEEN_THAT = re.compile(
    r"(?<!kasih\s)(?<!beri\s)\b((?:me)?(?:lihat|dengar|rasa|nyadari)|tahu|bilang|mengatakan|sadar|menduga)\s(?:kalau|kalo)"
    r"\s(?!kita\b)(?=[^,]+$)(?!.*\b(?:pasti|maka|tentu|akan)\b)"
)
_MADE = re.compile(
    rf"(?<![A-Za-z])(?P<before>[A-Za-z]+)\s(?:{_ME}\sbikin|(?:kami|kita)\sbuat)\b(?!\s(?:saya|kami|kita|di|ke|yang|para|anak|usaha|kesalahan)\b)"
)
_MAKES = re.compile(rf"(?P<open>^|,\s|^(?:Jadi|Nah|Ya|Lalu),?\s|\bdan\s)(?P<who>(?i:{_ME}))\sbuat\s")
_WITH_ITS = re.compile(rf"\b(?P<what>[a-z]{{3,}})\ssama\s{_SAME}(?!(?:lain|arti|akhir|biasa|khusus)nya\b)(?=[a-z]{{3,}}nya\b)")
_SUMMED = re.compile(
    rf"(?P<open>^|,\s)(?P<what>[A-Za-z]+(?:\s[a-z]+){{0,2}})\ssama\s{_SAME}(?!{_FOLK}\b)(?=[a-z]+(?:\s[a-z]+){{0,2}}\s(?:saja|aja)\b)"
)
_BEG = re.compile(r"^(?:[Mm]inta|[Mm]ohon)\stolong\s(?:untuk\s)?")
_BEFORE_ACTOR = word_set(
    "karena sebab kalau jika bila saat ketika setelah sebelum agar supaya bahwa dan tetapi tapi lalu maka jadi kasih beri memberi"
    " sehingga terus kemudian lah nah ya jadi lalu sekarang nanti kemarin tadi"
)
_KAN = re.compile(r"\b(?!disiplin|dipimpin|dijalin|dijamin|disalin|dipilin|diizin)(di[a-z]{3,})in\b")
_AS_SAID = re.compile(rf"\byang\s(?:tadi\s)?{_ME}\s(?P<verb>bilang|katakan|sebut|sebutkan|sampaikan)(?=[\s,]|$)")
_SAID = {"bilang": "disebut", "katakan": "dikatakan", "sebut": "disebut", "sebutkan": "disebutkan", "sampaikan": "disampaikan"}
_OWNED = re.compile(
    r"(?P<open>^|,\s|\b(?i:jangan|soal|karena|tetapi|tapi|dan|kalau|jika)\s)(?P<who>(?i:saya|kami|kita|dia|mereka|orang))\spunya\s(?P<what>[a-z]{3,})"
    r"(?=\s(?:ikut|sudah|belum|tidak|masih|hilang|rusak|habis|di[a-z]{4,}|ter[a-z]{4,})\b)"
)
_NOT_OWNED = word_set("rencana niat harapan keinginan dua tiga empat lima enam tujuh delapan sembilan sepuluh banyak beberapa satu")
_EXCUSE = re.compile(r"(?P<open>^|[,.]\s|\b(?i:pertama|kedua|lalu|terus|terakhir|tetapi|tapi|dan)\s)[Kk]atanya,?\s(?P<next>\w+)")
_EXCUSES = word_set("nunggu menunggu karena belum tunggu")
_THEN = re.compile(
    r"(?P<open>^|[,.]\s)[Tt]erus\s(?=(?:katanya|kami|saya|kita|dia|mereka|ada|yang|tiba-tiba|besoknya|habis|pas|sampai|akhirnya|waktu|ternyata|malah"
    r"|(?!me|ber|di|ke|pe)[a-z]+nya)\b)"
)
_ASKED_LAST = re.compile(r"^(?P<told>.+\w),\s(?:(?:lalu|terus|lantas|itu)\s)*(?P<what>[a-z]{3,}nya)\s(?:itu\s)?(?:apa|mana|di mana|siapa)$")
_ONLY_FOR = re.compile(r"^(?:[Bb]iar|[Ss]upaya|[Aa]gar)\s(?!dah\b|saja\b|aja\b|lah\b)(?=[^,]+$)")
_BEGIN_REASON = re.compile(r"^(?:Biar|Supaya|Agar)\s(?P<what>[^,]+),\s(?P<why>(?:kalau|jika|soalnya|sebab|karena)\s.+)$")


def plain_spoken(text: str, grammar: Grammar) -> str:
    """Return a sentence of direct speech without the turns that only speech has; what may mean something else stays.

    >>> from broadcast.model import Lexicon
    >>> said = lambda text: plain_spoken(text, Grammar(Lexicon()))
    >>> said("Yang rusak atap, dinding, sama pintu"), said("Kami sama sekali tidak tahu")
    ('Yang rusak atap, dinding, dan pintu', 'Kami sama sekali tidak tahu')
    >>> said("Jangan kami punya sawah ikut digusur"), said("Kami punya rencana sudah lama")
    ('Jangan sawah kami ikut digusur', 'Kami punya rencana sudah lama')
    """
    text = _PAIRED_SAME.sub(r"\1 dan ", _LISTED_SAME.sub(", dan ", text))
    text = _WITH_SAME.sub(r"\1 dan ", _DONE_BY_SAME.sub(r"\1 oleh ", text))
    text = _AS_KNOWN.sub("", _ABOUT.sub("kira-kira", _WHEN.sub(r"\1saat ", text)))
    text = _RATED.sub("yang ", _LOOKED_AT.sub(r"\1 di", _SEEN_THAT.sub(r"\1 bahwa ", _BEG.sub("Mohon ", text))))
    text = _MAKES.sub(r"\g<open>\g<who> bikin ", _MADE.sub(_made, text))
    text = _WITH_ITS.sub(partial(_with_its, grammar=grammar), text)
    text = _SUMMED.sub(partial(_with_its, grammar=grammar), text)
    text = _VERY.sub(r"sangat \1", text)
    text = _TO_MY_MIND.sub(_to_my_mind, _OPINION.sub(_opined, text)).replace(" yang yang ", " yang ")
    text = _AS_SAID.sub(lambda found: f"yang {_SAID[found['verb']]}", text)
    text = _OWNED.sub(_owned, text)
    text = _EXCUSE.sub(_excused, text)
    text = _THEN.sub(lambda found: f"{found['open']}{'lalu' if found['open'] else 'Lalu'} ", text)
    text = _ASKED_LAST.sub(r"\g<told>, dan ia mempertanyakan \g<what>", text)
    text = _ONLY_FOR.sub("Hal itu agar ", text)
    text = _BEGIN_REASON.sub(_purpose, text)
    return _without_topic(_if_not(text.strip()), grammar)


_BOUND = re.compile(r"\bsama (?=(?:sekali|saja|persis|dengan|seperti|rata|kuat)\b)")


def standard_words(text: str, informal: Phrases) -> str:
    """Return a text in standard words; "sama sekali" is no "kepada": "tidak takut sama sekali", but "takut sama polisi".

    >>> phrases = Phrases({"takut sama": ("takut kepada",)})
    >>> standard_words("Warga takut sama polisi", phrases), standard_words("Warga tidak takut sama sekali", phrases)
    ('Warga takut kepada polisi', 'Warga tidak takut sama sekali')
    """
    plain = informal.replace(_BOUND.sub("sama_", text)).replace("sama_", "sama ")
    return _KAN.sub(r"\1kan", plain)


def _owned(found: re.Match[str]) -> str:
    """Eastern Indonesian and Malay "kami punya sawah": our field."""
    if found["what"] in _NOT_OWNED:
        return found.group()
    said = f"{found['what']} {found['who'].lower()}"
    return f"{found['open']}{said if found['open'] else capital(said)}"


def _purpose(found: re.Match[str]) -> str:
    """An answer to "why": "Biar awet, kalau basah cepat busuk" → "Hal itu agar awet, sebab kalau basah cepat busuk"."""
    joint = "" if re.match(r"(?:soalnya|sebab|karena)\b", found["why"]) else "sebab "
    return f"Hal itu agar {found['what']}, {joint}{found['why']}"


def _to_my_mind(found: re.Match[str]) -> str:
    """A "menurut saya" goes, the pause beside it stays: "banyak menurut kami, apalagi …"."""
    return found["before"] or found["after"] if found["before"] or not _JOINS.search(found.string[: found.start()]) else ""


_JOINS = re.compile(r"\b(?:dan|tapi|tetapi|namun|maka|karena|yang|itu|ini|jadi|sebab|kalau|jika)$")


def _made(found: re.Match[str]) -> str:
    """What the speaker makes of something told before: "yang cepat kami bikin pelan" → "yang cepat dibuat pelan"."""
    before = found["before"].casefold()
    return found.group() if before in _BEFORE_ACTOR or before.startswith("me") else f"{found['before']} dibuat"


def _with_its(found: re.Match[str], grammar: Grammar) -> str:
    """One thing and what belongs to it: "motor sama kuncinya"."""
    words = [bare(word) for word in found["what"].split()]
    stays = any(grammar.is_verb(word) or grammar.is_helper(word) or word in _NO_THING for word in words)
    return found.group() if stays else re.sub(r"\ssama\s$", " dan ", found.group())


_NO_THING = word_set(
    "kerja bekerja yang itu ini urusan urusannya"
    " dekat takut malu marah kenal bosan sesuai suka sayang cinta cocok percaya kasihan peduli kalah beda"
)


def _opined(found: re.Match[str]) -> str:
    """A "saya kira" that opens the sentence, or all but opens it, is told by the attribution."""
    return found.group(1) if " " in found.string[: found.start()] else found.group()


def _excused(found: re.Match[str]) -> str:
    """Somebody else's words inside a quotation: an excuse ("katanya nunggu semen") or hearsay."""
    word = "alasannya" if bare(found["next"]) in _EXCUSES else "kabarnya"
    return f"{found['open']}{word if found['open'] else capital(word)} {found['next']}"


_IF_NOT = re.compile(
    rf"(?P<open>^|,\s)(?P<if>[Kk]alau|[Jj]ika)\s(?:tidak|nggak|enggak|gak|ndak),?\s(?:(?P<ya>ya),?\s)?(?P<then>(?:{_ME}|nanti|maka|terpaksa|bakal)\s[^,]+)$"
)


def _if_not(text: str) -> str:
    """Set an elliptic condition apart: "kalau tidak ya kita laporkan" → "jika tidak, kita laporkan".

    >>> _if_not("Kami beri sepekan, kalau tidak ya kami bongkar"), _if_not("Kalau tidak kami bayar, listrik diputus")
    ('Kami beri sepekan, jika tidak, kami bongkar', 'Kalau tidak kami bayar, listrik diputus')
    """

    def told(found: re.Match[str]) -> str:
        if not found["open"] and not found["ya"]:
            return found.group()
        return f"{found['open']}{'Jika' if found['if'][0].isupper() else 'jika'} tidak, {found['then']}"

    return _IF_NOT.sub(told, text)


_IF = r"(?P<if>\b(?:[Kk]alau|[Kk]alo|[Jj]ika))\s"
_TOPIC = re.compile(rf"^{_IF}(?P<topic>(?:soal|untuk|mengenai|terkait|perihal|masalah|urusan)\s[^,]{{2,45}}),\s(?P<rest>.+)$")
_FROM = re.compile(
    rf"{_IF}(?=(?:dari|bagi|menurut)\s(?:{_ME}|sisi|segi|pihak|data|pantauan|pengalaman|kacamata|pengamatan|catatan|hitungan)\b)"
)
_THOSE_AT = re.compile(rf"{_IF}(?=yang di\b)(?!.*\b(?:bagaimana|apalagi|maka|gimana)\b)")
_THEN_AND_NOW = re.compile(rf"{_IF}(?=(?:zaman\s)?(?:dulu|sekarang)\b(?!\s(?:tidak|belum|nggak|gak)\b)[^,]*$)")
_AT_PLACE = re.compile(rf"^{_IF}(?P<place>(?:di|pada)\s[^,]{{2,40}}),\s(?=.)")
_NAMED = re.compile(rf"^{_IF}(?P<name>[A-Z\ue000-\uebff][\w\ue000-\uebff-]*(?:\s[A-Z][\w-]*){{0,3}}),\s(?=[a-z])")
_OURSELVES = re.compile(
    rf"^{_IF}(?P<who>{_ME})(?=\s(?:sih|ya|tetap|hanya|cuma|sepenuhnya|pada prinsipnya|intinya|siap|keluarga|warga|sebagai|selaku|manut"
    r"|pasrah|inginnya|maunya|harapannya|berharap)\b)(?P<rest>.+)$"
)
_THAT_IS_IT = re.compile(
    rf"^{_IF}(?P<what>[^,]+),\s(?P<that>(?:itu|ini|itulah|inilah)(?:\syang\s(?:jadi|menjadi))?\s(?:kendala|masalah|persoalan|penyebab|sebab|alasan|hambatan"
    r"|kesulitan|tantangan|keluhan)(?:nya|\s(?:kami|kita|saya|utama\w*))?)$"
)
_GOES_ON = re.compile(r"^(?:karena|sebab|soalnya|tapi|tetapi|dan|sesuai|sehingga|supaya|agar|yang|baik|seperti|terutama|apalagi)\b")


def _without_topic(text: str, grammar: Grammar) -> str:
    """Take away a "kalau" that sets no condition and only names what is spoken of.

    >>> from broadcast.model import Lexicon
    >>> said = lambda text: _without_topic(text, Grammar(Lexicon()))
    >>> said("Kalau soal harga, kami ikut pasar"), said("Kalau harga naik, kami ikut naik")
    ('Soal harga, kami ikut pasar', 'Kalau harga naik, kami ikut naik')
    >>> said("Kalau Surabaya, stoknya aman"), said("Kalau air masih keruh, itu kendalanya")
    ('Untuk Surabaya, stoknya aman', 'Air masih keruh, itu kendalanya')
    """
    kept = partial(_kept, grammar=grammar)
    for pattern in (_TOPIC, _AT_PLACE):
        text = pattern.sub(kept, text, count=1)
    found = _OURSELVES.match(text)
    if found and all(_GOES_ON.match(piece.strip()) for piece in found["rest"].split(",")[1:]):
        text = f"{capital(found['who'])}{found['rest']}"
    text = _NAMED.sub(r"Untuk \g<name>, ", text)
    found = _THAT_IS_IT.match(text)
    text = f"{capital(found['what'])}, {found['that']}" if found else text
    return _cased(text, _THEN_AND_NOW.sub("", _THOSE_AT.sub("", _FROM.sub("", text))))


def _kept(found: re.Match[str], grammar: Grammar) -> str:
    """Return a sentence whose topic a "kalau" opens; one with a verb ("kalau urusan ini selesai") is a condition."""
    topic = found.group()[found.end("if") + 1 - found.start() :]
    words = topic.split(",", 1)[0].split()[1:]
    doing = words[1:] if topic.startswith(("untuk", "Untuk")) else words
    if any(grammar.is_verb(word) or grammar.is_helper(word) or bare(word) in _STATES for word in doing):
        return found.group()
    return capital(topic) if found["if"][0].isupper() else topic


_STATES = word_set(
    "selesai beres tuntas rusak hujan banjir macet habis hilang kosong penuh sakit benar salah aman mahal murah saja aja begini begitu"
)


def _cased(before: str, after: str) -> str:
    return capital(after) if before[:1].isupper() else after
