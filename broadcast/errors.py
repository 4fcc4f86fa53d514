"""Everything that can go wrong, as one tree.

BroadcastError
├── SourceError        an article, file or address that cannot be read
├── StationError       station.toml, a voice, a lexicon table or a template
├── NaskahError        a script text that cannot be parsed
├── VoiceError         a voice or engine that cannot speak
│   ├── OfflineError   … because the network or the far service is not there
│   └── EngineError    … because the engine failed on this text
├── SoundError         a sound file that cannot be decoded, mixed or encoded
└── OutputError        a file that cannot be written

The message of each is one Indonesian sentence for the newsroom: it names the file
(and line), says what is wrong, and what to do.
"""


class BroadcastError(Exception):
    """The root of our errors; its text is shown to staff as it is."""


class SourceError(BroadcastError):
    """An article, file or address cannot be read."""


class StationError(BroadcastError):
    """The station folder says something that cannot be followed."""


class NaskahError(BroadcastError):
    """A script text cannot be parsed; the message names file and line."""


class VoiceError(BroadcastError):
    """A voice cannot speak."""


class OfflineError(VoiceError):
    """The network, or the service behind an online engine, is not there."""


class EngineError(VoiceError):
    """An engine failed on a text."""


class SoundError(BroadcastError):
    """A sound cannot be decoded, mixed or encoded."""


class OutputError(BroadcastError):
    """A file cannot be written."""
