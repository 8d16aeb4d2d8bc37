"""Issuing: the print register with its reprints and the public keys of desks; and the guard that keeps lines as issued.

Sealed: never changed once published, imports nothing of ours.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FIXED_ONCE_RESERVED = (
    "id",
    "office",
    "serial",
    "hijri_year",
    "number",
    "kind",
    "household_id",
    "person_id",
    "file_number",
    "holder_ar",
    "holder_en",
    "valid_until",
    "content",
    "content_hash",
    "qr_text",
    "signing_key_id",
    "reserved_at",
    "reserved_by",
)
_FIXED_ONCE_ISSUED = ("issued_at", "issued_by", "pdf", "pdf_sha256")
_FIXED_UNTIL_VOID = ("voided_at", "voided_by", "voided_because")

# The verbs keep to this by themselves; the guard is for whoever writes past them.
_STEP = "OLD.state || '>' || NEW.state"
_STEPS = "'reserved>issued', 'reserved>void', 'issued>issued', 'issued>void'"


def _differs(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in columns)


_UNLAWFUL = (
    f"{_STEP} NOT IN ({_STEPS}) OR {_differs(_FIXED_ONCE_RESERVED)} "
    f"OR ({_STEP} <> 'reserved>issued' AND ({_differs(_FIXED_ONCE_ISSUED)})) "
    f"OR (NEW.state <> 'void' AND ({_differs(_FIXED_UNTIL_VOID)}))"
)


def upgrade() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_by", sa.Text(), nullable=True),
        sa.Column("retired_because", sa.Text(), nullable=True),
        sa.Column("compromised", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signing_keys"),
        sa.UniqueConstraint("key_id", name="uq_signing_keys_key_id"),
        sa.UniqueConstraint("office", "id", name="uq_signing_keys_office_id"),
    )
    op.create_table(
        "issued_documents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("hijri_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("file_number", sa.Text(), nullable=False),
        sa.Column("holder_ar", sa.Text(), nullable=False),
        sa.Column("holder_en", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("qr_text", sa.Text(), nullable=False),
        sa.Column("signing_key_id", sa.Uuid(), nullable=False),
        sa.Column("reserved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reserved_by", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by", sa.Text(), nullable=True),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.Column("pdf_sha256", sa.Text(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("voided_by", sa.Text(), nullable=True),
        sa.Column("voided_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "household_id"], ["households.office", "households.id"], name="fk_issued_documents_household_id"
        ),
        sa.ForeignKeyConstraint(
            ["office", "signing_key_id"],
            ["signing_keys.office", "signing_keys.id"],
            name="fk_issued_documents_signing_key_id",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_issued_documents"),
        sa.UniqueConstraint("office", "hijri_year", "number", name="uq_issued_documents_office_hijri_year_number"),
        sa.UniqueConstraint("office", "id", name="uq_issued_documents_office_id"),
        sa.UniqueConstraint("serial", name="uq_issued_documents_serial"),
    )
    op.create_index(
        "ix_issued_documents_office_household_id", "issued_documents", ["office", "household_id"], unique=False
    )
    op.create_index(
        "ix_issued_documents_office_signing_key_id", "issued_documents", ["office", "signing_key_id"], unique=False
    )
    op.create_index("ix_issued_documents_office_state", "issued_documents", ["office", "state"], unique=False)
    op.create_table(
        "reprints",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("collector_name", sa.Text(), nullable=False),
        sa.Column("collector_relation", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "document_id"],
            ["issued_documents.office", "issued_documents.id"],
            name="fk_reprints_document_id",
        ),
        sa.ForeignKeyConstraint(
            ["office", "household_id"], ["households.office", "households.id"], name="fk_reprints_household_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reprints"),
        sa.UniqueConstraint("document_id", "copy", name="uq_reprints_document_id_copy"),
        sa.UniqueConstraint("office", "id", name="uq_reprints_office_id"),
    )
    op.create_index("ix_reprints_office_document_id", "reprints", ["office", "document_id"], unique=False)
    op.create_index("ix_reprints_office_household_id", "reprints", ["office", "household_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION public.issued_document_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'what was issued is never changed' USING ERRCODE = 'YU010'; END $$"
        )
        op.execute(
            "CREATE TRIGGER issued_document_stands BEFORE UPDATE ON issued_documents FOR EACH ROW "
            f"WHEN ({_UNLAWFUL}) EXECUTE FUNCTION public.issued_document_stands()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER issued_document_stands BEFORE UPDATE ON issued_documents WHEN {_UNLAWFUL} "
            "BEGIN SELECT RAISE(ABORT, 'what was issued is never changed'); END"
        )


def downgrade() -> None:
    op.drop_index("ix_reprints_office_household_id", table_name="reprints")
    op.drop_index("ix_reprints_office_document_id", table_name="reprints")
    op.drop_table("reprints")
    op.drop_index("ix_issued_documents_office_state", table_name="issued_documents")
    op.drop_index("ix_issued_documents_office_signing_key_id", table_name="issued_documents")
    op.drop_index("ix_issued_documents_office_household_id", table_name="issued_documents")
    op.drop_table("issued_documents")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION public.issued_document_stands()")
    op.drop_table("signing_keys")
