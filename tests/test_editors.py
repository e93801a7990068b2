"""What editors are given: it is up to date, and made for the files that there are."""

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from sitegen.commands.schema import files
from sitegen.dictionary import KINDS
from sitegen.kinds import RECORD_KINDS
from sitegen.parse import nodes
from sitegen.schema.snippets import SNIPPETS
from tests.sites import PROJECT, edit, plant, run

FILES = files()
STOP = re.compile(r"\$\{[0-9]+(?:\|(?P<first>[^,|]+)[^|]*\||:(?P<shown>[^}]+))?\}")
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


@pytest.mark.parametrize("path", FILES)
def test_what_is_committed_is_what_the_types_say(path: str) -> None:
    """After a change of a kind or of the dictionary: python build.py schema."""
    assert FILES[path] == (PROJECT / path).read_text(encoding="utf-8")


def test_there_is_no_schema_of_a_kind_that_there_is_not() -> None:
    """One that was removed is removed here too."""
    assert {path for path in FILES if path != SNIPPETS} == {
        f"schemas/{path.name}" for path in (PROJECT / "schemas").iterdir()
    }


def test_every_yaml_file_of_the_content_has_its_schema_in_vs_code() -> None:
    """Each list of records, the updates of tasks, and the settings."""
    chosen = {pattern: path for path, pattern in _settings("settings.json")["yaml.schemas"].items()}
    wanted = {f"content/{kind.file}": name for name, kind in RECORD_KINDS.items()} | {
        "content/site.yaml": "site",
        "content/tasks/a-task.updates.yaml": "update",
    }
    for path, kind in wanted.items():
        assert [f"./schemas/{kind}.json"] == [schema for pattern, schema in chosen.items() if fnmatch(path, pattern)]


def test_vs_code_finds_what_a_check_reports(tmp_path: Path) -> None:
    """The pattern of the task takes file, line, column, severity, code and message from what check says."""
    edit(plant(tmp_path, ""), {"content/pages/home.en.md": "---\ntitel: Home\nsummary: This is it.\n---\n"})
    check = _task("check")
    done = run(tmp_path, *check["args"][1:])
    pattern = re.compile(check["problemMatcher"]["pattern"]["regexp"], re.MULTILINE)
    assert [("content/pages/home.en.md", "2", "1", "error", "unknown-field")] == [
        found[:5] for found in pattern.findall(done.stderr)
    ]


def test_vs_code_offers_every_kind_that_can_be_made() -> None:
    """All but the settings, of which there is one, and charts, which are drawn for an indicator that there is."""
    offered = {option["value"]: option["label"] for option in _settings("tasks.json")["inputs"][0]["options"]}
    assert {
        kind: f"{said['ko']} · {said['en']}" for kind, said in KINDS.items() if kind not in {"site", "chart"}
    } == offered


@pytest.mark.parametrize("name", json.loads(FILES[SNIPPETS]))
def test_a_snippet_is_yaml_once_it_is_filled_in(name: str) -> None:
    """With the first word to choose in every place, or what is shown there."""
    body = "\n".join(json.loads(FILES[SNIPPETS])[name]["body"])
    filled = STOP.sub(lambda stop: stop["first"] or stop["shown"] or "something", body.replace(TODAY, "2026-06-05"))
    composed = nodes.compose(filled, "front-matter.yaml")
    assert () == composed.problems
    assert isinstance(composed.node, nodes.Mapping)


def _settings(name: str) -> dict[str, Any]:
    return dict(json.loads((PROJECT / ".vscode" / name).read_text(encoding="utf-8")))


def _task(label: str) -> dict[str, Any]:
    return next(task for task in _settings("tasks.json")["tasks"] if task["label"].startswith(label))
