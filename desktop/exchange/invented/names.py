"""The names and places that invented people are put together from, read from `resources/demonstration/names.yaml`."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files

import msgspec

from desktop.exchange.invented.dice import Weighted


class Community(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People who share their stock of names; a household draws all its names from one."""

    share: float
    local: bool
    male: tuple[str, ...]
    female: tuple[str, ...]
    families: tuple[str, ...]


class Governorate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A governorate (in Egypt: a markaz) and its towns."""

    name: str
    cities: tuple[str, ...]


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region (in Egypt: a governorate) with the family names that are at home in it."""

    name: str
    code: str
    share: float
    families: tuple[str, ...]
    governorates: tuple[Governorate, ...]


class Land(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One country's names and places."""

    communities: tuple[Community, ...]
    regions: tuple[Region, ...]
    neighbours: tuple[str, ...]
    districts: tuple[str, ...]
    streets: tuple[str, ...]
    payers: tuple[str, ...]

    @cached_property
    def weighted_regions(self) -> Weighted[Region]:
        """Regions by their share of households."""
        return Weighted([(region, region.share) for region in self.regions])

    @cached_property
    def weighted_communities(self) -> Weighted[Community]:
        """Communities by their share of households."""
        return Weighted([(community, community.share) for community in self.communities])


@cache
def lands() -> dict[str, Land]:
    """Both countries' names and places by country code."""
    import msgspec.yaml

    text = files("resources").joinpath("demonstration", "names.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Land])
