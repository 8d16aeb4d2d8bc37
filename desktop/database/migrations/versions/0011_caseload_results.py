"""Results of a caseload: runs, their ends, their stretches, and a row for each file that came to something in one.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "caseload_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by", sa.Text(), nullable=False),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_caseload_runs"),
        sa.UniqueConstraint("office", "id", name="uq_caseload_runs_office_id"),
    )
    op.create_index(
        "ix_caseload_runs_office_programme_on_date", "caseload_runs", ["office", "programme", "on_date"], unique=False
    )
    op.create_table(
        "caseload_run_ends",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("due_at_least", sa.BigInteger(), nullable=False),
        sa.Column("open_amounts", sa.Integer(), nullable=False),
        sa.Column("kept_now", sa.Integer(), nullable=False),
        sa.Column("kept_before", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("unassessed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "run_id"], ["caseload_runs.office", "caseload_runs.id"], name="fk_caseload_run_ends_run_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_caseload_run_ends"),
        sa.UniqueConstraint("office", "id", name="uq_caseload_run_ends_office_id"),
        sa.UniqueConstraint("run_id", name="uq_caseload_run_ends_run_id"),
    )
    op.create_table(
        "caseload_stretches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.Column("pack_hash", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("due_at_least", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "run_id"], ["caseload_runs.office", "caseload_runs.id"], name="fk_caseload_stretches_run_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_caseload_stretches"),
        sa.UniqueConstraint("office", "id", name="uq_caseload_stretches_office_id"),
        sa.UniqueConstraint("run_id", "number", name="uq_caseload_stretches_run_id_number"),
    )
    op.create_index(
        "ix_caseload_stretches_office_programme_on_date",
        "caseload_stretches",
        ["office", "programme", "on_date"],
        unique=False,
    )
    op.create_table(
        "caseload_results",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("stretch_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("household_version", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=True),
        sa.Column("amount_low", sa.BigInteger(), nullable=True),
        sa.Column("amount_high", sa.BigInteger(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("due_low", sa.BigInteger(), nullable=True),
        sa.Column("due_high", sa.BigInteger(), nullable=True),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("benefits", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "household_id"], ["households.office", "households.id"], name="fk_caseload_results_household_id"
        ),
        sa.ForeignKeyConstraint(
            ["office", "stretch_id"],
            ["caseload_stretches.office", "caseload_stretches.id"],
            name="fk_caseload_results_stretch_id",
        ),
        sa.PrimaryKeyConstraint("stretch_id", "household_id", name="pk_caseload_results"),
    )
    op.create_index(
        "ix_caseload_results_office_household_id", "caseload_results", ["office", "household_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_caseload_results_office_household_id", table_name="caseload_results")
    op.drop_table("caseload_results")
    op.drop_index("ix_caseload_stretches_office_programme_on_date", table_name="caseload_stretches")
    op.drop_table("caseload_stretches")
    op.drop_table("caseload_run_ends")
    op.drop_index("ix_caseload_runs_office_programme_on_date", table_name="caseload_runs")
    op.drop_table("caseload_runs")
