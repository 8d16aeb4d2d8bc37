"""Numbers of decisions in the order of their signs, so that the beginning of one is a range of the tree over them.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # By code point, whatever the server's locale: a locale passes over hyphens, and a beginning is no range there.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("decisions", "number", type_=sa.Text(collation="C"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("decisions", "number", type_=sa.Text())
