"""Holding an answer against the document that describes it."""

from typing import Any

TYPES: dict[str, Any] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str = "") -> list[str]:
    """Where a value is not what a schema says, for the parts of JSON Schema that ours uses."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return faults(value, document["components"]["schemas"][name], document, at)
    if "anyOf" in schema:
        each = [faults(value, choice, document, at) for choice in schema["anyOf"]]
        return [] if [] in each else each[0]
    kind = schema.get("type")
    if kind and not isinstance(value, TYPES[kind]):
        return [f"{at} is no {kind}: {value!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at} is none of its words: {value!r}"]
    if isinstance(value, list):
        return [
            fault
            for number, each in enumerate(value)
            for fault in faults(each, schema["items"], document, f"{at}[{number}]")
        ]
    if isinstance(value, dict):
        return faults_of_object(value, schema, document, at)
    return []


def faults_of_object(
    value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], at: str
) -> list[str]:
    known = schema.get("properties", {})
    missing = [
        f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value
    ]
    unknown = [f"{at}.{name} is not described" for name in value if name not in known]
    below = [
        fault
        for name in value
        if name in known
        for fault in faults(value[name], known[name], document, f"{at}.{name}")
    ]
    return [*missing, *unknown, *below]
