"""The newsroom voice of Indonesian radio: articles in, an on-air bulletin out."""

__version__ = "0.1.0"
