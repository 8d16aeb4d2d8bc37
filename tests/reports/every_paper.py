"""Every sample of a paper by its name; the tests, the bench and the gallery set them all."""

from __future__ import annotations

from sample_papers import PLAIN
from sample_programme_papers import OF_PROGRAMMES

from desktop.issuing.contents import Content

EVERY: dict[str, Content] = {**PLAIN, **OF_PROGRAMMES}
