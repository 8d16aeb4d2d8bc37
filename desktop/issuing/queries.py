"""Reads of the print register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, select, tuple_

from desktop.issuing.answers import IssuedAnswer, IssuedFile, ReprintAnswer
from desktop.issuing.contents import Paper
from desktop.issuing.kinds import PaperKind
from desktop.issuing.records import OF_FILE, IssuedDocument, PaperState, Reprint
from desktop.issuing.serials import Serial, read_serial
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, may, requires
from desktop.values.errors import OfficeError


def seen(desk: Desk) -> Select[IssuedDocument]:
    """The own office's papers that this person may see; every statement about papers starts here."""
    return select(IssuedDocument).where(*may_see(desk))


def may_see(desk: Desk) -> Iterator[ColumnElement[bool]]:
    """Which of all papers these are.

    PostgreSQL's wall hides a sealed file's papers by itself; the files stand in a room above, so by name here too. A
    paper's own file is asked for: a list of the sealed ones would be every file of the office, read for each page.
    """
    yield IssuedDocument.office == desk.office
    if not may(desk.staff.roles, Permission.OPEN_SEALED):
        files = IssuedDocument.metadata.tables[OF_FILE.parent].alias()
        its = (files.c.office == IssuedDocument.office, files.c.id == IssuedDocument.household_id)
        yield ~select(files.c.id).where(*its, files.c.sealed.is_(True)).exists()


@requires(Permission.READ_FILES)
def register_of(
    desk: Desk,
    *,
    household: UUID | None = None,
    kind: PaperKind | None = None,
    state: PaperState | None = None,
    before: Serial | None = None,
    limit: int = 200,
) -> tuple[IssuedAnswer, ...]:
    """The print register of the own office, the newest serial first.

    Args:
        desk: who asks; papers of files that they may not see are left out.
        household: only its papers.
        kind: only papers of this kind.
        state: only papers that stand so.
        before: only serials before this one, for the next page.
        limit: at most so many.
    """
    wanted = seen(desk)
    if household is not None:
        wanted = wanted.where(IssuedDocument.household_id == household)
    if kind is not None:
        wanted = wanted.where(IssuedDocument.kind == kind)
    if state is not None:
        wanted = wanted.where(IssuedDocument.state == state)
    if before is not None:
        wanted = wanted.where(
            tuple_(IssuedDocument.hijri_year, IssuedDocument.number) < tuple_(before.year, before.number)
        )
    ordered = wanted.order_by(IssuedDocument.hijri_year.desc(), IssuedDocument.number.desc()).limit(limit)
    return tuple(IssuedAnswer.of(row) for row in desk.session.scalars(ordered))


@requires(Permission.READ_FILES)
def unfinished(desk: Desk, *, before: datetime) -> tuple[IssuedAnswer, ...]:
    """Serials reserved before an instant and neither issued nor void: what a crash or a lost network left behind."""
    rows = desk.session.scalars(
        seen(desk)
        .where(IssuedDocument.state == PaperState.RESERVED, IssuedDocument.reserved_at < before)
        .order_by(IssuedDocument.hijri_year, IssuedDocument.number)
    )
    return tuple(IssuedAnswer.of(row) for row in rows)


@requires(Permission.READ_FILES)
def issued(desk: Desk, *, serial: str) -> IssuedAnswer:
    """One line of the register; OfficeError `issuing.bad_serial`, `issuing.unknown_serial`."""
    return IssuedAnswer.of(found(desk, serial))


@requires(Permission.READ_FILES)
def paper_of(desk: Desk, *, serial: str) -> Paper:
    """All that a paper says, as it was reserved; OfficeError as of `issued`."""
    return msgspec.convert(found(desk, serial).content, type=Paper)


@requires(Permission.READ_FILES)
def file_of(desk: Desk, *, serial: str) -> IssuedFile:
    """The stored file, to be looked at on the screen; to hand it out again is a `reprint`.

    Raises:
        OfficeError: as of `issued`; `issuing.not_issued`.
    """
    row = found(desk, serial)
    if row.pdf is None:
        raise OfficeError("issuing.not_issued", serial=row.serial)
    return IssuedFile(IssuedAnswer.of(row), row.pdf)


@requires(Permission.READ_FILES)
def reprints_of(desk: Desk, *, serial: str) -> tuple[ReprintAnswer, ...]:
    """Every reprint of a paper, the first one first; OfficeError as of `issued`."""
    rows = desk.session.scalars(
        select(Reprint).where(Reprint.document_id == found(desk, serial).id).order_by(Reprint.copy)
    )
    return tuple(ReprintAnswer.of(row) for row in rows)


def found(desk: Desk, serial: str, *, locked: bool = False) -> IssuedDocument:
    """The record of a serial in the own office, for the verbs of this room; errors as of `issued`.

    Args:
        desk: who asks.
        serial: as somebody typed it.
        locked: keep others from it until the desk closes.
    """
    wanted = seen(desk).where(IssuedDocument.serial == str(read_serial(serial)))
    if locked:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    row = desk.session.scalars(wanted).one_or_none()
    if row is None:
        raise OfficeError("issuing.unknown_serial", serial=serial.strip())
    return row
