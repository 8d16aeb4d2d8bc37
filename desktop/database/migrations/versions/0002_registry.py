"""The registry: files, their versions and people, dated facts, search words; on PostgreSQL, the wall of sealed files.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "yes_no": sa.Boolean(),
    "count": sa.Integer(),
    "number": sa.Double(),
    "money": sa.BigInteger(),
    "day": sa.Date(),
    "instant": sa.DateTime(timezone=True),
    "uuid": sa.Uuid(),
}

# A question mark: may be NULL, that is unknown. Every one of these tables is dated; see `_dated`.
_OF_HOUSEHOLD = {
    "household_facts": (
        "applied_on day?, address_stated yes_no, address_region text?, address_governorate text?, "
        "address_city text?, address_district text?, address_street text?, address_building text?, "
        "address_national_address text?, address_latitude number?, address_longitude number?, phone text?, "
        "payee_stated yes_no, payee_ref text?, payee_name text?, payee_iban text?, payee_capacity text?, "
        "payee_deed text?, claimant text?, provider text?, family_type text?, dwelling_stated yes_no, "
        "dwelling_tenure text?, dwelling_separate yes_no?, dwelling_proof text?, dwelling_proof_holder text?, "
        "dwelling_in_area yes_no?, dwelling_all_residents_registered yes_no?, dwelling_rooms count?, "
        "dwelling_monthly_rent money?, dwelling_urban yes_no?, independent yes_no?, family_dwellings count?, "
        "vehicles count?, domestic_workers count?, domestic_workers_for_disability count?, "
        "skilled_hired_workers count?, unskilled_hired_workers count?, commercial_register yes_no?, pmt_score "
        "number?, poverty_area yes_no?, gate_waiver yes_no?, update_asked_on day?, updated_on day?, waived_on "
        "day?, receipts_stated yes_no, requests_stated yes_no, outside_stated yes_no"
    ),
    "outside_persons": (
        "ref text, name_stated yes_no, name_given text?, name_father text?, name_grandfather text?, "
        "name_family text?, sex text?, nationality text?, status text?, since day?, until day?, remarried "
        "yes_no?, evidence_stated yes_no, evidence_kind text?, evidence_number text?, evidence_issued_on "
        "day?, evidence_valid_until day?, evidence_renewals count?"
    ),
    "assistance_requests": ("kind text, cause text?, occurred_on day?, amount money?"),
    "receipts": ("programme text, category text?, since day, until day?, amount money?, last_collected_on day?"),
}
_OF_PERSON = {
    "memberships": (
        "ref text, role text, father text?, mother text?, spouses_stated yes_no, dependency_confirmed "
        "yes_no?, successor yes_no?, custody_stated yes_no, custody_holder text?, custody_deed yes_no?, "
        "custody_nearer_school yes_no?, lives_in_dwelling yes_no?"
    ),
    "identities": (
        "name_stated yes_no, name_given text?, name_father text?, name_grandfather text?, name_family text?, "
        "national_id text?, id_kind text?, id_valid_until day?, nationality text?, sex text?, birth_date "
        "day?, birth_date_hijri text?, birth_date_precision text, death_date day?"
    ),
    "member_facts": (
        "marital_status text?, marital_status_since day?, marital_status_evidence_stated yes_no, "
        "marital_status_evidence_kind text?, marital_status_evidence_number text?, "
        "marital_status_evidence_issued_on day?, marital_status_evidence_valid_until day?, "
        "marital_status_evidence_renewals count?, former_spouse_of_citizen yes_no?, has_living_children "
        "yes_no?, services_suspended yes_no?, absences_stated yes_no, shelter_stays_stated yes_no, "
        "education_stated yes_no, education_enrolled yes_no?, education_stage text?, education_full_time "
        "yes_no?, education_away yes_no?, education_attendance_stated yes_no, education_passed_last_year "
        "yes_no?, education_fees_per_year money?, work_stated yes_no, work_status text?, work_ability text?, "
        "work_sector text?, work_insured yes_no?, work_insured_wage money?, work_abroad_since day?, "
        "work_job_seeker_registered yes_no?, work_exempt_reason text?, work_offers_refused_stated yes_no, "
        "disability_stated yes_no, disability_degree text?, disability_percent number?, disability_kind "
        "text?, disability_onset_age count?, disability_assessed_on day?, disability_valid_until day?, "
        "incapacity_stated yes_no, incapacity_extent text?, incapacity_permanent yes_no?, "
        "incapacity_issued_on day?, incapacity_valid_until day?, health_stated yes_no, health_chronic text?, "
        "health_pregnant yes_no?, health_nursing yes_no?, health_vaccinations_current yes_no?, "
        "health_annual_check_on day?, health_growth_follow_up yes_no?, circumstances_stated yes_no, "
        "incomes_stated yes_no, incomes_complete yes_no, assets_stated yes_no, breaches_stated yes_no, "
        "judgments_stated yes_no"
    ),
    "absences": ("from_ day, to day?, purpose text?"),
    "assets": (
        "kind text, value money?, liquidable yes_no?, tenure text?, area_feddan number?, heads count?, "
        "for_trade yes_no?, since day?, until day?"
    ),
    "attendance": ("term text, percent number, excused yes_no?"),
    "breaches": ("duty text, notified_on day, cured_on day?, excused yes_no?"),
    "circumstances": (
        "kind text, since day?, until day?, evidence_stated yes_no, evidence_kind text?, evidence_number "
        "text?, evidence_issued_on day?, evidence_valid_until day?, evidence_renewals count?"
    ),
    "incomes": (
        "kind text, amount money?, amount_between_low money?, amount_between_high money?, period text, times "
        "number?, since day?, until day?, registered yes_no?, stable yes_no?, payer text?, evidence_stated "
        "yes_no, evidence_kind text?, evidence_number text?, evidence_issued_on day?, evidence_valid_until "
        "day?, evidence_renewals count?"
    ),
    "judgments": ("kind text, final_on day"),
    "offers_refused": ("on day, suitable yes_no?, excused yes_no?"),
    "shelter_stays": ("from_ day, to day?, purpose text?"),
    "spouses": ("spouse text"),
}
_UNPLACED = {"household_facts", "identities", "member_facts"}


def upgrade() -> None:
    _table(
        "households",
        "section text, file_number text, country text, sealed yes_no, registered_at instant, registered_by text, "
        "closed_at instant?, changed_at instant, changed_by text, facts_hash text, head_name text, member_count count",
        sa.UniqueConstraint("file_number", name="uq_households_file_number"),
        sa.CheckConstraint("section IN ('general', 'women')", name="ck_households_section"),
    )
    op.create_index("ix_households_office_file_number", "households", ["office", "file_number"])
    _table(
        "household_versions",
        "household_id uuid, number count, at instant, on_day day, by text, act text, reason text, effective_from day?, "
        "in_section text, facts_hash text",
        _household_key("household_versions"),
        sa.UniqueConstraint("household_id", "number", name="uq_household_versions_household_id_number"),
    )
    _table(
        "persons",
        "household_id uuid, ref text, present yes_no, name text, national_id text?, number_key text?",
        _household_key("persons"),
        sa.UniqueConstraint("office", "household_id", "id", name="uq_persons_office_household_id_id"),
        sa.UniqueConstraint("number_key", name="uq_persons_number_key"),
    )
    _table(
        "search_words",
        "section text, household_id uuid, person_id uuid?, kind text, sealed yes_no",
        # By code point, whatever the server's locale: words of one beginning must lie side by side.
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        _household_key("search_words"),
        _person_key("search_words"),
        sa.CheckConstraint("section IN ('general', 'women')", name="ck_search_words_section"),
    )
    op.create_index("ix_search_words_office_word", "search_words", ["office", "word"])
    for name, columns in _OF_HOUSEHOLD.items():
        _dated(name, columns)
    for name, columns in _OF_PERSON.items():
        _dated(name, columns, of_person=True)
    for name in ("household_versions", "persons", "search_words", *_OF_HOUSEHOLD, *_OF_PERSON):
        op.create_index(f"ix_{name}_office_household_id", name, ["office", "household_id"])
    if op.get_bind().dialect.name == "postgresql":
        # Beside the policies that are made from the declarations, and so that a sealed file's rows, which follow it,
        # go with it. Restrictive: whatever else allows a row, this one must too.
        for table in ("households", "search_words"):
            op.execute(
                f"CREATE POLICY yusr_sealed ON public.{table} AS RESTRICTIVE FOR ALL USING (NOT sealed OR (SELECT "
                "EXISTS (SELECT 1 FROM public.staff s "
                "WHERE s.login = session_user::text AND s.active AND s.roles::jsonb ? 'supervisor')))"
            )


def downgrade() -> None:
    for name in (*_OF_PERSON, *_OF_HOUSEHOLD, "search_words", "persons", "household_versions", "households"):
        op.drop_table(name)


def _dated(name: str, columns: str, *, of_person: bool = False) -> None:
    spans = "household_id uuid, valid_from day?, valid_to day?, recorded_at instant, superseded_at instant?, "
    keys = [_household_key(name)]
    if of_person:
        spans = f"person_id uuid, {spans}"
        keys.append(_person_key(name))
    if name not in _UNPLACED:
        spans += "position count, "
    _table(name, spans + columns, *keys)


def _table(name: str, columns: str, *others: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_columns(columns),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("office", "id", name=f"uq_{name}_office_id"),
        *others,
    )


def _columns(written: str) -> Iterator[sa.Column[Any]]:
    for each in written.split(", "):
        name, kind = each.split(" ")
        yield sa.Column(name, _TYPES[kind.rstrip("?")], nullable=kind.endswith("?"))


def _household_key(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["office", "household_id"], ["households.office", "households.id"], name=f"fk_{table}_household_id"
    )


def _person_key(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["office", "household_id", "person_id"],
        ["persons.office", "persons.household_id", "persons.id"],
        name=f"fk_{table}_person_id",
    )
