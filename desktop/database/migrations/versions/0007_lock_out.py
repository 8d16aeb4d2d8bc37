"""Failures to sign in, by which a login is locked for a while.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_in_failures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "staff_id"], ["staff.office", "staff.id"], name="fk_sign_in_failures_staff_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_failures"),
        sa.UniqueConstraint("office", "id", name="uq_sign_in_failures_office_id"),
        sa.UniqueConstraint("office", "staff_id", name="uq_sign_in_failures_office_staff_id"),
    )


def downgrade() -> None:
    op.drop_table("sign_in_failures")
