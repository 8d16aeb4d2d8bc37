"""The seal of a pack: its text and parsed expressions in one file, opened without YAML and without the parser.

A seal is taken only if it was made from the very bytes that stand beside it; otherwise the pack is read anew. The
hash of a pack is that of its content with amendments worked in, so comments and spacing never change it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack, parse_expressions
from desktop.programmes.packs.pack import PackText
from desktop.programmes.packs.pack_reading import file_bytes, read_pack, sources_of

SEAL = "sealed.json"
FORMAT = "yusr-seal/2"

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What `sealed.json` holds: the sources it was made from, the pack, its trees."""

    format: str
    sources: dict[str, str]
    text: PackText
    trees: dict[str, AnyNode]


# Built at import and never in a thread: msgspec 0.22 crashes the process where two first meet a large type at once.
_DECODER = msgspec.json.Decoder(Seal)


def pack_hash(text: PackText) -> str:
    """`sha256:` of what the pack says."""
    return "sha256:" + hashlib.sha256(_ENCODER.encode(text)).hexdigest()


def open_pack(folder: Path) -> Pack:
    """The pack of a folder, by its seal where that fits, else from its text.

    Raises:
        OfficeError: the pack is not sound.
        Unreachable: it cannot be read.
    """
    seal = _fitting_seal(folder)
    if seal is not None:
        return Pack(seal.text, pack_hash(seal.text), seal.trees)
    text = read_pack(folder)
    return Pack(text, pack_hash(text), parse_expressions(text))


def seal_bytes(folder: Path) -> bytes:
    """The seal that belongs to a folder as it stands: the same pack gives the same bytes."""
    text = read_pack(folder)
    trees = parse_expressions(text)
    Pack(text, pack_hash(text), trees).link_all()
    seal = Seal(format=FORMAT, sources=_sources(folder), text=text, trees=trees)
    # The order in which the pack states its readings and figures is the order in which they are shown.
    return msgspec.json.encode(seal) + b"\n"


def seal_pack(folder: Path) -> bool:
    """Writes the seal of a folder; tells whether it had to be written."""
    data = seal_bytes(folder)
    path = folder / SEAL
    if path.is_file() and path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True


def _sources(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256(file_bytes(folder / name)).hexdigest() for name in sources_of(folder)}


def _fitting_seal(folder: Path) -> Seal | None:
    path = folder / SEAL
    if not path.is_file():
        return None
    try:
        seal = _DECODER.decode(path.read_bytes())
    except (msgspec.MsgspecError, OSError):
        return None
    fits = seal.format == FORMAT and all(
        (folder / name).is_file() and hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        for name, digest in seal.sources.items()
    )
    return seal if fits else None
