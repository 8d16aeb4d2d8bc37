"""What a pack says, as data: the types of `pack.yaml`.

TO ADD A PROGRAMME: a folder `resources/programmes/<programme>/<version>/` with `pack.yaml` and `cases.yaml`, then
`yusr programmes check PATH`, which also seals it. A later version that changes a few figures says what it amends and
those figures, as the decrees themselves do.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from desktop.facts.codes import Confidence
from desktop.values.language import Wording
from desktop.values.money import Currency


class Stated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything in a pack: closed, so that a slip of the pen is refused and never passed over."""


class Cite(Stated, frozen=True, kw_only=True):
    """Where a rule or figure comes from; `source` is a key of `domain/`'s list of sources."""

    law: str
    article: str | None = None
    source: str | None = None
    confidence: Confidence = Confidence.OFFICIAL


class Law(Stated, frozen=True, kw_only=True):
    """An instrument that the pack cites."""

    ar: str
    en: str
    published: str | None = None
    source: str | None = None


class Applies(Stated, frozen=True, kw_only=True, rename={"from_": "from"}):
    """The days on which a version is the law, and for whom: new applicants, existing beneficiaries or both."""

    from_: dt.date
    to: dt.date | None = None
    cohort: tuple[Literal["new", "existing"], ...] = ("new", "existing")


class Parameter(Stated, frozen=True, kw_only=True):
    """A figure of the law. An unpublished one has bounds instead of a value, `null` for no bound."""

    unit: str
    cite: Cite
    value: str | None = None
    unpublished: bool = False
    bounds: tuple[str | None, str | None] | None = None
    label: Wording | None = None


class Reading(Stated, frozen=True, kw_only=True):
    """An interpretation where sources conflict or are silent: the default taken, the others kept.

    `options` says in words what each choice means; a figure with a unit says it by itself.
    """

    default: str
    other: tuple[str, ...]
    why: Wording
    label: Wording
    options: dict[str, Wording] = {}
    unit: str = "code"
    cite: Cite | None = None


class TableOf(Stated, frozen=True, kw_only=True):
    """Figures by a key. `beyond` is the cell after the last row: a figure, or `unpublished`."""

    by: str
    unit: str
    rows: dict[str, str]
    cite: Cite
    beyond: str | None = None
    label: Wording | None = None


class Variable(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """Something that follows from facts, parameters and other variables."""

    id: str
    of: str
    is_: str
    label: Wording | None = None
    cite: Cite | None = None


class Says(Stated, frozen=True, kw_only=True):
    """The sentences of a criterion, one for each way it can come out."""

    met: Wording
    unmet: Wording
    unknown: Wording


class Criterion(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """A condition of the right. Where `when` fails it does not apply."""

    id: str
    is_: str
    label: Wording
    says: Says
    cite: Cite
    when: str | None = None


class Benefit(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """An amount that the right gives; the first of a pack is the main one."""

    id: str
    is_: str
    label: Wording
    cite: Cite
    period: Literal["month", "year", "once"] = "month"
    when: str | None = None


class AdjustmentOf(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """What was held back and why; shown where it is more than zero, for each instance of `of`."""

    id: str
    is_: str
    label: Wording
    cite: Cite
    of: str = "household"


class Document(Stated, frozen=True, kw_only=True):
    """A document that the file needs while `when` may hold, for each instance of `of`."""

    id: str
    label: Wording
    cite: Cite
    when: str = "TRUE"
    of: str = "household"


class Deadline(Stated, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A period that the law sets the office or the family, read by casework."""

    from_: str
    cite: Cite
    days: int | None = None
    months: int | None = None


class Rounding(Stated, frozen=True, kw_only=True):
    """How amounts are rounded, once, at the end."""

    to: str
    how: Literal["half_up"]
    cite: Cite


class PackText(Stated, frozen=True, kw_only=True):
    """A whole pack, amendments worked in."""

    id: str
    version: str
    country: Literal["SA", "EG"]
    applies: Applies
    unit: Literal["household", "member"]
    currency: Currency
    rounding: Rounding
    title: Wording
    laws: dict[str, Law]
    parameters: dict[str, Parameter]
    criteria: tuple[Criterion, ...]
    readings: dict[str, Reading] = {}
    tables: dict[str, TableOf] = {}
    variables: tuple[Variable, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    adjustments: tuple[AdjustmentOf, ...] = ()
    documents: tuple[Document, ...] = ()
    deadlines: dict[str, Deadline] = {}
    amends: str | None = None


class Amendment(Stated, frozen=True, kw_only=True):
    """A version that takes over another and states what it changes."""

    id: str
    version: str
    amends: str
    applies: Applies
    laws: dict[str, Law] = {}
    parameters: dict[str, Parameter] = {}
    readings: dict[str, Reading] = {}
    tables: dict[str, TableOf] = {}
    title: Wording | UnsetType = UNSET

    def worked_into(self, base: PackText) -> PackText:
        """The whole pack that results."""
        return msgspec.structs.replace(
            base,
            version=self.version,
            amends=self.amends,
            applies=self.applies,
            laws={**base.laws, **self.laws},
            parameters={**base.parameters, **self.parameters},
            readings={**base.readings, **self.readings},
            tables={**base.tables, **self.tables},
            title=base.title if self.title is UNSET else self.title,
        )
