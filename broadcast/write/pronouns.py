"""The speaker's "kami", "kita", "saya" and "ini" in the third person, the verb beside them mended (RADIO R14, R16)."""

from __future__ import annotations

import re

from broadcast.write.scene import Person
from broadcast.write.standing import INTRANSITIVE
from broadcast.write.words import Grammar, bare, word_set

FIRST = re.compile(r"\b(?:kami|kita|saya|aku|gue|beta)\b", re.IGNORECASE)
_CLAUSE_STARTS = word_set(
    """dan tetapi tapi karena sebab sehingga jika kalau bila apabila agar supaya bahwa lalu kemudian namun sedangkan"""
    " maka walau meski meskipun walaupun sejak saat ketika setelah sebelum"
)
_WHEN_OPENERS = word_set("dulu dahulu kemarin tadi sekarang awalnya sebelumnya nanti besok biasanya kini pertama kedua ketiga")
_PREPOSITIONS = word_set("bagi untuk kepada dari dengan oleh pada terhadap antara menurut ke buat seperti selain")
_ONLY_ADVERB = word_set(
    "sudah telah akan tidak belum juga masih terus sedang kini langsung segera harus ingin tetap akhirnya sempat "
    "hanya bisa dapat siap mulai pun lalu kemudian baru kembali selalu wajib perlu memang sangat sudah mau tak"
)
_PLACES = word_set("sana sini situ diharapkan tentu mungkin memang pasti jelas justru malah padahal itu tiba-tiba ternyata")
_NOT_NOUN = (
    _PLACES | _ONLY_ADVERB | _PREPOSITIONS | _CLAUSE_STARTS | word_set("yang ini itu adalah ada jangan kalau saat nanti besok kemarin tadi")
)


_SHARED = r"((?:bagi|untuk|oleh|tugas|kewajiban|milik|tanggung jawab|kepentingan|perhatian|harapan)\s)"
_ANYBODY_DOES = r"(?:makan|minum|tidur|hidup|berolahraga|olahraga|mengonsumsi|sakit)"
"""What anybody does: "kalau kita makan daging" is not about the speaker."""
_FUSED = {
    "bagi": "baginya",
    "untuk": "untuknya",
    "kepada": "kepadanya",
    "ke": "kepadanya",
    "dari": "darinya",
    "dengan": "dengannya",
    "oleh": "olehnya",
    "pada": "padanya",
    "terhadap": "terhadapnya",
    "menurut": "menurutnya",
    "buat": "untuknya",
    "antara": "antara dia",
    "seperti": "seperti dia",
    "selain": "selain dia",
}


def shift_pronouns(text: str, speaker: Person, grammar: Grammar) -> str:
    """Return direct speech with the speaker's "kami", "kita" and "saya" in the third person and the verb beside them mended.

    "barang bukti kami sita" → "barang bukti disita"; "Kami amankan dua orang" → "pihaknya mengamankan dua orang".
    """
    text = re.sub(r"\bkita semua\b", "semua pihak", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b{_SHARED}kita bersama\b(?!-)", r"\1semua pihak", text, flags=re.IGNORECASE)
    text = re.sub(r"\bkita (?=(?:harus|wajib|perlu|bersama-sama|jangan|tidak boleh)\b)", "semua pihak ", text, flags=re.IGNORECASE)
    text = re.sub(r"\bdari saya (?:pribadi|sendiri)\b", "secara pribadi", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b(dengan|kalau|jika|bila|apabila) kita (?={_ANYBODY_DOES}\b)", r"\1 ", text, flags=re.IGNORECASE)
    text = re.sub(r"\bpihak (?:kami|kita)\b", "pihaknya", text, flags=re.IGNORECASE)
    tokens = text.split()
    done: list[str] = []
    index = 0
    while index < len(tokens):
        if bare(tokens[index]) in {"kami", "kita", "saya", "aku"}:
            index = _shift_at(tokens, index, done, speaker, grammar)
        else:
            done.append(tokens[index])
            index += 1
    return " ".join(done)


def _shift_at(tokens: list[str], index: int, done: list[str], speaker: Person, grammar: Grammar) -> int:
    """Write the third person for the pronoun at `index`; returns where reading goes on."""
    word = tokens[index]
    mark = word[len(word.rstrip(",.;:!?")) :]
    if not mark:
        read_on = _shift_with_verb(tokens, index, done, speaker, grammar)
        if read_on:
            return read_on
    before, who = bare(done[-1]) if done else "", _who(bare(word), speaker)
    if who == "ia" and _is_object(tokens, index, before, grammar):
        done[-1] = f"{_FUSED.get(before) or f'{done[-1]}nya'}{mark}"
        return index + 1
    stands_alone = (
        (len(done) > 1 and bare(done[-2]) in {"lebih", "paling", "sangat", "terlalu", "cukup"})
        or before in _PREPOSITIONS
        or _opens_clause(done)
        or before in _NOT_NOUN
        or before.endswith("nya")
        or (
            not mark
            and bare("".join(tokens[index + 1 : index + 2])) == "yang"
            and (before == "bukan" or bool(grammar.unowned(before)) or grammar.is_verb(before))
        )
        or grammar.is_active(before)
        or before in {"membuat", "beri"}
        or _is_subject(tokens, index, done, grammar)
    )
    if stands_alone:
        done.append(who + mark)
        return index + 1
    return _possessed(done, mark, bare(word), index)


def _is_object(tokens: list[str], index: int, before: str, grammar: Grammar) -> bool:
    """Whether "saya" only follows a preposition or a verb and does nothing itself: "bagi saya", "menolong saya"."""
    if before in INTRANSITIVE or (before not in _FUSED and not (grammar.is_active(before) and before.islower())):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if tokens[index][-1] in ",.;:" or not after:
        return True
    acts = bare(after) in _ONLY_ADVERB or grammar.is_active(after) or grammar.is_helper(after) or grammar.bare_verb(after)
    return not acts and (before in _FUSED or before in _GIVES or not after[0].isalpha() or bare(after) in _AFTER_OBJECT)


_GIVES = word_set("memberi mengajari mengirimi menanyai menawari")
_AFTER_OBJECT = word_set(
    "yang dan atau untuk di ke dari karena saat ketika agar supaya sampai tentang soal dengan pada kepada lalu kemudian"
)


_WHEN_WORDS = word_set("saat pas ketika waktu kalau jika bila apabila begitu setiap tiap selama sejak sampai hingga sebelum setelah karena")


def _is_subject(tokens: list[str], index: int, done: list[str], grammar: Grammar) -> bool:
    """Whether a pronoun acts where a noun before it would own it: "praktis kami …", "pas sepi saya baca", "setelah Jakarta saya lelah".

    After a state ("sepi", "hujan") only with "saat" and the like before it, after a name only before an adverb or a verb.
    """
    before = done[-1]
    kind = grammar.unowned(before)
    if kind == "selalu" or (len(done) > 1 and bare(done[-2]) in {"jam", "pukul", "tanggal"}):
        return True
    if kind == "keadaan":
        return any(bare(word) in _WHEN_WORDS for word in done[-4:-1]) or len(done) == 1
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    goes_on = bare(after) in _ONLY_ADVERB or bare(after) == "kurang" or grammar.is_active(after) or grammar.is_helper(after) or "-" in after
    return len(done) > 1 and before[:1].isupper() and before[-1].isalnum() and goes_on


def _opens_clause(done: list[str]) -> bool:
    """Whether a clause begins after the words written so far."""
    before = bare(done[-1]) if done else ""
    return not done or done[-1][-1] in ",;:." or before in _CLAUSE_STARTS or (len(done) == 1 and before in _WHEN_OPENERS)


def _opens_phrase(done: list[str]) -> bool:
    """Whether a clause begins here, or only where and when it happened stands before: "Di pasar kami menemukan …"."""
    return _opens_clause(done) or bare(done[0]) in {"di", "dalam", "pada", "dari", "selama", "sejak", "hingga", "sampai"}


def _shift_with_verb(tokens: list[str], index: int, done: list[str], speaker: Person, grammar: Grammar) -> int:
    """Write a pronoun together with its verb: "barang bukti kami sita" → "… disita"; 0 when the verb after it is not its own."""
    before, who = bare(done[-1]) if done else "", _who(bare(tokens[index]), speaker)
    verb = index + 1
    while verb < len(tokens) and bare(tokens[verb]) in _ONLY_ADVERB and not tokens[verb - 1].endswith(","):
        verb += 1
    if verb >= len(tokens):
        return 0
    said, between = tokens[verb], tokens[index + 1 : verb]
    form = grammar.bare_verb(said)
    if verb + 1 < len(tokens) and bare(said) == "yang" and grammar.is_base(tokens[verb + 1]):
        done += [who, *between, said, _marked(grammar.active(tokens[verb + 1]), tokens[verb + 1])]
        return verb + 2
    if grammar.is_active(said) and before not in _PREPOSITIONS and (before in _NOT_NOUN or before in _TIMES or _opens_phrase(done)):
        done.append(who)
        return index + 1
    if verb == index + 1 and _SHARES.match(" ".join(tokens[verb : verb + 2])):
        done.append("dibagi")
        return verb + 1
    if not (form or _is_done_by(tokens, index, before)):
        return 0
    if (_opens_clause(done) or _acts_after(done, grammar)) and before != "yang":
        done += [who, *between, _marked(form or grammar.active(said), said)]
    else:
        done += [*between, _marked(grammar.passive(said), said)]
    return verb + 1


def _acts_after(done: list[str], grammar: Grammar) -> bool:
    """Whether what stands before a pronoun is only when or how: "pas sepi saya baca" is no "dibaca"."""
    start = max((at + 1 for at, word in enumerate(done) if word[-1] in ",;:."), default=0)
    clause = done[start:]
    return bool(clause) and grammar.unowned(clause[-1]) == "keadaan" and any(bare(word) in _WHEN_WORDS for word in clause[:2])


_TIMES = word_set(
    "terakhir lalu tadi kemarin pagi siang sore malam semalam sekarang hari begitu sejauh pertama kedua ketiga semula awalnya akhirnya"
    " senin selasa rabu kamis jumat sabtu minggu depan"
)
"""What stands before a speaker who acts ("… enam jam terakhir kami mencatat"), where a noun would be the speaker's own."""
_SHARES = re.compile(r"bagi (?:menjadi|dalam|rata|ke)\b")  # "lahan itu kami bagi menjadi tiga"
_AFTER_MODAL = word_set("akan sudah telah bisa dapat langsung segera masih sedang tetap belum pernah sempat harus")
_ROOT_I = re.compile(r"(?!me[mnlryw]|ber|di|ter|pe[mnr]|ke|se)[a-z]{3,}[bcdfghjklmnprstwyz]i")  # cermati, hadapi, dalami
_NOT_ROOTS = word_set(
    "hari pagi lagi bagi tadi jadi pasti mandiri sendiri ini kali tinggi inti negeri rugi polisi siapa nanti padi kopi sapi api situasi"
    " kondisi aksi misi visi posisi solusi lokasi daging gizi materi energi strategi tapi nasi besi mobil asli resmi yakni kini"
    " kembali berani gaji janji"
)
_PLAIN_VERB = re.compile(r"(?!me[mnlryw]|di)[a-z]{3,}kan|(?!me[mnlryw]|ber|di|ter|pe[mnr]|ke|se|yang|itu|ini)[a-z]{4,}")


def _is_done_by(tokens: list[str], index: int, before: str) -> bool:
    """Whether a word no table knows is a bare verb: only one can follow "akan kami" when its object went before."""
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    if (before.endswith("nya") or (index > 1 and before.isalpha() and before not in _NOT_NOUN)) and _ROOT_I.fullmatch(bare(after)):
        return bare(after) not in _NOT_ROOTS
    return before in _AFTER_MODAL and index > 1 and bool(_PLAIN_VERB.fullmatch(bare(after))) and bare(after) not in _NOT_NOUN


def _possessed(done: list[str], mark: str, word: str, index: int) -> int:
    """Turn "target kami" into "targetnya"; "daerah kita" loses the pronoun."""
    if word == "kita":
        done[-1] += mark
    elif (re.fullmatch(r"[\w-]*[a-z]", done[-1]) and not done[-1].endswith("nya") and done[-1][:1].islower()) or (
        len(done) == 1 and done[-1].isalpha() and not done[-1].isupper()
    ):
        done[-1] = f"{done[-1]}nya{mark}"
    else:
        done[-1] += mark
    return index + 1


def _marked(new: str, old: str) -> str:
    return new + old[len(old.rstrip(",.;:!?")) :]


def _who(word: str, speaker: Person) -> str:
    if word in {"saya", "aku"}:
        return "ia"
    return speaker.we or ("mereka" if speaker.kind == "warga" else "pihaknya")


_THIS = re.compile(r"\bini\b", re.IGNORECASE)
_KEEPS_THIS = word_set(
    """hari saat selama kali tahun bulan pekan minggu pagi siang sore malam sekarang dewasa kini petang hingga sampai seperti
    sejauh akhir-akhir belakangan detik musim semester kuartal triwulan abad zaman"""
)
_GOING_ON = word_set("sedang lagi masih sudah akan mau")


def say_that(text: str) -> str:
    """Turn the speaker's "ini" into "itu"; as a subject it becomes "hal itu".

    >>> say_that("Ini tradisi lama"), say_that("tradisi ini ada saat ini"), say_that("ini dapat ditiru")
    ('hal itu merupakan tradisi lama', 'tradisi itu ada saat ini', 'hal itu dapat ditiru')
    """
    tokens = text.split()
    for index, token in enumerate(tokens):
        if bare(token) != "ini":
            continue
        before = bare(tokens[index - 1]) if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        mark = token[len(token.rstrip(",.;")) :]
        if before in _KEEPS_THIS:
            continue
        nearby = [bare(word) for word in tokens[index + 1 : index + 5]]
        if (
            index == 0
            and not _is_predicate(after)
            and "yang" not in nearby
            and ("-" in after or any(word in _GOING_ON for word in nearby[1:]))
        ):
            tokens[index] = ""  # "Ini tim kami sedang ke sana"
        elif index == 0 or tokens[index - 1].endswith(",") or before in _CLAUSE_STARTS:
            tokens[index] = f"hal itu{mark}" if mark or _is_predicate(after) or bare(after) == "yang" else "hal itu merupakan"
        else:
            tokens[index] = f"itu{mark}"
    return " ".join(token for token in tokens if token)


def _is_predicate(word: str) -> bool:
    plain = bare(word)
    return (
        plain in _ONLY_ADVERB
        or plain
        in {
            "adalah",
            "merupakan",
            "bukan",
            "jadi",
            "penting",
            "bagus",
            "berat",
            "wajar",
            "normal",
            "murni",
            "baru",
            "kan",
            "soal",
            "demi",
            "untuk",
            "karena",
            "hasil",
            "sesuai",
            "seiring",
            "sejalan",
            "berkat",
            "akibat",
            "terkait",
            "tentang",
            "sama",
            "mungkin",
            "sekitar",
            "boleh",
            "lebih",
            "paling",
            "kurang",
            "cukup",
            "terlalu",
            "mereka",
            "tentu",
            "sekarang",
            "nanti",
            "tadi",
            "kemarin",
        }
        or bool(re.match(r"(?:me|ber|di|ter)\w{3,}", plain))
    )
