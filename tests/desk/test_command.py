"""python build.py report: what it prints and returns, and where it will not put a report."""

import json
from pathlib import Path

import pytest

from sitegen.weight import weight
from tests.sites import CAMPAIGN, edit, plant, run, tree

BROKEN = "---\ntitle: 소개\nsumary: 소개입니다.\n---\n"
LATE = """
-- content/pages/press.ko.md --
---
title: 언론
summary: 언론에 알립니다.
review_by: 2026-06-01
---
"""
SCHEDULED = LATE.replace("review_by: 2026-06-01", "publish_at: 2026-06-05T09:00")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a campaign in which there is something to do; tests only read it."""
    return plant(tmp_path_factory.mktemp("site"), CAMPAIGN + LATE)


def test_a_report_with_things_to_do_is_no_failure(site: Path) -> None:
    """Status 0, everything on stdout, and nothing is written but what builds remember."""
    before = tree(site)
    done = run(site, "report")
    assert (0, "") == (done.returncode, done.stderr)
    assert "Review due (2026-06-01): 언론\n    content/pages/press.ko.md\n" in done.stdout
    assert before == tree(site)


def test_the_heaviest_pages_are_those_a_build_makes(site: Path, tmp_path: Path) -> None:
    """Ten of them, by what a reader's device gets."""
    told = json.loads(run(site, "report", "--format", "json").stdout)["heaviest"]
    run(site, "build", "--output", str(tmp_path / "site"))
    finished = tree(tmp_path / "site")
    weights = {path: weight(path, data, "/", finished.get) for path, data in finished.items() if path.endswith(".html")}
    assert sorted(weights.values(), reverse=True)[:10] == [page["total"] for page in told]
    assert {page["path"]: page["total"] for page in told}.items() <= weights.items()
    assert all(0 < page["html"] < len(finished[page["path"]]) < 10 * page["total"] for page in told)


@pytest.mark.parametrize(
    ("variables", "arguments", "beginning"),
    [
        ({"LANG": "ko_KR.UTF-8"}, (), "편집 현황: 시험 캠페인"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, (), "Editorial desk"),
        ({}, (), "Editorial desk"),
        ({"LANG": "ko_KR.UTF-8"}, ("--lang", "en"), "Editorial desk"),
        ({}, ("--lang", "ko"), "편집 현황"),
    ],
)
def test_it_speaks_the_language_asked_for(
    site: Path, variables: dict[str, str], arguments: tuple[str, ...], beginning: str
) -> None:
    """By the option, else by the environment, else English."""
    assert run(site, "report", *arguments, **variables).stdout.startswith(beginning)


def test_a_table_is_written_byte_for_byte(site: Path, tmp_path: Path) -> None:
    """The file holds what the terminal would get: the mark first, and no line break of another form."""
    file = tmp_path / "report.csv"
    done = run(site, "report", "--format", "csv", "--output", str(file))
    assert (0, f"The report is in {file}.\n") == (done.returncode, done.stdout)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfAgency,")
    assert data.count(b"\r\n") == data.count(b"\n") > 10
    assert data.decode() == run_in_bytes(site, "report", "--format", "csv").decode()
    assert [file.name] == [path.name for path in tmp_path.iterdir()]


def test_a_report_may_be_put_into_what_is_no_file(site: Path) -> None:
    """What the system gives a name to, such as the terminal, stays what it is."""
    assert run(site, "report", "--output", "/dev/stdout").stdout.startswith("Editorial desk: ")


def test_a_report_takes_the_place_of_an_older_one(site: Path, tmp_path: Path) -> None:
    """As it must every night."""
    file = tmp_path / "report.html"
    file.write_text("yesterday", encoding="utf-8")
    run(site, "report", "--format", "html", "--output", str(file))
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_report_that_only_some_may_read_stays_so(site: Path, tmp_path: Path, mode: int) -> None:
    """Also behind a link, which stays one: it names what is not published yet."""
    file, link = tmp_path / "kept/report.csv", tmp_path / "latest.csv"
    file.parent.mkdir()
    file.write_text("yesterday", encoding="utf-8")
    file.chmod(mode)
    link.symlink_to(file)
    assert 0 == run(site, "report", "--format", "csv", "--output", str(link)).returncode
    assert (True, mode) == (link.is_symlink(), file.stat().st_mode & 0o777)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfAgency,")
    assert [file.name] == [path.name for path in file.parent.iterdir()]


@pytest.mark.parametrize(
    ("file", "status", "told"),
    [
        ("content/pages/about.ko.md", 2, "would be among the sources of the site. Name another file."),
        ("templates/report.html", 2, "would be among the sources"),
        ("assets/css/../report.html", 2, "would be among the sources"),
        ("site/report.html", 2, "and it names what is not published yet. Name another file."),
        ("site/en/about/report.html", 2, "would be published with the site in"),
        ("nowhere/report.html", 3, "nowhere/report.html could not be written: No such file or directory"),
        ("reports", 3, "reports could not be written: Is a directory"),
        ("link", 2, "would be among the sources"),
    ],
)
def test_a_report_is_put_nowhere_where_it_does_harm(tmp_path: Path, file: str, status: int, told: str) -> None:
    """Not among the sources, nor where it would be published; nothing is changed."""
    folder = plant(tmp_path, LATE)
    (folder / "reports").mkdir()
    (folder / "link").symlink_to("content/link")
    run(folder, "build")
    before = tree(folder)
    done = run(folder, "report", "--output", file)
    assert (status, True) == (done.returncode, told in done.stderr), done.stderr
    assert before == tree(folder)


def test_a_report_does_not_come_where_a_site_is_to_be(tmp_path: Path) -> None:
    """Nor would the first build then take the folder for its own."""
    folder = plant(tmp_path, "")
    assert 2 == run(folder, "report", "--output", "site/report.txt").returncode
    assert 0 == run(folder, "build").returncode


@pytest.mark.parametrize(
    ("as_of", "printed"),
    [
        ("2026-06-05T08:59", "2026-06-05T09:00+09:00\n"),
        ("2026-06-05T00:00:00.5Z", ""),
        ("2026-06-04T23:59:59Z", "2026-06-05T09:00+09:00\n"),
    ],
)
def test_next_prints_a_moment_or_nothing(tmp_path: Path, as_of: str, printed: str) -> None:
    """In a form that --as-of, at and date understand."""
    done = run(plant(tmp_path, SCHEDULED), "report", "--next", "--as-of", as_of)
    assert (0, printed, "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        "--next --format csv",
        "--next --output x.txt",
        "--days 0",
        "--days many",
        "--days 9999",
        "--format xlsx",
        "--lang fr",
        "--strict",
    ],
)
def test_wrong_use_of_the_report_is_told(site: Path, arguments: str) -> None:
    """Status 2, and a line that says what is wrong."""
    done = run(site, "report", *arguments.split())
    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr


def test_content_with_errors_is_reported_on_as_far_as_it_is_understood(tmp_path: Path) -> None:
    """The problems are told as a check tells them, with status 1; then follows what there is to do all the same."""
    folder = plant(tmp_path, LATE)
    edit(folder, {"content/pages/about.ko.md": BROKEN})
    done = run(folder, "report")
    assert 1 == done.returncode
    assert 'content/pages/about.ko.md:3:1: error[unknown-field] "sumary"' in done.stderr
    assert "There are errors in the content" in done.stdout
    assert "Review due (2026-06-01)" in done.stdout
    assert (1, "") == (run(folder, "report", "--next").returncode, run(folder, "report", "--next").stdout)


def test_without_settings_there_is_no_report(tmp_path: Path) -> None:
    """Only the problem."""
    folder = plant(tmp_path, LATE)
    (folder / "content/site.yaml").unlink()
    for more in ((), ("--next",)):
        done = run(folder, "report", *more)
        assert (1, "") == (done.returncode, done.stdout)
        assert "error[site-missing]" in done.stderr


def test_days_without_an_update_are_those_of_the_settings_unless_others_are_asked_for(tmp_path: Path) -> None:
    """The task of the campaign was last reported on 65 days ago."""
    folder = plant(tmp_path, CAMPAIGN)
    settings = (folder / "content/site.yaml").read_text(encoding="utf-8")
    silent = "No update (2026-04-01)"
    assert silent not in run(folder, "report").stdout
    assert silent in run(folder, "report", "--days", "64").stdout
    edit(folder, {"content/site.yaml": f"{settings}update_days: 64\n"})
    assert silent in run(folder, "report").stdout
    assert silent not in run(folder, "report", "--days", "65").stdout


def test_a_report_is_the_same_whoever_made_pages_before(site: Path) -> None:
    """Nothing that builds remember changes it."""
    one, other = (run(site, "report", "--format", "json", *more).stdout for more in ((), ("--no-cache", "--jobs", "2")))
    assert one == other


def run_in_bytes(folder: Path, *arguments: str) -> bytes:
    """Return what a command prints, byte for byte."""
    return run(folder, *arguments, PYTHONIOENCODING="utf-8").stdout.replace("\n", "\r\n").encode()
