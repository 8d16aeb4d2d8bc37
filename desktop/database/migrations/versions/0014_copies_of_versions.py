"""Packed files: a copy hangs on a version of its file, so that none can be left for a version to come.

On PostgreSQL the wall looks up the keys of a whole statement at once. Sealed: never changed once published, imports
nothing of ours.
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_NUMBERED = "uq_household_versions_office_household_id_number"
_BEFORE = "uq_household_versions_household_id_number"
_OF_VERSION = "fk_packed_files_household_version"


def upgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    with op.batch_alter_table("household_versions") as table:
        table.create_unique_constraint(_NUMBERED, ["office", "household_id", "number"])
        table.drop_constraint(_BEFORE, type_="unique")
    if not on_postgresql:
        with op.batch_alter_table("packed_files") as table:
            table.create_foreign_key(
                _OF_VERSION,
                "household_versions",
                ["office", "household_id", "household_version"],
                ["office", "household_id", "number"],
            )


def downgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if not on_postgresql:
        with op.batch_alter_table("packed_files") as table:
            table.drop_constraint(_OF_VERSION, type_="foreignkey")
    with op.batch_alter_table("household_versions") as table:
        table.create_unique_constraint(_BEFORE, ["household_id", "number"])
        table.drop_constraint(_NUMBERED, type_="unique")
