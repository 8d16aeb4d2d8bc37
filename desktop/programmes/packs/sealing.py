"""The seal of a pack: its text and parsed expressions in one file, opened without YAML and without the parser.

A seal is taken only if it was made from the very bytes that stand beside it and its own content is as it was sealed;
otherwise the pack is read anew. That guards against slips, not against forgers, who can seal anew: `programmes check`
derives every seal again from the text. The hash of a pack is that of its content with amendments worked in, so comments
and spacing never change it.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import msgspec

from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack, parse_expressions
from desktop.programmes.packs.pack import PackText
from desktop.programmes.packs.pack_reading import PACK, read_pack, sources_of
from desktop.programmes.packs.places import Places
from desktop.programmes.packs.strict_yaml import file_bytes
from desktop.values.errors import OfficeError, Unreachable

SEAL = "sealed.json"
FORMAT = "yusr-seal/3"
LARGEST_SEAL = 8_000_000
"""Bytes; a seal is a few times as long as its pack."""

_SOURCES = re.compile(r"(\.\./(\.\./[a-z]+(\.[a-z_]+)+/)?[0-9-]+/)*pack\.yaml", re.ASCII)
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What `sealed.json` holds: the sources it was made from, a hash of the rest, the pack, its trees."""

    format: str
    sources: dict[str, str]
    content: str
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
        OfficeError: the pack is not sound; the details name the place, and the line where the text tells it.
        Unreachable: it cannot be read.
    """
    seal = _fitting_seal(folder)
    if seal is not None:
        return Pack(seal.text, pack_hash(seal.text), seal.trees)
    return open_text(folder)


def open_text(folder: Path) -> Pack:
    """The pack of a folder from its text, whatever a seal beside it says; errors as of `open_pack`."""
    try:
        text = read_pack(folder)
        return Pack(text, pack_hash(text), parse_expressions(text))
    except Unreachable:
        raise
    except OfficeError as fault:
        raise Places(folder).located(fault) from fault


def seal_bytes(folder: Path) -> bytes:
    """The seal that belongs to a folder as it stands: the same pack gives the same bytes."""
    pack = open_text(folder)
    pack.link_all()
    trees = dict(pack.trees)
    content = _content(pack.text, trees)
    seal = Seal(format=FORMAT, sources=_sources(folder), content=content, text=pack.text, trees=trees)
    # The order in which the pack states its readings and figures is the order in which they are shown.
    return msgspec.json.encode(seal) + b"\n"


def seal_pack(folder: Path) -> bool:
    """Writes the seal of a folder; tells whether it had to be written."""
    data = seal_bytes(folder)
    path = folder / SEAL
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return False
    path.unlink(missing_ok=True)
    path.write_bytes(data)
    return True


def forged(folder: Path) -> bool:
    """Whether a seal stands beside the pack that would be believed and says something else than the text."""
    return _fitting_seal(folder) is not None and file_bytes(folder / SEAL, LARGEST_SEAL) != seal_bytes(folder)


def _sources(folder: Path) -> dict[str, str]:
    return {name: _digest(file_bytes(folder / name)) for name in sources_of(folder)}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _content(text: PackText, trees: dict[str, AnyNode]) -> str:
    return _digest(_ENCODER.encode(text) + _ENCODER.encode(trees))


def _fitting_seal(folder: Path) -> Seal | None:
    """The seal, if it can be believed; what is no seal, or of another text, is passed over."""
    path = folder / SEAL
    if not path.is_file() or folder.is_symlink() or folder.parent.is_symlink():
        return None
    try:
        seal = _DECODER.decode(file_bytes(path, LARGEST_SEAL))
        place = folder.resolve()
        fits = (place.parent.name, place.name) == (seal.text.id, seal.text.version)
        fits = fits and seal.format == FORMAT and _named(seal) and seal.content == _content(seal.text, seal.trees)
        fits = fits and all(_digest(file_bytes(folder / name)) == digest for name, digest in seal.sources.items())
    except (msgspec.MsgspecError, RecursionError, OfficeError, OSError):
        return None
    return seal if fits else None


def _named(seal: Seal) -> bool:
    """Whether the sources are packs of this catalogue, and none that the text speaks of is left out."""
    needed = [PACK, *(f"../../{need.programme}/{need.version}/{PACK}" for need in seal.text.needs.values())]
    if seal.text.amends is not None:
        needed = [PACK, f"../{seal.text.amends}/{PACK}"]
    return all(_SOURCES.fullmatch(name) for name in seal.sources) and all(name in seal.sources for name in needed)
