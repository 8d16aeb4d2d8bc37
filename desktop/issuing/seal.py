"""The seal on the file itself: a PAdES signature over every byte of it, made once, at issue.

pyHanko is imported late: it costs half a second and only issuing and checking a file need it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.issuing.code import PREFIX
from desktop.issuing.desk_keys import DeskKey
from desktop.issuing.trust import fingerprint

if TYPE_CHECKING:
    from asn1crypto.cms import ContentInfo

_FIELD = "Yusr"

# The signature takes some 900 bytes; room that stays empty is only room for doubt.
_RESERVED_HEX = 4096

_CODE = re.compile(re.escape(PREFIX.encode()) + rb"[A-Z2-7]+")


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file says of itself.

    Args:
        code: text of the QR code in the file's properties, None where there is none.
        serial: subject of the file's properties.
        certificate: fingerprint of the certificate that sealed it, None for no seal or several.
        whole: the seal is sound and covers every byte.
    """

    code: str | None
    serial: str | None
    certificate: str | None
    whole: bool


def sealed(pdf: bytes, *, key: DeskKey) -> bytes:
    """`pdf` with the desk's seal appended; its own bytes stay as they are."""
    from asn1crypto import keys, pem, x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(key.certificate),
        signing_key=keys.PrivateKeyInfo.load(pem.unarmor(key.file_key)[2]),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # states no types
    )
    # Certified without permissions: other readers warn of any later change too.
    how = signers.PdfSignatureMetadata(
        field_name=_FIELD,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), how, signer=signer, bytes_reserved=_RESERVED_HEX, in_place=False
    )
    return bytes(out.getvalue())


def seal_of(pdf: bytes) -> Seal:
    """What a file says of itself; never raises, since the file comes from anywhere."""
    try:
        return _read(pdf)
    except Exception:  # a reader of hostile bytes fails in more ways than it names
        return _unsealed(pdf)


def _read(pdf: bytes) -> Seal:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    reader = PdfFileReader(BytesIO(pdf))
    if "/Info" not in reader.trailer:
        return _unsealed(pdf)
    told = reader.trailer["/Info"]
    code, serial = (str(told[name]) if name in told else None for name in ("/Keywords", "/Subject"))
    if code is None or not code.startswith(PREFIX):
        return _unsealed(pdf)
    _quiet()
    seals = reader.embedded_signatures
    if len(seals) != 1:
        return Seal(code, serial, None, whole=False)
    seal = seals[0]
    # Its own certificate as root: whether that certificate is trusted is for the trust store to say, by fingerprint.
    context = ValidationContext(trust_roots=[seal.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(seal, context)
    whole = (
        bool(status.bottom_line)
        and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        and _hole_is_as_written(pdf, seal)
    )
    return Seal(code, serial, fingerprint(seal.signer_cert.dump()), whole=whole)


def _unsealed(pdf: bytes) -> Seal:
    """A file that does not say what it is; a code left anywhere in it still tells that it was ours once."""
    found = _CODE.search(pdf)
    return Seal(found[0].decode() if found else None, None, None, whole=False)


def _quiet() -> None:
    """Keep the parts' own logs, with their tracebacks, off the terminal: what a file lacks is said in the answer."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        if logger.propagate:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False


def _hole_is_as_written(pdf: bytes, seal: Any) -> bool:
    """Whether the one place no signature can cover, its own, holds what `sealed` wrote and not a letter else."""
    start, first, second, rest = (int(number) for number in seal.byte_range)
    if start != 0 or second + rest != len(pdf):
        return False
    der = _rebuilt(seal).dump()
    return bool(pdf[first:second] == b"<" + der.hex().upper().encode().ljust(second - first - 2, b"0") + b">")


def _rebuilt(seal: Any) -> ContentInfo:
    """The signature's container made anew around its signed parts, so that nothing loose rides along in it."""
    from asn1crypto import cms

    (info,) = seal.signed_data["signer_infos"]
    certificate = seal.signer_cert
    return cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": cms.SignedData(
                {
                    "version": "v1",
                    "digest_algorithms": [cms.DigestAlgorithm({"algorithm": "sha256"})],
                    "encap_content_info": {"content_type": "data"},
                    "certificates": [certificate],
                    "signer_infos": [
                        cms.SignerInfo(
                            {
                                "version": "v1",
                                "sid": cms.SignerIdentifier(
                                    {
                                        "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                                            {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                                        )
                                    }
                                ),
                                "digest_algorithm": cms.DigestAlgorithm({"algorithm": "sha256"}),
                                "signed_attrs": info["signed_attrs"],
                                "signature_algorithm": cms.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
                                "signature": info["signature"],
                            }
                        )
                    ],
                }
            ),
        }
    )
