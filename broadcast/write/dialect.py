"""What is said in a quotation but not told on air: thanks, greetings, prayers, and words of a regional language (RADIO R14)."""

from __future__ import annotations

import re

from broadcast.model import Lexicon
from broadcast.write.words import bare, word_set

_THANKS = (
    r"(?:(?:beribu-ribu|banyak|sangat)\s)?"
    r"(?:te?rima\s?kasih|makasih|matur\s?(?:sembah\s)?nuwun|hatur\s?nuhun|nuhun|mauliate|kurru sumanga|tarimo kasih)"
)
_PRAYER = (
    r"(?:alhamdulil+ah|insya\s?al+ah|masya\s?al+ah|subhanal+ah|astagh?firul+ah|puji tuhan|puji syukur|syukur alhamdulil+ah"
    r"|assal?amu\s?['’]?alaikum\b[^,]*|wassal?am\w*|amin|aamiin|haleluya|(?:mohon|minta) doa(?:nya|restu| restu)?|doakan saja|salam \w+)"
)
_CHEER = (
    r"(?:selamat (?:pagi|siang|sore|malam|datang|ulang tahun|berjuang|berbahagia)|merdeka|hidup \w+|horas|wah|aduh|ya ampun|ayo|semangat)"
)
_GREETING = re.compile(
    rf"^(?:(?:kami|saya|kita)\s)?(?:(?:sangat\s)?(?:ber|meng?ucapkan\s|ucapkan\s|mengucap\s|sampaikan\s)?{_THANKS}\b[^,]*|{_PRAYER}|{_CHEER})"
    r"(?:,?\s(?:ya|semuanya|semua|sekali|banyak|sebesar-besarnya|dari (?:kami|saya|warga)))*"
    r"(?:,\s(?:pak|bu|bapak|ibu|tuhan|dan|ya|kepada|untuk|buat|atas|(?-i:[A-Z\ue000-\uebff]))[^,]*)?$",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(r"\b(?:yang|karena|atas|sebab|sehingga|untuk (?:bantuan|perhatian))\b", re.IGNORECASE)
_GOD_WILLING = re.compile(r"\binsya?\s?al+ah\b,?\s*", re.IGNORECASE)
_WILLING_IF = re.compile(r"\binsya?\s?al+ah\b,?\s*(?=(?:kalau|jika|bila|apabila)\b)", re.IGNORECASE)
_HOPED = re.compile(
    r"\b(?:di(?:target|harap|yakin|perkira|rencana)\w+|rencananya|target\w*|mudah-mudahan|semoga|yakin|optimis\w*|berharap)\b",
    re.IGNORECASE,
)
_OPENING_PRAYER = re.compile(r"^(?:puji tuhan|masya\s?al+ah|subhanal+ah|syukur),?\s+(?=\w)", re.IGNORECASE)
_THANKED = re.compile(
    rf"^(?:(?:kami|saya|kita)\s)?(?:ber|mengucapkan\s|ucapkan\s)?{_THANKS}(?:\s(?:banyak|sekali))?(?P<whom>,?\s.+)$", re.IGNORECASE
)

_REGIONAL = word_set(
    """
    ka kanggo meuli beas jeung teu teh mah atuh urang abdi sareng pisan kumaha naon henteu tos ayeuna barudak sadaya nuhun pami
    ku keur geus aya ieu eta dina ti kudu bisa-bisa euy wae sok
    kulo kula panjenengan mboten saged sampun niki niku nggih inggih matur nuwun wis ora iso sing karo kanggo iki iku opo kowe aku-iki
    ben nek piye ngono ngene saiki sesuk wong bocah podo kabeh mangan omah dalan banyu gak-iso rek iyo arek sampeyan ojo meneh maneh lan
    awak ambo denai kito indak alah ndak lai baa pai urang-urang nan jo ko itu-lah samo kami-ko iko inyo
    ulun ikam pian kada handak banar haja lawan kawa sidin
    torang dorang ngana ngoni pe so kita-pe nyanda nda kitorang tra tara kong pi sa su ko-pu dong pung seng
    tabe iye ki ji mi pole puang nakke kodong
    hita ho hamu do ma dang adong sude horas boru amang inang
    tiang titiang nike sampun suksma matur becik wenten
    enggi bungah sengko kassa bekna sengkok ta
    """
)
_TOO_MANY = 0.4
_LEAST_WORDS = 3


def is_greeting(sentence: str) -> bool:
    """Whether a sentence of a quotation only thanks, greets, prays or cheers.

    >>> is_greeting("Terima kasih kepada Pemkab Kukar"), is_greeting("Alhamdulillah, panennya naik")
    (True, False)
    >>> is_greeting("Terima kasih atas jembatan yang dibangun untuk warga dua dusun")
    False
    """
    words = sentence.strip(" .,!?")
    return bool(_GREETING.match(words)) and not (_FOR_WHAT.search(words) and len(words.split()) > _MOST_THANKS)


_MOST_THANKS = 7


def thanked(sentence: str) -> str:
    """Return whom and what for a sentence thanks, or nothing.

    >>> thanked("Terima kasih kepada TNI yang membuka jalan")
    'kepada TNI yang membuka jalan'
    """
    found = _THANKED.match(sentence)
    return re.sub(r"^(?:untuk|buat|ke|sama|pada)\s(?!\w+nya\b)", "kepada ", found["whom"].lstrip(" ,")) if found else ""


def without_prayer(sentence: str) -> str:
    """Return a sentence without the prayer that opens it; "insyaallah" becomes a hope unless the sentence tells one already.

    >>> without_prayer("Puji Tuhan, dagangan habis")
    'dagangan habis'
    >>> without_prayer("Insyaallah, jembatan selesai"), without_prayer("Insyaallah ditargetkan selesai")
    ('diharapkan jembatan selesai', 'ditargetkan selesai')
    """
    hope = "" if _HOPED.search(sentence) else "diharapkan "
    sentence = _WILLING_IF.sub("", sentence)
    return _GOD_WILLING.sub(hope, _OPENING_PRAYER.sub("", sentence))


def is_regional(sentence: str) -> bool:
    """Whether too much of a sentence is in a regional language to be told in Indonesian.

    >>> is_regional("Lumayan kanggo meuli beas jeung bayar listrik"), is_regional("Ka Asep datang sore ini")
    (True, False)
    """
    words = [bare(word) for word in sentence.split() if any(mark.isalpha() for mark in word)]
    known = sum(word in _REGIONAL for word in words)
    return len(words) >= _LEAST_WORDS and known >= 2 and known / len(words) >= _TOO_MANY


def regional_words(sentence: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a sentence that belong to a regional language; a word with a capital inside it may be a name.

    >>> regional_words("Warga ora setuju", Lexicon({"regional": {"ora": ("Jawa",)}}))
    ('ora',)
    >>> regional_words("Warga Ora setuju", Lexicon({"regional": {"ora": ("Jawa",)}}))
    ()
    """
    table = lexicon.table("regional")
    words = [word.strip("“”\"'’‘,.;:!?()") for word in sentence.split()]
    found = (word.casefold() for index, word in enumerate(words) if not index or word.islower())
    return tuple(dict.fromkeys(word for word in found if word in table))
