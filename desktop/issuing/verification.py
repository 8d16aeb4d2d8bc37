"""Checks an issued document or the text of its code: offline against trust files, or at a desk with the register too.

A file is believed when its seal covers every byte, by the certificate of the very key that signed its code; a code when
its signature is of a trusted key. Nothing else is looked at before that, so nothing forged is ever shown as stated.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.issuing.code import PREFIX, MalformedCodeError, Stated, opened, unpacked
from desktop.issuing.queries import seen
from desktop.issuing.records import IssuedDocument, PaperState
from desktop.issuing.seal import Seal, seal_of
from desktop.issuing.serials import COUNTER, Serial
from desktop.issuing.signing_keys import trusted
from desktop.issuing.trust import TrustedKey, TrustStore
from desktop.issuing.verdicts import (
    ALTERED_FILE,
    ALTERED_TEXT,
    NOT_YUSR,
    VerificationAnswer,
    VerificationState,
    told,
    unknown_issuer,
)
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import Counter

_PDF_MARK_WITHIN = 1024


def verify(thing: str | bytes, *, trust: TrustStore, on: date) -> VerificationAnswer:
    """What a file or a code's text is, without a network; never raises for what it is given.

    Args:
        thing: the bytes of a file, or the text that a camera read.
        trust: whom to believe.
        on: the day on which validity is asked, Gregorian.
    """
    found = _believed(thing, trust)
    if isinstance(found, VerificationAnswer):
        return found
    stated, key, from_file = found
    return told(_state(stated, key, on), stated, key, from_file=from_file, register_checked=False)


@requires(Permission.READ_FILES)
def verify_at_desk(desk: Desk, *, thing: str | bytes, trust: TrustStore) -> VerificationAnswer:
    """As `verify`, today; a paper of the own office is looked up in its register, which has the last word.

    Args:
        desk: who asks; a paper of a file that they may not see is answered as offline.
        thing: as of `verify`.
        trust: for papers of other offices; the own office's keys need no trust file.
    """
    own = TrustStore(trusted(desk))
    found = _believed(thing, own)
    if isinstance(found, VerificationAnswer) and found.state is VerificationState.UNKNOWN_ISSUER:
        return verify(thing, trust=trust, on=desk.today)
    if isinstance(found, VerificationAnswer):
        return found
    stated, key, from_file = found
    state = _state(stated, key, desk.today)
    row = desk.session.scalars(seen(desk).where(IssuedDocument.serial == str(stated.serial))).one_or_none()
    if row is None:
        given_out = _given_out(desk, stated.serial)
        if not given_out:
            state = VerificationState.UNREGISTERED
        # The wall hides papers of sealed files and of the other section: hidden is not the same as missing.
        return told(state, stated, key, from_file=from_file, register_checked=not given_out)
    if row.state is PaperState.VOID:
        state = VerificationState.VOID
    elif row.state is PaperState.RESERVED or row.content_hash != stated.content.hex():
        state = VerificationState.UNREGISTERED
    elif state is VerificationState.REVOKED_KEY:
        state = _by_validity(stated, desk.today)
    return told(state, stated, key, from_file=from_file, register_checked=True)


def _given_out(desk: Desk, serial: Serial) -> bool:
    last = desk.session.scalars(
        select(Counter.last).where(Counter.office == desk.office, Counter.kind == COUNTER, Counter.year == serial.year)
    ).one_or_none()
    return last is not None and serial.number <= last and serial.office == desk.place.short_code


def _believed(thing: str | bytes, trust: TrustStore) -> tuple[Stated, TrustedKey, bool] | VerificationAnswer:
    """(statement, key, from a file) where a trusted signature vouches for it; else why not."""
    if isinstance(thing, str):
        return _of_text(thing.strip(), trust)
    if b"%PDF" in thing[:_PDF_MARK_WITHIN]:
        return _of_file(seal_of(thing), trust)
    try:
        return _of_text(thing.decode().strip(), trust)
    except UnicodeDecodeError:
        return NOT_YUSR


def _of_text(
    text: str, trust: TrustStore, *, from_file: bool = False
) -> tuple[Stated, TrustedKey, bool] | VerificationAnswer:
    if not text.startswith(PREFIX):
        return NOT_YUSR
    try:
        data, signature = opened(text)
        stated = unpacked(data)
    except MalformedCodeError:
        return ALTERED_TEXT
    key = trust.get(stated.key_id)
    if key is None:
        return unknown_issuer(stated.key_id)
    if not key.signed(data, signature):
        return ALTERED_TEXT
    return stated, key, from_file


def _of_file(seal: Seal, trust: TrustStore) -> tuple[Stated, TrustedKey, bool] | VerificationAnswer:
    if seal.code is None:
        return NOT_YUSR
    found = _of_text(seal.code, trust, from_file=True)
    if isinstance(found, VerificationAnswer):
        return found if found.state is VerificationState.UNKNOWN_ISSUER else ALTERED_FILE
    stated, key, _ = found
    if not seal.whole or seal.certificate != key.certificate or seal.serial != str(stated.serial):
        return ALTERED_FILE
    return found


def _state(stated: Stated, key: TrustedKey, on: date) -> VerificationState:
    if str(stated.serial) in key.void:
        return VerificationState.VOID
    if key.compromised or (key.retired_on is not None and stated.issued_on > key.retired_on):
        return VerificationState.REVOKED_KEY
    return _by_validity(stated, on)


def _by_validity(stated: Stated, on: date) -> VerificationState:
    ended = stated.valid_until is not None and on > stated.valid_until
    return VerificationState.EXPIRED if ended else VerificationState.GENUINE
