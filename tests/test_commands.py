"""The command line: what it says, what it returns, and that it never ends in a traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.sites import CAMPAIGN, NOON, PROJECT, SCRIPTS, edit, plant, run, tree

COMMANDS = (
    "build",
    "check",
    "serve",
    "new",
    "doctor",
    "report",
    "translated",
    "seal",
    "sheet",
    "import",
    "publish",
    "schema",
)
SUMMARY = re.compile(r"(?P<pages>\d+) pages in \d+\.\d s, (?P<found>\d+ warnings?): (?P<written>\d+) files written, "
                     r"(?P<removed>\d+) removed in (?P<folder>.+)/\n")  # fmt: skip
MISTAKES = {
    "content/pages/home.en.md": "---\ntitle: Home page\nsumary: This is it.\n---\n",
    "content/pages/about.ko.md": "---\ntitle: 소개\nsummary: 소개입니다.\n---\n[없는 곳](page:nowhere)\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site that tests may build but not change."""
    return plant(tmp_path_factory.mktemp("site"), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(site: Path, command: str) -> None:
    """--help says what the command does, what it may be told, and shows how it is typed."""
    done = run(site, command, "--help")
    assert 0 == done.returncode
    assert re.search(rf"examples?:\n  python build\.py {command}|examples?:\n  python build\.py\n", done.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_in_korean(site: Path, command: str) -> None:
    """All that is said of it, and of each option; what is typed is the same in every language."""
    done = run(site, command, "--help", LANG="ko_KR.UTF-8")
    assert done.stdout.startswith(f"사용법: build.py {command} ")
    assert re.search(r"^예:\n  python build\.py", done.stdout, re.MULTILINE)
    _, says, options, *_ = done.stdout.split("\n\n")
    texts = re.findall(r"^(?:  [-a-z].*?  +| {20,})(.+)$", options, re.MULTILINE)
    assert len(texts) >= options.count("\n  -")
    assert all(re.search("[가-힣]", text) for text in (says, *texts))


def test_what_argparse_refuses_is_said_in_korean(site: Path) -> None:
    """Usage, what is wrong, and with which argument."""
    told = run(site, "check", "--format", "xml", "--lang", "ko").stderr
    assert told.startswith("사용법: build.py check ")
    assert "build.py check: 오류: 인자 --format: 쓸 수 없는 값입니다: 'xml' (쓸 수 있는 값: " in told


def test_a_value_that_is_none_is_refused_in_korean(site: Path) -> None:
    """By the same words as in English."""
    told = run(site, "check", "--lang", "ko", "--jobs", "many").stderr
    assert told.endswith('오류: 인자 --jobs: "many"는 프로세스 수가 아닙니다. 1이나 4처럼 쓰십시오\n')


def test_the_program_helps_with_its_commands(site: Path) -> None:
    """Without a command, --help lists them all."""
    done = run(site, "--help", SOURCE_DATE_EPOCH="0")
    assert list(COMMANDS) == re.findall(r"^    (\w+)(?:  |$)", done.stdout, re.MULTILINE)


def test_the_summary_says_what_was_done(tmp_path: Path) -> None:
    """One line on stdout: how many pages, how long, what was found, what was written and where."""
    done = run(plant(tmp_path, ""), "build")
    summary = SUMMARY.fullmatch(done.stdout)
    assert summary
    assert ("4", "0 warnings", str(7 + len(SCRIPTS)), "0", "site") == tuple(summary.groups())
    assert (0, "") == (done.returncode, done.stderr)


def test_building_is_the_default(tmp_path: Path) -> None:
    """Options alone mean build."""
    assert SUMMARY.fullmatch(run(plant(tmp_path, ""), "--output", "to/here").stdout)["folder"] == "to/here"


def test_what_is_no_longer_in_the_content_is_removed(tmp_path: Path) -> None:
    """The summary counts it, and its folder is gone."""
    page = "---\ntitle: 소개\nsummary: 소개입니다.\n---\n"
    edit(plant(tmp_path, ""), {"content/pages/about.ko.md": page})
    run(tmp_path, "build")
    (tmp_path / "content/pages/about.ko.md").unlink()
    summary = SUMMARY.fullmatch(run(tmp_path, "build").stdout)
    assert summary
    assert ("0", "1") == (summary["written"], summary["removed"])
    assert not (tmp_path / "site/about").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_problems_of_the_content_are_told_at_once_and_nothing_is_written(tmp_path: Path, command: str) -> None:
    """All of them, by place, on stderr; status 1; the old site stays as it is."""
    run(plant(tmp_path, ""), "build")
    before = tree(tmp_path / "site")
    edit(tmp_path, MISTAKES)
    done = run(tmp_path, command)
    found = re.findall(r"^(\S+?):(\d+):\d+: error\[([a-z-]+)\]", done.stderr, re.MULTILINE)
    assert [
        ("content/pages/about.ko.md", "5", "broken-link"),
        ("content/pages/home.en.md", "3", "unknown-field"),
    ] == found
    assert 1 == done.returncode
    assert before == tree(tmp_path / "site")


def test_json_is_for_programs(tmp_path: Path) -> None:
    """Problems are an array on stdout, in UTF-8 whatever the terminal can show; the summary is on stderr."""
    edit(plant(tmp_path, ""), MISTAKES)
    done = run(tmp_path, "build", "--format", "json", PYTHONIOENCODING="ascii")
    first = json.loads(done.stdout)[0]
    assert ("content/pages/about.ko.md", 5, "error", "broken-link") == tuple(
        first[name] for name in ("path", "line", "severity", "code")
    )
    assert "[없는 곳](page:nowhere)" == first["excerpt"]
    assert done.stderr.endswith("site/ was not changed.\n")


def test_json_of_a_site_without_problems_is_an_empty_array(site: Path) -> None:
    """A program need not treat success differently."""
    done = run(site, "check", "--format", "json")
    assert (0, []) == (done.returncode, json.loads(done.stdout))


def test_github_shows_problems_beside_the_lines(tmp_path: Path) -> None:
    """Each problem is a workflow command with its place."""
    edit(plant(tmp_path, ""), MISTAKES)
    done = run(tmp_path, "check", "--format", "github")
    assert "::error file=content/pages/about.ko.md,line=5,col=" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "buidl",
        "build extra",
        "--nonsense",
        "--draft",
        "--format xml",
        "--as-of yesterday",
        "--as-of 2026-02-30",
        "--as-of 0001-01-01",
        "--as-of 9999-12-31T23:59+00:00",
        "--base-url example.org",
        "--base-url ftp://example.org/",
        "--base-url https://[",
        "--base-url https://example.org/?page=1",
        "--base-url https://example.org/#top",
        "check --output elsewhere",
        "schema tsk",
        "new",
        "new task",
        "new tsk Title",
        "new task Title --as-of soon",
        "schema task event",
        "serve --port http",
        "serve --port 99999",
        "serve --port -1",
        "--output .",
        "--output ..",
        "--output /",
        "--output content",
        "--output content/site",
        "--output templates/../assets",
        "--output content/site.yaml",
    ],
)
def test_wrong_use_is_told_in_a_line(
    site: Path, arguments: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, what is wrong on stderr, and nothing written."""
    before = tree(site)
    monkeypatch.chdir(site)
    status = _status(*arguments.split())
    told = capsys.readouterr()
    assert (2, "") == (status, told.out.replace(_unchanged(arguments), ""))
    assert len(told.err.strip().splitlines()) <= 6
    assert before == tree(site)


@pytest.mark.parametrize("epoch", ["soon", "", "1.5", "9" * 5000, "253402300799", "-99999999999999"])
def test_a_moment_in_the_environment_that_is_none_is_refused(site: Path, epoch: str) -> None:
    """SOURCE_DATE_EPOCH counts whole seconds since 1970."""
    done = run(site, "build", SOURCE_DATE_EPOCH=epoch)
    assert (2, True) == (done.returncode, done.stderr.startswith("SOURCE_DATE_EPOCH: "))


def test_a_word_that_is_nearly_a_kind_is_recognised(site: Path) -> None:
    """The message names the kind that was probably meant, and all there are."""
    assert '"tsk" is not a kind of content; did you mean "task"?' in run(site, "schema", "tsk").stderr


def test_the_schema_of_a_kind_is_printed(site: Path) -> None:
    """It is JSON on stdout, for whoever wants one alone."""
    assert "과제 · task" == json.loads(run(site, "schema", "task").stdout)["title"]


def test_warnings_are_errors_if_that_is_asked_for(site: Path) -> None:
    """--strict does not change what is fine."""
    assert 0 == run(site, "check", "--strict").returncode


@pytest.mark.parametrize("moment", [NOON, "2026-06-05", "2026-06-05T12:00", "2026-06-05 12:00", "2026-06-05T03:00Z"])
def test_a_moment_can_be_written_in_the_usual_ways(site: Path, moment: str) -> None:
    """With or without time and time zone."""
    assert 0 == run(site, "check", "--as-of", moment).returncode


def _status(*arguments: str) -> int | str | None:
    """Return what a command would tell the shell."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


def _unchanged(arguments: str) -> str:
    """Return the summary of a build that was refused because of its output folder."""
    return f"1 error, 0 warnings. {Path(arguments.rpartition(' ')[2])}/ was not changed.\n"


@pytest.mark.parametrize(
    ("files", "arguments", "status"),
    [
        ({}, ("schema", "task"), 141),  # more than can be kept until the end
        ({}, ("report", "--next"), 0),
        ({}, ("check",), 0),
        ({}, ("build",), 0),
        (MISTAKES, ("check",), 1),
    ],
)
def test_whoever_stops_reading_has_read_enough(
    files: dict[str, str], arguments: tuple[str, ...], status: int, tmp_path: Path
) -> None:
    """A pipe that is closed is no fault of anybody's, and hides no mistake."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, files)
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, str(PROJECT / "build.py"), *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (status, bool(files), False) == (process.returncode, bool(said), b"Traceback" in said)
