"""What the reader finds in a text: typed pieces with their place and their reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that is said otherwise than it is written.

    `kind` is its class (money, date, acronym …), `start` and `end` its span in the text, `reading` what is said for
    it (a lone comma: only a pause). `sure` is False when nobody claimed it and it is merely read safely.
    """

    kind: str
    start: int
    end: int
    written: str
    reading: str
    sure: bool = True


PAUSE = ","
"""The reading of a bracket or bar: a short pause, which takes the place of the spaces around it."""
