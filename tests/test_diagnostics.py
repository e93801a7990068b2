"""What people are told when something is wrong: the very text, its place, and that nothing is written."""

import ast
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec import Struct, inspect

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.chart import Chart
from sitegen.kinds.seal import Seal
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.parse.scalars import FORMS
from sitegen.values import ID
from tests.sites import PROJECT, plant, run, tree
from tests.transcripts import Case, add, cases, say

CASES = tuple(cases(PROJECT / "tests/cases/diagnostics"))
SHEETS = tuple(cases(PROJECT / "tests/cases/sheets"))
"""What is said of spreadsheets: tests/sheets/test_transcripts.py."""
FAILING = tuple(case for case in CASES if case.status)
TYPES = (
    *(kind.facts for kind in PAGE_KINDS.values()),
    *(kind.words for kind in PAGE_KINDS.values()),
    *(kind.record for kind in RECORD_KINDS.values()),
    Settings,
    Update,
    Chart,
    Seal,
)
REPORTERS = frozenset({"error", "warning", "Fault", "OwnFault", "ScalarError", "_report"})
REPORTED = re.compile(r"^\S[^\n]*: (?:error|warning)\[(?P<code>[a-z0-9-]+)\] ", re.MULTILINE)
HANGUL = re.compile("[가-힣]")
SENTENCE = re.compile(r"^(?:\S.*?\[[a-z0-9-]+\] |  [^ |:]+(?: [^ |:]+)*: |(?=\d+ error|오류 \d))(.+)$", re.MULTILINE)
LISTED = re.compile(r"^\| `(?P<code>[a-z0-9-]+)` \| [^|]+ \| [^|]+ \|$", re.MULTILINE)

ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "address-lost": "tests/test_renaming.py",  # takes two builds, one after the other
        "another-build": "tests/write/test_lock.py",  # takes a second process
        "another-publisher": "tests/publish/test_places.py",  # takes a place to publish to, as all there
        "body-too-long": "tests/test_convert.py",  # a file of that length is refused before
        "cannot-publish": "tests/publish/test_places.py",
        "cannot-write": "tests/write/test_faults.py",  # takes a full or broken disk
        "changed-meanwhile": "tests/test_sources.py",  # takes somebody who writes during the build
        "chart-too-large": "tests/test_charts.py",  # takes thousands of rows
        "file-exists": "tests/sheets/test_template.py",  # takes a file where a spreadsheet is to be written
        "foreign-file": "tests/write/test_foreign.py",  # takes files in the output folder that are not ours
        "markdown-failed": "tests/test_convert.py",  # takes a fault of the library
        "mass-deletion": "tests/publish/test_places.py",
        "no-former-release": "tests/publish/test_releases.py",
        "no-symbolic-links": "tests/publish/test_releases.py",
        "not-as-built": "tests/publish/test_refusals.py",
        "not-built": "tests/publish/test_refusals.py",
        "not-our-folder": "tests/write/test_foreign.py",  # takes an output folder that is not ours
        "output-collision": "tests/write/test_refusals.py",  # takes a fault of ours: addresses are checked before
        "sheet-gap": "tests/sheets/test_writing.py",  # takes a workbook, as those below
        "sheet-hidden": "tests/sheets/test_workbooks.py",
        "sheet-locked": "tests/sheets/test_refusals.py",
        "sheet-merged": "tests/sheets/test_workbooks.py",
        "sheet-name": "tests/sheets/test_workbooks.py",
        "sheet-others": "tests/sheets/test_workbooks.py",
        "sheet-percent": "tests/sheets/test_workbooks.py",
        "sheet-too-large": "tests/sheets/test_refusals.py",
        "target-not-ours": "tests/publish/test_places.py",
        "unknown-host-key": "tests/publish/test_sftp.py",
        "unsafe-html": "tests/test_convert.py",  # takes a fault of ours or of the library
        "unsafe-output": "tests/write/test_refusals.py",  # takes an output folder over the sources
        "unsafe-path": "tests/write/test_refusals.py",  # takes a fault of ours: addresses are checked before
        "other-program": "tests/test_workers.py",  # takes a process with other code
        "upload-damaged": "tests/publish/test_releases.py",
        "worker-died": "tests/test_workers.py",  # takes a process that is ended by the system
    }
)
"""Codes that need another kind of test than a site on disk and a command, with the file of that test."""


def named(case: Case) -> str:
    """Return what a test of a case is called: its file and line."""
    return case.id


def first_of_each_file() -> tuple[Case, ...]:
    """Return one case of each file of cases."""
    return tuple({case.id.partition(":")[0]: case for case in reversed(CASES)}.values())


def first_of_each_code() -> tuple[Case, ...]:
    """Return one case for each code that stops a build."""
    return tuple(dict.fromkeys({code: case for case in reversed(FAILING) for code in codes_of(case)}.values()))


def codes_of(case: Case) -> list[str]:
    """Return the codes that a case expects."""
    return REPORTED.findall(case.says)


def codes_in_the_program() -> set[str]:
    """Return every code that a call, or a rule of finished pages, gives to a problem."""
    modules = (PROJECT / "sitegen").rglob("*.py")
    nodes = (node for module in modules for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    return {code for node in nodes if (code := code_in(node))}


def code_in(node: ast.AST) -> str:
    """Return the code that `error("code", …)` gives, or an empty string."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(code)), *_]):
            return code if name in REPORTERS else ""
    return ""


def shape(said: str) -> list[str]:
    """Return what is the same in every language: places with codes, and excerpts."""
    return re.findall(r"^\S.*?: (?:error|warning)\[[a-z0-9-]+\]|^ +\d* \| .*$", said, re.MULTILINE)


def sentences(said: str) -> list[str]:
    """Return what is wrong, what to do, and the summary, without what is the same in every language."""
    return SENTENCE.findall(said)


def patterns(kind: type[Struct]) -> Iterator[str]:
    """Yield the patterns that the fields of a type have, at any depth."""
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    yield from patterns_of(field.type for field in found.fields)


def patterns_of(types: Iterable[inspect.Type]) -> Iterator[str]:
    """Yield the patterns of types and of what they are made of."""
    for type_ in types:
        match type_:
            case inspect.StrType(pattern=str(pattern)):
                yield pattern
            case inspect.Metadata(type=inner) | inspect.VarTupleType(item_type=inner):
                yield from patterns_of([inner])
            case inspect.UnionType(types=inner):
                yield from patterns_of(inner)
            case inspect.StructType(cls=inner):
                yield from patterns(inner)


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


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_command_line_says_exactly_this_and_writes_nothing(
    case: Case, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Place, code, words, the line with the spot marked, what to do, and the exit status."""
    add(project, case.site)
    before = tree(project)
    monkeypatch.chdir(project)
    assert (case.says, case.status) == say(*case.arguments), case.title
    assert before == tree(project)


@pytest.mark.parametrize("case", first_of_each_code(), ids=named)
def test_a_build_leaves_the_published_site_as_it_was(
    case: Case, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, whatever stops it; and it says the same as a check."""
    add(project, case.site)
    before = tree(project)
    monkeypatch.chdir(project)
    said, status = say("build", *case.arguments[1:])
    assert case.status == status
    assert codes_of(case) == REPORTED.findall(said)
    assert before == tree(project)


@pytest.mark.parametrize("case", first_of_each_code(), ids=named)
def test_korean_says_the_same_of_the_same_places(case: Case, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Place, code and the marked line are the same, and every sentence is in Korean."""
    add(project, case.site)
    monkeypatch.chdir(project)
    said, status = say(*case.arguments, "--lang", "ko")
    assert case.status == status
    assert shape(case.says) == shape(said.replace("오류[", "error[").replace("경고[", "warning["))
    assert all(HANGUL.search(sentence) for sentence in sentences(said))
    assert not set(sentences(said)) & set(sentences(case.says))


@pytest.mark.parametrize("case", first_of_each_file(), ids=named)
def test_a_process_of_its_own_says_the_same(case: Case, project: Path) -> None:
    """One case of each file, as a person would type it."""
    add(project, case.site)
    done = run(project, *case.arguments)
    assert (case.says, case.status) == (done.stderr + done.stdout, done.returncode)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_problems_are_sorted_and_said_once(case: Case) -> None:
    """By file, line and column; two problems of one place differ."""
    places = re.findall(r"^(\S[^\n]*?):(\d+):(\d+): (.*)$", case.says, re.MULTILINE)
    spots = [(path, int(line), int(column)) for path, line, column, _ in places]
    assert sorted(spots) == spots
    assert len(set(places)) == len(places)


def test_every_code_has_a_case() -> None:
    """A site on disk shows it, or a sheet, or a test that the table names."""
    covered = {code for case in (*CASES, *SHEETS) for code in codes_of(case)}
    assert codes_in_the_program() == covered | ELSEWHERE.keys()
    assert not covered & ELSEWHERE.keys()


@pytest.mark.parametrize(("code", "path"), ELSEWHERE.items())
def test_a_code_without_a_case_is_asked_for_elsewhere(code: str, path: str) -> None:
    """In the file that the table names."""
    assert f'"{code}"' in (PROJECT / path).read_text(encoding="utf-8")


def test_every_code_is_explained() -> None:
    """In docs/diagnostics.md, in the order of the alphabet, each once."""
    listed = LISTED.findall((PROJECT / "docs/diagnostics.md").read_text(encoding="utf-8"))
    assert sorted(codes_in_the_program()) == listed


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_pattern_of_a_field_is_said_in_words(kind: type[Struct]) -> None:
    """Nobody is shown a regular expression."""
    assert {*patterns(kind)} <= {*FORMS, ID}
