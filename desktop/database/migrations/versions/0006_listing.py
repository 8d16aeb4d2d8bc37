"""Lists of files in every order: the head's name folded, a tree over the files for each order.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ORDERS = ("head_key", "member_count", "registered_at", "changed_at")
_PLAIN = "ix_households_office_file_number"
_COUNTED = f"{_PLAIN}_section_sealed_closed_at"
_TOGETHER = 1_000


def upgrade() -> None:
    # By code point, whatever the server's locale: both databases and the program must agree on what comes after what.
    by_code_point = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("households", sa.Column("head_key", by_code_point, server_default="", nullable=False))
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("households", "file_number", type_=sa.Text(collation="C"))
    _fold_names()
    for column in _ORDERS:
        op.create_index(
            f"ix_households_office_{column}_file_number", "households", ["office", column, "file_number"], unique=False
        )
    op.create_index(_COUNTED, "households", ["office", "file_number", "section", "sealed", "closed_at"], unique=False)
    op.drop_index(_PLAIN, table_name="households")


def downgrade() -> None:
    op.create_index(_PLAIN, "households", ["office", "file_number"], unique=False)
    op.drop_index(_COUNTED, table_name="households")
    for column in _ORDERS:
        op.drop_index(f"ix_households_office_{column}_file_number", table_name="households")
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("households", "file_number", type_=sa.Text())
    op.drop_column("households", "head_key")


def _fold_names() -> None:
    """Fold the names of the files that are there; past the row policies, which bind the owner too."""
    connection = op.get_bind()
    walled = connection.dialect.name == "postgresql" and connection.scalar(
        sa.text("SELECT relforcerowsecurity FROM pg_class WHERE oid = 'public.households'::regclass")
    )
    if walled:
        op.execute("ALTER TABLE households NO FORCE ROW LEVEL SECURITY")
    files = sa.table("households", sa.column("file_number", sa.Text()), sa.column("head_name", sa.Text()))
    set_key = sa.text("UPDATE households SET head_key = :key WHERE file_number = :file_number")
    after = ""
    while True:
        page = sa.select(files).where(files.c.file_number > after).order_by(files.c.file_number).limit(_TOGETHER)
        some = connection.execute(page).all()
        if some:
            connection.execute(set_key, [{"key": _fold(name), "file_number": number} for number, name in some])
            after = some[-1][0]
        if len(some) < _TOGETHER:
            break
    if walled:
        op.execute("ALTER TABLE households FORCE ROW LEVEL SECURITY")


def _fold(text: str) -> str:
    """As the program folds names at this version; files written later carry their own."""
    text = _western(unicodedata.normalize("NFKD", text).translate(_LETTERS))
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    text = unicodedata.normalize("NFKC", text).replace("ة", "ه")
    words = _joined(text.split(), before=frozenset({"ال"}), behind=frozenset())
    return " ".join(_joined(words, before=frozenset({"عبد", "ابو"}), behind=frozenset({"الله", "الدين"})))


def _joined(words: list[str], *, before: frozenset[str], behind: frozenset[str]) -> list[str]:
    joined = words[:1]
    for left, right in pairwise(words):
        if left in before or right in behind:
            joined[-1] += right
        else:
            joined.append(right)
    return joined


def _western(text: str) -> str:
    return text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2))


_TASHKEEL = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9)]
_TASHKEEL += [*range(0x06EA, 0x06EE), *range(0x08D3, 0x0900)]
_MARKS = [0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD]
_LETTERS: dict[int, str | None] = {
    **dict.fromkeys([*_TASHKEEL, *_MARKS, 0x0640, 0x0621]),
    **{ord(letter): "ا" for letter in "أإآٱ"},
    **{ord(letter): "ي" for letter in "ىیئې"},
    **{ord(letter): "ه" for letter in "ہھەۀ"},
    ord("ؤ"): "و",
    ord("ک"): "ك",
}
