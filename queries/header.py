"""The header of a question, specified once: a JSON Schema, and what is wrong with a header in a sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from queries.answer import Kind
from queries.parameter import ParameterType
from queries.statement import Refused

_NAME = "^[a-z][a-z0-9_]*$"
_TEXT = {"type": "string", "minLength": 1}
_PARAMETER = {
    "type": "object",
    "required": ["type", "label", "example"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": [str(type_) for type_ in ParameterType]},
        "label": {"$ref": "#/$defs/words"},
        "example": {},
        "default": {},
        "choices": {"type": "object", "minProperties": 1, "additionalProperties": {"$ref": "#/$defs/words"}},
        "least": {"type": "integer"},
        "most": {"type": "integer"},
    },
    "if": {"required": ["type"], "properties": {"type": {"const": "choice"}}},
    "then": {"required": ["choices"]},
    "else": {"not": {"required": ["choices"]}},
}
_COLUMN = {
    "type": "object",
    "required": ["zh", "en"],
    "additionalProperties": False,
    "properties": {
        "zh": _TEXT,
        "en": _TEXT,
        "property": {"type": "string", "pattern": r"^[A-Za-z_]+\.[a-z][a-z0-9_]*$"},
        "kind": {"enum": [str(kind) for kind in Kind]},
        "holder": {"type": "boolean"},
        "fact": {"type": "string"},
        "small": {"const": "hidden"},
        "words": {"type": "object", "minProperties": 1, "additionalProperties": {"$ref": "#/$defs/words"}},
    },
    "not": {"required": ["kind", "property"]},
}
SCHEMA: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The header of a question",
    "type": "object",
    "required": ["id", "anchor", "scoped", "title", "question", "columns"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": _NAME},
        "anchor": {"type": "string"},
        "scoped": {"enum": ["whole", "within", "none"]},
        "title": {"$ref": "#/$defs/words"},
        "question": {"$ref": "#/$defs/words"},
        "about": {},
        "history": {"type": "array", "items": {"type": "string"}},
        "watermark": {"type": "boolean"},
        "parameters": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": _NAME},
            "additionalProperties": _PARAMETER,
        },
        "columns": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": _NAME},
            "additionalProperties": _COLUMN,
        },
    },
    "$defs": {
        "words": {
            "type": "object",
            "required": ["zh", "en"],
            "additionalProperties": False,
            "properties": {"zh": _TEXT, "en": _TEXT},
        }
    },
}
_VALIDATOR = Draft202012Validator(SCHEMA)
_NOT = {"columns": "kind or property, not both", "parameters": "choices belong to type choice"}


def check(file: Path, header: Mapping[str, Any]) -> None:
    """Refuses a header that is not as the schema says; the shallowest mistake is told."""
    errors = sorted(_VALIDATOR.iter_errors(header), key=lambda error: (len(error.path), list(map(str, error.path))))
    if errors:
        raise Refused(file, _told(errors[0]))


def _told(error: ValidationError) -> str:
    where = " ".join(map(str, error.absolute_path)) or "the header"
    rule: Any = error.validator_value
    given: Any = error.instance
    if error.validator == "required":
        return f"{where} lacks {', '.join(key for key in rule if key not in given)}"
    if error.validator == "additionalProperties":
        known = cast("dict[str, Any]", error.schema)["properties"]
        unknown = ", ".join(str(key) for key in given if key not in known)
        return f"{where} has {unknown}, which nobody reads; known are {', '.join(known)}"
    if error.validator == "enum":
        return f"{where} is {error.instance}: write one of {', '.join(rule)}"
    if error.validator == "not":
        return f"{where}: {_NOT[str(error.absolute_path[0])]}"
    return f"{where}: {error.message}"
