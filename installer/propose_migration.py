"""Writes the first draft of a migration: what the rooms' records say and the newest migration does not make yet.

    .venv/bin/python installer/propose_migration.py registry      → versions/0002_registry.py

Read the draft before committing it: a renamed column looks like one dropped and one added. Once committed it is sealed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import CreateTableOp

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.engine import open_engine

_TEMPLATE = '''"""{title}.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    {up}


def downgrade() -> None:
    {down}
'''


def propose(room: str) -> Path:
    """Write the draft and return its path; SystemExit where nothing is missing or the name is no plain word."""
    if not re.fullmatch(r"[a-z_]+", room):
        raise SystemExit("say the room or the subject in lower-case letters: propose_migration.py registry")
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/head.db", create=True)
        with upgrade.alone(engine) as connection:
            upgrade.migrate(connection, "head")
            context = MigrationContext.configure(
                connection, opts={"include_object": _ours, "render_item": _render, "compare_type": True}
            )
            script = produce_migrations(context, bootstrap.metadata())
        engine.dispose()
    if script.upgrade_ops is None or script.downgrade_ops is None or script.upgrade_ops.is_empty():
        raise SystemExit("nothing is missing: the newest migration makes every table of the records")
    for operation in script.upgrade_ops.ops:
        if isinstance(operation, CreateTableOp):
            operation.info = {}  # policy and audit are declared in the records, not in the schema
    head = upgrade.newest_version()
    revision = f"{int(head) + 1:04d}"
    text = _TEMPLATE.format(
        title=room.replace("_", " ").capitalize(),
        revision=revision,
        head=head,
        up=render_python_code(script.upgrade_ops, render_as_batch=False, render_item=_render),
        down=render_python_code(script.downgrade_ops, render_as_batch=False, render_item=_render),
    )
    path = Path(upgrade.__file__).parent / "migrations" / "versions" / f"{revision}_{room}.py"
    path.write_text(re.sub(r"op\.f\((.+?)\)|\n *# ### .*", r"\1", text), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
    return path


def _render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Our column types as the plain SQLAlchemy types that they are stored as."""
    if kind != "type":
        return False
    while isinstance(thing, sa.types.TypeDecorator):
        thing = thing.impl_instance
    return f"sa.{thing!r}"


def _ours(_thing: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    return not (kind == "table" and name == "alembic_version")


if __name__ == "__main__":
    sys.stdout.write(f"{propose(' '.join(sys.argv[1:]))}\n")
