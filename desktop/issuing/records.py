"""Tables of issued documents: the register, the log of reprints, and the public halves of the desks' keys.

On both databases a trigger of migration 0005 keeps the register what it says it is: a row's contents and code are
fixed when its serial is reserved, its file when it is issued, and a voided paper stays void.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfficeRow, belongs_to
from desktop.database.columns import ByValue, JsonText
from desktop.database.policy import ADMINISTRATORS, CASE_STAFF, NOBODY, Follows, Policy
from desktop.issuing.kinds import PaperKind


class PaperState(StrEnum):
    """Where a serial stands: reserved → issued → void, or reserved → void."""

    RESERVED = "reserved"
    ISSUED = "issued"
    VOID = "void"


OF_FILE = Follows("households", "household_id")
"""Seen by whoever sees the household's file: in the women's section and when sealed too. By name, since households
belong to a room above."""


class SigningKey(OfficeRow, Base):
    """The public half of a desk's key; nobody can sign with anything in this table.

    Registered by whoever first issues at a desk, retired by an administrator.
    """

    __tablename__ = "signing_keys"
    __policy__ = Policy(insert=CASE_STAFF, update=ADMINISTRATORS)
    __audited__ = True
    __table_args__ = (UniqueConstraint("key_id"),)

    key_id: Mapped[str]
    desk: Mapped[str]
    public_key: Mapped[str]
    certificate: Mapped[str]
    registered_at: Mapped[datetime]
    registered_by: Mapped[str]
    retired_at: Mapped[datetime | None]
    retired_by: Mapped[str | None]
    retired_because: Mapped[str | None]
    compromised: Mapped[bool] = mapped_column(default=False)


class IssuedDocument(OfficeRow, Base):
    """One line of the print register, with the paper itself.

    `content` is the whole `contents.Paper`, from which the unsigned file can be made again; `pdf` is the file as
    issued, stored once. `pdf` is read only when asked for.
    """

    __tablename__ = "issued_documents"
    __policy__ = Policy(insert=CASE_STAFF, update=CASE_STAFF, follows=OF_FILE)
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        *belongs_to("signing_keys", "signing_key_id"),
        UniqueConstraint("serial"),
        UniqueConstraint("office", "hijri_year", "number"),
        Index(None, "office", "state"),
    )

    serial: Mapped[str]
    hijri_year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[PaperKind] = mapped_column(ByValue(PaperKind))
    household_id: Mapped[UUID | None]
    person_id: Mapped[UUID | None]
    file_number: Mapped[str]
    holder_ar: Mapped[str]
    holder_en: Mapped[str]
    state: Mapped[PaperState] = mapped_column(ByValue(PaperState))
    valid_until: Mapped[date | None]
    content: Mapped[Any] = mapped_column(JsonText())
    content_hash: Mapped[str]
    qr_text: Mapped[str]
    signing_key_id: Mapped[UUID]
    reserved_at: Mapped[datetime]
    reserved_by: Mapped[str]
    issued_at: Mapped[datetime | None]
    issued_by: Mapped[str | None]
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary(), deferred=True)
    pdf_sha256: Mapped[str | None]
    copies: Mapped[int] = mapped_column(default=0)
    voided_at: Mapped[datetime | None]
    voided_by: Mapped[str | None]
    voided_because: Mapped[str | None]


class Reprint(OfficeRow, Base):
    """One time that a stored paper was handed out again, to whom and why; the first copy is no reprint."""

    __tablename__ = "reprints"
    __policy__ = Policy(insert=CASE_STAFF, update=NOBODY, follows=OF_FILE)
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        *belongs_to("issued_documents", "document_id"),
        UniqueConstraint("document_id", "copy"),
    )

    document_id: Mapped[UUID]
    household_id: Mapped[UUID | None]
    copy: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    reason: Mapped[str]
    collector_name: Mapped[str]
    collector_relation: Mapped[str]
