"""The shelf: one file for each draft, replaced whole, readable to nobody else on the machine.

A draft is written beside its place, made to reach the disk and then put there in one step, so that a program killed
at any moment leaves either the earlier draft or the new one. What cannot be read is set aside, never thrown away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import in_written_order, isolated
from ui.drafts.kept import KeptDraft, NewerSheetError, draft_of, new_key, sheet_of

__all__ = ["DraftShelf", "KeptDraft", "new_key"]

_DRAFT, _PART = ".draft", ".part"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}

# A draft is written in milliseconds; a part this old was left by a program that died over it.
_ABANDONED_AFTER_SECONDS = 3600


class DraftShelf:
    """The drafts of one staff member on this machine.

    Args:
        folder: of all drafts of this machine; made when something is first kept.
        staff: login; drafts of anybody else are neither read nor offered.

    Attributes:
        troubles: what the last look at the shelf could not read, each with where it lies now.
    """

    def __init__(self, folder: Path, staff: str) -> None:
        # A login may hold letters that no file system takes, and differ from another only in case.
        self._folder = folder / hashlib.sha256(staff.encode()).hexdigest()[:24]
        self._staff = staff
        self.troubles: tuple[OfficeError, ...] = ()

    def keep(self, draft: KeptDraft) -> None:
        """Keep the draft in place of the one with its key; on return it is on the disk.

        Raises:
            Unreachable: `drafts.disk_full`, `drafts.folder_closed`, `drafts.not_kept`; what was kept before is whole.
            ValueError: a draft of somebody else.
        """
        if draft.staff != self._staff:
            raise ValueError("a draft of somebody else")
        sheet = sheet_of(draft)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            self._write(draft.key, sheet)
        except OSError as fault:
            raise _not_kept(fault, draft.title, self._folder) from fault

    def find(self, kind: str, about: str) -> KeptDraft | None:
        """The draft of that kind and file that was kept last."""
        return next((draft for draft in self.all() if (draft.kind, draft.about) == (kind, about)), None)

    def all(self) -> tuple[KeptDraft, ...]:
        """Every draft, the one kept last first; what cannot be read is set aside and told in `troubles`."""
        found: list[KeptDraft] = []
        troubles: list[OfficeError] = []
        for path in self._files():
            try:
                draft = draft_of(path.stem, path.read_bytes())
                if draft.staff != self._staff:
                    raise ValueError(path.name)
                found.append(draft)
            except FileNotFoundError:
                continue  # dropped or taken up by another program of the same person since the folder was listed
            except NewerSheetError:
                # It stays where the newer program looks for it.
                troubles.append(OfficeError("drafts.newer_draft", path=_said(path)))
            except ValueError:
                troubles.append(OfficeError("drafts.set_aside", path=_said(self._set_aside(path))))
            except OSError as fault:
                troubles.append(Unreachable("drafts.not_readable", path=_said(path), reason=_reason(fault)))
        self.troubles = tuple(troubles)
        return tuple(sorted(found, key=lambda draft: (draft.saved_at, draft.key), reverse=True))

    def take_up(self, key: str) -> KeptDraft | None:
        """The draft under a new key of one's own; None where somebody dropped it or took it up first.

        Two windows that were offered the same draft can thus never write into one file.
        """
        own = new_key(key.partition("-")[0])
        place = self._place(own)
        try:
            draft_of(own, self._place(key).read_bytes())  # what cannot be taken up keeps its name
            os.rename(self._place(key), place)
            return replace(draft_of(own, place.read_bytes()), key=own)
        except (FileNotFoundError, NewerSheetError, ValueError):
            return None
        except OSError as fault:
            raise _not_kept(fault, key, self._folder) from fault

    def drop(self, key: str) -> None:
        """Take the draft off the shelf: it was registered, or its writer let it go.

        Raises:
            Unreachable: `drafts.not_dropped`.
        """
        try:
            self._place(key).unlink(missing_ok=True)
        except OSError as fault:
            raise Unreachable("drafts.not_dropped", path=_said(self._place(key)), reason=_reason(fault)) from fault

    def _place(self, key: str) -> Path:
        return self._folder / f"{key}{_DRAFT}"

    def _files(self) -> Iterator[Path]:
        try:
            listed = sorted(self._folder.iterdir())
        except OSError:
            return  # nothing was ever kept here, or nothing can be: `keep` tells that when it matters
        for path in listed:
            if path.suffix == _DRAFT:
                yield path
            elif path.suffix == _PART and self._abandoned(path):
                self._set_aside(path)

    @staticmethod
    def _abandoned(path: Path) -> bool:
        try:
            return time.time() - path.stat().st_mtime > _ABANDONED_AFTER_SECONDS
        except OSError:
            return False

    def _write(self, key: str, sheet: bytes) -> None:
        part = self._folder / f"{key}.{uuid4().hex}{_PART}"
        try:
            file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(file, "wb") as stream:
                stream.write(sheet)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, self._place(key))
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        self._reach_disk()

    def _reach_disk(self) -> None:
        # Windows opens no folders; there the file system's own journal keeps the new name.
        if os.name != "nt":
            folder = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _set_aside(self, path: Path) -> Path:
        """Where the file lies now: among those set aside, or where it was if it cannot be moved."""
        aside = self._folder / "set_aside" / f"{path.name}.{uuid4().hex[:8]}"
        try:
            aside.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(path, aside)
        except OSError:
            return path
        return aside


def _not_kept(fault: OSError, title: str, folder: Path) -> Unreachable:
    named, place = isolated(title), _said(folder)
    if fault.errno in _FULL:
        return Unreachable("drafts.disk_full", title=named, folder=place)
    if fault.errno in _CLOSED:
        return Unreachable("drafts.folder_closed", title=named, folder=place)
    return Unreachable("drafts.not_kept", title=named, folder=place, reason=_reason(fault))


def _said(path: Path) -> str:
    return in_written_order(str(path))


def _reason(fault: OSError) -> str:
    return isolated(fault.strerror or str(fault))
