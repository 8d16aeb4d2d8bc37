"""The keys of one desk: an Ed25519 key that signs codes and an EC P-256 key that seals files, one id for both.

They are made at the desk and never leave it: in the user's data folder, readable by that user only. The database
learns the public half (`signing_keys`), so a clerk who reads every row of it can still sign nothing
(docs/decisions/0012-signing-keys-live-at-the-desk.md).
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.issuing.code import key_id_of
from desktop.values.errors import Unreachable

FORMAT: Final = "yusr-desk-key/1"

# Trust hangs on the certificate's fingerprint, never on its dates; so it outlives every paper and every wrong clock.
_CERTIFICATE_FROM = datetime(2000, 1, 1, tzinfo=UTC)
_CERTIFICATE_DAYS = 365 * 120


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["yusr-desk-key/1"]
    id: str
    office: str
    desk: str
    code_key: str
    file_key: str
    certificate: str


@dataclass(frozen=True, slots=True)
class DeskKey:
    """A key at hand.

    Args:
        office: code of the office that it was made for.
        desk: name of the machine, by which people know it.
        public_key: 32 bytes of the Ed25519 key.
        certificate: DER of the self-signed certificate of the EC key.
        code_key, file_key: the private keys in PEM; never logged, never stored elsewhere.
    """

    id: str
    office: str
    desk: str
    public_key: bytes
    certificate: bytes
    code_key: bytes = field(repr=False)
    file_key: bytes = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """The Ed25519 signature of `data`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        key = load_pem_private_key(self.code_key, password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise TypeError(self.id)
        return key.sign(data)


def keys_folder() -> Path:
    """Where this user's keys are."""
    from platformdirs import user_data_path

    return user_data_path("yusr", appauthor=False) / "keys"


def keys_at_hand(folder: Path, *, office: str) -> dict[str, DeskKey]:
    """The keys made at this desk for an office, by id; Unreachable `issuing.key_unreadable` for a damaged one."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            stored = msgspec.json.decode(path.read_bytes(), type=_Stored)
            key = _opened(stored)
        except (OSError, ValueError, TypeError) as error:  # msgspec's faults are ValueErrors
            raise Unreachable("issuing.key_unreadable", place=str(path)) from error
        if key.office == office:
            found[key.id] = key
    return found


def make_key(folder: Path, *, office: str) -> DeskKey:
    """Make a key and keep it in `folder`; Unreachable `database.read_only` where that cannot be written."""
    key = new_key(office=office)
    stored = _Stored(
        format=FORMAT,
        id=key.id,
        office=key.office,
        desk=key.desk,
        code_key=key.code_key.decode(),
        file_key=key.file_key.decode(),
        certificate=key.certificate.hex(),
    )
    place = folder / f"{key.id}.json"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Born unreadable to others; a mode set afterwards leaves a moment.
        number = os.open(place.with_suffix(".new"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(msgspec.json.encode(stored))
            file.flush()
            os.fsync(number)
        place.with_suffix(".new").replace(place)
    except OSError as error:
        raise Unreachable("database.read_only", place=str(folder), detail=error.strerror) from error
    return key


def new_key(*, office: str) -> DeskKey:
    """A fresh key that is kept nowhere."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

    code_key, file_key = ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
    public_key = code_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key_id = key_id_of(public_key)
    return DeskKey(
        id=key_id,
        office=office,
        desk=platform.node() or "desk",
        public_key=public_key,
        certificate=_certificate(file_key, office=office, key_id=key_id),
        code_key=code_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        file_key=file_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )


def _opened(stored: _Stored) -> DeskKey:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

    public = load_pem_private_key(stored.code_key.encode(), password=None).public_key()
    return DeskKey(
        id=stored.id,
        office=stored.office,
        desk=stored.desk,
        public_key=public.public_bytes(Encoding.Raw, PublicFormat.Raw),
        certificate=bytes.fromhex(stored.certificate),
        code_key=stored.code_key.encode(),
        file_key=stored.file_key.encode(),
    )


def _certificate(file_key: object, *, office: str, key_id: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    if not isinstance(file_key, EllipticCurvePrivateKey):
        raise TypeError(key_id)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, office),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Yusr {key_id}"),
        ]
    )
    only_signs = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(file_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_CERTIFICATE_FROM)
        .not_valid_after(_CERTIFICATE_FROM + timedelta(days=_CERTIFICATE_DAYS))
        .add_extension(only_signs, critical=True)
        .sign(file_key, SHA256())
        .public_bytes(Encoding.DER)
    )
