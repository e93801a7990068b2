"""The guide for staff: everything in it is done as it stands there, and shows what the guide shows."""

import re
import shutil
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from sitegen.serve.words import WORDS
from sitegen.speech import language as spoken
from tests.guide import FENCE, GUIDES, LANGUAGES, SHOWN, TYPED, Block, Section, blocks, changes, sections
from tests.pages import text
from tests.sites import PROJECT, run
from tests.staff import Desk, prepare, stands_in
from tests.test_commands import COMMANDS

IN_EACH = pytest.mark.parametrize("language", LANGUAGES)
FIRST = ("start", "status", "red", "event", "report")
"""What somebody does who has never seen the project."""
MINUTES = 15
PACE = {"en": 120, "ko": 300}
"""Words of English, or letters of Korean, that somebody reads in a minute who stops to think: half the usual pace."""
STROKES = 150
"""Keys that somebody presses in a minute who looks for some of them."""
LINK = re.compile(r"(?P<mark>!?)\[(?P<words>[^\]]*)\]\((?P<address>[^)]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
Sit = Callable[[str], Desk]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as staff have it, for tests to copy."""
    return prepare(tmp_path_factory.mktemp("project"))


@pytest.fixture
def sit(project: Path, tmp_path: Path) -> Iterator[Sit]:
    """A function that gives somebody a fresh copy of the project, and a computer in a language."""
    desks: list[Desk] = []

    def take(language: str) -> Desk:
        shutil.copytree(project, tmp_path, symlinks=True, dirs_exist_ok=True)
        desks.append(Desk(tmp_path, language))
        return desks[-1]

    yield take
    for desk in desks:
        desk.leave()


def _every_section() -> Iterator[object]:
    """Yield every section in every language; those that somebody follows anyway, or in the other one, in audits only.

    What is to be done is the same in all languages, and which of them a section is tried in goes by turns.
    """
    for number, identifier in enumerate(sections(LANGUAGES[0])):
        for language in LANGUAGES:
            is_everyday = identifier not in FIRST and language == LANGUAGES[number % len(LANGUAGES)]
            yield pytest.param(language, identifier, marks=() if is_everyday else pytest.mark.audit)


@pytest.mark.parametrize(("language", "identifier"), [*_every_section()])
def test_a_section_can_be_followed_as_it_stands(sit: Sit, language: str, identifier: str) -> None:
    """On the project's real content; what the guide shows is what is to be seen."""
    sit(language).follow(sections(language)[identifier])


@IN_EACH
def test_the_first_quarter_of_an_hour_is_one(sit: Sit, language: str) -> None:
    """A status, three mistakes, an event in both languages, seen live, and what is stale: one after the other."""
    read = [sections(language)[identifier] for identifier in FIRST]
    sit(language).follow(*read)
    assert sum(_minutes(section, language) for section in read) <= MINUTES


@IN_EACH
def test_what_is_to_be_seen_was_not_there_before(language: str, project: Path) -> None:
    """Whoever does nothing sees nothing of it."""
    seen = [block for section in sections(language).values() for block in section.blocks if block.kind == "text"]
    assert len(seen) >= 6
    assert [] == [(block.line, block.target) for block in seen if stands_in(block.text, _before(project, block.target))]


@IN_EACH
def test_no_block_is_left_out(language: str) -> None:
    """Every fence stands in a section, and every console begins with what is typed."""
    found = list(blocks(GUIDES[language].read_text(encoding="utf-8")))
    assert found == [block for section in sections(language).values() for block in section.blocks]
    assert {"console"} == {block.kind for block in found if TYPED.match(block.text)}
    assert not [block.line for block in found if block.kind == "console" and not TYPED.match(block.text)]


def test_both_guides_have_the_same_sections() -> None:
    """In the same order, under the same names, with examples of the same kinds."""
    english, korean = (
        [(section.id, _kinds(section)) for section in sections(language).values()] for language in LANGUAGES
    )
    assert english == korean


@IN_EACH
def test_the_contents_name_every_section(language: str) -> None:
    """In their order."""
    start = GUIDES[language].read_text(encoding="utf-8").partition("<a id=")[0]
    linked = [link["address"] for link in LINK.finditer(start) if link["address"].startswith("#")]
    assert linked == [f"#{identifier}" for identifier in sections(language)]


@IN_EACH
def test_what_a_block_is_about_is_told_before_it(language: str) -> None:
    """A reader does not see what stands after the backticks: the file or address is in the text above."""
    untold = [
        (block.line, block.target)
        for section in sections(language).values()
        for block, above in zip(section.blocks, _above(section), strict=True)
        if block.target and block.target not in above
    ]
    assert [] == untold


@IN_EACH
def test_every_link_leads_somewhere(language: str) -> None:
    """To a section, a file of the project and a heading in it, or an example of a link."""
    prose = CODE.sub("", _prose(GUIDES[language]))
    assert [] == [link[0] for link in LINK.finditer(prose) if not _leads(link["address"], GUIDES[language])]


@IN_EACH
def test_words_on_the_screen_are_those_on_the_screen(language: str) -> None:
    """What is bold within a sentence is a word of the bar, with any number in it."""
    bold = re.findall(r"(?m)(?<!^)\*\*([^*\n]+)\*\*(?!:)", _prose(GUIDES[language]))
    shown = {
        re.sub(r"\d+", "N", spoken(language).translated(words).replace("{count}", "N")) for words in WORDS.values()
    }
    assert bold
    assert [] == [words for words in bold if re.sub(r"\d+", "N", words) not in shown]


@IN_EACH
def test_every_option_and_field_that_is_named_is_there(language: str, project: Path) -> None:
    """In the help of a command; in a schema, or as a folder of the content."""
    helps = "".join(run(project, command, "--help").stdout for command in COMMANDS)
    schemas = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "schemas").glob("*.json"))
    named = {
        word
        for code in CODE.findall(_prose(GUIDES[language]))
        for word in re.findall(r"--[a-z][a-z-]+|^[a-z_]+$", code)
    }
    there = {word for word in named if word in helps or f'"{word}"' in schemas or (project / "content" / word).exists()}
    assert {"--drafts", "completed_on", "stopped", "tasks"} <= named
    assert named - there <= {"content", "site", "en"}


def test_every_picture_is_used_and_described() -> None:
    """In the README or a guide, with a text for those who do not see it, and light enough to be sent."""
    pages = [PROJECT / "README.md", *(PROJECT / "docs").glob("*.md")]
    shown = {
        (page.parent / link["address"]).resolve(): link["words"]
        for page in pages
        for link in LINK.finditer(CODE.sub("", _prose(page)))
        if link["mark"]
    }
    assert {path for path in (PROJECT / "docs/pictures").iterdir() if not path.name.startswith(".")} == set(shown)
    assert not [path for path, words in shown.items() if len(words) < 10 or path.stat().st_size > 200_000]


def _before(project: Path, target: str) -> str:
    """Return what is read on a page of the preview as long as nobody has changed anything."""
    page = project / f"site/{target.removeprefix(SHOWN)}index.html"
    return text(page.read_bytes()) if target.startswith(SHOWN) and page.exists() else ""


def _minutes(section: Section, language: str) -> float:
    """Return how long somebody takes to read a section and to type what it says; what is printed is only looked at."""
    prose = FENCE.sub("", section.text)
    units = len(prose.split()) if language == "en" else len(re.findall("[가-힣]", prose))
    typed = sum(len(_typed(block)) for block in section.blocks)
    return units / PACE[language] + typed / STROKES


def _typed(block: Block) -> str:
    match block.kind:
        case "console":
            return "".join(TYPED.findall(block.text))
        case "diff":
            return "".join(_added(block.text))
        case "text":
            return ""
        case _:
            return block.text


def _added(diff: str) -> Iterator[str]:
    """Yield the characters that are not there before."""
    for before, after in changes(diff):
        for how, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield after[start:end] if how in {"insert", "replace"} else ""


def _kinds(section: Section) -> list[str]:
    return [block.kind for block in section.blocks]


def _above(section: Section) -> list[str]:
    """Return what a reader has seen of a section above each of its blocks."""
    visible = re.sub(r"^```[^\n]+$", "```", section.text, flags=re.MULTILINE)
    return [visible[: fence.start()] for fence in re.finditer(r"^```\n.*?^```$", visible, re.MULTILINE | re.DOTALL)]


def _prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def _leads(address: str, page: Path) -> bool:
    path, _, anchor = address.partition("#")
    file = page.parent / path if path else page
    return file.is_file() and (not anchor or anchor in _anchors(file))


def _anchors(page: Path) -> set[str]:
    written = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", written, re.MULTILINE)
    return {*re.findall(r'<a id="([^"]+)"', written), *(heading.lower().replace(" ", "-") for heading in headings)}
