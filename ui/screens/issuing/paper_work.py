"""What is done with paper on the documents lane: drafting, issuing, looking at what is kept, writing a file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.values.errors import Unreachable
from ui.parts.preview_pages import PaperPage

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.issuing.verdicts import VerificationAnswer
    from ui.paper import Folders, PaperIssued, PaperKept
    from ui.papers.wanted import Wanted

ON_SCREEN, ON_PAPER = 110, 300
"""Dots an inch of a page's picture."""

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is looked into; no paper of an office comes near."""


@dataclass(frozen=True, slots=True)
class IssuedShown:
    """A paper that was issued just now, with pictures of its pages."""

    paper: PaperIssued
    pages: tuple[PaperPage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptShown:
    """A paper of the register, with pictures of its pages."""

    paper: PaperKept
    pages: tuple[PaperPage, ...] = field(repr=False)


def pictured(pdf: bytes, dpi: int = ON_SCREEN) -> tuple[PaperPage, ...]:
    """The pages of a paper of ours, all of them A4."""
    from reports.preview import pages_as_png

    return tuple(PaperPage(png) for png in pages_as_png(pdf, dpi))


def drafted(office: OpenOffice, wanted: Wanted) -> tuple[PaperPage, ...]:
    """The draft of a paper; errors as of `ui.paper.draft`."""
    from ui.paper import draft
    from ui.papers.wanted import prepared

    return pictured(draft(office, prepare=prepared(wanted)))


def issued(office: OpenOffice, wanted: Wanted, folders: Folders | None) -> IssuedShown:
    """Issue a paper; errors as of `ui.paper.issue`."""
    from ui.paper import issue
    from ui.papers.wanted import prepared

    paper = issue(office, kind=wanted.kind, prepare=prepared(wanted), folders=folders)
    return IssuedShown(paper, pictured(paper.pdf))


def kept(office: OpenOffice, serial: str, folders: Folders | None) -> KeptShown:
    """An issued paper, its bytes checked again; errors as of `ui.paper.kept`."""
    from ui.paper import kept as kept_paper

    paper = kept_paper(office, serial=serial, folders=folders)
    return KeptShown(paper, pictured(paper.pdf))


def checked(office: OpenOffice, thing: str | Path, folders: Folders | None) -> VerificationAnswer:
    """What a code's text or a file is.

    Raises:
        Unreachable: `papers.not_read`.
    """
    from ui.paper import check

    return check(office, thing if isinstance(thing, str) else _read(thing), folders=folders)


def written(path: Path, pdf: bytes) -> Path:
    """Write a paper's file, whole or not at all; Unreachable `papers.not_written`."""
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_bytes(pdf)
        os.replace(half, path)
    except OSError as error:
        half.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise Unreachable("papers.not_written", file=path.name, reason=reason) from error
    return path


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreachable("papers.not_read", file=path.name, reason=reason) from error
