"""MPEG audio frames: taking a stream apart, and the Info frame that lets players drop what the encoder added.

Layer III of MPEG-1 (32–48 kHz) and MPEG-2 (16–24 kHz), as LAME writes it. The Info frame follows the LAME tag specification
(gabriel.mp3-tech.org/mp3infotag.html).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from broadcast.errors import SoundError

ENCODER_DELAY = 576
"""Samples that LAME puts before the sound."""

DECODER_DELAY = 529
"""Samples that every Layer III decoder adds before the sound."""

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}
_KBITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_LAYER_3 = 1
_MONO = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The first four bytes of a frame. `version` is 3 for MPEG-1, 2 for MPEG-2."""

    version: int
    bits: int
    rate: int
    padded: bool
    mono: bool

    @property
    def samples(self) -> int:
        """How many samples of each channel the frame holds."""
        return 1152 if self.version == 3 else 576

    @property
    def kbits(self) -> int:
        """The bit rate in kbit/s."""
        return _KBITS[self.version][self.bits]

    @property
    def size(self) -> int:
        """The length of the frame in bytes."""
        return self.samples * self.kbits * 125 // self.rate + self.padded

    @property
    def side(self) -> int:
        """The length of the side information in bytes."""
        return {(3, True): 17, (3, False): 32, (2, True): 9, (2, False): 17}[self.version, self.mono]


def read_header(frame: bytes) -> Header:
    """Read a frame's header.

    Raises SoundError when these bytes begin no frame.

    >>> header = read_header(bytes.fromhex("fffb90c4"))
    >>> header.rate, header.kbits, header.mono, header.size
    (44100, 128, True, 417)
    """
    if len(frame) >= 4 and frame[0] == 0xFF and frame[1] >> 5 == 7:
        version, layer = frame[1] >> 3 & 3, frame[1] >> 1 & 3
        bits, rate = frame[2] >> 4, frame[2] >> 2 & 3
        if version in _RATES and layer == _LAYER_3 and 0 < bits < 15 and rate < 3:
            return Header(version, bits, _RATES[version][rate], bool(frame[2] & 2), frame[3] >> 6 == _MONO)
    raise SoundError("Penyandi MP3 memberi hasil yang rusak; ulangi, dan laporkan bila terjadi lagi.")


def split_frames(stream: bytes) -> Iterator[bytes]:
    """Yield the frames of a stream that holds nothing else.

    Raises SoundError where there is no frame, or half of one.
    """
    at = 0
    while at < len(stream):
        size = read_header(stream[at : at + 4]).size
        if at + size > len(stream):
            read_header(b"")
        yield stream[at : at + size]
        at += size


def add_info(frames: Sequence[bytes], length: int) -> bytes:
    """Return the stream with an Info frame before it, from which decoders give back exactly `length` samples."""
    sound = b"".join(frames)
    first = read_header(frames[0])
    padding = len(frames) * first.samples - ENCODER_DELAY - length
    if not DECODER_DELAY <= padding < 4096:
        read_header(b"")
    needed = 4 + first.side + 120 + 36
    bits = next(bits for bits in range(first.bits, 15) if replace(first, bits=bits, padded=False).size >= needed)
    head = bytes((frames[0][0], frames[0][1], bits << 4 | frames[0][2] & 0b1100, frames[0][3]))
    size = read_header(head).size
    body = head + bytes(first.side) + b"Info" + struct.pack(">III", 0b1111, len(frames), size + len(sound))
    body += bytes(256 * percent // 100 for percent in range(100)) + struct.pack(">I", _QUALITY)
    body += _lame_tag(first, padding, size + len(sound), crc16(sound))
    body += struct.pack(">H", crc16(body))
    return body.ljust(size, b"\0") + sound


_QUALITY = 57  # what LAME writes for constant bit rate at its quality 3; players do not look at it
_CONSTANT = 1
_SOURCE_RATES = {44_100: 1, 48_000: 2}


def _lame_tag(first: Header, padding: int, length: int, crc: int) -> bytes:
    """Return the LAME part of an Info frame, without its own checksum."""
    delays = (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    source = _SOURCE_RATES.get(first.rate, 0) << 6 | (0 if first.mono else 3) << 2 | 1
    tag = b"LAME3.100" + bytes((_CONSTANT, 0)) + bytes(8)  # lowpass, peak and replay gain are not told
    tag += bytes((0, min(first.kbits, 255))) + delays + bytes((source, 0, 0, 0))
    return tag + struct.pack(">IH", length, crc)


def crc16(data: bytes) -> int:
    """Return the CRC-16 (polynomial 0x8005, reflected) that LAME uses.

    Bit by bit this would take seconds for a bulletin. The code is linear, so 8,192 stretches are summed side by side, then in pairs: the
    sum of two is that of the first, carried over the length of the second by `carry`, and that of the second.

    >>> hex(crc16(b"123456789"))
    '0xbb3d'
    """
    rows = 8192
    length = -(-len(data) // rows)
    table = np.frombuffer(data.rjust(rows * length, b"\0"), np.uint8).reshape(rows, length)  # zeros before change nothing
    carry = np.uint16(1) << np.arange(16, dtype=np.uint16)
    sums = np.zeros(rows, np.uint16)
    for column in range(length):
        sums = _step(sums ^ table[:, column])
        carry = _step(carry)
    while len(sums) > 1:
        sums = _carried(sums[0::2], carry) ^ sums[1::2]
        carry = _carried(carry, carry)
    return int(sums[0])


def _byte_sums() -> NDArray[np.uint16]:
    sums: NDArray[np.uint16] = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        sums = (sums >> 1 ^ np.uint16(0xA001) * (sums & 1)).astype(np.uint16)
    return sums


_BYTE_SUMS = _byte_sums()


def _step(sums: NDArray[np.uint16]) -> NDArray[np.uint16]:
    stepped: NDArray[np.uint16] = sums >> 8 ^ _BYTE_SUMS[sums & 0xFF]
    return stepped


def _carried(sums: NDArray[np.uint16], carry: NDArray[np.uint16]) -> NDArray[np.uint16]:
    bits = (sums[:, None] >> np.arange(16, dtype=np.uint16) & 1) * carry
    carried: NDArray[np.uint16] = np.bitwise_xor.reduce(bits, axis=1)
    return carried
