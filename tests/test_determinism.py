"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.campaign import Tree
from tests.sites import CAMPAIGN, NOON, built, edit, files_in, plant, run, tree, xanadu

SITE = CAMPAIGN + xanadu("updated_on: 2026-06-01", "draft: false")
"""A site with several things of every kind, so that their order could differ."""
EPOCH = str(int(datetime.fromisoformat(NOON).timestamp()))
EDIT = """
-- content/tasks/solar-roofs.en.md --
---
title: Panels
summary: Panels it is.
benefit: Bills go down.
expected_result: A thousand roofs.
---
"""


PROSE = "{{ prose(page.body) }}\n"
LINK = '<a href="about/">About</a>\n'
ABOUT = """
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
-- content/pages/about.en.md --
---
title: About
summary: About this.
---
"""


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of the site as it is usually built."""
    return built(plant(tmp_path_factory.mktemp("usual"), SITE))


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "America/Los_Angeles"},
        {"TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
        {"PYTHONIOENCODING": "ascii"},
        {"HOME": "/nowhere"},
    ],
    ids=str,
)
def test_the_environment_leaves_no_mark(usual: Tree, tmp_path: Path, variables: dict[str, str]) -> None:
    """Time zone, locale, encoding, the order of sets and the home folder change nothing."""
    assert usual == built(plant(tmp_path, SITE), **variables)


def test_the_folder_leaves_no_mark(usual: Tree, tmp_path: Path) -> None:
    """A path with spaces and Hangul changes nothing."""
    assert usual == built(plant(tmp_path / "새 폴더 (2)", SITE))


def test_other_names_of_the_source_folders_leave_no_mark(usual: Tree, tmp_path: Path) -> None:
    """Folders that are called something else, and lie elsewhere, change nothing."""
    plant(tmp_path, SITE)
    (tmp_path / "content").rename(tmp_path / "글")
    assert usual == built(tmp_path, "--content", "글", "--templates", str(tmp_path / "templates"))


def test_the_order_in_which_files_were_made_leaves_no_mark(usual: Tree, tmp_path: Path) -> None:
    """Files made in the opposite order, in folders made in the opposite order, change nothing."""
    files = files_in(SITE)
    edit(tmp_path, dict(sorted(files.items(), reverse=True)))
    assert usual == built(plant(tmp_path, SITE))


@pytest.mark.usefixtures("closed")
def test_the_umask_leaves_no_mark(tmp_path: Path) -> None:
    """A server can read every file and folder, though the umask lets nobody in."""
    built(plant(tmp_path, SITE))
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (tmp_path / "site").rglob("*")}
    assert {(True, 0o755), (False, 0o644)} == modes


def test_the_moment_may_come_from_the_environment(usual: Tree, tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH says the same as --as-of."""
    assert usual == built(plant(tmp_path, SITE), SOURCE_DATE_EPOCH=EPOCH)


def test_a_moment_that_is_asked_for_wins(usual: Tree, tmp_path: Path) -> None:
    """--as-of counts, whatever SOURCE_DATE_EPOCH says."""
    assert usual == built(plant(tmp_path, SITE), "--as-of", NOON, SOURCE_DATE_EPOCH="0")


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    """Not one file or folder is made, changed or touched, and the summary says so."""
    built(plant(tmp_path, SITE))
    before = _stamps(tmp_path / "site")
    done = run(tmp_path, "build")
    assert before == _stamps(tmp_path / "site")
    assert done.stdout.endswith(": 0 files written, 0 removed in site/\n")


def test_after_an_edit_the_site_is_what_a_clean_build_gives(tmp_path: Path) -> None:
    """What was there before leaves no mark, and files whose bytes stay the same stay the same files."""
    built(plant(tmp_path / "edited", SITE))
    before = _stamps(tmp_path / "edited/site")
    edited = built(plant(tmp_path / "edited", SITE + EDIT))
    assert edited == built(plant(tmp_path / "clean", SITE + EDIT))
    after = _stamps(tmp_path / "edited/site")
    written = {path for path in edited if before.get(path) != after[path]}
    index = {path for path in written if path.startswith("search-index/en/words-")}  # what is found may change its rank
    assert {"build-manifest.json", *(path for path, data in edited.items() if b"Panels" in data)} == written - index


def test_a_page_that_stays_is_told_of_when_what_it_leads_to_is_gone(tmp_path: Path) -> None:
    """Nobody has to look at it again to know: its links are remembered."""
    built(plant(tmp_path, ABOUT))
    template = tmp_path / "templates/pages/home.html"
    template.write_text(template.read_text("utf-8").replace(PROSE, LINK + PROSE), "utf-8")
    assert LINK.encode() in built(tmp_path)["index.html"]
    for language in ("ko", "en"):
        (tmp_path / f"content/pages/about.{language}.md").unlink()
    told = run(tmp_path, "build").stderr
    assert ["en/index.html", "index.html"] == sorted(
        re.findall(r"^(\S+?):\d+:\d+: error\[page-link\]", told, re.MULTILINE)
    )


def test_only_the_moment_changes_a_site(campaign: Tree, tmp_path: Path) -> None:
    """A year later, the next Arbor Day and a task that fell silent change what names them, and nothing else.

    The earlier moment gives the first site again.
    """
    later = built(plant(tmp_path, CAMPAIGN), "--as-of", "2027-06-05")
    by_date = ("index.html", "events/index.html", "events/arbor-day/index.html", "events.ics", "events/arbor-day.ics")
    by_task = ("tasks/", "tasks/solar-roofs/", "agencies/energy-office/", "meetings/third/", "strategy/plan/")
    assert {"build-manifest.json"} | {
        f"{prefix}{path}"
        for prefix in ("", "en/")
        for path in (*by_date, *(f"{folder}index.html" for folder in by_task))
    } == {path for path in campaign.keys() | later if campaign.get(path) != later.get(path)}
    assert campaign == built(tmp_path)


def test_a_build_changes_nothing_but_the_output(tmp_path: Path) -> None:
    """Sources are as they were, and beside the output is only the site before it, to build the next in."""
    before = tree(plant(tmp_path, SITE))
    built(tmp_path)
    ours = ("site/", ".site.spare/")
    assert before == {path: data for path, data in tree(tmp_path).items() if not path.startswith(ours)}


@pytest.fixture
def closed() -> Iterator[None]:
    """The umask of somebody who lets nobody else read their files."""
    usual = os.umask(0o077)
    yield
    os.umask(usual)


def _stamps(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Return which file stands at each path, and when it was last written."""
    found = ((path, path.stat()) for path in [folder, *folder.rglob("*")])
    return {path.relative_to(folder).as_posix(): (status.st_ino, status.st_mtime_ns) for path, status in found}
