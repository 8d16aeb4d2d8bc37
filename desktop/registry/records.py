"""Tables of the registry: files, their versions, the people in them, and the words they are found by.

The facts themselves stand in `fact_records` (one of a household, one of a member) and `list_records` (one of many).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfficeRow, Sectioned, belongs_to
from desktop.database.columns import ByValue
from desktop.database.policy import RESEARCHERS, SUPERVISORS, Follows, Policy, Section
from desktop.facts.codes import Country
from desktop.registry.dated_rows import OF_FILE

BY_CODE_POINT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point, so that all words of one beginning lie side by side whatever the server's locale."""


class VersionAct(StrEnum):
    """What made a version of a file."""

    REGISTERED = "registered"
    AMENDED = "amended"
    MOVED = "moved"
    SEALED = "sealed"
    UNSEALED = "unsealed"
    CLOSED = "closed"
    REOPENED = "reopened"


class WordKind(StrEnum):
    """What a word that finds a file is of it."""

    NAME = "name"
    NATIONAL_ID = "national_id"
    FILE_NUMBER = "file_number"
    PHONE = "phone"


class Household(OfficeRow, Sectioned, Base):
    """One file. `version` counts its versions; the columns after `closed_at` repeat the newest, for lists and queries.

    `facts_hash` is that of the whole file as exported (`facts.canonical.facts_hash`) on the day of its version.
    `head_key` is the head's name folded, by which lists are in the order of the alphabet.
    """

    __tablename__ = "households"
    # Both sections and sealed files are theirs to see: `yusr_sections` and the wall of sealed files say so.
    __policy__ = Policy(insert=RESEARCHERS, update=RESEARCHERS, whole=SUPERVISORS)
    __audited__ = True
    # One tree for each order that `listing` offers: a page is a range of it, however many files there are.
    __table_args__ = (
        UniqueConstraint("file_number"),
        # With what every count asks, so that counting touches no file: a quarter of a million of them take a second.
        Index(None, "office", "file_number", "section", "sealed", "closed_at"),
        Index(None, "office", "head_key", "file_number"),
        Index(None, "office", "member_count", "file_number"),
        Index(None, "office", "registered_at", "file_number"),
        Index(None, "office", "changed_at", "file_number"),
    )

    file_number: Mapped[str] = mapped_column(BY_CODE_POINT)
    country: Mapped[Country] = mapped_column(ByValue(Country))
    sealed: Mapped[bool] = mapped_column(default=False)
    registered_at: Mapped[datetime]
    registered_by: Mapped[str]
    closed_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    facts_hash: Mapped[str]
    head_name: Mapped[str]
    head_key: Mapped[str] = mapped_column(BY_CODE_POINT, server_default="")
    member_count: Mapped[int]


class HouseholdVersion(OfficeRow, Base):
    """Who made which version of a file, when and why; `at` is the instant by which its dated rows are recorded.

    Instants of one file strictly rise with its numbers, whatever the clock did. `on_day` is the office's own date then.
    """

    __tablename__ = "household_versions"
    __policy__ = Policy(update=frozenset(), follows=Follows("households", "household_id"))
    __audited__ = True
    __table_args__ = (*belongs_to("households", "household_id"), UniqueConstraint("office", "household_id", "number"))

    household_id: Mapped[UUID]
    number: Mapped[int]
    at: Mapped[datetime]
    on_day: Mapped[date]
    by: Mapped[str]
    act: Mapped[VersionAct] = mapped_column(ByValue(VersionAct))
    reason: Mapped[str]
    effective_from: Mapped[date | None]
    in_section: Mapped[Section] = mapped_column(ByValue(Section))
    facts_hash: Mapped[str]


class Person(OfficeRow, Base):
    """One person of a file, the same through all corrections; name and number repeat what is held of them today.

    `number_key` is the identity number with whose number it is ("SA:1000000008"), kept only while the person is a
    member of an open file: so nobody is registered twice, and a number that was let go blocks nobody. `name_key` is
    `words.key_of_name` of the name, by which namesakes are found while a family is being registered.
    """

    __tablename__ = "persons"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        UniqueConstraint("office", "household_id", "id"),
        UniqueConstraint("number_key"),
        Index(None, "office", "name_key"),
    )

    household_id: Mapped[UUID]
    ref: Mapped[str]
    present: Mapped[bool]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(BY_CODE_POINT, server_default="")
    national_id: Mapped[str | None]
    number_key: Mapped[str | None]


class SearchWord(OfficeRow, Sectioned, Base):
    """One word by whose beginning a file is found, folded; of a person or, without one, of the file as a whole.

    A tree over (office, word) answers one letter as well as ten on both databases. On PostgreSQL it is used under the
    row policies, since comparing text by order is leakproof there; a trigram index is not, as LIKE is none.
    Section and seal repeat the file's: asking the file for each of ten thousand words took seconds.
    """

    __tablename__ = "search_words"
    __policy__ = Policy(delete=RESEARCHERS)
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        ForeignKeyConstraint(
            ["office", "household_id", "person_id"], ["persons.office", "persons.household_id", "persons.id"]
        ),
        Index(None, "office", "word"),
    )

    sealed: Mapped[bool]
    household_id: Mapped[UUID]
    person_id: Mapped[UUID | None]
    kind: Mapped[WordKind] = mapped_column(ByValue(WordKind))
    word: Mapped[str] = mapped_column(BY_CODE_POINT)
