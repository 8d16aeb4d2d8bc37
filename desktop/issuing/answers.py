"""What the issuing room answers, frozen and made for showing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from desktop.issuing.contents import Paper
from desktop.issuing.kinds import PaperKind
from desktop.issuing.records import IssuedDocument, PaperState, Reprint, SigningKey
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    """A desk's key as the office knows it."""

    id: str
    office: str
    desk: str
    public_key: str
    certificate: str
    registered_at: datetime
    registered_by: str
    retired_at: datetime | None
    retired_because: str | None
    compromised: bool
    version: int

    @classmethod
    def of(cls, row: SigningKey) -> KeyAnswer:
        """From its record."""
        return cls(
            id=row.key_id,
            office=row.office,
            desk=row.desk,
            public_key=row.public_key,
            certificate=row.certificate,
            registered_at=row.registered_at,
            registered_by=row.registered_by,
            retired_at=row.retired_at,
            retired_because=row.retired_because,
            compromised=row.compromised,
            version=row.version,
        )


@dataclass(frozen=True, slots=True)
class IssuedAnswer:
    """A line of the print register. `copies` counts the first copy too."""

    id: UUID
    serial: str
    kind: PaperKind
    state: PaperState
    holder: Wording
    file_number: str
    household: UUID | None
    person: UUID | None
    valid_until: date | None
    qr_text: str
    reserved_at: datetime
    reserved_by: str
    issued_at: datetime | None
    issued_by: str | None
    sha256: str | None
    copies: int
    voided_at: datetime | None
    voided_by: str | None
    voided_because: str | None
    version: int

    @classmethod
    def of(cls, row: IssuedDocument) -> IssuedAnswer:
        """From its record."""
        return cls(
            id=row.id,
            serial=row.serial,
            kind=row.kind,
            state=row.state,
            holder=Wording(row.holder_ar, row.holder_en),
            file_number=row.file_number,
            household=row.household_id,
            person=row.person_id,
            valid_until=row.valid_until,
            qr_text=row.qr_text,
            reserved_at=row.reserved_at,
            reserved_by=row.reserved_by,
            issued_at=row.issued_at,
            issued_by=row.issued_by,
            sha256=row.pdf_sha256,
            copies=row.copies,
            voided_at=row.voided_at,
            voided_by=row.voided_by,
            voided_because=row.voided_because,
            version=row.version,
        )


@dataclass(frozen=True, slots=True)
class Reserved:
    """A serial allotted, with the paper complete: `reports.render` can set it now."""

    serial: str
    paper: Paper
    key: str


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """An issued paper with its file, the very bytes that were stored."""

    answer: IssuedAnswer
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReprintAnswer:
    """A line of the log of reprints; `copy` counts from 2."""

    copy: int
    at: datetime
    by: str
    reason: str
    collector: str
    relation: str

    @classmethod
    def of(cls, row: Reprint) -> ReprintAnswer:
        """From its record."""
        return cls(row.copy, row.at, row.by, row.reason, row.collector_name, row.collector_relation)
