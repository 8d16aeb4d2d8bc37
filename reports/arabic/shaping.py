"""From letters to joined forms: clusters of one drawn glyph, its marks, and the letters they stand for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from arabic_reshaper import ArabicReshaper

# Tashkeel is part of the text as written; the reshaper drops it unless told otherwise. Of the ligatures only those
# stay that both typefaces draw: the four of lam-alef and the word «الله», which must not be torn apart in names.
_RESHAPER = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "support_ligatures": True})


@dataclass(frozen=True)
class Cluster:
    """One glyph with its marks, as drawn, and the letters (without marks) that it stands for."""

    glyph: str
    marks: str
    letters: str

    @property
    def source(self) -> str:
        """The letters with their marks, in logical order."""
        return self.letters + self.marks


@lru_cache(maxsize=8192)
def shaped(word: str) -> tuple[Cluster, ...]:
    """The clusters of a word in logical order; letters join only inside a word."""
    clusters: list[Cluster] = []
    for letter in _RESHAPER.reshape(word):
        if clusters and unicodedata.combining(letter):
            last = clusters[-1]
            clusters[-1] = Cluster(last.glyph, last.marks + letter, last.letters)
        else:
            clusters.append(Cluster(letter, "", _plain(letter)))
    return tuple(clusters)


def _plain(glyph: str) -> str:
    return unicodedata.normalize("NFKC", glyph) if "\ufb50" <= glyph <= "\ufefc" else glyph
