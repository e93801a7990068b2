"""What holds for every text, address and period, tried with many; `pytest -m audit` tries many more."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from msgspec import structs

from sitegen.build import Options, build
from sitegen.characters import FORBIDDEN
from sitegen.console import as_text
from sitegen.convert import convert
from sitegen.diagnostics import Diagnostic
from sitegen.markup import VOID, End, Text, Token, tokens
from sitegen.model import Content
from sitegen.read import Folders
from sitegen.speech import ENGLISH
from sitegen.urls import HOME, NOT_FOUND, SECTIONS, Linker, address, output_path
from sitegen.values import FORMER_ADDRESS, ID, PERIOD, Period, parse_period
from sitegen.write.paths import check_paths
from tests.in_memory import written
from tests.pages import document
from tests.sites import MINIMAL, NOON, edit, files_in, plant

DAYS = {"day": range(1, 2), "month": range(28, 32), "quarter": range(90, 93), "year": range(365, 367)}
PIECES = (
    "---\n", "title: ", "summary: x\n", "- id: ", "- ", "  ", "\t", ": ", "[", "]", "{", "}", "&a ", "*a", "!!x ",
    "|\n", ">\n", "'", '"', "#", "\n", "\r\n", "<<: ", "ko: ", "%YAML 1.2\n", "...\n", "? ", "가", "😀", "\x00",
    "\u202e", "e\u0301", '"\\u202e"', '"\\ud83d"',
)  # fmt: skip
HOME_PAGE = "content/pages/home.en.md"
PATHS = (
    HOME_PAGE, "content/tasks/a.ko.md", "content/agencies.yaml", "content/site.yaml",
    "content/tasks/a.updates.yaml", "content/strings/en.yaml", "content/indicators/a.csv",
)  # fmt: skip

printable = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t"))
words = printable.filter(str.strip)
yamlish = st.lists(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=20)).map("".join)
ids = st.from_regex(re.compile(ID, re.ASCII), fullmatch=True).filter(lambda text: len(text) < 100)
addresses = st.builds(
    lambda prefix, kind, identifier: prefix + address(kind, identifier),
    st.sampled_from(["", "en/"]),
    st.sampled_from([*SECTIONS, "page"]),
    ids | st.sampled_from([HOME, NOT_FOUND]),
)


@given(
    words.filter(lambda text: len(text) <= 250), words, printable.map(lambda text: text[:10]), st.sampled_from("\"'")
)
def test_what_is_written_in_quotes_is_read_back(title: str, summary: str, label: str, style: str) -> None:
    """Any text in quotes comes out of the front matter as it went in, but for composed characters."""
    written = {"title": title, "summary": summary, "label": label}
    front_matter = yaml.safe_dump(written, allow_unicode=True, default_style=style)
    content, problems = _parsed(HOME_PAGE, f"---\n{front_matter}---\n")
    assert [] == [problem for problem in problems if problem.place.path == HOME_PAGE]
    assert content is not None
    read = next(found.words for found in content.documents if found.origin.path == HOME_PAGE)
    assert {name: unicodedata.normalize("NFC", text) for name, text in written.items()} == {
        name: unicodedata.normalize("NFC", getattr(read, name)) for name in written
    }


@given(st.sampled_from(PATHS), yamlish.filter(lambda text: len(text.encode()) <= 2048))
@example(HOME_PAGE, '---\ntitle: "a\\u202eb"\nsummary: x\n---\n')
@example("content/agencies.yaml", "---\n#")
@example("content/indicators/a.csv", "\x85,")
def test_no_file_is_too_strange_to_be_read(path: str, text: str) -> None:
    """Whatever a file holds, it is understood or told, at a place that exists, in words that a terminal can show."""
    content, problems = _parsed(path, text)
    told = [problem for problem in problems if problem.place.path == path]
    assert [] == [problem for problem in told if not _exists(problem, text)]
    assert not FORBIDDEN.search(as_text(told, {}, ENGLISH))
    titles = (document.words.title for document in content.documents) if content and not told else ()
    assert [] == [title for title in titles if FORBIDDEN.search(title)]


@given(yamlish.filter(lambda text: len(text.encode()) <= 2048))
def test_every_problem_of_a_body_is_at_a_place_in_it(text: str) -> None:
    """Line and column are those of the text that was converted."""
    body = FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert [] == [problem for problem in convert(body).problems if not _exists(problem, body)]


@given(addresses, addresses, st.sampled_from(["", "https://example.org", "https://example.org/a/b/"]), st.booleans())
def test_a_link_leads_where_it_is_meant_to(here: str, there: str, base_url: str, absolute: bool) -> None:  # noqa: FBT001  # any linker
    """From any page to any other, under any path, a browser resolves the link to the target."""
    assume("#" not in here)
    linker = Linker(base_url, absolute)
    root = f"https://example.org{linker.base_path}"
    assert root + there == urljoin(root + here, linker.href(here, there))


@given(st.from_regex(PERIOD, fullmatch=True))
def test_a_period_is_as_long_as_it_is_precise(text: str) -> None:
    """A day has one day, a month 28 to 31, a quarter 90 to 92, a year 365 or 366."""
    try:
        period = parse_period(text)
    except ValueError:
        assume(False)  # noqa: FBT003  # that day does not exist
    assert Period(text) == period
    assert (period.last - period.first).days + 1 in DAYS[period.precision]
    assert text.startswith(f"{period.first.year:04}")


@given(st.sampled_from([*SECTIONS, "page"]), ids)
def test_every_thing_is_published_within_the_site(kind: str, identifier: str) -> None:
    """An id that is accepted makes a path that can be written."""
    check_paths([output_path(address(kind, identifier).partition("#")[0])])


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.text("ab.~-_%가é", max_size=9), max_size=5).map("/".join), st.sampled_from(["/", ".html", ""]))
def test_every_former_address_is_within_the_site(path: str, ending: str) -> None:
    """An alias that is accepted makes a path that can be written."""
    alias = f"/{path}{ending}"
    assume(re.search(FORMER_ADDRESS, alias))
    check_paths([output_path(alias.removeprefix("/"))])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site, whose English home page each example changes."""
    return plant(tmp_path_factory.mktemp("site"), "")


@settings(max_examples=settings.default.max_examples // 3, suppress_health_check=[HealthCheck.too_slow])
@given(title=words.filter(lambda text: len(text) <= 250), summary=words, body=printable)
def test_what_we_read_in_our_pages_is_what_browsers_read(site: Path, title: str, summary: str, body: str) -> None:
    """Tokens of a finished page make up the page, and its text is the one that a browser's parser finds."""
    front_matter = yaml.safe_dump({"title": title, "summary": summary}, allow_unicode=True, default_style='"')
    edit(site, {HOME_PAGE: f"---\n{front_matter}---\n{body}"})
    folders = Folders(site / "content", site / "templates", site / "assets")
    options = Options(folders=folders, output=site / "site", as_of=datetime.fromisoformat(NOON), cache=site / ".cache")
    assume(not build(options).problems)
    html = (site / "site/en/index.html").read_text(encoding="utf-8")
    found = list(tokens(html))
    again = list(tokens("".join(map(_written, found))))
    assert [structs.replace(token, offset=0) for token in found] == [
        structs.replace(token, offset=0) for token in again
    ]
    ours = (token.text for token in found if isinstance(token, Text))
    assert _without_space(ours) == _without_space(document(html.encode()).itertext())


def _parsed(path: str, text: str) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Return the content of a small site with one more file, or another in its place, and what is wrong with it."""
    files = {name: content.encode() for name, content in files_in(MINIMAL).items()} | {path: text.encode()}
    found = written(files)
    return found.content, found.problems


def _exists(problem: Diagnostic, text: str) -> bool:
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    place = problem.place
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def _written(token: Token) -> str:
    match token:
        case Text():
            return token.raw
        case End():
            return f"</{token.name}>"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in token.attributes.items())
    return f"<{token.name}{attributes}{'/' if token.is_empty and token.name not in VOID else ''}>"


def _without_space(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())
