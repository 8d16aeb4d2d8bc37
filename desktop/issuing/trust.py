"""Whom a desk believes without a network: one file a key, made by the office that issues and carried to whoever checks.

A file is trusted because a person put it into the folder; take one from the office itself only.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.issuing.code import key_id_of
from desktop.issuing.desk_keys import DeskKey
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Wording

FORMAT: Final = "yusr-trust/1"


class TrustedKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The public half of a desk's key, as `trust/<id>.json`.

    `certificate` is the SHA-256 of the certificate that seals files. `compromised`: nothing signed with the key
    counts by itself any more, whenever it claims to be signed. `void` are serials withdrawn as of `as_of`.
    """

    format: Literal["yusr-trust/1"] = FORMAT
    id: str
    office: str
    office_name: Wording
    desk: str
    public_key: str
    certificate: str
    registered_on: date
    as_of: datetime
    demonstration: bool = False
    retired_on: date | None = None
    compromised: bool = False
    void: tuple[str, ...] = ()

    def signed(self, data: bytes, signature: bytes) -> bool:
        """Whether the signature of `data` is this key's."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(self.public_key)).verify(signature, data)
        except InvalidSignature:
            return False
        return True


def fingerprint(certificate: bytes) -> str:
    """How a certificate is named in trust files and in the database."""
    return "sha256:" + hashlib.sha256(certificate).hexdigest()


def spelled(public_key: bytes) -> str:
    """How a public key is written in trust files and in the database."""
    return base64.b64encode(public_key).decode()


def trust_of(key: DeskKey, *, office_name: Wording, registered: datetime, demonstration: bool = False) -> TrustedKey:
    """The trust that a fresh key asks for."""
    return TrustedKey(
        id=key.id,
        office=key.office,
        office_name=office_name,
        desk=key.desk,
        public_key=spelled(key.public_key),
        certificate=fingerprint(key.certificate),
        registered_on=registered.date(),
        as_of=registered,
        demonstration=demonstration,
    )


def trust_folder() -> Path:
    """Where this user's trust files are."""
    from platformdirs import user_data_path

    return user_data_path("yusr", appauthor=False) / "trust"


class TrustStore:
    """Trusted keys by id, of a folder or given one by one."""

    def __init__(self, keys: tuple[TrustedKey, ...] = ()) -> None:
        self._keys = {key.id: key for key in keys}

    @classmethod
    def of_folder(cls, folder: Path) -> TrustStore:
        """What a folder holds; a folder that is not there holds nothing.

        Raises:
            Unreachable: `issuing.trust_unreadable`.
        """
        return cls(tuple(_read(path) for path in sorted(folder.glob("*.json"))))

    def get(self, key_id: str) -> TrustedKey | None:
        """The key of an id, None for one that nobody here trusts."""
        return self._keys.get(key_id)

    def __len__(self) -> int:
        return len(self._keys)


def read_trust(data: bytes) -> TrustedKey:
    """The key of a trust file.

    Raises:
        OfficeError: `issuing.bad_trust`: no trust file, or its id is not its key's.
    """
    try:
        key = msgspec.json.decode(data, type=TrustedKey)
        public_key = base64.b64decode(key.public_key, validate=True)
    except ValueError as error:  # msgspec's faults are ValueErrors
        raise OfficeError("issuing.bad_trust") from error
    if len(public_key) != 32 or key.id != key_id_of(public_key):
        raise OfficeError("issuing.bad_trust")
    return key


def keep_trust(folder: Path, key: TrustedKey) -> Path:
    """Write a trust file, in place of an older one of the same key; Unreachable `database.read_only`."""
    place = folder / f"{key.id}.json"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(key, order="deterministic"), indent=1) + b"\n")
        fresh.replace(place)
    except OSError as error:
        raise Unreachable("database.read_only", place=str(folder), detail=error.strerror) from error
    return place


def _read(path: Path) -> TrustedKey:
    try:
        return read_trust(path.read_bytes())
    except (OSError, OfficeError) as error:
        raise Unreachable("issuing.trust_unreadable", place=str(path)) from error
