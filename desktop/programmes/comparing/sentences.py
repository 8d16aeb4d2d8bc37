"""How a difference between two versions is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from desktop.programmes.packs.pack import Cite
from desktop.values.language import Wording

Change = Literal["added", "gone", "changed", "reworded"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two versions say differently.

    Args:
        place: where it stands in the pack, `parameters/base`.
        change: whether it came, went, means something else, or is only worded otherwise.
        says: the change in one sentence.
        old: what it was, where that can be said shortly.
        new: what it is.
        cite: what the newer version rests it on; the older for what is gone.
    """

    place: str
    change: Change
    says: Wording
    old: Wording | None = None
    new: Wording | None = None
    cite: Cite | None = None


def changed(place: str, label: Wording, old: Wording, new: Wording, *, cite: Cite | None = None) -> Difference:
    """Something that had one value and has another."""
    says = Wording(f"{label.ar}: {new.ar}، وقبل ذلك {old.ar}.", f"{_opened(label.en)}: {new.en}, before that {old.en}.")
    return Difference(place, "changed", says, old, new, cite)


def came_or_went(place: str, kind: Wording, told: Wording, *, gone: bool, cite: Cite | None = None) -> Difference:
    """Something that only one of the versions has."""
    if gone:
        says = Wording(f"حذف {kind.ar}: {told.ar}.", f"{_opened(kind.en)} left out: {told.en}.")
        return Difference(place, "gone", says, told, None, cite)
    says = Wording(f"إضافة {kind.ar}: {told.ar}.", f"{_opened(kind.en)} added: {told.en}.")
    return Difference(place, "added", says, None, told, cite)


def ruled(place: str, kind: Wording, label: Wording, cite: Cite | None) -> Difference:
    """Something that means another thing than before."""
    says = Wording(f"تغيير في حكم {kind.ar}: {label.ar}.", f"{_opened(kind.en)} ruled otherwise: {label.en}.")
    return Difference(place, "changed", says, cite=cite)


def reworded(place: str, kind: Wording, label: Wording, cite: Cite | None = None) -> Difference:
    """Something that is called or explained otherwise and means the same."""
    says = Wording(
        f"إعادة صياغة {kind.ar} بلا تغيير في الحكم: {label.ar}.",
        f"{_opened(kind.en)} reworded, ruled alike: {label.en}.",
    )
    return Difference(place, "reworded", says, cite=cite)


def both(old: Mapping[str, T], new: Mapping[str, T], section: str) -> Iterator[tuple[str, T | None, T | None]]:
    """Each thing of a section as either version states it, by its place."""
    for name in dict.fromkeys((*old, *new)):
        yield f"{section}/{name}", old.get(name), new.get(name)


def label_or_name(label: Wording | None, place: str) -> Wording:
    """What something is called; its name in the pack where nobody gave it a label."""
    name = place.rsplit("/", 1)[-1]
    return Wording(name, name) if label is None else label


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
