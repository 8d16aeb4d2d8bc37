"""The program's version, read by the build and printed by `yusr --version`."""

__version__ = "0.1.0"
