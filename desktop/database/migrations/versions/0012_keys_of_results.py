"""Results of a caseload: the wall looks up the files and stretches of a whole statement at once, no constraint does.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLE = "caseload_results"
_KEYS = {
    "fk_caseload_results_household_id": ("households", "household_id"),
    "fk_caseload_results_stretch_id": ("caseload_stretches", "stretch_id"),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for name in _KEYS:
            op.drop_constraint(name, _TABLE, type_="foreignkey")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER IF EXISTS yusr_keys ON {_TABLE}")
        op.execute(f"DROP FUNCTION IF EXISTS yusr_keys_{_TABLE}()")
        for name, (parent, column) in _KEYS.items():
            op.create_foreign_key(name, _TABLE, parent, ["office", column], ["office", "id"])
