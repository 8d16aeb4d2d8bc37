"""Issues a paper into a file, so that either both are there or the register says why not."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from desktop.issuing import queries
from desktop.issuing.verdicts import VerificationAnswer
from desktop.values.errors import OfficeError, Unreachable
from ui.command_line.signing_in import Access, signed_in
from ui.command_line.speaking import Voice
from ui.paper import Office, PaperIssued, issue
from ui.papers.wanted import Wanted, prepared


def issue_to(voice: Voice, access: Access, wanted: Wanted, *, out: str, as_json: bool) -> None:
    """Issue the paper and write its file.

    Raises:
        Unreachable: `command_line.unwritable_file`, before anything was issued; `command_line.issued_not_written`.
        OfficeError: of `ui.papers.wanted.prepared` and `ui.paper.issue`; what is lacking as `command_line.not_…`.
    """
    place = Path(out)
    with _room_for(place) as half, signed_in(voice, access) as office:
        paper = _issued(office, wanted)
        _write(half, place, paper)
        with office.desk(reading=True) as desk:
            issued_on = queries.paper_of(desk, serial=paper.answer.serial).content.issue.issued_on
    answer = paper.answer
    if as_json:
        document = {
            "serial": answer.serial,
            "kind": answer.kind.value,
            "file_number": answer.file_number,
            "issued_on": issued_on.isoformat(),
            "valid_until": None if answer.valid_until is None else answer.valid_until.isoformat(),
            "qr_text": answer.qr_text,
            "sha256": answer.sha256,
            "out": out,
        }
        voice.document(json.dumps(document, ensure_ascii=False, indent=1).encode())
    else:
        voice.tell(
            voice.say(f"صدرت الوثيقة {answer.serial} وهي في {out}", f"Issued as {answer.serial}, written to {out}")
        )


_BY_COMMAND = {
    "papers.not_decided": "command_line.not_decided",
    "papers.not_assessed": "command_line.not_assessed",
    "papers.not_enrolled": "command_line.not_enrolled",
}
"""What is lacking, told with the command that brings it."""


def _issued(office: Office, wanted: Wanted) -> PaperIssued:
    try:
        return issue(office, kind=wanted.kind, prepare=prepared(wanted))
    except OfficeError as error:
        if error.key in _BY_COMMAND:
            raise OfficeError(_BY_COMMAND[error.key], pointer=None, **error.details) from error
        raise


def verdict_data(verdict: VerificationAnswer) -> dict[str, Any]:
    """A check's answer as data."""
    amount = verdict.amount
    return {
        "state": verdict.state.value,
        "believed": verdict.believed,
        "sentence": {"ar": verdict.sentence.ar, "en": verdict.sentence.en},
        "from_file": verdict.from_file,
        "serial": verdict.serial,
        "kind": None if verdict.kind is None else verdict.kind.value,
        "office": None if verdict.office is None else {"ar": verdict.office.ar, "en": verdict.office.en},
        "file_number": verdict.file_number,
        "issued_on": None if verdict.issued_on is None else verdict.issued_on.isoformat(),
        "valid_until": None if verdict.valid_until is None else verdict.valid_until.isoformat(),
        "amount": None if amount is None else {"value": amount.decimal_text(), "currency": amount.currency.value},
        "demonstration": verdict.demonstration,
        "key": verdict.key,
        "as_of": None if verdict.as_of is None else verdict.as_of.isoformat(),
    }


@contextmanager
def _room_for(place: Path) -> Iterator[Path]:
    """A file beside `place` that can be written, made before the serial is spent; gone at the end."""
    try:
        if place.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(place))
        with NamedTemporaryFile(dir=place.parent, prefix=".", suffix=".half", delete=False) as made:
            half = Path(made.name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreachable("command_line.unwritable_file", file=str(place), reason=reason) from error
    try:
        yield half
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _write(half: Path, place: Path, paper: PaperIssued) -> None:
    try:
        half.write_bytes(paper.pdf)
        os.replace(half, place)
    except OSError as error:
        raise Unreachable(
            "command_line.issued_not_written",
            serial=paper.answer.serial,
            file=str(place),
            reason=error.strerror or type(error).__name__,
        ) from error
