"""What people are told when something is wrong: the very text, its place, and that nothing is written."""

import ast
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import inspect

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.parse.scalars import FORMS
from sitegen.values import ID
from tests.sites import PROJECT, plant, run, tree
from tests.transcripts import Case, add, cases, say

FOLDER = Path(__file__).parent / "cases" / "diagnostics"
CASES = tuple(cases(FOLDER))
FIRST_OF_EACH_FILE = tuple({case.id.partition(":")[0]: case for case in reversed(CASES)}.values())
REPORTED = re.compile(r"^\S[^\n]*?:\d+:\d+: (?:error|warning)\[(?P<code>[a-z0-9-]+)\]", re.MULTILINE)
REPORTERS = frozenset({"error", "warning", "ScalarError", "_report"})

ELSEWHERE: Mapping[str, str] = MappingProxyType({})
"""Codes that no site on disk shows, and the tests that ask for them."""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that was built before anything went wrong."""
    folder = plant(tmp_path_factory.mktemp("published"), "")
    done = run(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """The site, built, to be changed."""
    return Path(shutil.copytree(published, tmp_path / "project"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_command_line_says_exactly_this_and_writes_nothing(
    case: Case, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Place, code, words, the line with the spot marked, what to do, and the exit status."""
    add(project, case.site)
    before = tree(project)
    monkeypatch.chdir(project)
    assert (case.says, case.status) == say(*case.arguments), case.title
    assert before == tree(project)


@pytest.mark.parametrize("case", [case for case in CASES if case.status], ids=lambda case: case.id)
def test_a_build_with_an_error_leaves_the_site_as_it_was(
    case: Case, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was published stays, byte for byte."""
    add(project, case.site)
    before = tree(project)
    monkeypatch.chdir(project)
    arguments = ("build", *case.arguments[1:])
    assert case.status == say(*arguments)[1], case.title
    assert before == tree(project)
