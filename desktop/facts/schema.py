"""The JSON schemas of the contract, made from the types and equal to `resources/contracts/*.schema.json`."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from desktop.facts.assessment import Assessment
from desktop.facts.describe import Absent, Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.shape import Described, Shape, fields_of

# A schema is a JSON tree: the one place where a value of any type is what is meant.
Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HOUSEHOLD_DESCRIPTION = (
    "One household as the office knows it. What a missing property means stands beside it as x-absent: "
    "'unknown' (asked of the family, not answered: never no, never zero), 'none_on_record' (would have been "
    "recorded, so presumed not so; the answer lists the presumption), 'still_open' (has no end yet). Where "
    "nothing is said, it carries no weight in the rules. An empty list means none."
)
_ASSESSMENT_DESCRIPTION = "What `yusr assess --json` prints for one household (or one member) and one programme."
_TYPES = {
    Kind.BOOLEAN: "boolean",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
}


def household_schema() -> Schema:
    """The schema of a household file, a new tree at each call."""
    return {
        "$schema": _DIALECT,
        "title": "Household file, version 1",
        "description": _HOUSEHOLD_DESCRIPTION,
        **_object(HouseholdFile),
    }


def assessment_schema() -> Schema:
    """The schema of an assessment, a new tree at each call."""
    return {
        "$schema": _DIALECT,
        "title": "Assessment, version 1",
        "description": _ASSESSMENT_DESCRIPTION,
        **_object(Assessment),
    }


def _object(struct: type[msgspec.Struct]) -> Schema:
    fields = fields_of(struct)
    schema: Schema = {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required],
    }
    if struct.__struct_config__.forbid_unknown_fields:
        schema["additionalProperties"] = False
    return schema


def _property(field: Described) -> Schema:
    schema = _value(field.shape)
    if field.default is not None:
        schema["default"] = msgspec.to_builtins(field.default)
    if field.fact.absent is not Absent.WEIGHTLESS:
        schema["x-absent"] = field.fact.absent.value
    return schema


def _value(shape: Shape) -> Schema:
    schema = _bare(shape)
    if shape.nullable and schema.get("type") == "string":
        schema["type"] = ["string", "null"]
    elif shape.nullable:
        schema = {"anyOf": [schema, {"type": "null"}]}
    if shape.description is not None:
        schema["description"] = shape.description
    return schema


def _bare(shape: Shape) -> Schema:
    if shape.struct is not None:
        return _object(shape.struct)
    if shape.constant is not None:
        return {"const": shape.constant}
    if shape.code is not None:
        return {"enum": [code.value for code in shape.code]}
    if shape.item is not None:
        listed: Schema = {"type": "array", "items": _value(shape.item)}
        return _bounded(listed, minItems=shape.min_length, maxItems=shape.max_length)
    if shape.kind is Kind.OBJECT:
        return {}
    if shape.kind is Kind.DATE:
        return {"type": "string", "format": "date"}
    schema: Schema = {"type": _TYPES.get(shape.kind, "string")}
    return _bounded(schema, pattern=shape.pattern, minimum=shape.minimum, maximum=shape.maximum)


def _bounded(schema: Schema, **bounds: object) -> Schema:
    return schema | {name: bound for name, bound in bounds.items() if bound is not None}
