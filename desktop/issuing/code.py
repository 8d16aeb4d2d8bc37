"""The text of the QR code: `YUSR1:` and, in base32 so that codes stay small, a compact statement with its signature.

The statement names nobody: the holder is a short hash that confirms a name and an id one already has, and cannot be
searched for one. Everything stated, and a hash of all that the paper says, is under the office's Ed25519 signature.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from desktop.issuing.contents import Content, Subject
from desktop.issuing.kinds import KINDS, PaperKind
from desktop.issuing.serials import Serial
from desktop.values.digits import compact
from desktop.values.money import Currency, Money
from desktop.values.names import fold

PREFIX = "YUSR1:"

SIGNATURE_BYTES = 64
HOLDER_BYTES = 3
"""Some sixty ids of a thousand million answer to one name: enough to confirm a holder, too little to find one."""

CONTENT_BYTES = 16

_VERSION = 1
_DEMONSTRATION, _HAS_AMOUNT, _HAS_END = 1, 2, 4
_EPOCH = date(2000, 1, 1)
_CURRENCIES = {Currency.SAR: 1, Currency.EGP: 2}
_HEAD = struct.Struct(">BBB8sHIH")
_AMOUNT = struct.Struct(">Bq")
_END = struct.Struct(">H")


class MalformedCodeError(ValueError):
    """A text that begins as ours and goes on as no program of the office writes it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a code states.

    Args:
        key_id: of the key that signs.
        holder: `holder_mark` of the person the paper speaks of.
        content: `content_hash` of all that the paper says.
    """

    kind: PaperKind
    serial: Serial
    issued_on: date
    valid_until: date | None
    file_number: str
    amount: Money | None
    holder: bytes
    content: bytes
    demonstration: bool
    key_id: str


def packed(stated: Stated) -> bytes:
    """The statement as bytes; equal statements give equal bytes."""
    flags = (
        (_DEMONSTRATION if stated.demonstration else 0)
        | (_HAS_AMOUNT if stated.amount is not None else 0)
        | (_HAS_END if stated.valid_until is not None else 0)
    )
    number = next(each.number for each in KINDS if each.kind is stated.kind)
    parts = [
        _HEAD.pack(
            _VERSION,
            number,
            flags,
            _key_bytes(stated.key_id),
            stated.serial.year,
            stated.serial.number,
            _day_number(stated.issued_on),
        ),
        _short_text(stated.serial.office),
        _short_text(stated.file_number),
    ]
    if stated.valid_until is not None:
        parts.append(_END.pack(_day_number(stated.valid_until)))
    if stated.amount is not None:
        parts.append(_AMOUNT.pack(_CURRENCIES[stated.amount.currency], stated.amount.minor))
    return b"".join([*parts, stated.holder, stated.content])


def unpacked(data: bytes) -> Stated:
    """The statement that `packed` made; MalformedCodeError for any other bytes."""
    try:
        stated = _unpacked(data)
    except (struct.error, UnicodeDecodeError, OverflowError, StopIteration, IndexError) as error:
        raise MalformedCodeError from error
    if len(stated.content) != CONTENT_BYTES or packed(stated) != data:
        raise MalformedCodeError
    return stated


def signed_text(stated: Stated, sign: Callable[[bytes], bytes]) -> str:
    """The text to be drawn."""
    data = packed(stated)
    return PREFIX + base64.b32encode(data + sign(data)).decode().rstrip("=")


def opened(text: str) -> tuple[bytes, bytes]:
    """(statement, signature) of a text, neither yet believed.

    Raises:
        MalformedCodeError: it is not the one spelling of any statement with a signature.
    """
    letters = text.removeprefix(PREFIX)
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError) as error:
        raise MalformedCodeError from error
    # The last letter has bits to spare: a text that differs only there is not the text that was printed.
    if base64.b32encode(data).decode().rstrip("=") != letters or len(data) <= SIGNATURE_BYTES:
        raise MalformedCodeError
    return data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]


def holder_mark(name: str, national_id: str, serial: Serial) -> bytes:
    """The mark that the holder's name (in any of its spellings) and id must give with this serial."""
    return _hash(fold(name), compact(national_id), str(serial), length=HOLDER_BYTES)


def mark_of(subject: Subject, serial: Serial) -> bytes:
    """The holder's mark of a paper about `subject`."""
    return holder_mark(subject.name.ar, subject.national_id, serial)


def content_hash(content: Content) -> bytes:
    """The hash of all that a paper says, but for the code itself, which carries this hash."""
    bare = msgspec.structs.replace(content, issue=msgspec.structs.replace(content.issue, qr_text=""))
    return hashlib.sha256(msgspec.json.encode(bare, order="deterministic")).digest()[:CONTENT_BYTES]


def key_id_of(public_key: bytes) -> str:
    """The id of a public key: first eight bytes of its SHA-256, in base32."""
    return base64.b32encode(hashlib.sha256(public_key).digest()[:8]).decode().rstrip("=")


def _unpacked(data: bytes) -> Stated:
    version, number, flags, key, year, running, issued = _HEAD.unpack_from(data)
    if version != _VERSION:
        raise MalformedCodeError
    office, at = _read_text(data, _HEAD.size)
    file_number, at = _read_text(data, at)
    valid_until = amount = None
    if flags & _HAS_END:
        valid_until = _day(_END.unpack_from(data, at)[0])
        at += _END.size
    if flags & _HAS_AMOUNT:
        currency, minor = _AMOUNT.unpack_from(data, at)
        amount = Money(minor, next(each for each, code in _CURRENCIES.items() if code == currency))
        at += _AMOUNT.size
    return Stated(
        kind=next(each.kind for each in KINDS if each.number == number),
        serial=Serial(office, year, running),
        issued_on=_day(issued),
        valid_until=valid_until,
        file_number=file_number,
        amount=amount,
        holder=data[at : at + HOLDER_BYTES],
        content=data[at + HOLDER_BYTES :],
        demonstration=bool(flags & _DEMONSTRATION),
        key_id=base64.b32encode(key).decode().rstrip("="),
    )


def _key_bytes(key_id: str) -> bytes:
    return base64.b32decode(key_id + "=" * (-len(key_id) % 8))


def _day_number(day: date) -> int:
    return (day - _EPOCH).days


def _day(number: int) -> date:
    return _EPOCH + timedelta(days=number)


def _short_text(text: str) -> bytes:
    data = text.encode()
    return bytes([len(data)]) + data


def _read_text(data: bytes, at: int) -> tuple[str, int]:
    end = at + 1 + data[at]
    return data[at + 1 : end].decode(), end


def _hash(*parts: str, length: int) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode()).digest()[:length]
