"""Namesakes: the name of every person as a key, and a tree over births.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TOGETHER = 1_000


def upgrade() -> None:
    by_code_point = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("persons", sa.Column("name_key", by_code_point, server_default="", nullable=False))
    _fill()
    op.create_index("ix_persons_office_name_key", "persons", ["office", "name_key"], unique=False)
    op.create_index("ix_identities_office_birth_date", "identities", ["office", "birth_date"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_identities_office_birth_date", table_name="identities")
    op.drop_index("ix_persons_office_name_key", table_name="persons")
    op.drop_column("persons", "name_key")


def _fill() -> None:
    """Make the keys of the people who are there; past the row policies, which bind the owner too."""
    # Folded as in 0006, which is sealed as this is.
    fold = run_path(str(Path(__file__).with_name("0006_listing.py")))["_fold"]
    connection = op.get_bind()
    walled = connection.dialect.name == "postgresql" and connection.scalar(
        sa.text("SELECT relforcerowsecurity FROM pg_class WHERE oid = 'public.persons'::regclass")
    )
    if walled:
        op.execute("ALTER TABLE persons NO FORCE ROW LEVEL SECURITY")
    people = sa.table(
        "persons", sa.column("id", sa.Uuid()), sa.column("name", sa.Text()), sa.column("name_key", sa.Text())
    )
    set_key = people.update().where(people.c.id == sa.bindparam("of")).values(name_key=sa.bindparam("key"))
    after = UUID(int=0)
    while True:
        page = sa.select(people.c.id, people.c.name).where(people.c.id > after).order_by(people.c.id).limit(_TOGETHER)
        some = connection.execute(page).all()
        if some:
            keys = [{"of": person, "key": " ".join(map(_bare, fold(name).split()))} for person, name in some]
            connection.execute(set_key, keys)
            after = some[-1][0]
        if len(some) < _TOGETHER:
            break
    if walled:
        op.execute("ALTER TABLE persons FORCE ROW LEVEL SECURITY")


def _bare(word: str) -> str:
    """A word without the article."""
    shorn = word.removeprefix("ال")
    return shorn if len(shorn) > 1 else word
