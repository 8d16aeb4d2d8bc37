"""Household documents drawn from the types, and damaged ones beside them."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import msgspec
from hypothesis import strategies as st

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.shape import Shape, fields_of

_TEXTS = st.text(max_size=6)
_PATTERNED: dict[str, st.SearchStrategy[str]] = {}
_INTEGERS = st.integers(0, 40)


def _patterned(pattern: str) -> st.SearchStrategy[str]:
    return _PATTERNED.setdefault(pattern, st.from_regex(pattern))


def _value(draw: st.DrawFn, shape: Shape) -> Any:
    if shape.struct is not None:
        return _object(draw, shape.struct)
    if shape.constant is not None:
        return shape.constant
    if shape.code is not None:
        return draw(st.sampled_from([code.value for code in shape.code]))
    if shape.item is not None:
        size = draw(st.integers(shape.min_length or 0, shape.max_length or 2 + (shape.min_length or 0)))
        return [_value(draw, shape.item) for _ in range(size)]
    if shape.pattern is not None:
        return draw(_patterned(shape.pattern))
    if shape.kind is Kind.BOOLEAN:
        return draw(st.booleans())
    if shape.kind is Kind.INTEGER:
        return draw(st.one_of(_INTEGERS, st.integers(1, 9).map(float))) + (shape.minimum or 0)
    if shape.kind is Kind.NUMBER:
        return draw(st.one_of(_INTEGERS, st.floats(0, 100)))
    if shape.kind is Kind.DATE:
        return draw(st.dates()).isoformat()
    return draw(st.one_of(st.sampled_from(["m1", "m2", "o1"]), _TEXTS))


def _object(draw: st.DrawFn, struct: type[msgspec.Struct]) -> dict[str, Any]:
    fields = fields_of(struct)
    optional = [field.name for field in fields if not field.required]
    chosen = set(draw(st.lists(st.sampled_from(optional), max_size=6, unique=True))) if optional else set()
    return {field.name: _value(draw, field.shape) for field in fields if field.required or field.name in chosen}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A document that the contract accepts."""
    return _object(draw, HouseholdFile)


@st.composite
def files(draw: st.DrawFn) -> HouseholdFile:
    """A household file as read from a document that the contract accepts."""
    from desktop.facts.reading import read_household

    return read_household(json.dumps(draw(documents())).encode())


_INTRUDERS: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 0.0, -0.0, 1.0, 1.5, 1e30, 10**30, 10**309, 5e-324),
    *("", "x", "m1", "male", "٣٠٠٠.٠٠", "12\n", "12.5", "12.345", "-1", "1e3", "SA", "SA\n", "sa", "١٤٠٥-٠٣-١٢"),
    *("1405-03-12", "1405-13-40", "2024-02-29", "2023-02-29", "2024-02-30", "20240101", "2024-1-1", "0000-01-01"),
    *("2024-01-01T00:00:00", "2024-01-01\n", "٢٠٢٤-٠١-٠١", "2024-W01-1", "-001-01-01", "yusr-household/1", "\x00"),
    *([], {}, [1], ["1", "2"], ["1", "2", "3"], [{}], {"x": 1}, {"kind": "salary", "period": "month"}),
)
# Each stands in the text where a value stood; json.dumps cannot write them.
_TOKENS = (
    *("NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1E2", "1e-400", "01", "+1", "1.", ".5", "- 1", "0x10"),
    *('"\\ud800"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\u0000"', '"\\x"', '"a\tb"', "'a'", "nul", "", "9" * 400),
    *('"\\u0664\\u0668"', "[" * 40 + "]" * 40, "{" * 3, "[1,]", '{"a":1,"a":2}', "true", "1 2", "/*c*/1", "1.0e0"),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Bytes near to a household file, most of which the contract refuses."""
    document = draw(documents())
    for _ in range(draw(st.integers(0, 2))):
        _damage(draw, document)
    text = json.dumps(document, ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):
        text = _retoken(draw, document)
    data = text.encode("utf-8", "surrogatepass")
    return draw(
        st.sampled_from((data, data, data, data, b"\xef\xbb\xbf" + data, data[:-1], data + b" \n", b"\x0b" + data))
    )


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            found.append((value, step))
            found.extend(_places(below))
    return found


def _intruder(draw: st.DrawFn) -> Any:
    # A copy, since later damage may be done inside it.
    return deepcopy(_INTRUDERS[draw(st.integers(0, len(_INTRUDERS) - 1))])


def _chosen_place(draw: st.DrawFn, document: dict[str, Any]) -> tuple[Any, Any]:
    places = _places(document) or [(document, "format")]
    return places[draw(st.integers(0, len(places) - 1))]


def _damage(draw: st.DrawFn, document: dict[str, Any]) -> None:
    holder, step = _chosen_place(draw, document)
    how = draw(st.sampled_from(("replace", "replace", "remove", "rename", "extra")))
    if how == "replace":
        holder[step] = _intruder(draw)
    elif how == "remove":
        holder.pop(step, None) if isinstance(holder, dict) else holder.pop(step)
    elif isinstance(holder, dict) and how == "rename":
        holder[f"{step}_"] = holder.pop(step, None)
    elif isinstance(holder, dict):
        holder[draw(st.sampled_from(("from_", "x", "", "Ref", "/~", "members")))] = _intruder(draw)


_MARK = "\u2063here\u2063"


def _retoken(draw: st.DrawFn, document: dict[str, Any]) -> str:
    holder, step = _chosen_place(draw, document)
    kept, holder[step] = holder.get(step) if isinstance(holder, dict) else holder[step], _MARK
    text = json.dumps(document)
    holder[step] = kept
    token = draw(st.sampled_from(_TOKENS))
    quoted = json.dumps(_MARK)
    if isinstance(holder, dict) and draw(st.booleans()):
        # The same name twice: the damaged value first, then the one that stood there.
        return text.replace(quoted, f"{token}, {json.dumps(step)}: {json.dumps(kept)}")
    return text.replace(quoted, token)
