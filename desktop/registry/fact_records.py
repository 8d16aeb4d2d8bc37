"""Dated facts of which there is one: of a household as a whole, and of each of its members.

Columns are named as the facts are on the structs, with `_` for the dots: `education.full_time` is
`education_full_time`. An object or a list that was said, be it empty, has `…_stated` true; a fact that is not known is
NULL. Money is in minor units.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Double, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base
from desktop.database.columns import ByValue, MinorUnits
from desktop.facts.codes import (
    ChronicIllness,
    DatePrecision,
    DisabilityDegree,
    DisabilityKind,
    DwellingProof,
    FamilyType,
    IdKind,
    IncapacityExtent,
    MaritalStatus,
    PayeeCapacity,
    Role,
    SchoolStage,
    Sector,
    Sex,
    Tenure,
    WorkAbility,
    WorkExemption,
    WorkStatus,
)
from desktop.registry.dated_rows import OF_FILE, Dated, OfPerson, Placed, of_household, of_person


class HouseholdFacts(Dated, Base):
    """The household as a whole; its number, country, office and section stand in `households`."""

    __tablename__ = "household_facts"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_household()

    applied_on: Mapped[date | None]
    address_stated: Mapped[bool]
    address_region: Mapped[str | None]
    address_governorate: Mapped[str | None]
    address_city: Mapped[str | None]
    address_district: Mapped[str | None]
    address_street: Mapped[str | None]
    address_building: Mapped[str | None]
    address_national_address: Mapped[str | None]
    address_latitude: Mapped[float | None] = mapped_column(Double())
    address_longitude: Mapped[float | None] = mapped_column(Double())
    phone: Mapped[str | None]
    payee_stated: Mapped[bool]
    payee_ref: Mapped[str | None]
    payee_name: Mapped[str | None]
    payee_iban: Mapped[str | None]
    payee_capacity: Mapped[PayeeCapacity | None] = mapped_column(ByValue(PayeeCapacity))
    payee_deed: Mapped[str | None]
    claimant: Mapped[str | None]
    provider: Mapped[str | None]
    family_type: Mapped[FamilyType | None] = mapped_column(ByValue(FamilyType))
    dwelling_stated: Mapped[bool]
    dwelling_tenure: Mapped[Tenure | None] = mapped_column(ByValue(Tenure))
    dwelling_separate: Mapped[bool | None]
    dwelling_proof: Mapped[DwellingProof | None] = mapped_column(ByValue(DwellingProof))
    dwelling_proof_holder: Mapped[str | None]
    dwelling_in_area: Mapped[bool | None]
    dwelling_all_residents_registered: Mapped[bool | None]
    dwelling_rooms: Mapped[int | None]
    dwelling_monthly_rent: Mapped[int | None] = mapped_column(MinorUnits())
    dwelling_urban: Mapped[bool | None]
    independent: Mapped[bool | None]
    family_dwellings: Mapped[int | None]
    vehicles: Mapped[int | None]
    domestic_workers: Mapped[int | None]
    domestic_workers_for_disability: Mapped[int | None]
    skilled_hired_workers: Mapped[int | None]
    unskilled_hired_workers: Mapped[int | None]
    commercial_register: Mapped[bool | None]
    pmt_score: Mapped[float | None] = mapped_column(Double())
    poverty_area: Mapped[bool | None]
    gate_waiver: Mapped[bool | None]
    update_asked_on: Mapped[date | None]
    updated_on: Mapped[date | None]
    waived_on: Mapped[date | None]
    receipts_stated: Mapped[bool]
    requests_stated: Mapped[bool]
    outside_stated: Mapped[bool]


class Membership(OfPerson, Placed, Base):
    """A person's place in the household: reference, role, kinship, dependency."""

    __tablename__ = "memberships"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    ref: Mapped[str]
    role: Mapped[Role] = mapped_column(ByValue(Role))
    father: Mapped[str | None]
    mother: Mapped[str | None]
    spouses_stated: Mapped[bool]
    dependency_confirmed: Mapped[bool | None]
    successor: Mapped[bool | None]
    custody_stated: Mapped[bool]
    custody_holder: Mapped[str | None]
    custody_deed: Mapped[bool | None]
    custody_nearer_school: Mapped[bool | None]
    lives_in_dwelling: Mapped[bool | None]


class Identity(OfPerson, Base):
    """Who a person is: name as written, number, sex, birth in the calendars that were stated."""

    __tablename__ = "identities"
    __policy__ = OF_FILE
    __audited__ = True
    # By birth, people are found whose names were spelt another way.
    __table_args__ = (*of_person(), Index(None, "office", "birth_date"))

    name_stated: Mapped[bool]
    name_given: Mapped[str | None]
    name_father: Mapped[str | None]
    name_grandfather: Mapped[str | None]
    name_family: Mapped[str | None]
    national_id: Mapped[str | None]
    id_kind: Mapped[IdKind | None] = mapped_column(ByValue(IdKind))
    id_valid_until: Mapped[date | None]
    nationality: Mapped[str | None]
    sex: Mapped[Sex | None] = mapped_column(ByValue(Sex))
    birth_date: Mapped[date | None]
    birth_date_hijri: Mapped[str | None]
    birth_date_precision: Mapped[DatePrecision] = mapped_column(ByValue(DatePrecision))
    death_date: Mapped[date | None]


class MemberFacts(OfPerson, Base):
    """What else is held of a member: marriage, schooling, work, disability, health, and which lists were told."""

    __tablename__ = "member_facts"
    __policy__ = OF_FILE
    __audited__ = True
    __table_args__ = of_person()

    marital_status: Mapped[MaritalStatus | None] = mapped_column(ByValue(MaritalStatus))
    marital_status_since: Mapped[date | None]
    marital_status_evidence_stated: Mapped[bool]
    marital_status_evidence_kind: Mapped[str | None]
    marital_status_evidence_number: Mapped[str | None]
    marital_status_evidence_issued_on: Mapped[date | None]
    marital_status_evidence_valid_until: Mapped[date | None]
    marital_status_evidence_renewals: Mapped[int | None]
    former_spouse_of_citizen: Mapped[bool | None]
    has_living_children: Mapped[bool | None]
    services_suspended: Mapped[bool | None]
    absences_stated: Mapped[bool]
    shelter_stays_stated: Mapped[bool]
    education_stated: Mapped[bool]
    education_enrolled: Mapped[bool | None]
    education_stage: Mapped[SchoolStage | None] = mapped_column(ByValue(SchoolStage))
    education_full_time: Mapped[bool | None]
    education_away: Mapped[bool | None]
    education_attendance_stated: Mapped[bool]
    education_passed_last_year: Mapped[bool | None]
    education_fees_per_year: Mapped[int | None] = mapped_column(MinorUnits())
    work_stated: Mapped[bool]
    work_status: Mapped[WorkStatus | None] = mapped_column(ByValue(WorkStatus))
    work_ability: Mapped[WorkAbility | None] = mapped_column(ByValue(WorkAbility))
    work_sector: Mapped[Sector | None] = mapped_column(ByValue(Sector))
    work_insured: Mapped[bool | None]
    work_insured_wage: Mapped[int | None] = mapped_column(MinorUnits())
    work_abroad_since: Mapped[date | None]
    work_job_seeker_registered: Mapped[bool | None]
    work_exempt_reason: Mapped[WorkExemption | None] = mapped_column(ByValue(WorkExemption))
    work_offers_refused_stated: Mapped[bool]
    disability_stated: Mapped[bool]
    disability_degree: Mapped[DisabilityDegree | None] = mapped_column(ByValue(DisabilityDegree))
    disability_percent: Mapped[float | None] = mapped_column(Double())
    disability_kind: Mapped[DisabilityKind | None] = mapped_column(ByValue(DisabilityKind))
    disability_onset_age: Mapped[int | None]
    disability_assessed_on: Mapped[date | None]
    disability_valid_until: Mapped[date | None]
    incapacity_stated: Mapped[bool]
    incapacity_extent: Mapped[IncapacityExtent | None] = mapped_column(ByValue(IncapacityExtent))
    incapacity_permanent: Mapped[bool | None]
    incapacity_issued_on: Mapped[date | None]
    incapacity_valid_until: Mapped[date | None]
    health_stated: Mapped[bool]
    health_chronic: Mapped[ChronicIllness | None] = mapped_column(ByValue(ChronicIllness))
    health_pregnant: Mapped[bool | None]
    health_nursing: Mapped[bool | None]
    health_vaccinations_current: Mapped[bool | None]
    health_annual_check_on: Mapped[date | None]
    health_growth_follow_up: Mapped[bool | None]
    circumstances_stated: Mapped[bool]
    incomes_stated: Mapped[bool]
    incomes_complete: Mapped[bool]
    assets_stated: Mapped[bool]
    breaches_stated: Mapped[bool]
    judgments_stated: Mapped[bool]
