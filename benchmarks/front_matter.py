"""Front matter in YAML, which most generators read."""

import json
import re
from collections.abc import Mapping

Value = str | tuple["Value", ...] | Mapping[str, "Value"]

PLAIN = re.compile(r"[^\W_][\w ./-]*")


def fenced(fields: Mapping[str, Value]) -> str:
    """Return fields as front matter between its two fences, with an empty line after it."""
    lines = "".join(f"{name}: {_yaml(value)}\n" for name, value in fields.items())
    return f"---\n{lines}---\n\n"


def _yaml(value: Value) -> str:
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_yaml(member)}" for name, member in value.items()) + "}"
    return "[" + ", ".join(map(_yaml, value)) + "]"
