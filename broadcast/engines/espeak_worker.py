"""libespeak-ng in a process of its own, so that neither its crashes nor its memory of what it said harm anything.

Started as a file by `espeak_process.Espeaker`, with the path of the library and the folder that holds `espeak-ng-data`; it
needs only the standard library. Each line on standard input is a request, a JSON object:

    {"text": "[[@mp'at]] orang.", "voice": "id", "rate": 210, "pitch": 50, "range": 50, "volume": 100}

Each answer is a line of JSON; `bytes` says how much 22,050 Hz mono s16 sound follows it:

    {"phonemes": ["@mp'at 'OR2aN"], "bytes": 44100, "rate": 22050}
    {"error": "…"}   the request cannot be met        {"stale": true}   this process has spoken before: start another

espeak carries state from one utterance into the next (flutter, noise, resonators) and none of its functions clears it. So the
library is unloaded and loaded again after each answer: 3 ms, and the same words give the same bytes whatever was said before.
Where the system keeps it loaded all the same, the process answers `stale` and its owner starts a fresh one.
"""

from __future__ import annotations

import _ctypes
import ctypes
import json
import os
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: espeak_Synth returns when all is said
_DONT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT
_CHARACTERS = 1  # POS_CHARACTER
_UTF8 = 1  # espeakCHARS_UTF8
_PHONEMES = 0x100  # espeakPHONEMES: text within [[ ]] is phonemes
_PARAMETERS = (("rate", 1), ("volume", 2), ("pitch", 3), ("range", 4))
_SEED = 1  # breathy variants draw noise; unseeded it follows the clock

_SynthCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_PhonemeCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p)


class Library:
    """libespeak-ng, loaded and initialised for one request; the working directory must hold espeak-ng-data.

    espeak takes no data path over 160 bytes, nor, on Windows, one outside the code page: "." is neither.
    """

    def __init__(self, path: str) -> None:
        self._lib = ctypes.CDLL(path)
        self.fresh = self._lib.espeak_ng_GetSampleRate() == 0  # set by the first start, never cleared
        self.rate = self._lib.espeak_Initialize(_SYNCHRONOUS, 0, b".", _DONT_EXIT)
        if self.rate <= 0:
            raise OSError("espeak-ng-data")
        self._lib.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))
        self._sound = bytearray()
        self._heard: list[str] = []
        self._callbacks = (_SynthCallback(self._take), _PhonemeCallback(self._hear))  # espeak keeps only their addresses
        self._lib.espeak_SetSynthCallback(self._callbacks[0])
        self._lib.espeak_SetPhonemeCallback(self._callbacks[1])

    def _take(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._sound += ctypes.string_at(samples, count * 2)
        return 0

    def _hear(self, phonemes: bytes) -> int:
        self._heard.append(phonemes.decode("utf-8", "replace"))
        return 0

    def speak(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return the phonemes that were said, clause by clause, and their sound."""
        self._choose(request["voice"])
        for name, number in _PARAMETERS:
            self._lib.espeak_SetParameter(number, int(request[name]), 0)
        text = request["text"].encode("utf-8", "replace")
        size = ctypes.c_size_t(len(text) + 1)
        if self._lib.espeak_Synth(text, size, 0, _CHARACTERS, 0, _UTF8 | _PHONEMES, None, None) != 0:
            raise ValueError("espeak_Synth")
        return {"phonemes": self._heard, "bytes": len(self._sound), "rate": self.rate}, bytes(self._sound)

    def _choose(self, voice: str) -> None:
        if self._lib.espeak_SetVoiceByName(voice.encode("utf-8")) != 0:
            raise ValueError(f"voice {voice}")

    def close(self) -> None:
        """Unload the library and with it all it remembers."""
        self._lib.espeak_Terminate()
        unload = getattr(_ctypes, "FreeLibrary", None) or _ctypes.dlclose
        unload(self._lib._handle)  # noqa: SLF001  ctypes offers no public way to unload a library


def _answer(library: Library, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    if not library.fresh:
        return {"stale": True}, b""
    try:
        return library.speak(request)
    except ValueError as error:
        return {"error": str(error)}, b""


def main(path: str, folder: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more, with a new library for each."""
    os.chdir(folder)
    library = Library(path)
    for row in requests:
        head, sound = _answer(library, json.loads(row))
        answers.write(json.dumps(head).encode("ascii") + b"\n" + sound)
        answers.flush()
        library.close()
        library = Library(path)


if __name__ == "__main__":
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what espeak itself prints must not reach the answers
    main(sys.argv[1], sys.argv[2], sys.stdin.buffer, private)
