"""Verbs of casework: assess a household or the whole caseload, ask for missing facts, decide, tell again, replay."""

from __future__ import annotations

from desktop.casework.asking import request_information
from desktop.casework.assessing import assess
from desktop.casework.caseload import assess_all
from desktop.casework.deciding import decide, tell_again
from desktop.casework.replaying import replay

__all__ = ["assess", "assess_all", "decide", "replay", "request_information", "tell_again"]
