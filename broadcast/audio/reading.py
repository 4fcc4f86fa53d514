"""Sound files read without any program beside Python: libsndfile decodes, soxr resamples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
import soxr

from broadcast.audio.loudness import Samples
from broadcast.errors import SoundError

FORMATS = "WAV, MP3, FLAC atau OGG"


def read_sound(path: Path) -> tuple[Samples, int]:
    """Return the samples of a sound file and its rate in Hz.

    Raises SoundError, naming the file, when it is missing, no sound, broken or empty.
    """
    try:
        with path.open("rb") as file:
            samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    except FileNotFoundError as error:
        raise SoundError(f"{path}: berkas suara tidak ada; periksa nama dan foldernya.") from error
    except (OSError, RuntimeError, TypeError, ValueError) as error:  # libsndfile raises each of these, by kind of damage
        raise SoundError(f"{path}: berkas suara tidak dapat dibaca; simpan ulang sebagai {FORMATS}.") from error
    if not len(samples):
        raise SoundError(f"{path}: berkas suara kosong; ganti dengan rekaman yang berisi.")
    if not np.isfinite(samples).all():
        raise SoundError(f"{path}: berkas suara rusak; simpan ulang sebagai {FORMATS}.")
    return samples, int(rate)


def to_channels(samples: Samples, channels: int) -> Samples:
    """Return the sound in one or two channels: one is the mean of all, two repeat one or are the first two.

    >>> to_channels(np.ones((100, 1), np.float32), 2).shape
    (100, 2)
    """
    if channels == 1 and samples.shape[1] > 1:
        samples = samples.mean(axis=1, keepdims=True, dtype=np.float32)
    elif samples.shape[1] < channels:
        samples = np.repeat(samples[:, :1], channels, axis=1)
    return samples[:, :channels]


def to_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    """Return the sound at `wanted` Hz.

    >>> to_rate(np.ones((100, 1), np.float32), 22_050, 44_100).shape
    (200, 1)
    """
    if rate == wanted:
        return samples
    resampled: Samples = soxr.resample(samples, rate, wanted)
    return resampled
