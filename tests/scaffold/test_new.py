"""`new`: what it writes can be built as it is, says what is to be done, and takes the place of nothing."""

import re
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.commands import main
from sitegen.commands.new import KINDS
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from tests.in_memory import written
from tests.sites import CAMPAIGN, NOON, PROJECT, edit, plant, tree

TITLE = '2050 탄소중립: "녹색 전환" #1'
ID = "2050-tansojungnip-noksaek-jeonhwan-1"
COMMENT = re.compile(r"^( *)# (?!#)", re.MULTILINE)
ENGLISH = """
-- content/site.yaml --
name: {en: Trial}
description: {en: A site for trials.}
languages:
  - {code: en, name: English, locale: en_GB}
-- content/pages/home.en.md --
---
{title: Home page, summary: This is the home page.}
---
-- content/pages/404.en.md --
---
{title: Page not found, summary: Check the address.}
---
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small campaign with something of every kind, built once, so that builds of copies are quick."""
    folder = plant(tmp_path_factory.mktemp("campaign"), CAMPAIGN)
    _run(folder, "build")
    return folder


@pytest.fixture
def campaign(built: Path, tmp_path: Path) -> Path:
    """The folder of a copy of it."""
    return Path(shutil.copytree(built, tmp_path / "campaign"))


class Done(NamedTuple):
    """What a command returned and said."""

    status: int
    out: str
    err: str


def _run(folder: Path, *arguments: str) -> Done:
    """Run a command in a folder, at noon on World Environment Day unless told otherwise."""
    moment = () if "--as-of" in arguments else ("--as-of", NOON)
    out, err = StringIO(), StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        return Done(main((*arguments, *moment)), out.getvalue(), err.getvalue())


def _new(folder: Path, kind: str, title: str, *arguments: str) -> Done:
    return _run(folder, "new", kind, title, *arguments)


def _title_for(kind: str) -> str:
    """Return what a new thing of a kind is called; an update is called by its task."""
    return "solar-roofs" if kind == "update" else TITLE


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_new_on_a_small_campaign_is_built_with_drafts(kind: str, campaign: Path) -> None:
    """Without a word to be added, and without a warning."""
    made = _new(campaign, kind, _title_for(kind))
    assert (0, "") == (made.status, made.err)
    done = _run(campaign, "build", "--drafts", "--strict")
    assert 0 == done.status, done.err


def test_drafts_are_nowhere_in_what_is_published(campaign: Path) -> None:
    """The site without drafts is the same as before, byte for byte."""
    _run(campaign, "build")
    before = tree(campaign / "site")
    for kind in PAGE_KINDS:
        _new(campaign, kind, TITLE)
    assert 0 == _run(campaign, "build").status
    assert before == tree(campaign / "site")


def test_something_new_of_every_kind_on_the_real_site_is_built_with_drafts(tmp_path: Path) -> None:
    """Also kinds that the site has nothing of yet: the page of their list is made too."""
    for name in ("content", "templates", "assets"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for kind in KINDS:
        made = _new(tmp_path, kind, "green-police-cars" if kind == "update" else TITLE)
        assert (0, "") == (made.status, made.err)
    for kind in PAGE_KINDS:
        assert 0 == _new(tmp_path, kind, "Youth, energy & “us”").status
    done = _run(tmp_path, "build", "--drafts", "--strict")
    assert 0 == done.status, done.err
    for section in ("actions", "indicators", "tasks"):
        assert (tmp_path / "site" / section / ID / "index.html").is_file()


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_what_is_left_out_can_be_taken_in(kind: str, campaign: Path) -> None:
    """Every field that is offered in a comment is well written: without its # it is a field, with a value that fits."""
    _new(campaign, kind, TITLE)
    files = {f"content/{path}": data for path, data in tree(campaign / "content").items()}
    new = [path for path in files if f"/{ID}." in path and path.endswith(".md")]
    taken_in = {path: COMMENT.sub(r"\1", _below_required(files[path].decode())).encode() for path in new}
    assert all(re.search(rb"^sources:", data, re.MULTILINE) for path, data in taken_in.items() if ".ko." in path)
    assert () == written(files | taken_in).problems


def _below_required(text: str) -> str:
    """Return a file without the comments on its required fields, which are for people alone."""
    required, mark, optional = text.partition("\n## ")
    return re.sub(r"^#.*\n", "", required, flags=re.MULTILINE) + mark + optional


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_new_record_leaves_every_other_byte_of_its_list_as_it_was(kind: str, campaign: Path) -> None:
    """It stands at the end, whatever the list looks like."""
    path = campaign / "content" / RECORD_KINDS[kind].file
    before = path.read_bytes() if path.is_file() else b""
    assert 0 == _new(campaign, kind, TITLE).status
    assert path.read_bytes().startswith(before)
    assert path.read_text(encoding="utf-8").count(f"- id: {ID}\n") == 1


def test_a_sheet_is_new_as_well(campaign: Path) -> None:
    """It is the one that the command for sheets writes, and about the kind that stands where titles do."""
    done = _new(campaign, "sheet", "event")
    assert (0, True) == (done.status, (campaign / "events.xlsx").is_file())
    assert "events.xlsx is ready to be filled in. Then: python build.py import events.xlsx\n" == done.out
    assert 2 == _new(campaign, "sheet", "event").status
    assert 'did you mean "event"?' in _new(campaign, "sheet", "evnt").err
    assert "leave out --id" in _new(campaign, "sheet", "task", "--id", "x").err


def test_it_says_in_korean_what_was_written_and_what_to_do(campaign: Path) -> None:
    """As every command does."""
    said = _new(campaign, "term", "그린 수소", "--lang", "ko").out
    assert said.splitlines() == [
        "content/glossary.yaml 끝에 추가한 것: geurin-suso",
        "이제 ✎ 표시로 시작하는 글을 고쳐 쓰십시오. 하나라도 남아 있으면 공개할 수 없습니다.",
        "고칠 때마다 바로 보려면: python build.py serve",
        "초안을 공개하려면 draft: true 줄을 지우십시오.",
    ]


def test_what_nobody_has_written_is_not_published(campaign: Path) -> None:
    """A record and a page that are no drafts any more; an update is none, and so the site waits for its words."""
    _new(campaign, "term", TITLE)
    _new(campaign, "page", TITLE)
    for file in (campaign / f"content/pages/{ID}.ko.md", campaign / "content/glossary.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    done = _run(campaign, "build")
    found = re.findall(r"^(\S+?):\d+:\d+: error\[unwritten\]", done.err, re.MULTILINE)
    assert {"content/glossary.yaml", f"content/pages/{ID}.ko.md", f"content/pages/{ID}.en.md"} == set(found)


def test_it_says_what_was_written_and_what_to_do(campaign: Path) -> None:
    """A line each."""
    said = _new(campaign, "action", "불을 끄자").out
    assert said.splitlines() == [
        "Written: content/actions/bureul-kkeuja.ko.md",
        "Written: content/actions/bureul-kkeuja.en.md",
        "Next, write your own where a text begins with ✎: as long as one is left, it cannot be published.",
        "Then check what was put in for the time being: audience, field, stage.",
        "See it, and every change that you make: python build.py serve",
        "To publish what is a draft, remove its line draft: true.",
    ]


def test_dates_are_those_of_today_in_the_time_zone_of_the_site(campaign: Path) -> None:
    """At three in the afternoon in London the next day has begun in Seoul."""
    main_arguments = ("--as-of", "2026-06-05T15:00+00:00")
    _new(campaign, "source", TITLE, *main_arguments)
    assert "\naccessed_on: 2026-06-06\n" in _read(campaign, f"sources/{ID}.ko.md")


def test_the_language_of_a_title_is_told_by_its_letters(campaign: Path) -> None:
    """Facts stay in the file of the first language; the title in another one only keeps its place."""
    _new(campaign, "page", "Green new deal")
    facts, words = _read(campaign, "pages/green-new-deal.ko.md"), _read(campaign, "pages/green-new-deal.en.md")
    assert ("\ntitle: ✎ Green new deal\n" in facts, "\noriginal: en\n" in facts) == (True, True)
    assert ("\ntitle: Green new deal\n" in words, "\ndraft:" in words) == (True, False)


def test_the_language_of_a_title_can_be_said(campaign: Path) -> None:
    """P4G is Korean too."""
    _new(campaign, "page", "P4G", "--original", "ko")
    assert "\ntitle: P4G\n" in _read(campaign, "pages/p4g.ko.md")
    assert "original" not in _read(campaign, "pages/p4g.ko.md").partition("\n## ")[0]


def test_comments_are_in_the_language_of_whoever_writes_in_the_file(campaign: Path) -> None:
    """Korean in Korean files, English in English ones and on a site without Korean."""
    _new(campaign, "page", TITLE)
    assert "# 요약: 무엇이고" in _read(campaign, f"pages/{ID}.ko.md")
    assert "# Summary: two or three" in _read(campaign, f"pages/{ID}.en.md")
    english = plant(campaign / "english", "", ENGLISH)
    (english / "content/strings/ko.yaml").unlink()
    assert 0 == _new(english, "action", "Lights off").status
    assert not re.search("[가-힣]", _read(english, "actions/lights-off.en.md"))
    assert 0 == _run(english, "build", "--drafts").status


def test_an_update_takes_over_how_its_task_stands_and_who_leads_it(campaign: Path) -> None:
    """It can be asked for by the id of the task, or by its title in any language."""
    made = _new(campaign, "update", "햇빛 지붕")
    added = _read(campaign, "tasks/solar-roofs.updates.yaml").partition("2026-Q1")[2]
    assert "Added to the end of content/tasks/solar-roofs.updates.yaml: solar-roofs" in made.out
    for line in ("- as_of: 2026-06-05", "period: 2026-Q2", "status: planned", "author_agency: energy-office"):
        assert line in added


def test_an_update_of_a_task_in_trouble_has_a_place_for_the_reason(campaign: Path) -> None:
    """As the rules want it for each of them."""
    log = campaign / "content/tasks/solar-roofs.updates.yaml"
    delayed = (
        log.read_text(encoding="utf-8").replace("planned", "delayed") + "  problem: {ko: 늦습니다., en: It is late.}\n"
    )
    task = _read(campaign, "tasks/solar-roofs.ko.md").replace(
        "due_on: 2027-Q2", "due_on: 2027-Q2\nrevised_due_on: [{date: 2028, reason: {ko: 늦습니다.}}]"
    )
    edit(campaign, {"content/tasks/solar-roofs.updates.yaml": delayed, "content/tasks/solar-roofs.ko.md": task})
    assert 0 == _new(campaign, "update", "solar-roofs").status
    assert "  problem:\n    ko: ✎ " in log.read_text(encoding="utf-8")
    assert 0 == _run(campaign, "build", "--drafts").status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tsk", TITLE), '"tsk" is not a kind of content; did you mean "task"?'),
        (("task", " "), "There is no title."),
        (("task", "漢字"), "No id can be made of this title."),
        (("task", "a\u200bb"), "a character in it that cannot be seen"),
        (("task", "a" * 500), "The title has 500 characters, but may have 400."),
        (("task", TITLE, "--id", "Green Cars"), "How about --id green-cars?"),
        (("task", TITLE, "--id", "../x"), '"../x" cannot be an id'),
        (("task", TITLE, "--original", "fr"), '"fr" is not a language of this site. Use one of ko, en.'),
        (("task", "Solar roofs"), "There is content/tasks/solar-roofs.en.md already."),
        (("indicator", "Emissions 2"), "There is content/indicators/emissions-2.csv already."),
        (("agency", "Energy office"), 'There is an agency with the id "energy-office" already.'),
        (("update", "solar-rofs"), 'Did you mean "solar-roofs"?'),
        (("update", "solar-roofs", "--as-of", "2026-02-01"), "There is an update of solar-roofs for 2026-Q1 already"),
        (("page", "en"), "error[address-reserved]"),
        (("page", "page", "--id", "assets"), "error[address-reserved]"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words_and_nothing_is_written(
    arguments: tuple[str, ...], said: str, campaign: Path
) -> None:
    """Whatever it is, the content stays as it was."""
    edit(campaign, {"content/indicators/emissions-2.csv": "year,total\n"})
    before = tree(campaign)
    done = _run(campaign, "new", *arguments)
    assert said in done.err
    assert done.err.endswith("Nothing was written.\n")
    assert (True, "") == (done.status in {1, 2}, done.out)
    assert before == tree(campaign)


def test_what_a_new_thing_has_to_name_must_be_there(tmp_path: Path) -> None:
    """On a site without agencies there can be no task yet."""
    done = _new(plant(tmp_path, ""), "task", TITLE)
    assert "There is no agency yet in content/agencies.yaml, and a task has to name one." in done.err
    assert 2 == done.status


def test_where_a_mistake_hides_what_is_to_be_named_the_mistake_is_told(tmp_path: Path) -> None:
    """Nobody is sent to make what is there already."""
    folder = plant(tmp_path, "")
    edit(folder, {"content/agencies.yaml": "- id: forest\n  name: {ko: 숲관리청\n"})
    done = _new(folder, "task", TITLE)
    assert (1, True, False) == (done.status, "content/agencies.yaml:" in done.err, "There is no agency" in done.err)


@pytest.mark.parametrize("chosen", ["nul", "com1"])
def test_no_file_gets_a_name_that_windows_keeps_for_itself(chosen: str, campaign: Path) -> None:
    """Whoever has the content there could not even fetch it."""
    done = _new(campaign, "event", TITLE, "--id", chosen)
    assert (2, True) == (done.status, f'no file can be called "{chosen}"' in done.err)


def test_a_campaign_can_be_begun_with_it(tmp_path: Path) -> None:
    """Each thing that the next one has to name is made before it."""
    plant(tmp_path, "")
    for kind, title in (("agency", "숲관리청"), ("source", "보고서"), ("strategy", "추진전략"), ("task", "나무 심기")):
        assert 0 == _new(tmp_path, kind, title).status
    done = _run(tmp_path, "build", "--drafts", "--strict")
    assert 0 == done.status, done.err


def test_a_list_with_a_mistake_in_it_is_mended_first(campaign: Path) -> None:
    """What is wrong is said, and nothing is added to it."""
    edit(campaign, {"content/glossary.yaml": "- id: net-zero\n  trem: {ko: 탄소중립}\n"})
    done = _new(campaign, "term", TITLE)
    assert (1, True) == (done.status, "content/glossary.yaml:2:3: error[unknown-field]" in done.err)


def test_a_task_with_a_mistake_in_it_is_mended_first(campaign: Path) -> None:
    """An update would build on what it says; the line is shown."""
    edit(campaign, {"content/tasks/solar-roofs.ko.md": "---\ntitel: 지붕\n---\n"})
    done = _new(campaign, "update", "solar-roofs")
    assert (1, True) == (done.status, "  2 | titel: 지붕\n" in done.err)


@pytest.mark.parametrize("missing", ["content", "content/site.yaml"])
def test_where_there_is_no_site_nothing_is_made(missing: str, campaign: Path) -> None:
    """It is said what is missing, once."""
    (campaign / missing).rename(campaign / "away")
    done = _new(campaign, "page", TITLE)
    assert (True, 1) == (done.status in {1, 3}, done.err.count("error["))


def test_mistakes_elsewhere_do_not_stand_in_the_way(campaign: Path) -> None:
    """Whoever makes something new need not mend what others are at."""
    edit(campaign, {"content/pages/about.en.md": "---\ntitel: About\n---\n"})
    assert 0 == _new(campaign, "task", TITLE).status


def test_of_two_at_once_one_makes_it(campaign: Path) -> None:
    """Both files are of the one, and the other says that they are there."""
    command = [sys.executable, str(PROJECT / "build.py"), "new", "page", TITLE, "--as-of", NOON]
    both = [subprocess.Popen(command, cwd=campaign, stderr=subprocess.PIPE) for _ in range(2)]  # noqa: S603  # our own program
    assert [0, 2] == sorted((each.communicate()[0], each.returncode)[1] for each in both)
    assert 0 == _run(campaign, "check", "--drafts").status


def test_a_disk_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """A file stands where a folder is needed: status 3, and nothing is left behind."""
    plant(tmp_path, "")
    (tmp_path / "content/actions").write_text("", encoding="utf-8")
    before = tree(tmp_path)
    done = _new(tmp_path, "action", TITLE)
    assert (3, True) == (done.status, "actions could not be written: " in done.err)
    assert before == tree(tmp_path)


def _read(folder: Path, path: str) -> str:
    return (folder / "content" / path).read_text(encoding="utf-8")
