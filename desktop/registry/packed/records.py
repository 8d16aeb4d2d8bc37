"""The table of packed copies of files: what a caseload reads of a file in one row instead of in thirty.

See docs/decisions/0020-packed-copies.md.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfOffice
from desktop.database.policy import NOBODY, RESEARCHERS, Follows, Policy


class PackedFile(OfOffice, Base):
    """The believed facts of one file in one version, as `layout` writes them.

    A copy of audited rows and never their place: nobody is decided on from it, and it is read only while the file
    stands in the version that it was made from. `layout` is the mark of the layout that it was written in. Nobody may
    change one, so that whoever comes later cannot put other facts in the place of those that were copied.
    """

    __tablename__ = "packed_files"
    __policy__ = Policy(insert=RESEARCHERS, update=NOBODY, follows=Follows("households", "household_id"))
    __audited__ = False
    __keys_together__ = True
    # The primary key begins with the file: no index of its own for the keys. By the first the wall need not look for
    # the file for those from whom none is hidden; by the second nobody may leave a copy for a version to come.
    __table_args__ = (
        ForeignKeyConstraint(["office", "household_id"], ["households.office", "households.id"]),
        ForeignKeyConstraint(
            ["office", "household_id", "household_version"],
            ["household_versions.office", "household_versions.household_id", "household_versions.number"],
        ),
    )

    household_id: Mapped[UUID] = mapped_column(primary_key=True)
    household_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    layout: Mapped[str] = mapped_column(primary_key=True)
    cells: Mapped[bytes] = mapped_column(LargeBinary())
