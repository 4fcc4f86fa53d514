"""The article, read once for all checks: its sentences, who speaks in them, and which of them a line comes from."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from broadcast.bahasa.sentences import split_sentences
from broadcast.guard.speakers import NOBODY, Speaker, runs_of, shared_names, speakers_of
from broadcast.guard.things import Thing, things_of
from broadcast.guard.vocabulary import Vocabulary, read_vocabulary
from broadcast.guard.words import BREATH, Text, Word, read_text
from broadcast.model import Lexicon, Line, Story
from broadcast.naskah import runs

_WORDS = re.compile(r"\w+")

_LEAST_SHARE = 0.12
"""A further sentence belongs to a line when it explains at least this share of the line's words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article: its words, what its numbers count, who speaks in it, and its words without any marks."""

    text: Text
    things: tuple[Thing, ...]
    speaker: Speaker
    plain: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the checks see it.

    `head` is its title, place and outlet, `weights` tell how rare each stem is in it, `shared` are the words in the names
    of more than one of its speakers (a first name), `runs` are its runs of capitals (posts and names).
    """

    story: Story
    passages: tuple[Passage, ...]
    head: Text
    head_things: tuple[Thing, ...]
    weights: dict[str, float]
    vocabulary: Vocabulary
    shared: frozenset[str]
    runs: tuple[tuple[Word, ...], ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Everything the article says: its sentences, then title, place and outlet."""
        return (*(passage.text for passage in self.passages), self.head)

    @property
    def headline(self) -> Passage:
        """Title, place and outlet as a passage that nobody speaks."""
        return Passage(self.head, self.head_things, NOBODY, _plain(self.head.text))

    @property
    def date(self) -> date | None:
        """The article's date."""
        return self.story.date

    def named_by(self, line: Line) -> tuple[Passage, ...]:
        """The sentences that a line names as its sources; empty when the article has none of them."""
        sources = [_plain(source) for source in line.sources]
        sources = [source for source in sources if source.strip()]
        return tuple(
            passage
            for passage in self.passages
            if passage.plain.strip() and any(passage.plain in source or source in passage.plain for source in sources)
        )

    def resembling(self, keys: frozenset[str], most: int = 3) -> tuple[Passage, ...]:
        """Up to `most` sentences that together hold the telling words `keys`; empty when none holds any."""
        total = sum(self.weights.get(key, 0.0) for key in keys)
        left = set(keys)
        found: list[Passage] = []
        while total and left and len(found) < most:
            rest = [passage for passage in self.passages if passage not in found]
            best = max(rest, key=lambda passage: self._worth(left, passage), default=None)
            if best is None or self._worth(left, best) < _LEAST_SHARE * total:
                break
            found.append(best)
            left -= best.text.keys
        return tuple(found)

    def share(self, keys: frozenset[str], passage: Passage) -> float:
        """How much of the telling words a passage holds, 0 to 1, rare words counting more."""
        total = sum(self.weights.get(key, 0.0) for key in keys)
        return self._worth(set(keys), passage) / total if total else 0.0

    def _worth(self, keys: set[str], passage: Passage) -> float:
        return sum(self.weights.get(key, 0.0) for key in keys & passage.text.keys)


def _plain(text: str) -> str:
    """The words of a sentence without its marks: a line's source has mended quotation marks, spaces and letters."""
    return f" {' '.join(_WORDS.findall(text.lower()))} "


def read_line(line: Line) -> Text:
    """Read a line of a script; its breaths become `BREATH`, its readings are left out.

    >>> read_line(Line("Bupati / As'at {baca: as at} / hadir")).text
    "Bupati ‖ As'at ‖ hadir"
    """
    return read_text("".join(f" {BREATH} " if run.breath else run.text for run in runs(line.text)).strip())


def read_source(story: Story, lexicon: Lexicon) -> Source:
    """Read an article."""
    texts = [read_text(sentence) for paragraph in story.body for sentence in split_sentences(paragraph)]
    runs = tuple(run for text in texts for run in runs_of(text))
    speakers = speakers_of(texts, runs, lexicon)
    passages = tuple(
        Passage(text, things_of(text, lexicon), speaker, _plain(text.text)) for text, speaker in zip(texts, speakers, strict=True)
    )
    counts = Counter(key for text in texts for key in text.keys)
    weights = {key: math.log(1 + len(texts) / count) for key, count in counts.items()}
    head = read_text(f"{story.title} . {story.place} . {story.outlet}")
    return Source(
        story, passages, head, things_of(head, lexicon), weights, read_vocabulary([*texts, head], lexicon), shared_names(speakers), runs
    )
