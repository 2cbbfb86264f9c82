"""What a head may hold, as JSON Schema (draft 2020-12), for editors and programs that check YAML by it.

A schema knows the single values of one head: types, limits, patterns, closed lists, what is required. What holds
between values or records, `invoke check` alone can tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from briefing.model.keys import Field, Shape, fields, filled, in_head
from briefing.model.records import BY_NAME
from briefing.model.vocabulary import Status

Schema = dict[str, Any]
#: What helps and samples leave open.
_EXAMPLE = {"source": "source-id", "today": "2030-01-31", "id": "source-id", "question": "question-id"}
_CITATION = {"type": "string", "minLength": 1}


def schema(names: Iterable[str]) -> Schema:
    """The schema of the heads of these kinds of records (keys of BY_NAME), any of which will do."""
    definitions: dict[str, Schema] = {}
    heads = [_reference(BY_NAME[name], definitions) for name in names]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **(heads[0] if len(heads) == 1 else {"anyOf": heads}),
        "$defs": definitions,
    }


def _reference(kind: type[Struct], definitions: dict[str, Schema]) -> Schema:
    """A reference to the definition of a record, or of a value in it, which is added when it is not there."""
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # before those that it refers to
        known = in_head(kind)
        definitions[kind.__name__] = {
            "description": " ".join((kind.__doc__ or "").split()),
            "type": "object",
            "properties": {field.key: _property(field, definitions) for field in known},
            "required": [field.key for field in known if field.required],
            "additionalProperties": False,
        }
        if counted := [field.key for field in known if field.declared.is_counted]:
            draft = {"properties": {"status": {"const": Status.DRAFT.value}}, "required": ["status"]}
            definitions[kind.__name__] |= {"if": {"not": draft}, "then": {"required": counted}}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _property(field: Field, definitions: dict[str, Schema]) -> Schema:
    """The schema of one key, with what an editor must know of it, and an example."""
    about: Schema = {}
    if field.declared.help:
        about["description"] = filled(field.declared.help, _EXAMPLE)
    if sample := field.sample:
        about["examples"] = [filled(sample, _EXAMPLE) if isinstance(sample, str) else list(sample)]
        if isinstance(sample, dict):
            about["examples"] = [{filled(name, _EXAMPLE): text for name, text in sample.items()}]
    value = _reference(field.entry, definitions) if field.entry else field.form.schema if field.form else _CITATION
    several = {"anyOf": [value, {"type": "array", "items": value}]}
    if field.shape in (Shape.SCALAR, Shape.ENTRY):
        return about | dict(value)
    if field.entry and field.shape is Shape.NAMED:
        text = fields(field.entry)[0].form
        value = {"anyOf": [dict(text.schema) if text else {}, value]}
    if field.names:
        names = {"pattern": field.names.schema["pattern"]}
        below = several if field.shape is Shape.LISTS else value
        return about | {"type": "object", "propertyNames": names, "additionalProperties": below}
    return about | several
