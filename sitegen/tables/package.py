"""What describes the tables to programs: a Data Package, and a Table Schema for each table, both of version 1.

Source: https://specs.frictionlessdata.io/data-package/, https://specs.frictionlessdata.io/table-schema/; version 1 is
what today's programs read. Names and descriptions are English; `title_ko` and `description_ko` say the same in Korean.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.dictionary.entries import Said
from sitegen.tables.columns import Column, columns_of, key_of
from sitegen.tables.tables import TABLES, Table

Described = Mapping[str, Any]
TERMS = frozenset(
    {
        "any",
        "array",
        "boolean",
        "constraints",
        "csv",
        "data",
        "data-package",
        "data-resource",
        "datapackage",
        "date",
        "default",
        "description",
        "encoding",
        "enum",
        "fields",
        "foreignkeys",
        "format",
        "homepage",
        "integer",
        "json",
        "language",
        "licence",
        "licenses",
        "mediatype",
        "missingvalues",
        "name",
        "number",
        "object",
        "open-data",
        "path",
        "primarykey",
        "profile",
        "reference",
        "required",
        "resource",
        "resources",
        "schema",
        "sources",
        "string",
        "tabular-data-resource",
        "title",
        "type",
        "unit",
        "uri",
        "words",
    }
)
"""What both specifications, and we beside them, call the parts of a description."""


def schema(table: Table, tables: Iterable[Table], languages: Sequence[str]) -> Described:
    """Return what the columns of a table hold; of tables that there are, which ones its ids lead to."""
    names = {each.kind: each.name for each in tables}
    columns, key = columns_of(table.kind, languages), key_of(table.kind)
    foreign = (column for column in columns if column.refers_to in names)
    return {
        "fields": [_field(column, is_key=column.name in key) for column in columns],
        "primaryKey": list(key),
        "foreignKeys": [
            {
                "fields": column.name,
                "reference": {"resource": "" if column.refers_to == table.kind else names[column.refers_to],
                              "fields": "id"},
            }
            for column in foreign
        ],
        "missingValues": [""],
    }  # fmt: skip


def resources(table: Table, folder: str) -> tuple[Described, Described]:
    """Return how a package names the files of a table, which lie in a folder with a slash at its end."""
    said = _said(table.title, table.purpose)
    path, columns = f"{folder}{table.name}", f"{folder}{table.name}.schema.json"
    text = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "profile": "tabular-data-resource"}
    data = {"format": "json", "mediatype": "application/json", "encoding": "utf-8", "profile": "data-resource"}
    return (
        {"name": table.name, "path": f"{path}.csv", **said, **text, "schema": columns},
        {"name": f"{table.name}-json", "path": f"{path}.json", **said, **data, "schema": columns},
    )


def described(value: Described) -> bytes:
    """Return a description as it is written."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def words_said(languages: Sequence[str]) -> Iterator[str]:
    """Yield every word that descriptions and heads of tables may say, whatever is in the tables."""
    yield from TERMS
    for table in TABLES.values():
        yield from (table.name, *table.title.values(), *table.purpose.values())
        for column in columns_of(table.kind, languages):
            yield from (column.name, column.field, *column.title.values(), *column.purpose.values(), *column.words)
            yield from (text for _, said in column.meanings for text in said.values())


def _field(column: Column, *, is_key: bool) -> Described:
    found: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.format:
        found["format"] = column.format
    found |= _said(column.title, column.purpose)
    if column.language:
        found["language"] = column.language
    constraints = {"required": True} if column.is_required or is_key else {}
    if column.words:
        found["words"] = {word: dict(meaning) for word, meaning in column.meanings}
        constraints["enum"] = list(column.words)  # type: ignore[assignment]  # what constrains a field may be anything
    return {**found, "constraints": constraints} if constraints else found


def _said(title: Said, purpose: Said) -> Described:
    return {
        "title": title["en"],
        "title_ko": title["ko"],
        "description": purpose["en"],
        "description_ko": purpose["ko"],
    }
