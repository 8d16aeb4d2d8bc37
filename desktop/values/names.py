"""Arabic names: the four parts as written, and the folded form by which one name is found in its spellings."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from desktop.values.digits import to_western


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as written in the person's papers; only the given name is always there."""

    given: str
    father: str | None = None
    grandfather: str | None = None
    family: str | None = None

    def full(self) -> str:
        """The parts that are known in the order of the papers: given, father, grandfather, family."""
        parts = (self.given, self.father, self.grandfather, self.family)
        return " ".join(" ".join(part.split()) for part in parts if part and part.strip())


def fold(text: str, *, ta_marbuta_as_ha: bool = True) -> str:
    """The form in which names are compared and searched; never shown. Folding twice changes nothing.

    Removed: tashkeel, tatweel, a lone hamza, direction marks, doubled spaces. Made one: أ إ آ ٱ and ا; ى and ي; ؤ
    and و; ئ and ي; Persian ک ی ہ and ك ي ه; all digit sets; Latin capitals and small letters; compatibility forms
    (NFKC). ة becomes ه when `ta_marbuta_as_ha`.

    Compound names are written in one word or in two by chance, so they are joined: عبد, أبو and آل (also written ال)
    with the word after them, الدين and الله with the word before them: «عبد الله» is «عبدالله», «نور الدين» is
    «نورالدين».
    Not joined: بن, ابن, بنت and أم, which part two persons' names as often as they make one.
    """
    # Decomposed, hamza and madda are marks of their own: one rule then folds أ إ آ ؤ ئ and whatever else carries them.
    text = to_western(unicodedata.normalize("NFKD", text).translate(_LETTERS))
    # Folding case can bring back composed letters, which the first pass has not seen.
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    text = unicodedata.normalize("NFKC", text)
    if ta_marbuta_as_ha:
        text = text.replace("ة", "ه")
    return _compounds_joined(text)


def _compounds_joined(text: str) -> str:
    # The article first: «ال دين» becomes «الدين», which the second pass then joins, so that a third finds nothing.
    words = _joined(text.split(), before=frozenset({"ال"}), behind=frozenset())
    return " ".join(_joined(words, before=frozenset({"عبد", "ابو"}), behind=frozenset({"الله", "الدين"})))


def _joined(words: list[str], *, before: frozenset[str], behind: frozenset[str]) -> list[str]:
    if not words:
        return words
    joined = [words[0]]
    for left, right in pairwise(words):
        if left in before or right in behind:
            joined[-1] += right
        else:
            joined.append(right)
    return joined


_TASHKEEL = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9)]
_TASHKEEL += [*range(0x06EA, 0x06EE), *range(0x08D3, 0x0900)]
_MARKS = [0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD]
_TATWEEL, _HAMZA = 0x0640, 0x0621

_LETTERS: dict[int, str | None] = {
    **dict.fromkeys([*_TASHKEEL, *_MARKS, _TATWEEL, _HAMZA]),
    **{ord(letter): "ا" for letter in "أإآٱ"},
    **{ord(letter): "ي" for letter in "ىیئې"},
    **{ord(letter): "ه" for letter in "ہھەۀ"},
    ord("ؤ"): "و",
    ord("ک"): "ك",
}
