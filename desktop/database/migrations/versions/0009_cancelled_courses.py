"""Cancelled courses: why each was called off.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("courses", sa.Column("cancelled_because", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("courses", "cancelled_because")
