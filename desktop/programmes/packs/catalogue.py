"""Which programmes and versions there are, and which version is the law on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

import resources
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.sealing import open_pack
from desktop.values.errors import OfficeError

Cohort = Literal["new", "existing"]
COHORTS: tuple[Cohort, ...] = ("new", "existing")


class Catalogue:
    """The packs under one folder, opened as they are asked for.

    Args:
        root: a folder of programmes, each a folder of versions; the shipped ones where none is given.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = Path(resources.__path__[0]) / "programmes" if root is None else root
        self._opened: dict[tuple[str, str], Pack] = {}

    @cached_property
    def versions(self) -> dict[str, tuple[str, ...]]:
        """The versions of every programme, by its id."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.root.glob("*/*/pack.yaml")):
            found.setdefault(path.parent.parent.name, []).append(path.parent.name)
        return {programme: tuple(versions) for programme, versions in found.items()}

    def pack(self, programme: str, version: str) -> Pack:
        """One version.

        Raises:
            OfficeError: `programmes.unknown_programme`, `programmes.unknown_version`.
        """
        if version not in self._versions_of(programme):
            known = "، ".join(self._versions_of(programme))
            raise OfficeError("programmes.unknown_version", programme=programme, version=version, known=known)
        key = (programme, version)
        if key not in self._opened:
            self._opened[key] = open_pack(self.root / programme / version)
        return self._opened[key]

    def packs(self) -> Iterable[Pack]:
        """Every version of every programme."""
        return (self.pack(programme, version) for programme, versions in self.versions.items() for version in versions)

    def readable(self, programme: str) -> Iterator[Pack]:
        """The versions of a programme that can be read, by their names; `programmes check` tells of the others.

        Raises:
            OfficeError: `programmes.unknown_programme`.
        """
        for version in self._versions_of(programme):
            try:
                yield self.pack(programme, version)
            except OfficeError:
                continue

    def in_force(self, programme: str, on: date, cohort: Cohort = "new") -> Pack:
        """The version that is the law on a day for those who apply or for those who already receive.

        Raises:
            OfficeError: `programmes.before_any_version`, `programmes.unknown_programme`.
        """
        packs = [self.pack(programme, version) for version in self._versions_of(programme)]
        fitting = [pack for pack in packs if _applies(pack, on, cohort)]
        if not fitting:
            first = min(pack.text.applies.from_ for pack in packs)
            key = "programmes.before_any_version" if on < first else "programmes.no_version_then"
            raise OfficeError(key, programme=programme, on=on.isoformat(), first=first.isoformat())
        return max(fitting, key=lambda pack: pack.text.applies.from_)

    def asked(self, programme: str, on: date, file: HouseholdFile) -> Pack:
        """The pack meant by `ID` or `ID@VERSION`; without a version, by the day and by whether a receipt stands."""
        name, _, version = programme.partition("@")
        if version:
            return self.pack(name, version)
        return self.in_force(name, on, "existing" if receives(file, name, on) else "new")

    def of_country(self, country: str) -> tuple[str, ...]:
        """The programmes of a country whose right belongs to a household file."""
        prefix = country.lower() + "."
        return tuple(programme for programme in self.versions if programme.startswith(prefix))

    def _versions_of(self, programme: str) -> tuple[str, ...]:
        if programme not in self.versions:
            raise OfficeError("programmes.unknown_programme", programme=programme, known="، ".join(self.versions))
        return self.versions[programme]


def receives(file: HouseholdFile, programme: str, on: date) -> bool:
    """Whether a receipt of the programme stands on the day: no end, or one that lies ahead."""
    receipts = file.household.receipts
    if not isinstance(receipts, tuple):
        return False
    return any(
        receipt.programme == programme
        and receipt.since <= on
        and (not isinstance(receipt.until, date) or receipt.until > on)
        for receipt in receipts
    )


def _applies(pack: Pack, on: date, cohort: Cohort) -> bool:
    applies = pack.text.applies
    return applies.from_ <= on and (applies.to is None or on <= applies.to) and cohort in applies.cohort
