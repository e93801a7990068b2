"""Seals: nobody bends a source to fit a page, and every place that rests on a changed passage is named."""

import re
from pathlib import Path

import pytest

from tests.pages import dead_addresses, links, words_in
from tests.pages import document as parsed
from tests.sites import CAMPAIGN, built, edit, plant, run, tree

REPORT = "content/sources/report.ko.md"
SEAL = "content/sources/report.seal.yaml"
RELEASE = "content/news/release.en.md"
ABOUT = "content/pages/about.ko.md"
FIGURES = "content/figures.yaml"
PLACE = re.compile(r"^(\S+?:\d+:\d+): (error|warning)\[([a-z-]+)\]", re.MULTILINE)
HEAD = "---\ntitle: 소개\nsummary: 소개합니다.\n---\n"
CITING = f'{HEAD}\n과제는 30개입니다. [@report#count] 새 과제입니다.\n\n다시 30개입니다. [@report "30 new"]\n'
LISTS = """
-- content/pages/figures.ko.md --
---
{title: 수치, summary: 수치입니다., lists: figure}
---
-- content/pages/figures.en.md --
---
{title: Figures, summary: They are the figures.}
---
"""
FIGURE = """
- id: tasks
  label: {ko: 새 과제, en: New tasks}
  value: 30
  unit: {ko: 개, en: tasks}
  as_of: 2021-03
  source: report
  passage: count
  quote: 30 new
"""
LOOSE = """
-- content/news/release.ko.md --
---
title: 회의를 열었습니다
summary: 보도자료입니다.
type: press_release
issued_on: 2021-03
agency: energy-office
---
-- content/sources/report.seal.yaml --
passages:
  - {id: count, digest: a9ca1d6e-fc3b11a9}
"""
"""The campaign without the news item that gives the report in full, so that its passages may be anything."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign in which a page cites the report, and nothing gives its whole text."""
    folder = plant(tmp_path, CAMPAIGN + LOOSE)
    edit(folder, {ABOUT: CITING})
    (folder / SEAL).unlink()
    sealed(folder, "report")
    return folder


def sealed(folder: Path, *arguments: str) -> str:
    """Seal sources, which must be well, and return what is said of it."""
    done = run(folder, "seal", *arguments)
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Write something else in the place of a piece of a file."""
    text = (folder / path).read_text("utf-8")
    assert old in text
    edit(folder, {path: text.replace(old, new)})


def found(folder: Path, *arguments: str) -> list[tuple[str, ...]]:
    """Return the place, severity and code of every problem."""
    return [match.groups() for match in PLACE.finditer(run(folder, "check", *arguments).stderr)]


def test_one_word_changed_in_a_passage_fails_there_and_at_each_place_that_rests_on_it(folder: Path) -> None:
    """At its text, at each citation, at the passage of each figure, and nowhere else."""
    edit(folder, {FIGURES: FIGURE})
    change(folder, ABOUT, "---\n\n", "---\n\n이 글은 [출처](source:report)를 따릅니다.\n\n")
    for path, text in {"ko": "{title: 수치, summary: 수치., lists: figure}", "en": "{title: N, summary: N}"}.items():
        edit(folder, {f"content/pages/figures.{path}.md": f"---\n{text}\n---\n"})
    assert [] == found(folder)
    change(folder, REPORT, "There are 30 new tasks", "There were 30 new tasks")
    assert [
        (f"{FIGURES}:8:12", "error", "altered-passage"),
        (f"{ABOUT}:8:13", "error", "altered-passage"),
        (f"{ABOUT}:10:12", "error", "altered-passage"),
        (f"{REPORT}:11:37", "error", "seal-broken"),
    ] == found(folder)


def test_how_a_passage_is_laid_out_does_not_count(folder: Path) -> None:
    """Nor do its translation, and the form of Unicode."""
    old = "  - {id: count, language: en, text: There are 30 new tasks.}\n"
    text = "text: |-\n      There are 30\n      new  tasks.\n"
    new = f"  - id: count\n    language: en\n    {text}    translation: {{ko: 30개}}\n"
    change(folder, REPORT, old, new)
    assert [] == found(folder)


def test_a_passage_in_another_language_is_another_one(folder: Path) -> None:
    """Though its words are the same."""
    change(folder, REPORT, "language: en, text", "language: ko, text")
    assert (f"{REPORT}:11:37", "error", "seal-broken") in found(folder)


def test_a_passage_that_is_new_or_gone_is_told(folder: Path) -> None:
    """The one in the source, the other where its seal is."""
    change(folder, REPORT, "id: count", "id: amount")
    edit(folder, {ABOUT: HEAD})
    assert [(f"{REPORT}:11:38", "error", "unsealed"), (f"{SEAL}:5:10", "error", "seal-broken")] == found(folder)


def test_a_source_without_a_seal_can_be_seen_in_a_preview_only(folder: Path) -> None:
    """There it is a warning, as it is for a draft."""
    (folder / SEAL).unlink()
    assert [(f"{REPORT}:10:1", "error", "unsealed")] == found(folder)
    assert [(f"{REPORT}:10:1", "warning", "unsealed")] == found(folder, "--drafts")


def test_a_new_source_builds_as_a_draft_and_says_what_to_do(folder: Path) -> None:
    """With a passage that nobody has sealed; published without a seal, it stops the build."""
    done = run(folder, "new", "source", "새 보고서", "--id", "other")
    assert "python build.py seal other" in done.stdout
    path = "content/sources/other.ko.md"
    change(folder, path, "draft: true\n", "draft: true\npassages: [{id: one, language: ko, text: 하나}]\n")
    built(folder)
    assert [("warning", "unsealed")] == [each[1:] for each in found(folder, "--drafts")]
    text = (folder / path).read_text("utf-8").replace("✎ ", "").replace("draft: true\n", "")
    edit(folder, {path: text, path.replace(".ko.", ".en."): "---\n{title: O, summary: O., publisher: O}\n---\n"})
    assert [("error", "unsealed")] == [each[1:] for each in found(folder)]
    sealed(folder, "other")
    assert [] == found(folder)


WHOLE = "There are 30 new tasks. The goal is\n2020 carbon neutrality.\n\n- One\n- Two\n\n> A\\*\n> [Home](page:home)\n"


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("- Two", "- Too", ["9:3"]),
        ("- Two\n", "- Two\n- Three\n", ["10:3"]),
        ("- Two\n\n", "\n", ["10:3"]),
        ("> A\\*\n> [Home](page:home)\n", "", ["9:3"]),
        ("A meeting", "The meeting", ["2:8"]),
        ("is\n2020", "is\n\n2020", ["5:1", "7:1"]),
    ],
    ids=["changed", "added", "gone", "gone at the end", "title", "divided"],
)
def test_a_word_changed_in_a_text_given_in_full_fails_at_its_line(
    tmp_path: Path, old: str, new: str, places: list[str]
) -> None:
    """As does a paragraph that is added, taken away or divided."""
    folder = plant(tmp_path, CAMPAIGN)
    change(folder, RELEASE, "There are 30 new tasks. The goal is *2020 carbon neutrality*.\n", WHOLE)
    sealed(folder, "report")
    assert [] == found(folder)
    change(folder, RELEASE, old, new)
    assert [(f"{RELEASE}:{place}", "error", "reproduction-altered") for place in places] == found(folder)


def test_marks_of_markdown_are_not_words(tmp_path: Path) -> None:
    """A text may be laid out anew, in bold, as a list or with links, as long as it says the same."""
    folder = plant(tmp_path, CAMPAIGN)
    change(
        folder,
        RELEASE,
        "There are 30 new tasks. The goal is *2020",
        "1. There are **30 new\n  tasks**. [The goal](task:solar-roofs) is _2020",
    )
    change(folder, RELEASE, "neutrality*", "neutrality_")
    assert [] == found(folder)


def test_what_is_quoted_of_a_text_given_in_full_must_stand_in_it(tmp_path: Path) -> None:
    """Passages in the language of the source, and errors of the news item."""
    folder = plant(tmp_path, CAMPAIGN)
    change(
        folder,
        REPORT,
        "There are 30 new tasks.}",
        "There are 30 new tasks.}\n  - {id: b, language: en, text: None of it.}\n"
        "  - {id: c, language: ko, text: 보존 기록입니다.}",
    )
    change(folder, "content/news/release.ko.md", "original: 2020", "original: 2022")
    sealed(folder, "report")
    assert [
        ("content/news/release.ko.md:13:15", "error", "erratum-original"),
        (f"{REPORT}:12:33", "error", "passage-not-in-text"),
    ] == found(folder)


def test_the_report_of_the_command_says_what_is_new_changed_and_gone(folder: Path) -> None:
    """Nothing is written by --check, which says by its status whether anything would be."""
    change(
        folder, REPORT, "There are 30 new tasks.}", "There are 31 new tasks.}\n  - {id: size, language: ko, text: 45곳}"
    )
    before = tree(folder / "content")
    done = run(folder, "seal", "--all", "--check")
    changes = "  new: size\n  changed: count\n"
    count = "Sources that are not sealed as they stand: 1. Nothing was written.\n"
    assert (1, f"report: not sealed as it stands\n{changes}{count}") == (done.returncode, done.stdout)
    assert before == tree(folder / "content")
    assert f"report: sealed in {SEAL}\n  new: size\n  changed: count\n" == sealed(folder, REPORT)
    change(folder, REPORT, "  - {id: size, language: ko, text: 45곳}\n", "")
    assert f"report: sealed in {SEAL}\n  gone: size\n" == sealed(folder, "report")
    assert "report: nothing to do, it is sealed as it stands\n" in sealed(folder, "--all")
    written = {path for path, data in tree(folder / "content").items() if data != before[path]}
    assert {"sources/report.ko.md", "sources/report.seal.yaml"} == written
    assert 0 == run(folder, "seal", "--all", "--check").returncode


def test_a_seal_is_the_same_whoever_writes_it(folder: Path) -> None:
    """And holds one line a passage."""
    text = (folder / SEAL).read_bytes()
    (folder / SEAL).unlink()
    assert f"report: sealed in {SEAL}\n  passages: 1\n" == sealed(folder, "report")
    assert text == (folder / SEAL).read_bytes()
    assert b"  - {id: count, digest: a9ca1d6e-fc3b11a9}\n" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reprot",), '"reprot" is not a source in content/sources/; did you mean "report"?'),
        ((), "Name the sources that you have compared with the original, or write --all."),
        (("report", "--all"), "Name the sources that you have compared with the original, or write --all."),
    ],
)
def test_what_the_command_does_not_understand_changes_nothing(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    """It says what it wants instead."""
    before = tree(folder / "content")
    done = run(folder, "seal", *arguments)
    assert (2, f"{said}\nNothing was written.\n") == (done.returncode, done.stderr)
    assert before == tree(folder / "content")


def test_a_source_that_is_not_understood_is_not_sealed(folder: Path) -> None:
    """Nor is any other that is named with it."""
    change(folder, REPORT, "grade: official", "grade: secret")
    before = (folder / SEAL).read_bytes()
    done = run(folder, "seal", "report")
    assert 1 == done.returncode
    assert f"{REPORT}:6:8: error[" in done.stderr
    assert before == (folder / SEAL).read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("passages:", "pasages:", "4:1"),
        ("digest: a9ca1d6e-fc3b11a9", "digest: a9ca1d6e", "5:25"),
        ("digest: a9ca1d6e-fc3b11a9", "digest: [a9ca1d6e-fc3b11a9", "5:43"),
        ("}\n", "}\n  - {id: count, digest: a9ca1d6e-fc3b11a9}\n", "6:10"),
        ("passages:\n  - {id: count, digest: a9ca1d6e-fc3b11a9}\n", "", "1:1"),
    ],
)
def test_a_seal_that_somebody_has_edited_is_told_and_can_be_written_anew(
    folder: Path, old: str, new: str, place: str
) -> None:
    """At the place where it is not as it was; nothing else is said of it."""
    text = (folder / SEAL).read_bytes()
    change(folder, SEAL, old, new)
    assert [(f"{SEAL}:{place}", "error", "seal-damaged")] == found(folder)
    sealed(folder, "report")
    assert text == (folder / SEAL).read_bytes()


def test_a_passage_names_the_pages_that_cite_it(folder: Path) -> None:
    """The rest of what relies on the source stands below."""
    edit(folder, {"content/pages/other.ko.md": f"{HEAD}\n[출처](source:report)\n"})
    page = built(folder)["sources/report/index.html"]
    (passage,) = [each for each in parsed(page).iter("div") if each.get("class") == "passage"]
    assert ["../../about/"] == [link.attrib["href"] for link in passage.iter("a")]
    (others,) = [each for each in parsed(page).iter("ul") if each.get("class") == "rows"]
    assert "../../other/" in {link.attrib["href"] for link in others.iter("a")}
    assert "../../about/" not in {link.attrib["href"] for link in others.iter("a")}


def test_a_figure_stands_under_the_passage_that_says_it(tmp_path: Path) -> None:
    """With the way to it."""
    folder = plant(tmp_path, CAMPAIGN + LOOSE + LISTS)
    edit(folder, {FIGURES: FIGURE})
    site = built(folder)
    assert "../../figures/#tasks" in {link.href for link in links(site["sources/report/index.html"])}
    assert [] == dead_addresses(site)


def test_a_citation_that_comes_to_another_passage_reaches_the_source(folder: Path) -> None:
    """As a build from nothing would have it, though the page named the source before."""
    change(
        folder,
        REPORT,
        "text: There are 30 new tasks.}",
        "text: There are 30 new tasks.}\n  - {id: b, language: ko, text: 가나다}",
    )
    sealed(folder, "report")
    built(folder)
    change(folder, ABOUT, "[@report#count]", "[@report#b]")
    assert built(folder) == built(folder, "--output", str(folder.parent / "anew"), "--no-cache")


def test_a_translation_stands_under_its_passage_in_its_language_only(folder: Path) -> None:
    """Marked as ours; in the language of the passage there is none."""
    change(folder, REPORT, "30 new tasks.}", "30 new tasks., translation: {ko: 새 과제는 30개다.}}")
    site = built(folder)
    assert "이 누리집의 번역 새 과제는 30개다." in words_in(parsed(site["sources/report/index.html"]))
    assert b"passage__translation" not in site["en/sources/report/index.html"]
    change(folder, REPORT, "{ko: 새 과제는 30개다.}", "{en: There are thirty.}")
    assert [(f"{REPORT}:11:80", "error", "passage-translation")] == found(folder)


def test_an_error_of_a_source_stands_beside_its_passage_and_is_told_where_it_is_cited(folder: Path) -> None:
    """With a way there, that leads somewhere."""
    erratum = "errata: [{found_on: 2026-06-01, original: 30 new, corrected: 31 new, note: {ko: 잘못, en: A slip}}]\n---"
    text = (folder / REPORT).read_text("utf-8")
    edit(folder, {REPORT: text.removesuffix("---\n") + erratum})
    site = built(folder)
    (passage,) = [
        each for each in parsed(site["sources/report/index.html"]).iter("div") if each.get("class") == "passage"
    ]
    assert ["30 new", "31 new", "잘못"] == [part.text for part in passage.iter("dd")]
    ways = [link.href for link in links(site["about/index.html"]) if "erratum" in link.href]
    assert ["../sources/report/#page.erratum-1"] * 2 == ways
    assert [] == dead_addresses(site)
    edit(folder, {REPORT: text.removesuffix("---\n") + erratum.replace("original: 30", "original: 33")})
    assert [(f"{REPORT}:12:43", "error", "erratum-original")] == found(folder)


def test_nothing_rests_on_a_compilation(folder: Path) -> None:
    """No citation, however it names it, and no figure; what names it as a source may."""
    change(folder, REPORT, "grade: official", "grade: compilation")
    edit(
        folder, {FIGURES: FIGURE, "content/pages/figures.ko.md": "---\n{title: 수, summary: 수., lists: figure}\n---\n"}
    )
    edit(folder, {"content/pages/figures.en.md": "---\n{title: N, summary: N}\n---\n"})
    assert [
        (f"{FIGURES}:7:11", "error", "source-grade"),
        (f"{ABOUT}:6:13", "error", "source-grade"),
        (f"{ABOUT}:8:12", "error", "source-grade"),
    ] == found(folder)


def test_a_source_is_to_be_looked_at_again_the_day_after_its_day(folder: Path) -> None:
    """A warning, on that day and every later one."""
    change(folder, REPORT, "language: en\n", "language: en\nreview_by: 2026-06-05\n")
    assert [] == found(folder)
    assert [(f"{REPORT}:10:12", "warning", "source-review")] == found(folder, "--as-of", "2026-06-06")
