"""Dated facts of which there are several: one table for every list of a household file.

Named as in `fact_records`. A row is one item; whether a list was told at all stands with its owner.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Double
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base
from desktop.database.columns import ByValue, MinorUnits
from desktop.facts.codes import (
    AssetKind,
    AssetTenure,
    CircumstanceKind,
    Duty,
    IncomeKind,
    JudgmentKind,
    OutsideStatus,
    Period,
    RequestCause,
    RequestKind,
    Sex,
    StayPurpose,
)
from desktop.registry.dated_rows import OF_FILE, Dated, OfPerson, Placed, of_household, of_person


class OutsidePersonRow(Dated, Placed, Base):
    """A person who matters to the rules but lives elsewhere."""

    __tablename__ = "outside_persons"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_household()

    ref: Mapped[str]
    name_stated: Mapped[bool]
    name_given: Mapped[str | None]
    name_father: Mapped[str | None]
    name_grandfather: Mapped[str | None]
    name_family: Mapped[str | None]
    sex: Mapped[Sex | None] = mapped_column(ByValue(Sex))
    nationality: Mapped[str | None]
    status: Mapped[OutsideStatus | None] = mapped_column(ByValue(OutsideStatus))
    since: Mapped[date | None]
    until: Mapped[date | None]
    remarried: Mapped[bool | None]
    evidence_stated: Mapped[bool]
    evidence_kind: Mapped[str | None]
    evidence_number: Mapped[str | None]
    evidence_issued_on: Mapped[date | None]
    evidence_valid_until: Mapped[date | None]
    evidence_renewals: Mapped[int | None]


class ReceiptRow(Dated, Placed, Base):
    """Support that the household received or receives."""

    __tablename__ = "receipts"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_household()

    programme: Mapped[str]
    category: Mapped[str | None]
    since: Mapped[date]
    until: Mapped[date | None]
    amount: Mapped[int | None] = mapped_column(MinorUnits())
    last_collected_on: Mapped[date | None]


class RequestRow(Dated, Placed, Base):
    """One-off assistance that the household asks for."""

    __tablename__ = "assistance_requests"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_household()

    kind: Mapped[RequestKind] = mapped_column(ByValue(RequestKind))
    cause: Mapped[RequestCause | None] = mapped_column(ByValue(RequestCause))
    occurred_on: Mapped[date | None]
    amount: Mapped[int | None] = mapped_column(MinorUnits())


class IncomeRow(OfPerson, Placed, Base):
    """Money or support that a member receives."""

    __tablename__ = "incomes"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    kind: Mapped[IncomeKind] = mapped_column(ByValue(IncomeKind))
    amount: Mapped[int | None] = mapped_column(MinorUnits())
    amount_between_low: Mapped[int | None] = mapped_column(MinorUnits())
    amount_between_high: Mapped[int | None] = mapped_column(MinorUnits())
    period: Mapped[Period] = mapped_column(ByValue(Period))
    times: Mapped[float | None] = mapped_column(Double())
    since: Mapped[date | None]
    until: Mapped[date | None]
    registered: Mapped[bool | None]
    stable: Mapped[bool | None]
    payer: Mapped[str | None]
    evidence_stated: Mapped[bool]
    evidence_kind: Mapped[str | None]
    evidence_number: Mapped[str | None]
    evidence_issued_on: Mapped[date | None]
    evidence_valid_until: Mapped[date | None]
    evidence_renewals: Mapped[int | None]


class AssetRow(OfPerson, Placed, Base):
    """Something of worth that a member owns or holds."""

    __tablename__ = "assets"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    kind: Mapped[AssetKind] = mapped_column(ByValue(AssetKind))
    value: Mapped[int | None] = mapped_column(MinorUnits())
    liquidable: Mapped[bool | None]
    tenure: Mapped[AssetTenure | None] = mapped_column(ByValue(AssetTenure))
    area_feddan: Mapped[float | None] = mapped_column(Double())
    heads: Mapped[int | None]
    for_trade: Mapped[bool | None]
    since: Mapped[date | None]
    until: Mapped[date | None]


class AbsenceRow(OfPerson, Placed, Base):
    """A stay abroad."""

    __tablename__ = "absences"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    from_: Mapped[date]
    to: Mapped[date | None]
    purpose: Mapped[StayPurpose | None] = mapped_column(ByValue(StayPurpose))


class ShelterStayRow(OfPerson, Placed, Base):
    """A stay in a shelter or a treatment centre."""

    __tablename__ = "shelter_stays"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    from_: Mapped[date]
    to: Mapped[date | None]
    purpose: Mapped[StayPurpose | None] = mapped_column(ByValue(StayPurpose))


class CircumstanceRow(OfPerson, Placed, Base):
    """A circumstance that the law names."""

    __tablename__ = "circumstances"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    kind: Mapped[CircumstanceKind] = mapped_column(ByValue(CircumstanceKind))
    since: Mapped[date | None]
    until: Mapped[date | None]
    evidence_stated: Mapped[bool]
    evidence_kind: Mapped[str | None]
    evidence_number: Mapped[str | None]
    evidence_issued_on: Mapped[date | None]
    evidence_valid_until: Mapped[date | None]
    evidence_renewals: Mapped[int | None]


class AttendanceRow(OfPerson, Placed, Base):
    """Attendance at school in one term."""

    __tablename__ = "attendance"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    term: Mapped[str]
    percent: Mapped[float] = mapped_column(Double())
    excused: Mapped[bool | None]


class OfferRefusedRow(OfPerson, Placed, Base):
    """A job offer that was refused."""

    __tablename__ = "offers_refused"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    on: Mapped[date]
    suitable: Mapped[bool | None]
    excused: Mapped[bool | None]


class BreachRow(OfPerson, Placed, Base):
    """A notified failure of a duty."""

    __tablename__ = "breaches"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    duty: Mapped[Duty] = mapped_column(ByValue(Duty))
    notified_on: Mapped[date]
    cured_on: Mapped[date | None]
    excused: Mapped[bool | None]


class JudgmentRow(OfPerson, Placed, Base):
    """A final judgment that bears on the right."""

    __tablename__ = "judgments"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    kind: Mapped[JudgmentKind] = mapped_column(ByValue(JudgmentKind))
    final_on: Mapped[date]


class SpouseRow(OfPerson, Placed, Base):
    """A husband or wife of a member, by reference: another member or somebody outside."""

    __tablename__ = "spouses"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    spouse: Mapped[str]
