"""What the papers about programmes say that answer a family's question: what of all is due, and what a job leaves."""

from __future__ import annotations

from datetime import date

import msgspec

from desktop.facts.codes import Outcome
from desktop.issuing.sheet_parts import Issue, ListedPerson, PackReference, StatedAmount, Subject
from desktop.values.language import Wording
from desktop.values.money import Money

# --- بيان البرامج ----------------------------------------------------------------------------------------


class PersonRightRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one person has of a programme whose right is a person's own; `answer` agrees with them."""

    name: Wording
    outcome: Outcome
    answer: Wording
    amount: StatedAmount | None = None


class ProgrammeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one programme answers to the family, and why in one sentence.

    `outcome` and `pack` are None where no version was the law on that day. A programme that `orders` says in which
    turn families come and gives nothing by itself. `article` is the citation of what decided it.
    """

    programme: Wording
    answer: Wording
    why: Wording
    outcome: Outcome | None = None
    pack: PackReference | None = None
    orders: bool = False
    article: Wording | None = None
    amount: StatedAmount | None = None
    total: StatedAmount | None = None
    missing: tuple[Wording, ...] = ()
    persons: tuple[PersonRightRow, ...] = ()


class BesideRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether two of the rights may be had together; `may` is None where no rule was found."""

    may: bool | None
    sentence: Wording
    article: Wording | None = None


class ProgrammesSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="every_programme"):
    """بيان ما تجيب به البرامج جميعها: every programme of the country for one family on one day; no decision.

    `in_all` is what the rights come to a month, as far as that is known; None where none of them is paid by the month.
    Where something is paid once or by the year, `apart` says that it is not in it.
    """

    issue: Issue
    subject: Subject
    file_number: str
    on: date
    programmes: tuple[ProgrammeRow, ...]
    persons: tuple[ListedPerson, ...] = ()
    in_all: StatedAmount | None = None
    apart: bool = False
    beside: tuple[BesideRow, ...] = ()


# --- بيان أثر العمل أو دخل جديد ----------------------------------------------------------------------------------


class MoneySpan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An amount as far as it is known: both ends alike where it is, None where nothing bounds it."""

    least: Money | None
    most: Money | None


class JobMonthRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A month with the income beside the same one without it; `better` is below nothing where the family has less."""

    on: date
    outcome: Outcome
    support: MoneySpan
    support_without: MoneySpan
    together: MoneySpan
    better: MoneySpan


class JobChangeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The month from which something is otherwise, and what."""

    on: date
    sentences: tuple[Wording, ...]


class BetterOffSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="better_off"):
    """بيان أثر العمل أو دخل جديد: what a family has month by month if one of it earns so much; no decision.

    `subject` is who would earn; the income is of `kind` («راتب»), brings `pays` a `period` («شهريًّا») and `income` a
    month. `first` are the sentences about the first month beside the same month without it, and about all together;
    `presumed` is what the sheet supposes, `on_record` what the rules presume since nothing stands against it.
    """

    issue: Issue
    subject: Subject
    file_number: str
    programme: Wording
    kind: Wording
    pays: Money
    period: Wording
    income: Money
    months: tuple[JobMonthRow, ...]
    packs: tuple[PackReference, ...]
    first: tuple[Wording, ...] = ()
    changes: tuple[JobChangeRow, ...] = ()
    presumed: tuple[Wording, ...] = ()
    on_record: tuple[Wording, ...] = ()
    missing: tuple[Wording, ...] = ()
