"""What is found in finished files: in each by itself, and in the links between them."""

import pickle
import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote, unquote, urljoin, urlsplit

import msgspec
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.assemble import assemble
from sitegen.convert import outline_of
from sitegen.diagnostics import Diagnostic
from sitegen.files import Output
from sitegen.model import Html, Inspection
from sitegen.verify import Secrets, inspect, verify
from sitegen.verify.embargo import Secret, find_said, of_item, of_others, said_in, withheld, without
from sitegen.verify.embargo.forms import tight
from tests.in_memory import written
from tests.sites import MINIMAL, NOON, files_in

ORIGIN = "https://example.org/"
NOTHING = Secrets({})
PAGE = '<!doctype html>\n<html lang="ko">\n<head><title>가</title></head>\n<body>\n<h1>가</h1>\n{}\n</body>\n</html>\n'
PATHS = ("index.html", "a/index.html", "a/b/index.html", "a/b/c.html", "가 나/index.html", "50%#1/index.html", "a.css")
STEPS = ("../", "./", "a/", "b/", "%EA%B0%80%20%EB%82%98/", "50%25%231/", "nowhere/")
FILES = ("", "index.html", "c.html", "a.css", "..", ".")
ENDS = ("", "#top", "#위", "#%EC%9C%84", "#nowhere", "#a%23b", "?q", "?q#top", "#")
IDS = ("top", "위", "a#b")
DRAFT = """
-- content/pages/secret.ko.md --
---
title: {title}
summary: 아무도 모르는 요약
draft: true
---
"""

addresses = st.builds(
    lambda steps, file, end: "".join(steps) + file + end,
    st.lists(st.sampled_from(STEPS), max_size=4),
    st.sampled_from(FILES),
    st.sampled_from(ENDS),
)
pages = st.builds(
    lambda found, ids: PAGE.format("\n".join([*map(_link, found), *(f'<p id="{name}">가</p>' for name in ids)])),
    st.lists(addresses, max_size=4),
    st.sets(st.sampled_from(IDS)),
)
sites = st.dictionaries(st.sampled_from(PATHS), pages, min_size=1)
phrases = st.lists(
    st.sampled_from(["탄소중립", "주간", "탄소", "week", "2050", "a", "&", "<", ".", "-", " "]), max_size=12
).map("".join)


def test_what_is_found_in_a_file_can_be_kept_and_sent() -> None:
    """Between processes, and from one build to the next."""
    found = _inspected("a/index.html", PAGE.format('<a href="../#top" id="b">나</a><a href="b/"></a>'))
    assert ("b",) == found.ids
    assert ("a/b/index.html", "index.html#top") == found.targets
    assert [("page-empty", 6, 31)] == [(told.code, told.place.line, told.place.column) for told in found.problems]
    assert found == msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Inspection)
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - what is read was written here


@pytest.mark.parametrize("attribute", ["href", "src"])
@pytest.mark.parametrize(
    "spelling", ["b/", "./b/", "b/./", "x/../b/", "%62/", "b/index.html", "&#98;/", "b/?q", "\tb/"]
)
def test_an_address_leads_to_the_same_file_however_it_is_spelt(attribute: str, spelling: str) -> None:
    """Also where it is not as we would write it."""
    found = _inspected("a/index.html", PAGE.format(f'<img alt="" {attribute}="../{spelling}">'))
    assert ("b/index.html",) == found.targets


def test_more_tags_than_are_remembered_are_read() -> None:
    """Those that come again after they were forgotten too."""
    names = [f"x{number}" for number in range(5_000)]
    html = PAGE.format("".join(f'<p id="{name}">가</p>' for name in names))
    assert tuple(names) == _inspected("index.html", html).ids == _inspected("index.html", html).ids


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/", "/a/", "mailto:a@example.org", "https://[::1/"]
)
def test_what_leads_out_of_the_site_is_no_target(address: str) -> None:
    """Nor is what is written from its root, or no address at all."""
    assert () == _inspected("index.html", PAGE.format(_link(address))).targets


def test_links_of_a_not_found_page_are_not_followed() -> None:
    """A server shows it at any depth."""
    assert () == _inspected("en/404.html", PAGE.format(_link("nowhere/"))).targets


@pytest.mark.parametrize(
    ("path", "data"),
    [("a.css", "p {}"), ("a/index.html", "<p>"), ("a/index.html", " " * (2 * 2**20 + 1))],
    ids=["not a page", "not our HTML", "too large"],
)
def test_what_could_not_be_read_may_have_any_anchor(path: str, data: str) -> None:
    """What is wrong with a page is told once, and not again at each link to it."""
    unread = _inspected(path, data)
    page = _inspected("index.html", PAGE.format(_link(f"{path}#nowhere")))
    assert unread.ids is None
    assert unread.problems == verify([unread, page], {path: unread.ids, "index.html": page.ids}, _never)


@given(st.sampled_from(PATHS), addresses)
def test_a_target_is_the_file_that_a_browser_would_ask_for(path: str, address: str) -> None:
    """From any page, however the address is written."""
    (target,) = _inspected(f"{path}.html", PAGE.format(_link(address))).targets
    file, _, anchor = target.partition("#")
    assume(not file.startswith("../"))  # browsers stop at the root of a site: for us, it may lie deeper
    assert _where(f"{path}.html", address) == (unquote(file), anchor)


@given(sites)
def test_links_are_dead_or_not_as_a_browser_would_find_them(site: Mapping[str, str]) -> None:
    """Each link followed by itself gives what the sets of all links give."""
    found = {(told.place.path, told.code, dict(told.values)["address"]) for told in _verified(site)}
    assert found == {
        (path, code, address)
        for path, html in site.items()
        if path.endswith(".html")
        for address in re.findall('href="([^"]*)"', html)
        if (code := _fate(path, address, site))
    }


@given(sites)
def test_a_dead_link_is_told_where_it_is_written(site: Mapping[str, str]) -> None:
    """At its line and column of the page."""
    for problem in _verified(site):
        line = site[problem.place.path].split("\n")[problem.place.line - 1]
        assert line[problem.place.column - 1 :].startswith(f'<a href="{dict(problem.values)["address"]}"')


@given(sites)
def test_pages_are_looked_at_again_only_for_dead_links(site: Mapping[str, str]) -> None:
    """Those pages that have them, and no others."""
    asked: list[str] = []
    problems = _verified(site, asked)
    assert sorted({problem.place.path for problem in problems}) == sorted(asked)


@given(phrases.filter(lambda text: len(text.strip()) >= 2), phrases, phrases)
@example("탄소중립 주간", "탄소중립", "주간 2050")
@example("2050 탄소중립 주간", "a", "")
def test_the_words_of_a_secret_are_found_wherever_they_stand(title: str, before: str, after: str) -> None:
    """Whole, at the beginning or the end of other words, and nowhere else."""
    secrets = _withholding(title).of("words")
    page = Output("a.txt", f"{before}{title}\n{after}".encode())
    other = Output("a.txt", f"{before}\n{after}".encode())
    told = {words for words in secrets if words in tight(f"{before}{title}\n{after}")}
    withheld = Secrets({Secret("words", words): ("page", "secret") for words in secrets})
    assert bool(told) == bool(inspect(page, withheld).problems)
    is_told = any(words in tight(f"{before}\n{after}") for words in secrets)
    assert is_told == bool(inspect(other, withheld).problems)


@given(phrases, st.sampled_from([0, 100]))
@example("2050 탄소중립 주간", 0)
@example("2050 탄소중립 주간", 100)
@example("2050 탄소 중립주간", 100)
def test_a_secret_is_found_however_many_others_there_are(text: str, others: int) -> None:
    """At whatever place of a text it begins."""
    titles = ["2050탄소중립주간", "그때까지비밀입니다"]
    one, many = _secrets(titles), _secrets([*titles, *(f"딴비밀{number}번이야기" for number in range(others))])
    page = Output("a.txt", f"가 {text} 나".encode())
    assert inspect(page, one) == inspect(page, many)
    assert len(inspect(page, many).problems) == sum(title in tight(f"가 {text} 나") for title in titles)


def test_secrets_are_known_by_what_they_are() -> None:
    """The fingerprint changes with them, and with nothing else."""
    assert _withholding("첫째 비밀입니다").fingerprint == _withholding("첫째 비밀입니다").fingerprint
    assert _withholding("첫째 비밀입니다").fingerprint != _withholding("둘째 비밀입니다").fingerprint


def test_words_that_published_things_hold_are_no_secret() -> None:
    """Also where they stand among other words."""
    assert "시험하는누리집입" not in _withholding("시험하는 누리집입").of("words")
    assert "시험하는누리집이" in _withholding("시험하는 누리집이").of("words")


def _inspected(path: str, text: str) -> Inspection:
    return inspect(Output(path, text.encode()), NOTHING)


def _verified(site: Mapping[str, str], asked: list[str] | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a site whose links may be dead, and note which pages are asked for."""

    def contents(path: str) -> bytes:
        if asked is not None:
            asked.append(path)
        return site[path].encode()

    inspections = [_inspected(path, text) for path, text in site.items()]
    return verify(inspections, {found.path: found.ids for found in inspections}, contents)


def _never(path: str) -> bytes:
    raise AssertionError(path)


def _link(address: str) -> str:
    return f'<p><a href="{address}">나</a></p>'


def _where(path: str, address: str) -> tuple[str, str]:
    """Return the file that a browser on a page asks a server for, and the anchor it then looks for."""
    parts = urlsplit(urljoin(ORIGIN + quote(path), address))
    there = unquote(parts.path).removeprefix("/")
    return f"{there}index.html" if there.endswith("/") or not there else there, unquote(parts.fragment)


def _fate(path: str, address: str, site: Mapping[str, str]) -> str:
    """Return what is wrong with a link on a page, if anything is."""
    steps = unquote(urlsplit(address).path).split("/")
    depth = path.count("/")
    for step in steps:
        depth += {"..": -1, ".": 0, "": 0}.get(step, 1)
        if depth < 0:
            return "page-link"  # beyond the root, where a browser would stop
    file, anchor = _where(path, address)
    if file not in site:
        return "page-link"
    is_there = not anchor or not file.endswith(".html") or f'id="{anchor}"' in site[file]
    return "" if is_there else "page-anchor"


def _secrets(titles: list[str]) -> Secrets:
    return Secrets({Secret("words", title): ("page", title) for title in titles})


def _withholding(title: str) -> Secrets:
    """Return the secrets of a small site with one draft."""
    files = files_in(MINIMAL) | files_in(DRAFT.format(title=msgspec.json.encode(title).decode()))
    found = written({path: text.encode() for path, text in files.items()})
    assert found.content is not None
    assert not [problem for problem in found.problems if problem.place.path.startswith("content/pages/secret")]
    nothing = dict.fromkeys(found.bodies, Html())
    site = assemble(
        found.content, dict.fromkeys(found.bodies, outline_of(Html())), datetime.fromisoformat(NOON), with_drafts=False
    )
    known = withheld(site, nothing.__getitem__)
    items = [item for by_id in site.items.values() for item in by_id.values()]
    sayings = [of_item(item, nothing.__getitem__, "", known) for item in items]
    heads = [each.head for each in find_said((*sayings, *of_others(site, "", known)))]
    return without(known, [secret for head in heads for secret in said_in(head)])
