r"""The script (naskah) as text: the one place that writes and reads it.

    # Warta Berita Siang
    stasiun: Radio Bintang Tenggara
    siaran: 2026-11-23 14.00 WIB
    penyiar: utama

    [pembuka]
    [jingle pembuka]
    Pendengar / waktu menunjukkan pukul empat belas //

    [berita: pilkades | perlu cek: TANGGAL_TIDAK_DIKETAHUI]
    Pemerintah Kabupaten Lumajang mengantisipasi gangguan keamanan //
    Bupati Lumajang / As'at {baca: as at} / mengajak warga membangun daerah ///
    [jeda 0,8]
    [insert bupati.mp3 | awal: "Kami sudah" | akhir: "aman"]

    [berita: banjir | penyiar: luring-wanita]
    Air mulai surut ///

`/` is a breath, `//` the end of a sentence, `///` the end of an item; they count only between spaces.
`penyiar` in a section's head is the voice of another announcer than the script's.
A word followed by `{baca: …}` is said as given. A literal mark, bracket or brace is written with `\` before it.
`Line.text` is kept in this notation (`escape`, `runs` and `plain` go between it and plain text).
"""

from broadcast.naskah.notation import Run, escape, plain, runs, unescape
from broadcast.naskah.reading import parse, parse_air
from broadcast.naskah.rejoining import rejoin
from broadcast.naskah.writing import ZONES, dump, stamp

__all__ = ["ZONES", "Run", "dump", "escape", "parse", "parse_air", "plain", "rejoin", "runs", "stamp", "unescape"]
