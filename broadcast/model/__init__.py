"""What travels between the stages: plain, frozen things, each savable by `codec`.

    intake → Article → clean → Story → write → Script → pronounce → Script
           → speak → Segments → mix → Bulletin → export → files

Times are whole milliseconds (`_ms`), levels LUFS or dBTP, clocks aware datetimes.
"""

from __future__ import annotations

from broadcast.model.articles import HOLDING, Aired, Article, Cut, Flag, FlagCode, Story
from broadcast.model.brief import PLAIN, Brief, Correction, Weather
from broadcast.model.script import Choice, Element, Hint, Insert, Item, Jingle, Kind, Left, Line, Pause, Rundown, Script
from broadcast.model.sound import Bulletin, Cast, Clip, Cue, Engine, Segment, Setting, Sounds, Spoken, Voice
from broadcast.model.stations import House, Lexicon, Net, Source, Station, Table

__all__ = [
    "HOLDING",
    "PLAIN",
    "Aired",
    "Article",
    "Brief",
    "Bulletin",
    "Cast",
    "Choice",
    "Clip",
    "Correction",
    "Cue",
    "Cut",
    "Element",
    "Engine",
    "Flag",
    "FlagCode",
    "Hint",
    "House",
    "Insert",
    "Item",
    "Jingle",
    "Kind",
    "Left",
    "Lexicon",
    "Line",
    "Net",
    "Pause",
    "Rundown",
    "Script",
    "Segment",
    "Setting",
    "Sounds",
    "Source",
    "Spoken",
    "Station",
    "Story",
    "Table",
    "Voice",
    "Weather",
]
