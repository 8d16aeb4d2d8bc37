"""Invented households: plausible, wholly made up, and the same for the same seed on every machine.

For demonstrations, trials of speed and tests; nothing here reads or resembles a real person's file.
"""

from __future__ import annotations

from desktop.exchange.invented.caseload import DEMONSTRATION_DAY, invent, write_files

__all__ = ["DEMONSTRATION_DAY", "invent", "write_files"]
