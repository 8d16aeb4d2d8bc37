"""What a pack says, as data: the types of `pack.yaml`.

TO ADD A PROGRAMME: a folder `resources/programmes/<programme>/<version>/` with `pack.yaml` and `cases.yaml`, then
`yusr programmes check PATH --seal`. Its cases show every criterion and category met, unmet and unknown, or the check
refuses it. A later version that changes a few figures says what it amends and those figures, as the decrees themselves
do; the cases of what it amends then show the rules that it leaves alone (docs/decisions/0015).
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

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


class TotalOf(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """What a household receives in all where the right is each person's own; read about the household."""

    is_: str
    cite: Cite


class Need(Stated, frozen=True, kw_only=True):
    """Another programme that this one asks: its variables, `entitled` and `pays` stand here behind a prefix."""

    programme: str
    version: str


class Beside(Stated, frozen=True, kw_only=True):
    """Whether the right may be had together with another programme's. Of what no pack states nobody knows."""

    may: bool
    says: Wording
    cite: Cite


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


class Category(Stated, frozen=True, kw_only=True):
    """A group of conditions of which any gives the right: `when` says who belongs, `criteria` what is asked of them.

    `pays` is what belonging to it is worth, where that differs; the highest of the categories that are met counts.
    """

    id: str
    when: str
    label: Wording
    says: Says
    cite: Cite
    pays: str | None = None
    criteria: tuple[Criterion, ...] = ()
    documents: tuple[Document, ...] = ()


class Score(Stated, frozen=True, kw_only=True, rename={"is_": "is"}):
    """One measure of need, from 0 to 100; `weight` names the parameter that says how much it counts, of 100 in all.

    `says` is the sentence that tells a family what the measure was taken from, its numbers in braces.
    """

    id: str
    is_: str
    weight: str
    label: Wording
    cite: Cite
    says: Wording | None = None


class Rank(Stated, frozen=True, kw_only=True):
    """A class that goes before all that are stated after it."""

    id: str
    when: str
    label: Wording
    cite: Cite


class RankingOf(Stated, frozen=True, kw_only=True):
    """Who comes first when money is short: by weighed scores, or by the classes of the law in their order.

    `area` is the fact of the household by which quotas are held.
    """

    scores: tuple[Score, ...] = ()
    ranks: tuple[Rank, ...] = ()
    area: str = "address.governorate"


class Refund(Stated, frozen=True, kw_only=True):
    """The share that is paid back of what was withheld, or of the figure `of`, once a breach is cured."""

    refund: str
    cite: Cite
    of: str | None = None


class Recovery(Stated, frozen=True, kw_only=True):
    """How what was paid too much comes back."""

    cite: Cite
    instalments: int | None = None
    monthly_share: str | None = None


class Ledger(Stated, frozen=True, kw_only=True):
    """What payments do after the fact, read by payments; `on_cure` by the number of the breach."""

    on_cure: dict[str, Refund] = {}
    recovery: Recovery | None = None


class Deadline(Stated, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A period that the law sets the office or the family, read by casework."""

    from_: str
    cite: Cite
    days: int | None = None
    months: int | None = None


class Rounding(Stated, frozen=True, kw_only=True):
    """How amounts are rounded, once, at the end."""

    to: str
    how: Literal["half_up", "up", "down"]
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
    categories: tuple[Category, ...] = ()
    household_total: TotalOf | None = None
    needs: dict[str, Need] = {}
    beside: dict[str, Beside] = {}
    ledger: Ledger | None = None
    ranking: RankingOf | None = None
