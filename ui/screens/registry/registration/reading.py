"""What was typed, read as a household file: whole where every text can be read, and in part as far as it can.

The part is for looking for contradictions while one types: what cannot be read yet counts as unknown there, and a
list of which an item is unfinished counts as unknown too, since nobody can say yet what is all in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from msgspec import UNSET

from desktop.facts.codes import Role
from desktop.facts.describe import Kind
from desktop.facts.household_file import FORMAT, Household, HouseholdFile
from desktop.facts.member_facts import Member
from desktop.facts.shape import Described, Shape, fields_of
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from ui.screens.registry.registration.births import stated_birth
from ui.screens.registry.registration.slots import MEMBERS
from ui.screens.registry.registration.spelling import read_text
from ui.screens.registry.registration.told import told_value
from ui.screens.registry.registration.typed import Typed

__all__ = ["Reading", "Unread", "is_blank", "read"]

# Somebody whose role was not chosen yet is in the household all the same.
_STAND_INS: dict[tuple[type[msgspec.Struct], str], object] = {(Member, "role"): Role.OTHER}


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that gives no value, or the place where a value is needed and none was typed."""

    slot: str
    error: OfficeError
    missing: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the texts say.

    Args:
        file: None while anything is unread.
        partial: what can be read; None while the country or every member is missing.
        unread: in the order of the file.
    """

    file: HouseholdFile | None
    partial: HouseholdFile | None
    unread: tuple[Unread, ...]


def read(typed: Typed) -> Reading:
    """The household file that was typed."""
    reader = _Reader(typed)
    partial = reader.file()
    unread = tuple(reader.unread.values())
    return Reading(None if unread else partial, partial, unread)


def is_blank(typed: Typed, slot: str) -> bool:
    """Whether nothing is said at a slot that holds a text: a text of spaces says nothing, unless a file told it."""
    return slot not in typed.entries or not (typed.is_told(slot) or compact(typed.text(slot)))


@dataclass(slots=True)
class _Reader:
    typed: Typed
    unread: dict[str, Unread] = field(default_factory=dict)

    def file(self) -> HouseholdFile | None:
        household, members = fields_of(HouseholdFile)[1:]
        household_read = self._struct(household.shape, "/household")
        members_read = self._list(members.shape, MEMBERS)
        if not members_read:
            self._miss(MEMBERS, members.fact.label)
        if not isinstance(household_read, Household) or not isinstance(members_read, tuple) or not members_read:
            return None
        return HouseholdFile(format=FORMAT, household=household_read, members=members_read)

    def _struct(self, shape: Shape, slot: str) -> msgspec.Struct | None:
        kind = shape.struct
        if kind is None:
            raise TypeError(f"no struct at {slot}")
        births = stated_birth(self.typed, slot) if kind is Member else {}
        values: dict[str, object] = {}
        whole = True
        for each in fields_of(kind):
            here = f"{slot}/{each.name}"
            if each.name.startswith("birth_date") and kind is Member:
                stated = births.get(each.name)
                value = UNSET if stated is None else self._value(each, stated.slot, stated.text, told=stated.told)
            else:
                value = self._property(each, here)
            if value is UNSET and each.required:
                self._miss(here, each.fact.label)
                value = _STAND_INS.get((kind, each.attribute), UNSET)
                whole = whole and value is not UNSET
            if value is not UNSET:
                values[each.attribute] = value
        return kind(**values) if whole else None

    def _property(self, each: Described, here: str) -> object:
        shape = each.shape
        if shape.struct is not None:
            built = self._struct(shape, here) if self.typed.says(here) else None
            return UNSET if built is None else built
        if shape.kind is Kind.REFS:
            refs = self.typed.keys(here)
            return UNSET if refs is None else refs
        if shape.kind is Kind.MONEY_BOUNDS:
            return self._bounds(each, here)
        if shape.kind is Kind.LIST:
            return self._list(shape, here)
        if is_blank(self.typed, here):
            return UNSET
        return self._value(each, here, self.typed.text(here), told=self.typed.is_told(here))

    def _list(self, shape: Shape, slot: str) -> object:
        if self.typed.keys(slot) is None or shape.item is None:
            return UNSET
        items = [self._struct(shape.item, item) for item in self.typed.items(slot)]
        return UNSET if any(item is None for item in items) else tuple(items)

    def _bounds(self, each: Described, slot: str) -> object:
        ends = [f"{slot}/0", f"{slot}/1"]
        blank = [end for end in ends if is_blank(self.typed, end)]
        if len(blank) == len(ends):
            return UNSET
        for end in blank:
            error = OfficeError("registration.half_a_range", label=each.fact.label)
            self.unread[end] = Unread(end, error, missing=True)
        if blank or each.shape.item is None:
            return UNSET
        item = Described("", "", each.shape.item, each.fact, required=False, default=None)
        amounts = [self._value(item, end, self.typed.text(end), told=self.typed.is_told(end)) for end in ends]
        return UNSET if UNSET in amounts else tuple(amounts)

    def _value(self, each: Described, slot: str, text: str, *, told: bool) -> object:
        if told:
            return told_value(each.shape, text)
        try:
            return read_text(each.shape, each.fact.label, text)
        except OfficeError as error:
            self.unread[slot] = Unread(slot, error, missing=False)
            return UNSET

    def _miss(self, slot: str, label: Wording) -> None:
        if slot not in self.unread:
            self.unread[slot] = Unread(slot, OfficeError("registration.needed", label=label), missing=True)
