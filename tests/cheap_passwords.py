"""Lets the hash of a password cost next to nothing: in the product it takes a fifth of a second by design, and nearly
every test signs somebody in. What a hash costs stands in the hash, so the product's own code makes and reads them.
"""

from __future__ import annotations

from argon2 import PasswordHasher

TIME_COST, MEMORY_COST, PARALLELISM = 1, 8, 1
"""The least that argon2 allows, in rounds, kibibytes and lanes."""


def share() -> None:
    """From now on, in this process."""
    shipped: tuple[object, ...] = PasswordHasher.__init__.__defaults__ or ()
    PasswordHasher.__init__.__defaults__ = (TIME_COST, MEMORY_COST, PARALLELISM, *shipped[3:])
