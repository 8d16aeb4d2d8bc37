"""Courses, their places and waiting lists, and who is enrolled.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title_ar", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("track", sa.Text(), nullable=False),
        sa.Column("provider_ar", sa.Text(), nullable=False),
        sa.Column("provider_en", sa.Text(), nullable=False),
        sa.Column("place_ar", sa.Text(), nullable=False),
        sa.Column("place_en", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offered_by", sa.Text(), nullable=False),
        sa.CheckConstraint("section IN ('general', 'women')", name="ck_courses_section"),
        sa.CheckConstraint("seats > 0", name="ck_courses_seats"),
        sa.CheckConstraint("starts_on <= ends_on", name="ck_courses_days"),
        sa.PrimaryKeyConstraint("id", name="pk_courses"),
        sa.UniqueConstraint("office", "code", name="uq_courses_office_code"),
        sa.UniqueConstraint("office", "id", "seats", name="uq_courses_office_id_seats"),
        sa.UniqueConstraint("office", "id", name="uq_courses_office_id"),
    )
    op.create_index("ix_courses_office_starts_on", "courses", ["office", "starts_on"], unique=False)
    op.create_table(
        "course_places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("of_seats", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("promoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(state = 'seated') = (seat IS NOT NULL)", name="ck_course_places_seated"),
        sa.CheckConstraint("state IN ('seated', 'waiting', 'left')", name="ck_course_places_state"),
        sa.CheckConstraint("seat BETWEEN 1 AND of_seats", name="ck_course_places_seat"),
        sa.ForeignKeyConstraint(
            ["office", "course_id", "of_seats"],
            ["courses.office", "courses.id", "courses.seats"],
            name="fk_course_places_of_seats",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_course_places"),
        sa.UniqueConstraint("office", "course_id", "id", name="uq_course_places_office_course_id_id"),
        sa.UniqueConstraint("office", "course_id", "seat", name="uq_course_places_office_course_id_seat"),
        sa.UniqueConstraint("office", "course_id", "ticket", name="uq_course_places_office_course_id_ticket"),
        sa.UniqueConstraint("office", "id", name="uq_course_places_office_id"),
    )
    op.create_table(
        "course_queues",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("last_ticket", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "course_id"], ["courses.office", "courses.id"], name="fk_course_queues_course_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_course_queues"),
        sa.UniqueConstraint("office", "course_id", name="uq_course_queues_office_course_id"),
        sa.UniqueConstraint("office", "id", name="uq_course_queues_office_id"),
    )
    op.create_table(
        "enrolments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("enrolled_by", sa.Text(), nullable=False),
        sa.Column("judged", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="ck_enrolments_withdrawn"),
        sa.ForeignKeyConstraint(
            ["office", "course_id", "place_id"],
            ["course_places.office", "course_places.course_id", "course_places.id"],
            name="fk_enrolments_place_id",
        ),
        sa.ForeignKeyConstraint(
            ["office", "household_id", "person_id"],
            ["persons.office", "persons.household_id", "persons.id"],
            name="fk_enrolments_person_id",
        ),
        sa.ForeignKeyConstraint(
            ["office", "household_id"], ["households.office", "households.id"], name="fk_enrolments_household_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_enrolments"),
        sa.UniqueConstraint("office", "id", name="uq_enrolments_office_id"),
        sa.UniqueConstraint("place_id", name="uq_enrolments_place_id"),
    )
    op.create_index("ix_enrolments_office_course_id", "enrolments", ["office", "course_id"], unique=False)
    op.create_index("ix_enrolments_office_household_id", "enrolments", ["office", "household_id"], unique=False)
    op.create_index(
        "ix_enrolments_standing",
        "enrolments",
        ["person_id", "course_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_enrolments_standing",
        table_name="enrolments",
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.drop_index("ix_enrolments_office_household_id", table_name="enrolments")
    op.drop_index("ix_enrolments_office_course_id", table_name="enrolments")
    op.drop_table("enrolments")
    op.drop_table("course_queues")
    op.drop_table("course_places")
    op.drop_index("ix_courses_office_starts_on", table_name="courses")
    op.drop_table("courses")
