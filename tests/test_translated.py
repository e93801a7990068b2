"""python build.py translated: one line of a file says what it was made from, and nothing else in it is touched."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.kinds.common import Words
from sitegen.kinds.meeting import MeetingWords
from sitegen.parse.meaning import meaning
from tests.sites import MINIMAL, PROJECT, edit, plant, tree

KOREAN = "---\ntitle: 소개\nsummary: 이 누리집을 소개합니다.\n---\n본문입니다.\n"
ENGLISH = "---\ntitle: About\nsummary: What this site is.\n---\nThe text.\n"
STAMP = "translated_from: b8823e93d8-109463cb09"
FILE = "content/pages/about.en.md"
WORDS = Words(title="제목", summary="요약입니다.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with a page in two languages, not stamped yet."""
    folder = plant(tmp_path, MINIMAL)
    edit(folder, {"content/pages/about.ko.md": KOREAN, FILE: ENGLISH})
    return folder


def translated(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command in a folder, and return its status and everything it says."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, str(PROJECT / "build.py"), "translated", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_a_translation_is_stamped_with_what_both_say(project: Path) -> None:
    """The stamp is the last of its fields; everything else, and every other file, stays as it is."""
    before = tree(project)
    assert (0, f"{FILE}: says what content/pages/about.ko.md says now\n") == translated(project, FILE)
    expected = ENGLISH.replace("is.\n---", f"is.\n{STAMP}\n---").encode()
    assert before | {FILE: expected} == tree(project)


def test_stamping_again_changes_nothing(project: Path) -> None:
    """The file is not even written."""
    translated(project, FILE)
    before = (project / FILE).stat()
    assert (0, f"{FILE}: nothing to do, it says so already\n") == translated(project, FILE)
    after = (project / FILE).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize(
    "line",
    [
        "translated_from: 0000000000-0000000000",
        "translated_from:   '0000000000-0000000000'  # by Kim",
        '"translated_from" : "0000000000-0000000000"',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_a_stamp_is_renewed_in_its_place(project: Path, line: str, end: str, mark: bytes) -> None:
    """Whatever stands around it on its line, and however lines end, stays byte for byte."""
    text = ENGLISH.replace("title", f"{line}\ntitle").replace("\n", end)
    (project / FILE).write_bytes(mark + text.encode())
    status, said = translated(project, FILE)
    assert 0 == status, said
    old = line.partition(":")[2].partition("#")[0].strip()
    expected = text.replace(old, STAMP.partition(": ")[2])
    assert mark + expected.encode() == (project / FILE).read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "---\n  title: About\n  summary: What this site is.\n---\nThe text.\n",
        '---\n"title": About\nsummary: What this site is.\n# the end\n---',
        "---\r\ntitle: About\r\nsummary: What this site is.\r\n---\r\nThe text.\r\n---\r\n",
        "---\ntitle: 'About:\n  us'\nsummary: >-\n  What\n\n  this site is.\n---\n",
    ],
    ids=["indented", "a remark last", "CRLF and a rule", "folded"],
)
def test_a_first_stamp_fits_into_any_form(project: Path, text: str) -> None:
    """It is indented and ended as the title is; taking its line out again gives the file that was there."""
    (project / FILE).write_bytes(text.encode())
    status, said = translated(project, FILE)
    assert 0 == status, said
    lines = (project / FILE).read_bytes().splitlines(keepends=True)
    (stamp,) = [line for line in lines if b"translated_from" in line]
    assert text.encode() == b"".join(line for line in lines if line is not stamp)
    assert ("\r\n" in text) == stamp.endswith(b"\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\n{title: About, summary: What this site is.}\n---\nThe text.\n",
        "---\ntitle: About\nsummary: |+\n  What this site is.\n\n---\nThe text.\n",
    ],
    ids=["in braces", "the last value keeps its line breaks"],
)
def test_a_form_in_which_a_line_would_change_more_is_left_to_a_person(project: Path, text: str) -> None:
    """Who writes like that is told what to add, and the file stays as it is."""
    edit(project, {FILE: text})
    status, said = translated(project, FILE)
    assert (2, text) == (status, (project / FILE).read_text(encoding="utf-8"))
    assert f"Add this one yourself: {STAMP}" in said


def test_the_language_named_as_the_original_is_the_original(project: Path) -> None:
    """Of a page first written in English, the Korean file is the translation, although it has the facts."""
    edit(project, {"content/pages/about.ko.md": KOREAN.replace("---\n본문", "original: en\n---\n본문")})
    assert (0, f"content/pages/about.ko.md: says what {FILE} says now\n") == translated(
        project, "content/pages/about.ko.md"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["content/pages/about.ko.md"], "content/pages/about.ko.md is the original. Its translations: " + FILE),
        (["content/pages/404.ko.md"], "is the original. Its translations: content/pages/404.en.md"),
        (["content/pages/abuot.en.md"], f"did you mean {FILE}?"),
        (["content/pages"], "content/pages is not a text in content/"),
        (["content/site.yaml"], "content/site.yaml is not a text in content/"),
        (["../elsewhere.en.md"], "../elsewhere.en.md is not a text in content/"),
        ([FILE, "content/pages/nothing.en.md"], "content/pages/nothing.en.md is not a text"),
        ([], "the following arguments are required: FILE"),
    ],
)
def test_what_is_no_translation_is_refused_and_nothing_is_written(
    project: Path, arguments: list[str], told: str
) -> None:
    """Status 2, and the reason in a line; a good file beside a bad one is not stamped either."""
    before = tree(project)
    status, said = translated(project, *arguments)
    assert (2, True) == (status, told in said), said
    assert before == tree(project)


@pytest.mark.parametrize("broken", [FILE, "content/pages/about.ko.md"])
def test_a_text_that_is_not_understood_is_not_stamped(project: Path, broken: str) -> None:
    """Nor is one whose original is not: the problem is told as a check tells it."""
    edit(project, {broken: "---\ntitel: About\n---\n"})
    before = tree(project)
    status, said = translated(project, FILE)
    assert 1 == status
    assert f'{broken}:2:1: error[unknown-field] "titel" is not a field of a page; did you mean "title"?' in said
    assert before == tree(project)


def test_a_file_may_be_named_from_anywhere(project: Path) -> None:
    """By a full path, or one with dots in it; and twice, which counts once."""
    status, said = translated(project, str(project / FILE), FILE, "content/tasks/../pages/404.en.md")
    assert (0, 2) == (status, len(said.splitlines())), said


def test_the_content_is_all_it_needs(project: Path) -> None:
    """Whoever translates need not have the templates."""
    shutil.rmtree(project / "templates")
    shutil.rmtree(project / "assets")
    assert 0 == translated(project, FILE)[0]


def test_who_may_read_a_file_stays_the_same(project: Path) -> None:
    """The new file has the rights of the old one, and no other file is left beside it."""
    (project / FILE).chmod(0o640)
    names = [*tree(project)]
    translated(project, FILE)
    assert (0o640, names) == ((project / FILE).stat().st_mode & 0o777, [*tree(project)])


def test_what_a_text_says_has_the_same_fingerprint_for_ever() -> None:
    """Or every translation there is would seem to be out of date after the program has changed."""
    words = MeetingWords(title="회의", summary="요약입니다.", chair="장관", agenda=("하나", "둘"))
    assert "3db7c1daa3" == meaning(words, "본문\n\n## 제목\n")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (Words(title="제목", summary="요약입니다!"), "본문 [하나](task:one)"),
        (Words(title="제 목", summary="요약입니다."), "본문 [하나](task:one)"),
        (WORDS, "본문 [하나](task:two)"),
        (WORDS, "본문 [둘](task:one)"),
        (WORDS, ""),
    ],
)
def test_a_change_of_words_or_links_is_a_change(words: Words, body: str) -> None:
    """A link that leads elsewhere has to lead there in every language."""
    assert meaning(WORDS, "본문 [하나](task:one)") != meaning(words, body)


def test_layout_is_no_change() -> None:
    """Line breaks, spaces at ends of lines and empty lines may be others, and so may the stamp."""
    laid_out = Words(title="제목", summary="요약입니다. \n", translated_from="0123456789-0123456789")
    assert meaning(WORDS, "본문 하나\n둘\n") == meaning(laid_out, "\n본문  하나 둘")
