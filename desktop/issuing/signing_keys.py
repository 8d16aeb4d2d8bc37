"""Verbs about the desks' keys: have one at hand, retire one, tell others whom to trust."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desktop.issuing.answers import KeyAnswer
from desktop.issuing.desk_keys import DeskKey, keys_at_hand, make_key
from desktop.issuing.letterhead import is_demonstration
from desktop.issuing.records import IssuedDocument, PaperState, SigningKey
from desktop.issuing.trust import TrustedKey, fingerprint, spelled
from desktop.office.answers import Changes, Saved
from desktop.office.desk import ZONES, Desk
from desktop.office.permissions import Permission, requires
from desktop.values.errors import OfficeError

_TOUCHED = Changes(kinds=frozenset({"signing_keys"}))


@requires(Permission.ISSUE)
def key_at_hand(desk: Desk, *, folder: Path) -> DeskKey:
    """The key of this machine for the own office; at the first issue it is made and its public half registered.

    Raises:
        Unreachable: `issuing.key_unreadable`, `database.read_only`.
    """
    held = keys_at_hand(folder, office=desk.office)
    known = desk.session.scalars(
        select(SigningKey.key_id)
        .where(SigningKey.office == desk.office, SigningKey.key_id.in_(list(held)), SigningKey.retired_at.is_(None))
        .order_by(SigningKey.registered_at.desc())
    ).first()
    if known is not None:
        return held[known]
    # Never one that another database knows: its papers would pass for this one's.
    key = make_key(folder, office=desk.office)
    register_key(desk, key=key)
    return key


@requires(Permission.ISSUE)
def register_key(desk: Desk, *, key: DeskKey) -> Saved[KeyAnswer]:
    """Make a desk's key known to the office; OfficeError `issuing.key_of_another_office`."""
    if key.office != desk.office:
        raise OfficeError("issuing.key_of_another_office", key_id=key.id, office=key.office)
    row = SigningKey(
        office=desk.office,
        key_id=key.id,
        desk=key.desk,
        public_key=spelled(key.public_key),
        certificate=fingerprint(key.certificate),
        registered_at=desk.now,
        registered_by=desk.staff.login,
        retired_at=None,
        retired_by=None,
        retired_because=None,
        compromised=False,
    )
    desk.session.add(row)
    desk.session.flush()
    return Saved(KeyAnswer.of(row), _TOUCHED)


@requires(Permission.CHANGE_SETTINGS)
def retire_key(desk: Desk, *, key: str, reason: str, compromised: bool = False) -> Saved[KeyAnswer]:
    """Let a desk sign no more with a key.

    Args:
        desk: of an administrator of the office.
        key: its id.
        reason: in the administrator's words.
        compromised: somebody else may have it: then its earlier papers too count only by the register.

    Raises:
        OfficeError: `issuing.unknown_key`, `issuing.reason_missing`.
    """
    if not reason.strip():
        raise OfficeError("issuing.reason_missing")
    row = desk.session.scalars(
        select(SigningKey).where(SigningKey.office == desk.office, SigningKey.key_id == key).with_for_update()
    ).one_or_none()
    if row is None:
        raise OfficeError("issuing.unknown_key", key_id=key)
    if row.retired_at is None:
        row.retired_at, row.retired_by, row.retired_because = desk.now, desk.staff.login, reason.strip()
    # Retired first and found stolen later is common; the other way there is none.
    row.compromised = row.compromised or compromised
    desk.session.flush()
    return Saved(KeyAnswer.of(row), _TOUCHED)


@requires(Permission.READ_FILES)
def signing_keys(desk: Desk) -> tuple[KeyAnswer, ...]:
    """The keys of the own office, the newest first."""
    rows = desk.session.scalars(
        select(SigningKey).where(SigningKey.office == desk.office).order_by(SigningKey.registered_at.desc())
    )
    return tuple(KeyAnswer.of(row) for row in rows)


@requires(Permission.READ_FILES)
def trusted(desk: Desk, *, key: str | None = None) -> tuple[TrustedKey, ...]:
    """The own office's keys as trust files, with every serial withdrawn so far that this person may see.

    Args:
        desk: of the office that issues.
        key: id of one key; None for all.
    """
    wanted = select(SigningKey).where(SigningKey.office == desk.office).order_by(SigningKey.registered_at)
    if key is not None:
        wanted = wanted.where(SigningKey.key_id == key)
    demonstration = is_demonstration(desk)
    # Papers state the office's own day: one issued soon after midnight must not look later than the key's end.
    zone = ZONES[desk.place.country]
    return tuple(
        TrustedKey(
            id=row.key_id,
            office=row.office,
            office_name=desk.place.name,
            desk=row.desk,
            public_key=row.public_key,
            certificate=row.certificate,
            registered_on=row.registered_at.astimezone(zone).date(),
            as_of=desk.now.astimezone(zone),
            demonstration=demonstration,
            retired_on=None if row.retired_at is None else row.retired_at.astimezone(zone).date(),
            compromised=row.compromised,
            void=tuple(
                desk.session.scalars(
                    select(IssuedDocument.serial)
                    .where(IssuedDocument.signing_key_id == row.id, IssuedDocument.state == PaperState.VOID)
                    .order_by(IssuedDocument.hijri_year, IssuedDocument.number)
                )
            ),
        )
        for row in desk.session.scalars(wanted)
    )
