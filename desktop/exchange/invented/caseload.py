"""N invented households: as data one by one, or as files in a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from desktop.exchange.invented.dice import Dice
from desktop.exchange.invented.families import compose
from desktop.exchange.invented.gaps import break_duties, forget
from desktop.exchange.invented.lives import live
from desktop.exchange.invented.means import provide
from desktop.exchange.invented.names import lands
from desktop.exchange.invented.numbers import Dealer
from desktop.exchange.invented.scene import Facts, Scene
from desktop.exchange.invented.writing import household_file
from desktop.values.errors import OfficeError, Unreachable

# A fixed day: with the desk's own clock the same seed would give other bytes tomorrow.
DEMONSTRATION_DAY = date(2026, 11, 1)
_SAUDI_SHARE_OF_MIX = 0.6


def invent(
    n: int,
    *,
    seed: int,
    country: str = "SA",
    on: date = DEMONSTRATION_DAY,
    office: str | None = None,
) -> Iterator[Facts]:
    """`n` household files as plain data, ready for JSON.

    A household depends on the seed and its own place in the row alone, and its people's numbers are dealt in order: the
    first ten of a thousand are the ten of a run of ten.

    Args:
        n: how many.
        seed: same seed, same households, on every machine and Python.
        country: "SA", "EG" or "mix".
        on: the day on which the families are as told; a caller who wants the same bytes leaves it alone.
        office: written into every file when given.
    """
    if country not in ("SA", "EG", "mix"):
        raise OfficeError("exchange.unknown_country", country=country)
    dealer = Dealer()
    return (_household(index, seed=seed, country=country, on=on, office=office, dealer=dealer) for index in range(n))


def encoded(file: Facts) -> bytes:
    """The file as it is written to disk: JSON, one fact a line, ending in a line feed."""
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def write_files(
    n: int,
    seed: int,
    out_dir: Path,
    progress: Callable[[int], None] | None = None,
    *,
    country: str = "SA",
    on: date = DEMONSTRATION_DAY,
    office: str | None = None,
) -> int:
    """Writes `n` files `000001.json` … into `out_dir`; the answer is how many had to be written.

    Each file appears whole or not at all, and one that is there with the same bytes is left alone: a run that was cut
    off is taken up by starting it again. Other files in the folder are not touched.

    Args:
        n: how many.
        seed: see `invent`.
        out_dir: made when missing.
        progress: called with the number of households done, after each.
        country: see `invent`.
        on: see `invent`.
        office: see `invent`.

    Raises:
        Unreachable: `exchange.folder_not_writable`.
    """
    written = 0
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        there = {entry.name for entry in os.scandir(out_dir)}
        for done, file in enumerate(invent(n, seed=seed, country=country, on=on, office=office), start=1):
            name, content = f"{done:06d}.json", encoded(file)
            if name not in there or (out_dir / name).read_bytes() != content:
                _put(out_dir / name, content)
                written += 1
            if progress:
                progress(done)
    except OSError as error:
        raise Unreachable("exchange.folder_not_writable", folder=str(out_dir), reason=error.strerror or "") from error
    return written


def _household(index: int, *, seed: int, country: str, on: date, office: str | None, dealer: Dealer) -> Facts:
    dice = Dice(f"{seed}:{index}")
    if country == "mix":
        country = "SA" if dice.chance(_SAUDI_SHARE_OF_MIX) else "EG"
    land = lands()[country]
    scene = Scene(
        dice=dice,
        country=country,
        land=land,
        community=dice.weigh(land.weighted_communities),
        region=dice.weigh(land.weighted_regions),
        on=on,
    )
    family = compose(scene)
    for person in family.members:
        live(scene, family, person)
    provide(scene, family)
    break_duties(scene, family)
    file = household_file(scene, family, index=index, dealer=dealer, office=office)
    forget(scene, file)
    return file


def _put(path: Path, content: bytes) -> None:
    """Puts the content in place at once."""
    half = path.with_suffix(".half")
    half.write_bytes(content)
    os.replace(half, path)
