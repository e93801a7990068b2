"""The schemas that editors check content by agree with what a build accepts."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from sitegen.dictionary import KINDS as NAMES
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.parse import nodes
from sitegen.parse.front_matter import split
from sitegen.schema import known_kinds, schema
from tests.json_schema import ANNOTATIONS, NESTED, SIMPLE, complaints, fits, subschemas
from tests.sites import CAMPAIGN, PROJECT, files_in, tree

KINDS = known_kinds()
NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
NEEDLESS = re.compile(r"""\\[^dDsSwWbBtnr^$\\.*+?()\[\]{}|/-]""")
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
TASK = """
{title: T, summary: S, benefit: B, lead_agency: a, basis: archival, status: planned, covers: 2, due_on: 2027}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_schema(kind: str) -> None:
    """It names its draft, and has nothing in it that is not of that draft and defined."""
    document = _schema(kind)
    assert document["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert document["title"] == f"{NAMES[kind]['ko']} · {NAMES[kind]['en']}"
    assert {*ANNOTATIONS, *SIMPLE, *NESTED} >= {keyword for each in subschemas(document) for keyword in each}
    references = {each["$ref"] for each in subschemas(document) if "$ref" in each}
    assert {f"#/definitions/{name}" for name in document["definitions"]} >= references


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_are_those_of_javascript_too(kind: str) -> None:
    """Which refuses, as editors read patterns, to escape what needs no escaping."""
    patterns = [each["pattern"] for each in subschemas(_schema(kind)) if "pattern" in each]
    assert patterns
    assert [] == [pattern for pattern in patterns if NEEDLESS.search(pattern)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is_for(kind: str) -> None:
    """Editors show its name and what it is for to whoever fills it in."""
    fields = [(name, field) for each in subschemas(_schema(kind)) for name, field in each.get("properties", {}).items()]
    assert [] == [name for name, field in fields if not (field.get("title") and field.get("description"))]


@pytest.mark.parametrize("path", sorted(files_in(CAMPAIGN)), ids=str)
def test_content_that_builds_fits_its_schema(path: str) -> None:
    """A site with something of every kind, as an editor reads it, has nothing to complain about."""
    assert [] == list(_complaints(path, files_in(CAMPAIGN)[path]))


def test_the_content_of_this_site_fits_its_schemas() -> None:
    """Nor has any file of the real site."""
    files = {f"content/{path}": data.decode("utf-8", "replace") for path, data in tree(PROJECT / "content").items()}
    assert {} == {path: told for path, text in files.items() if (told := list(_complaints(path, text)))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: T, ", ""),
        ("lead_agency: a", "lead_agency: A b"),
        ("basis: archival", "basis: archive"),
        ("status: planned", "state: planned"),
        ("covers: 2", "covers: 0"),
        ("covers: 2", "covers: two"),
        ("due_on: 2027", "due_on: 2027-5"),
        ("due_on: 2027", "due_on: 27"),
        ("due_on: 2027", "aliases: old"),
        ("due_on: 2027", "draft: yes"),
    ],
)
def test_a_schema_refuses_what_a_build_refuses(old: str, new: str) -> None:
    """A slip that stops the build is marked while it is typed."""
    assert fits(_read(TASK), _schema("task"), _schema("task"))
    assert not fits(_read(TASK.replace(old, new)), _schema("task"), _schema("task"))


def test_a_translation_is_whole_with_its_words_alone() -> None:
    """It needs no facts, but facts among its words are marked."""
    words, task = "{title: T, summary: S, benefit: B}", _schema("task")
    assert fits(_read(words), task, task)
    assert not fits(_read(words.replace("}", ", covers: 2}")), task, task)


@cache
def _schema(kind: str) -> dict[str, Any]:
    return dict(json.loads(schema(kind)))


def _complaints(path: str, text: str) -> Iterator[str]:
    """Yield what an editor would mark in a content file; a file of another form has no schema."""
    kind = _kind_of(path)
    if kind:
        parts, _ = split(text, path, ()) if path.endswith(".md") else (None, ())
        yield from complaints(_read(parts.front_matter if parts else text), _schema(kind), _schema(kind))


def _kind_of(path: str) -> str:
    if path.endswith(".updates.yaml"):
        return "update"
    names = {f"content/{kind.file}": name for name, kind in RECORD_KINDS.items()} | {"content/site.yaml": "site"}
    folders = {kind.folder: name for name, kind in PAGE_KINDS.items()}
    return folders[path.split("/")[1]] if path.endswith(".md") else names.get(path, "")


def _read(text: str) -> object:
    """Return YAML as an editor reads it: bare scalars by the core schema of YAML 1.2."""
    composed = nodes.compose(text, "a.yaml")
    assert composed.problems == ()
    assert composed.node is not None
    return _plain(composed.node)


def _plain(node: nodes.Node) -> object:
    match node:
        case nodes.Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node.entries}
        case nodes.Sequence():
            return [_plain(item) for item in node.items]
    if node.is_bare and node.text in WORDS:
        return WORDS[node.text]
    if node.is_bare and NUMBER.fullmatch(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text
