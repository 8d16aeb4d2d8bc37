"""What every name and figure of a pack must be, whatever it says: plain letters, plain decimals, nothing enormous.

A name that looks like another one, or a figure that a computer would reckon with until the evening, is refused before
anything is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.sorts import Sort
from desktop.programmes.packs.compiled import at_place
from desktop.programmes.packs.figures import sort_of_unit
from desktop.programmes.packs.pack import PackText
from desktop.values.errors import OfficeError

NAMES_OF_PACKS = re.compile(r"[a-z]+(\.[a-z_]+)+", re.ASCII)
NAMES_OF_VERSIONS = re.compile(r"[0-9]+(-[0-9]+)*", re.ASCII)
_NAMES = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_CODES = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)
_FIGURES = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?", re.ASCII)
_KEYS = re.compile(r"[0-9]{1,9}", re.ASCII)
_LONGEST_NAME = 80


def refuse_unsound(text: PackText) -> None:
    """Refuses a pack with a name or a figure that is not plain, or that holds places by what no file states.

    Raises:
        OfficeError: `programmes.pack_name`, `programmes.pack_figure`, and `programmes.pack_expression` for an area that
            is no fact of a household, with the place.
    """
    if not NAMES_OF_PACKS.fullmatch(text.id):
        raise _name(text, "id", text.id)
    if not NAMES_OF_VERSIONS.fullmatch(text.version):
        raise _name(text, "version", text.version)
    for place, name in _named(text):
        if not _NAMES.fullmatch(name) or len(name) > _LONGEST_NAME:
            raise _name(text, place, name)
    for place, figure in _figures(text):
        if not _FIGURES.fullmatch(figure):
            raise OfficeError("programmes.pack_figure", pack=_pack(text), place=place, figure=_short(figure))
    for programme in text.beside:
        if not NAMES_OF_PACKS.fullmatch(programme):
            raise _name(text, "beside", programme)
    if text.ranking is not None and text.ranking.area not in vocabulary()[HOUSEHOLD].properties:
        what = OfficeError("programmes.undeclared_name", name=_short(text.ranking.area), entity=HOUSEHOLD)
        raise at_place(text, "ranking/area", what)
    if Fraction(text.rounding.to) <= 0:
        raise OfficeError("programmes.pack_figure", pack=_pack(text), place="rounding", figure=text.rounding.to)
    for name, table in text.tables.items():
        for key in table.rows:
            if key[:1].isdecimal() and not _KEYS.fullmatch(key):
                raise OfficeError(
                    "programmes.pack_figure", pack=_pack(text), place=f"tables/{name}", figure=_short(key)
                )
            if not key[:1].isdecimal() and not _CODES.fullmatch(key):
                raise _name(text, f"tables/{name}", key)


def _named(text: PackText) -> Iterator[tuple[str, str]]:
    """Every name that the pack gives, with its place."""
    for section, names in (
        ("laws", text.laws),
        ("parameters", text.parameters),
        ("readings", text.readings),
        ("tables", text.tables),
        ("deadlines", text.deadlines),
        ("needs", text.needs),
    ):
        yield from ((f"{section}/{_short(name)}", name) for name in names)
    for variable in text.variables:
        yield f"variables/{variable.of}", variable.of
        yield f"variables/{variable.of}/{_short(variable.id)}", variable.id
    for criterion in text.criteria:
        yield f"criteria/{_short(criterion.id)}", criterion.id
    for group, ids in (
        ("benefits", [each.id for each in text.benefits]),
        ("adjustments", [each.id for each in text.adjustments]),
        ("documents", [each.id for each in text.documents]),
    ):
        yield from ((f"{group}/{_short(name)}", name) for name in ids)
    if text.ranking is not None:
        for score in text.ranking.scores:
            yield from ((f"ranking/{_short(name)}", name) for name in (score.id, score.weight))
        yield from ((f"ranking/{_short(rank.id)}", rank.id) for rank in text.ranking.ranks)
    for category in text.categories:
        yield f"categories/{_short(category.id)}", category.id
        inner = [*(each.id for each in category.criteria), *(each.id for each in category.documents)]
        yield from ((f"categories/{category.id}/{_short(name)}", name) for name in inner)


def _figures(text: PackText) -> Iterator[tuple[str, str]]:
    """Every figure that the pack states, with its place."""
    for name, parameter in text.parameters.items():
        stated = [parameter.value, *(parameter.bounds or ())]
        yield from ((f"parameters/{name}", one) for one in stated if one is not None and _reckoned(parameter.unit))
    for name, reading in text.readings.items():
        if _reckoned(reading.unit):
            yield from ((f"readings/{name}", one) for one in (reading.default, *reading.other))
    for name, table in text.tables.items():
        beyond = () if table.beyond in (None, "unpublished") else (table.beyond,)
        yield from ((f"tables/{name}", one) for one in (*table.rows.values(), *beyond) if _reckoned(table.unit))
    if text.ledger is not None:
        yield from ((f"ledger/on_cure/{name}", each.refund) for name, each in text.ledger.on_cure.items())
        recovery = text.ledger.recovery
        if recovery is not None and recovery.monthly_share is not None:
            yield "ledger/recovery", recovery.monthly_share
    yield "rounding", text.rounding.to


def _reckoned(unit: str) -> bool:
    return sort_of_unit(unit) in (Sort.MONEY, Sort.NUMBER)


def _name(text: PackText, place: str, name: str) -> OfficeError:
    return OfficeError("programmes.pack_name", pack=_pack(text), place=place, name=_short(name))


def _pack(text: PackText) -> str:
    return f"{_short(text.id)}@{_short(text.version)}"


def _short(name: str) -> str:
    """A name that may be anything, as it can be shown: plain letters, the others by their numbers."""
    shown = name.encode("ascii", "backslashreplace").decode()
    return shown if len(shown) <= _LONGEST_NAME else shown[:_LONGEST_NAME] + "…"
