"""Issues a paper from beginning to end, the same for the command line and the window.

    reserve (one desk) → set in type → seal → confirm (another desk), or void where anything in between fails

Between the two desks nothing is locked, so other desks go on issuing while this one sets its paper. A machine that
dies in between leaves a reserved serial, which `issuing.queries.unfinished` shows and `void_abandoned` explains.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from desktop.database.session import retried
from desktop.issuing import service
from desktop.issuing.answers import IssuedAnswer, ReprintAnswer, Reserved
from desktop.issuing.contents import Content, Issue, Paper
from desktop.issuing.desk_keys import DeskKey, keys_folder
from desktop.issuing.drafts import PaperDraft
from desktop.issuing.kinds import PaperKind, gist_of
from desktop.issuing.letterhead import blank_issue
from desktop.issuing.queries import file_of, reprints_of
from desktop.issuing.seal import sealed
from desktop.issuing.signing_keys import key_at_hand, trusted
from desktop.issuing.trust import TrustStore, keep_trust, trust_folder
from desktop.issuing.verdicts import ALTERED_FILE, VerificationAnswer
from desktop.issuing.verification import verify_at_desk
from desktop.office.answers import Changes
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.errors import OfficeError, Unreachable
from reports.render import render


class Office(Protocol):
    """Whatever opens desks: `bootstrap.OpenOffice`."""

    def desk(self, *, reading: bool = False) -> AbstractContextManager[Desk]:
        """One unit of work."""
        ...


Prepare = Callable[[Desk, Issue], PaperDraft]
"""Words a paper at an open desk: reads what the paper says and returns its draft around the issue given."""


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A paper that counts, with the file to hand out, and what the register changed."""

    answer: IssuedAnswer
    changes: Changes
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperKept:
    """A paper as the register keeps it: every time that it was handed out again, and how its bytes were found now."""

    answer: IssuedAnswer
    reprints: tuple[ReprintAnswer, ...]
    verdict: VerificationAnswer
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this user keeps keys and trust files."""

    keys: Path
    trust: Path

    @classmethod
    def of_user(cls) -> Folders:
        """Those in the user's data folder."""
        return cls(keys_folder(), trust_folder())


def issue(office: Office, *, kind: PaperKind, prepare: Prepare, folders: Folders | None = None) -> PaperIssued:
    """Issue one paper.

    Args:
        office: signed in to.
        kind: what is asked for; a draft of another kind is a fault of the program (ValueError).
        prepare: words the paper; may run more than once when colleagues are in the way, and must have no other effect.
        folders: of keys and trust; the user's own unless said.

    Raises:
        OfficeError: of `prepare`, `reserve` and `confirm`; whatever was reserved is void then.
        Unreachable: the database was lost; a reserved serial shows as unfinished until somebody voids it.
    """
    folders = folders or Folders.of_user()
    reserved, key = retried(lambda: _reserve(office, kind, prepare, folders))
    try:
        pdf = sealed(render(reserved.paper), key=key)
        saved = retried(lambda: _confirm(office, reserved.serial, pdf))
    except BaseException as error:
        # The first error is the one to tell; a serial that cannot be voided now shows as unfinished.
        with suppress(OfficeError):
            _void(office, reserved.serial, error)
        raise
    return saved


def draft(office: Office, *, prepare: Prepare) -> bytes:
    """The paper as it would be issued now, by the same renderer: marked as a draft, without serial, code and seal.

    Errors as of `prepare`; OfficeError `office.not_permitted`.
    """
    with office.desk(reading=True) as desk:
        paper = _drafted(desk, prepare)
    return render(paper)


def kept(office: Office, *, serial: str, folders: Folders | None = None) -> PaperKept:
    """An issued paper as the register keeps it, its bytes checked again before anybody looks at them.

    Raises:
        OfficeError: `issuing.bad_serial`, `issuing.unknown_serial`, `issuing.not_issued`; as of `TrustStore`.
    """
    store = TrustStore.of_folder((folders or Folders.of_user()).trust)
    with office.desk(reading=True) as desk:
        stored = file_of(desk, serial=serial)
        handed_out = reprints_of(desk, serial=serial)
        verdict = verify_at_desk(desk, thing=stored.pdf, trust=store)
    if sha256(stored.pdf).hexdigest() != stored.answer.sha256:
        # A sound file of another paper would pass its own seal.
        verdict = ALTERED_FILE
    return PaperKept(stored.answer, handed_out, verdict, stored.pdf)


def withdraw(office: Office, *, serial: str, reason: str, folders: Folders | None = None) -> IssuedAnswer:
    """Void an issued paper, and let this machine's own offline checks know it at once.

    Raises:
        OfficeError: as of `issuing.service.void`.
        Unreachable: the paper is void, but the trust files could not be written; `renew_trust` later.
    """
    with office.desk() as desk:
        voided = service.void(desk, serial=serial, reason=reason).answer
    renew_trust(office, folders=folders)
    return voided


def check(office: Office, thing: str | bytes, *, folders: Folders | None = None) -> VerificationAnswer:
    """Check a file or a code's text with the register of the office one is signed in to; errors as of `TrustStore`."""
    store = TrustStore.of_folder((folders or Folders.of_user()).trust)
    with office.desk(reading=True) as desk:
        return verify_at_desk(desk, thing=thing, trust=store)


def renew_trust(office: Office, *, folders: Folders | None = None) -> tuple[Path, ...]:
    """Write the trust files of the own office anew, with all that was withdrawn so far; Unreachable where it fails."""
    folder = (folders or Folders.of_user()).trust
    with office.desk(reading=True) as desk:
        keys = trusted(desk)
    return tuple(keep_trust(folder, key) for key in keys)


@requires(Permission.ISSUE)
def _drafted(desk: Desk, prepare: Prepare) -> Paper:
    drafted = prepare(desk, blank_issue(desk))
    return Paper(content=drafted.content, language=drafted.language, arabic_digits=drafted.arabic_digits)


def _reserve(office: Office, kind: PaperKind, prepare: Prepare, folders: Folders) -> tuple[Reserved, DeskKey]:
    with office.desk() as desk:
        reserved, key = _reserve_at(desk, kind=kind, prepare=prepare, keys=folders.keys)
        (trust,) = trusted(desk, key=key.id)
    # After the commit: nobody is to trust a key that the office never came to know. A full or locked folder must not
    # undo a serial; the next paper writes the file again.
    with suppress(Unreachable):
        keep_trust(folders.trust, trust)
    return reserved, key


@requires(Permission.ISSUE)
def _reserve_at(desk: Desk, *, kind: PaperKind, prepare: Prepare, keys: Path) -> tuple[Reserved, DeskKey]:
    key = key_at_hand(desk, folder=keys)
    draft = prepare(desk, blank_issue(desk))
    _refuse_other_kind(draft.content, kind)
    return service.reserve(desk, draft=draft, key=key).answer, key


def _confirm(office: Office, serial: str, pdf: bytes) -> PaperIssued:
    with office.desk() as desk:
        saved = service.confirm(desk, serial=serial, pdf=pdf)
    return PaperIssued(saved.answer.answer, saved.changes, saved.answer.pdf)


def _void(office: Office, serial: str, error: BaseException) -> None:
    reason = f"{error.key}: {error}" if isinstance(error, OfficeError) else type(error).__name__
    with office.desk() as desk:
        service.void(desk, serial=serial, reason=reason)


def _refuse_other_kind(content: Content, kind: PaperKind) -> None:
    if gist_of(content).kind is not kind:
        raise ValueError(f"asked for {kind}, prepared {gist_of(content).kind}")
