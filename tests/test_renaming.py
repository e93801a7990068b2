"""A thing that is renamed and leaves no former address behind: what is said, and that nothing is said when in doubt."""

from pathlib import Path

import pytest

from tests.sites import CAMPAIGN, built, edit, plant, run

PAGE = """---
title: {title}
summary: 설명입니다.
{more}---
"""
SAID = (
    "content/pages/reach-us.ko.md:1:1: warning[address-lost] this was published as /contact/ before, and links to that "
    "address now lead nowhere"
)


def page(title: str, more: str = "") -> str:
    """Return the file of a page."""
    return PAGE.format(title=title, more=more)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site that was published with a page in both languages, and another one."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {
        "content/pages/contact.ko.md": page("연락처"), "content/pages/contact.en.md": page("Contact"),
        "content/pages/rights.ko.md": page("권리"),
    })  # fmt: skip
    built(folder)
    return folder


def rename(folder: Path, old: str, new: str) -> None:
    """Give a page another name, in all its languages."""
    for file in sorted((folder / "content/pages").glob(f"{old}.*.md")):
        file.rename(file.with_name(file.name.replace(old, new)))


def test_a_renamed_page_is_told_of_with_the_line_to_add(project: Path) -> None:
    """Once, for all its languages; it stops nothing, not even where warnings are errors."""
    rename(project, "contact", "reach-us")
    done = run(project, "build", "--strict")
    assert done.returncode == 0
    assert done.stderr == f"{SAID}\n  fix: add the line aliases: [/contact/]\n"
    assert ", 1 warning: " in done.stdout
    assert not (project / "site/contact").exists()


def test_the_line_that_is_offered_ends_it(project: Path) -> None:
    """With the former address among its aliases, the old page leads on, and nothing is said."""
    rename(project, "contact", "reach-us")
    edit(project, {"content/pages/reach-us.ko.md": page("연락처", "aliases: [/contact/]\n")})
    assert run(project, "build").stderr == ""
    assert b"reach-us/" in (project / "site/contact/index.html").read_bytes()


def test_one_that_has_aliases_gets_one_more(project: Path) -> None:
    """The fix names what to add to the list that is there."""
    rename(project, "contact", "reach-us")
    edit(project, {"content/pages/reach-us.ko.md": page("연락처", "aliases: [/older/]\n")})
    said = run(project, "build").stderr
    assert "reach-us.ko.md:4:10: warning[address-lost]" in said
    assert "fix: add /contact/ to aliases" in said


def test_nothing_is_said_without_a_cache_that_is_not_said_with_one(project: Path) -> None:
    """What was published is known from the output folder."""
    rename(project, "contact", "reach-us")
    assert SAID in run(project, "build", "--no-cache").stderr


def test_a_page_of_another_heading_is_another_page(project: Path) -> None:
    """One is gone and one is new: that may be chance."""
    rename(project, "rights", "duties")
    edit(project, {"content/pages/duties.ko.md": page("의무")})
    assert run(project, "build").stderr == ""


def test_two_that_look_alike_are_no_sign(project: Path) -> None:
    """Which of the new pages it was is not known, so that nothing is offered."""
    rename(project, "rights", "duties")
    edit(project, {"content/pages/claims.ko.md": page("권리")})
    assert run(project, "build").stderr == ""


def test_a_thing_of_another_kind_is_another_thing(project: Path) -> None:
    """A task is no page, whatever it is called."""
    rename(project, "rights", "rights-gone")
    (project / "content/pages/rights-gone.ko.md").unlink()
    task = (project / "content/tasks/solar-roofs.ko.md").read_text(encoding="utf-8")
    lines = ["title: 권리" if line.startswith("title:") else line for line in task.split("\n")]
    edit(project, {"content/tasks/rights.ko.md": "\n".join(lines)})
    assert "address-lost" not in run(project, "build").stderr
