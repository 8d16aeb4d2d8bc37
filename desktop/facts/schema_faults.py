"""Every place where a JSON tree breaks the household schema, each in one sentence with its JSON Pointer.

Only the slow path of `reading` comes here: the jsonschema library, imported when asked, takes a tenth of a second
to load and is the authority on what the contract accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.facts.code import Code
from desktop.facts.json_text import Json, escaped
from desktop.facts.schema import household_schema
from desktop.facts.shape import Shape, fields_of
from desktop.facts.vocabulary import located
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_Teller: TypeAlias = "Callable[[ValidationError, str], Iterator[OfficeError]]"

_TYPES = {
    "object": Wording("كائنًا بين قوسين {}", "an object in braces {}"),
    "array": Wording("قائمة بين قوسين []", "a list in brackets []"),
    "string": Wording("نصًّا بين علامتي تنصيص", "text in quotation marks"),
    "integer": Wording("عددًا صحيحًا", "a whole number"),
    "number": Wording("عددًا", "a number"),
    "boolean": Wording("true أو false", "true or false"),
    "null": Wording("قيمة خالية null", "null"),
}
_PATTERNS = {
    "money": "facts.amount_malformed",
    "hijri_date": "facts.hijri_malformed",
}


def schema_faults(tree: Json) -> tuple[OfficeError, ...]:
    """The faults of a tree in the order of their places; none where the contract accepts it."""
    errors = sorted(_validator().iter_errors(tree), key=_place)
    return tuple(fault for error in errors for fault in _told(error))


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(household_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _wanted(error: ValidationError) -> Any:
    """What the schema asks for; the library's stubs allow it to be missing, which it is in no error it reports."""
    return error.validator_value


def _given(error: ValidationError) -> Any:
    return error.instance


def _schema(error: ValidationError) -> Any:
    return error.schema


def _place(error: ValidationError) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in error.absolute_path)


def _told(error: ValidationError) -> Iterator[OfficeError]:
    pointer = _pointer(error.absolute_path)
    return _TELLERS[str(error.validator)](error, pointer)


def _pointer(steps: Sequence[str | int]) -> str:
    return "".join(f"/{escaped(str(step))}" for step in steps)


def _label(pointer: str) -> Wording:
    """What an office calls the thing at a pointer; its name in the file where it has no label of its own."""
    if pointer == "":
        return Wording("الملف", "the file")
    found = located(pointer)
    above, _, name = pointer.rpartition("/")
    if found is None and name.isdecimal():
        return _label(above)
    if found is None:
        return _TOP.get(pointer, Wording(name, name))
    entity, _, fact = found
    return fact.label if fact is not None else entity.label


_TOP = {
    "/members": Wording("أفراد الأسرة", "members"),
    "/format": Wording("صيغة الملف", "format of the file"),
}


def _missing(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    # The library reports each missing name by itself and tells which only in its English message.
    name = next(each for each in _wanted(error) if error.message.startswith(f"{each!r} "))
    place = f"{pointer}/{name}"
    yield OfficeError("facts.property_missing", pointer=place, name=name, label=_label(place), place=place)


def _unknown_names(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    known = list(_schema(error)["properties"])
    for name in _given(error):
        if name in known:
            continue
        place = f"{pointer}/{escaped(name)}"
        near = get_close_matches(name, known, n=1)
        if near:
            yield OfficeError("facts.property_unknown_near", pointer=place, name=name, near=near[0], place=place)
        else:
            yield OfficeError("facts.property_unknown", pointer=place, name=name, place=place)


def _wrong_type(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    expected = _TYPES[_wanted(error)]
    found = _TYPES[_json_type(error.instance)]
    yield _fault("facts.wrong_type", pointer, expected=expected, found=found)


def _json_type(value: object) -> str:
    by_class = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null", int: "integer"}
    return by_class.get(type(value), "number")


def _not_allowed(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    codes = _codes_at(pointer)
    plain = Wording("، ".join(_wanted(error)), ", ".join(_wanted(error)))
    allowed = plain if codes is None else _allowed(codes)
    yield _fault("facts.not_in_list", pointer, value=_shown(error.instance), allowed=allowed)


def _codes_at(pointer: str) -> type[Code] | None:
    found = located(pointer)
    if found is None or found[2] is None:
        return None
    struct, shape = found[0].struct, None
    for attribute in found[2].path:
        shape = next(field.shape for field in fields_of(struct) if field.attribute == attribute)
        struct = shape.struct or struct
    return _code_class(shape)


def _code_class(shape: Shape | None) -> type[Code] | None:
    code = shape.code if shape is not None else None
    return code if code is not None and issubclass(code, Code) else None


def _allowed(codes: type[Code]) -> Wording:
    return Wording(
        ar="، ".join(f"{code.value} ({code.label.ar})" for code in codes),
        en=", ".join(code.value for code in codes),
    )


def _wrong_constant(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    yield _fault("facts.not_this_format", pointer, value=_shown(error.instance), allowed=_wanted(error))


def _malformed(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    found = located(pointer)
    kind = found[2].kind if found is not None and found[2] is not None else ""
    if "/amount_between/" in pointer:
        kind = "money"
    if pointer.endswith("/nationality"):
        key = "facts.nationality_malformed"
    elif pointer.endswith("/term"):
        key = "facts.term_malformed"
    else:
        key = _PATTERNS.get(kind, "facts.text_malformed")
    yield _fault(key, pointer, value=_shown(error.instance), pattern=_wanted(error))


def _no_date(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
    yield _fault("facts.not_a_date", pointer, value=_shown(error.instance))


def _bound(key: str) -> _Teller:
    def tell(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
        yield _fault(key, pointer, value=_shown(error.instance), limit=_wanted(error))

    return tell


def _number_of_items(key: str) -> _Teller:
    def tell(error: ValidationError, pointer: str) -> Iterator[OfficeError]:
        yield _fault(key, pointer, count=len(_given(error)), limit=_wanted(error))

    return tell


def _fault(key: str, pointer: str, **details: object) -> OfficeError:
    return OfficeError(key, pointer=pointer, label=_label(pointer), place=pointer or "/", **details)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


_TELLERS: dict[str, _Teller] = {
    "required": _missing,
    "additionalProperties": _unknown_names,
    "type": _wrong_type,
    "enum": _not_allowed,
    "const": _wrong_constant,
    "pattern": _malformed,
    "format": _no_date,
    "minimum": _bound("facts.below_minimum"),
    "maximum": _bound("facts.above_maximum"),
    "minItems": _number_of_items("facts.too_few_items"),
    "maxItems": _number_of_items("facts.too_many_items"),
}
