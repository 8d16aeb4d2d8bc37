"""A file with pages, to try the wall on: a sectioned parent and a child that follows it, in tables of their own."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from conftest import Database
from sqlalchemy import LargeBinary, MetaData, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop import bootstrap
from desktop.database import upgrade
from desktop.database.base import Base, OfficeRow, Sectioned, belongs_to
from desktop.database.columns import MinorUnits
from desktop.database.policy import RESEARCHERS, SUPERVISORS, Follows, Policy
from desktop.office.desk import Desk


class Shelf(Base):
    __abstract__ = True
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)


class File(OfficeRow, Sectioned, Shelf):
    __tablename__ = "shelf_files"
    __policy__ = Policy(insert=RESEARCHERS, update=RESEARCHERS, delete=SUPERVISORS, whole=SUPERVISORS)
    __audited__ = True
    __audit_hides__: ClassVar[tuple[str, ...]] = ("secret",)
    __table_args__ = (UniqueConstraint("office", "title"),)

    title: Mapped[str]
    secret: Mapped[str | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    amount: Mapped[int] = mapped_column(MinorUnits(), default=0)
    paper: Mapped[bytes | None] = mapped_column(LargeBinary())


class Page(OfficeRow, Shelf):
    __tablename__ = "shelf_pages"
    __policy__ = Policy(delete=SUPERVISORS, follows=Follows("shelf_files", "file_id"))
    __audited__ = True
    __table_args__ = (*belongs_to("shelf_files", "file_id"),)

    file_id: Mapped[UUID]
    text: Mapped[str]


def put_up(database: Database) -> None:
    """Make the shelf's tables and their walls beside the office's own."""
    whole = MetaData()
    for metadata in (bootstrap.metadata(), Shelf.metadata):
        for table in metadata.sorted_tables:
            table.to_metadata(whole)
    with upgrade.alone(database.owner) as connection:
        Shelf.metadata.create_all(connection)
        upgrade.make_walls(connection, whole)


def put(desk: Desk, *rows: OfficeRow) -> None:
    """Write rows at once, as a verb does."""
    desk.session.add_all(rows)
    desk.session.flush()
