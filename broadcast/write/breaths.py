"""Where an announcer breathes: a `/` at real phrase joints, every four to seven words (RADIO R15)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from broadcast.naskah import escape
from broadcast.write.words import bare, word_set

_LONGEST = 8
_SHORTEST = 3
_NEVER_AFTER = word_set(
    """di ke dari pada yang dan atau untuk dengan oleh tidak belum akan sudah ia dia bukan para sebuah seorang lebih"""
    " paling sangat hampir sekitar tahun pukul ayat pasal nomor per hingga itu/ selama diduga keluar"
)
_VERBAL = re.compile(r"(?:me[a-z]{4}|ber[a-z]{3}|di[a-z]{4}|tidak$|akan$|belum$)")
_WITH_TIME = word_set("di ke dari pada dengan untuk hingga sampai selama waktu itu ini")
_SHORT_BEFORE_WHO = word_set("hal orang pihak siapa apa warga mereka salah satu kata cara anak")
_COMES_WITH_PLACE = word_set("berada tinggal bertempat terletak berlokasi tiba masuk wilayah")
_COMMA = re.compile(r",(?!\d)\s*")
_FIGURE = re.compile(
    r"[\d]|^(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|ribu|juta|miliar|triliun|setengah|koma)$"
)


def mark_breaths(text: str, joints: Mapping[str, int]) -> str:
    """Return a line in script notation: commas become breaths, long stretches get one at their best joint.

    >>> mark_breaths("Camat Garum, Ratna Dewi, meninjau tanggul", {})
    'Camat Garum / Ratna Dewi / meninjau tanggul'
    >>> mark_breaths("Petugas menutup pasar hewan di Desa Ngadirejo karena sapi diduga sakit", {"karena": 5})
    'Petugas menutup pasar hewan di Desa Ngadirejo / karena sapi diduga sakit'
    """
    pieces = [piece.strip() for piece in _COMMA.split(text) if piece.strip()]
    pieces = _joined_short(pieces)
    return " / ".join(part for piece in pieces for part in _broken(escape(piece), joints))


def _joined_short(pieces: list[str]) -> list[str]:
    """No breath right after a lone Ia or Namun-like opener that reads on."""
    done: list[str] = []
    for piece in pieces:
        if done and done[-1].casefold() in {"ia", "dia", "sebab", "lalu", "dan"}:
            done[-1] = f"{done[-1]} {piece}"
        else:
            done.append(piece)
    return done


def _broken(piece: str, joints: Mapping[str, int]) -> list[str]:
    words = piece.split(" ")
    if len(words) <= _LONGEST:
        return [piece]
    best = max(range(_SHORTEST, len(words) - _SHORTEST + 1), key=lambda at: _worth(words, at, joints))
    if _worth(words, best, joints) <= 0:
        return [piece]
    return [*_broken(" ".join(words[:best]), joints), *_broken(" ".join(words[best:]), joints)]


def _worth(words: list[str], at: int, joints: Mapping[str, int]) -> float:  # noqa: C901, PLR0911  # one return for each reason against
    """How good a breath before word `at` is; 0 or less: none."""
    word, before = bare(words[at]), bare(words[at - 1])
    strength = joints.get(word, 0)
    if not strength:
        return -1
    if word == "yang" and (before in _SHORT_BEFORE_WHO or bare(words[min(at + 1, len(words) - 1)]) == "sama" or at < _SHORTEST + 1):
        return -1
    if word == "sementara" and (_VERBAL.match(before) or at + 1 >= len(words) or bare(words[at + 1]) in _WITH_TIME):  # for a while
        return -1
    if words[at][:1].isupper() and words[at - 1][:1].isupper() and word in joints:  # Pelayanan Haji Dalam Negeri
        return -1
    if word == "ke" and at + 1 < len(words) and bare(words[at + 1]) == "depan":
        return -1
    if word == "dari" and before in {"lebih", "kurang", "terdiri", "mulai", "datang"}:
        return -1
    if before in _NEVER_AFTER or (before in joints and joints[before] >= 2 and before != "lalu"):
        return -1
    if _FIGURE.search(before) and (_FIGURE.search(word) or word in {"hingga", "persen", "rupiah", "dan"}):
        return -1
    if word in {"dan", "atau", "lalu", "kemudian", "serta"} and not (at + 1 < len(words) and _VERBAL.match(words[at + 1])):
        return -1
    if word == "hingga" and words[at - 1][:1].isupper():
        return -1
    if (word in {"di", "ke"} and before in _COMES_WITH_PLACE) or (
        word in {"sebelum", "setelah"} and before in {"hari", "jam", "menit", "bulan", "tahun", "pekan", "sesaat"}
    ):
        return -1
    middle = abs(at - len(words) / 2) / len(words)
    return strength - 4 * middle
