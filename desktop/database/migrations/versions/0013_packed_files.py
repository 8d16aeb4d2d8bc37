"""Packed files: the believed facts of a file in one row, for runs over a caseload.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    key = sa.ForeignKeyConstraint(
        ["office", "household_id"], ["households.office", "households.id"], name="fk_packed_files_household_id"
    )
    op.create_table(
        "packed_files",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("household_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        # On PostgreSQL the wall looks up the files of a whole statement at once.
        *([] if on_postgresql else [key]),
        sa.PrimaryKeyConstraint("household_id", "household_version", "layout", name="pk_packed_files"),
    )
    if on_postgresql:
        # A copy of two kilobytes would be squeezed or put elsewhere, and cost more to read than its bytes.
        op.execute("ALTER TABLE packed_files SET (toast_tuple_target = 8160)")


def downgrade() -> None:
    op.drop_table("packed_files")
