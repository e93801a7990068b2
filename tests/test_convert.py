"""The conversion of bodies: what becomes of Markdown, and what is said about it where."""

import inspect
import re
import sys
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from sitegen.claims import Citation, Shown
from sitegen.convert import Converted, convert
from sitegen.convert.converter import converter
from sitegen.convert.gate import violations
from sitegen.convert.page import Page
from sitegen.diagnostics import Place
from sitegen.model import Heading, Html, Link, Slot
from tests.case_files import cases

ELEMENTS = frozenset(
    {"a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol"}
    | {"figure", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
ATTRIBUTES = frozenset({"aria-labelledby", "class", "href", "id", "role", "scope", "start", "tabindex", "title"})
HREF = re.compile(r"#.*|https?://[^/].*|mailto:.*@.*|tel:\+?[0-9].*|by-id")

SYNTAX = (  # noqa: SIM905 - a list would take a page
    "# ¦## ¦- ¦1. ¦> ¦: ¦    ¦\n¦\n\n¦\n\n¦*¦**¦***¦_¦__¦ ¦ ¦ ¦[¦]¦](¦](task:a)¦](#fn-1)¦](https://example.org)¦(¦)¦!["
    "¦[^1]¦\n\n[^1]: ¦!¦<¦>¦<b>¦</b>¦<!--¦<https://example.org>¦<a@example.org>¦{¦}¦{#x}¦{: .x}¦\\¦|¦\n|---|---|\n"
    '¦a | b\n--- | ---\n¦\n===\n¦\n---\n¦!!! note "x"\n    ¦&amp;¦&¦"¦\'¦\t'
).split("¦")
WORDS = ("탄소중립", "강조", "는", "Word", "2050")
BODIES = st.lists(st.sampled_from(SYNTAX) | st.sampled_from(WORDS), max_size=30).map("".join)


def shown(converted: Converted) -> str:
    """Return the HTML with {links} where their addresses belong, and the problems with their places."""
    pieces = [converted.html.parts[0]]
    for slot, part in zip(converted.html.slots, converted.html.parts[1:], strict=True):
        pieces += f"{{{named(slot)} at {slot.line}:{slot.column}+{slot.length}}}", part
    for problem in converted.problems:
        place = f"{problem.place.line}:{problem.place.column}+{problem.place.length}"
        pieces += f"\n{place} {problem.severity}[{problem.code}] {problem.text()}\n  fix: {problem.fix_text()}"
    return "".join(pieces)


def named(slot: Slot) -> str:
    """Return what belongs into a slot, as it is written in a body."""
    match slot:
        case Link():
            return slot.target
        case Citation():
            return f"@{slot.source}#{slot.passage} {slot.words}".rstrip(" #")
        case Shown():
            return f"={slot.figure} ~{slot.digits} {'with unit' if slot.with_unit else 'number'}"


def codes(body: str) -> list[str]:
    """Return the codes of a body's problems."""
    return [problem.code for problem in convert(body).problems]


def far_down(levels: int, body: str) -> list[str]:
    """Return the codes of a body's problems if it is converted that many calls further down the stack."""
    return far_down(levels - 1, body) if levels else codes(body)


def live_parts(converted: Converted) -> list[str]:
    """Return everything in the HTML that could do more than show text, as another parser than ours sees it."""
    tree = html5lib.parseFragment("by-id".join(converted.html.parts), namespaceHTMLElements=False)
    elements = [element for element in tree.iter() if element is not tree]
    tags = [str(element.tag) for element in elements if element.tag not in ELEMENTS]
    names = [name for element in elements for name in element.attrib if name not in ATTRIBUTES]
    hrefs = [element.attrib["href"] for element in elements if "href" in element.attrib]
    return [*tags, *names, *(href for href in hrefs if not HREF.fullmatch(href))]


@pytest.mark.parametrize(("body", "expected"), cases("markdown/[!h]*.md", "markdown/h[!o]*.md"))
def test_a_body_becomes_html_and_problems_with_places(body: str, expected: str) -> None:
    """Each case shows all of both."""
    assert expected == shown(convert(body))


@pytest.mark.parametrize(("body", "expected"), cases("markdown/hostile.md"))
def test_hostile_input_is_reported_at_its_place(body: str, expected: str) -> None:
    """Each case lists line, column and code of all problems; some input is harmless, and has none."""
    found = (f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in convert(body).problems)

    assert expected == "\n".join(found)


@pytest.mark.parametrize(("body", "expected"), cases("markdown/*.md"))
def test_no_input_becomes_anything_live(body: str, expected: str) -> None:  # noqa: ARG001 - the other tests' part
    """Whatever is reported or not: only known elements, attributes and addresses come out."""
    assert [] == live_parts(convert(body))


@pytest.mark.parametrize(("body", "expected"), cases("markdown/*.md"))
def test_the_last_gate_has_nothing_to_stop(body: str, expected: str) -> None:  # noqa: ARG001 - as above
    """What must not come out is stopped earlier, where its place is known."""
    assert "unsafe-html" not in codes(body)


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p>a</p><script>b</script>", "<script>"),
        ('<p onclick="a">b</p>', '<p onclick="a">'),
        ('<a href="javascript:a">b</a>', '<a href="javascript:a">'),
        ('<a href="java&#115;cript:a">b</a>', '<a href="javascript:a">'),
        ('<a href="//example.org">b</a>', '<a href="//example.org">'),
        ('<p id="a b">c</p>', '<p id="a b">'),
        ('<p class="&quot;">c</p>', '<p class=""">'),
        ("<p>\x02klzzwxh:0000\x03</p>", "a placeholder of the library"),
        ("<p onclick=a>b</p>", "not a tag that we write: '<p onclick=a>b</p>'"),
    ],
)
def test_the_last_gate_stops_what_is_not_listed(html: str, what: str) -> None:
    """Elements, attributes and values by allow-list, and nothing that is not HTML as we write it."""
    said = f"this text would become HTML that is not allowed: {what}"
    assert [("unsafe-html", said)] == [(problem.code, problem.text()) for problem in violations(html)]


@pytest.mark.parametrize("body", ["", "\n", "  \n\t\n"])
def test_a_blank_body_is_empty_whatever_came_before(body: str) -> None:
    """The library returns early on a blank text, and would leave what it knows of the text before."""
    convert("## 제목\n\n[가](task:a) [나][b] 글[^1] <b>\n\n[b]: c\n\n[^1]: 주")

    assert Converted(Html()) == convert(body)


@pytest.mark.parametrize(
    "before",
    [
        "## 제목 {#x}\n\n[가](task:a)[^1] **나 [다][u]\n\n[r]: https://example.org\n[u]: task:v\n\n[^1]: 주",
        "- **가 *나\n\n    !!! note",
        "*" * 6000 + "가" + "*" * 6000,
        "- " * 40 + "*" * 6000 + "가" + "*" * 6000,
    ],
)
def test_a_body_is_converted_as_if_it_were_the_first(before: str) -> None:
    """Neither a body nor a failure of the library leaves anything behind."""
    body = "문단 *가* [나](#제목)[^1] [다][r]\n\n## 제목\n\n- 하나\n\n[^1]: 주\n\n[r]: task:r\n[u]: task:u"
    converter.cache_clear()
    alone = convert(body)

    convert(before)

    assert alone == convert(body)


def test_a_failure_leaves_nothing_behind() -> None:
    """The library's parser would believe that it still is in the list where it broke off."""
    converter.cache_clear()
    alone = convert("글\n\n- 하나\n\n글")

    room = 60
    levels = sys.getrecursionlimit() - len(inspect.stack(0)) - room

    assert ["markdown-failed"] == far_down(levels, "- " * 50 + "글")
    assert alone == convert("글\n\n- 하나\n\n글")


def test_headings_and_anchors_are_listed() -> None:
    """Headings as plain words in the order of the text, anchors of everything that has one."""
    html = convert("## **가** & `<b>`[^1]\n\n### 나 {#na}\n\n## 가\n\n글\n{: #da}\n\n[^1]: 주").html

    assert (Heading(2, "가-b", "가 & <b>"), Heading(3, "na", "나"), Heading(2, "가", "가")) == html.headings
    assert {"가-b", "na", "가", "da", "fn-1", "fnref-1"} == html.anchors


def test_a_heading_has_the_same_id_however_its_letters_are_composed() -> None:
    """Decomposed Hangul, as macOS writes it, makes the same id."""
    decomposed = "\u1110\u1161\u11ab\u1109\u1169"

    converted = convert(f"## {decomposed}\n\n[위로](#{decomposed}) [또는](#탄소)")

    assert ((Heading(2, "탄소", decomposed),), ()) == (converted.html.headings, converted.problems)


def test_html_is_cut_where_addresses_belong() -> None:
    """There is a part before, between and after the links."""
    html = convert("[가](task:a#b) [나](term:c)").html

    assert ('<p><a href="', '">가</a> <a href="', '">나</a></p>') == html.parts
    assert (Link("task", "a", "b", 1, 5, 8), Link("term", "c", "", 1, 19, 6)) == html.links


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "U+0000"),
        ("\x02", "U+0002"),
        ("\x03", "U+0003"),
        ("\x0b", "U+000B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\ue000", "U+E000"),
        ("\uf8ff", "U+F8FF"),
        ("\U000f0000", "U+F0000"),
        ("\ud800", "U+D800"),
        ("&#x202e;", "U+202E"),
        ("&#57344;", "U+E000"),
        ("&#0;", "U+0000"),
    ],
)
def test_a_character_that_no_text_needs_is_an_error(character: str, code: str) -> None:
    """Invisible ones, those that turn the reading direction, and those of one font only, in code, too."""
    (problem,) = convert(f"글\n\n`가`\t나 `{character}`").problems

    assert ("control-character", ("code", code)) == (problem.code, problem.values[0])
    assert Place("", 3, 8, len(character)) == problem.place


def test_what_looks_like_a_mark_is_not_taken_for_one() -> None:
    """Characters that marks are made of are replaced before the library sees them."""
    html = convert("가\ue000\ue100\ue100\ue101나\ue001\ue100\ue100\ue100\x02wzxhzdk:0\x03").html

    assert Html(parts=("<p>가\ufffd\ufffd\ufffd\ufffd나\ufffd\ufffd\ufffd\ufffd\ufffdwzxhzdk:0\ufffd</p>",)) == html


@pytest.mark.parametrize("character", ["\u200d", "\u00a0", "\u00ad", "“", "㎏", "👩\u200d🔬", "\u200b"])
def test_other_unusual_characters_are_text(character: str) -> None:
    """What is pasted from a word processor, and belongs to writing, stays."""
    assert Converted(Html(parts=(f"<p>가{character}나</p>",))) == convert(f"가{character}나")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("가" * 333_334, ("body-too-long", 1, 1)),
        ("글\n\n" + "> " * 51 + "깊이", ("nested-too-deeply", 3, 1)),
        ("- " * 1000 + "깊이", ("nested-too-deeply", 1, 1)),
        ("1. " * 51 + "깊이", ("nested-too-deeply", 1, 1)),
        (">" * 10_000, ("nested-too-deeply", 1, 1)),
        ("- 목록\n\n" + " " * 200 + "- 깊이", ("nested-too-deeply", 3, 201)),
        ("글\n\n- 목록\n" + "[" * 10_000, ("too-many-brackets", 3, 1)),
        ("글\n\n" + "![" * 201, ("too-many-brackets", 3, 1)),
        ("[a](" * 201, ("too-many-brackets", 1, 1)),
        ("*" * 6000 + "가" + "*" * 6000, ("markdown-failed", 1, 1)),
    ],
)
def test_what_would_take_too_long_is_refused(body: str, problem: tuple[str, int, int]) -> None:
    """The library would not end, or would crash."""
    converted = convert(body)

    assert [problem] == [(found.code, found.place.line, found.place.column) for found in converted.problems]
    assert converted.html.is_empty


@pytest.mark.parametrize(
    "body",
    [
        "가" * 333_333,
        "> " * 50 + "깊이",
        "- " * 50 + "깊이",
        "- 목록\n" * 2000,
        "\\[" * 1000,
        "[" * 200,
        "[가]" * 1000,
        "[" * 150 + "\n\n" + "[" * 150,
        "```\n" + "[" * 1000 + "\n```",
        "-" * 1000,
        "- " * 20,
        "<a " * 10_000,
        "가`" * 1000,
    ],
)
def test_what_only_looks_too_large_is_converted(body: str) -> None:
    """The limits are as given, and apply where it matters."""
    assert [] == codes(body)
    assert not convert(body).html.is_empty


@given(BODIES)
@settings(max_examples=300, deadline=None)
def test_marks_change_nothing(body: str) -> None:
    """A body becomes the same HTML with and without the marks that carry positions through the library."""
    page = converter().page
    marked = convert(body)
    page.begin(body)

    unmarked = converter().markdown.reset().convert(body)

    assert [p for p in marked.problems if p.severity == "error"] or "".join(marked.html.parts) == re.sub(
        "\ue001...", "", unmarked
    )


@given(BODIES)
@settings(max_examples=300, deadline=None)
def test_every_word_is_kept_or_something_is_said(body: str) -> None:
    """Nothing that was typed disappears silently."""
    converted = convert(body)
    kept = re.sub("<[^>]*>", "", "".join(converted.html.parts))

    assert converted.problems or [body.count(word) for word in WORDS] == [kept.count(word) for word in WORDS]


@given(BODIES)
@settings(max_examples=300, deadline=None)
def test_any_input_is_harmless_and_has_its_problems_in_the_text(body: str) -> None:
    """Whatever is typed, nothing live comes out, and every place exists."""
    converted = convert(body)
    lines = body.split("\n")

    assert [] == live_parts(converted)
    assert {"unsafe-html", "markdown-failed"}.isdisjoint(codes(body))
    assert all(p.place.column + p.place.length <= len(lines[p.place.line - 1]) + 2 for p in converted.problems)


@pytest.mark.parametrize(("body", "expected"), cases("markdown/*.md"))
def test_fewer_steps_make_the_same_html(body: str, expected: str) -> None:  # noqa: ARG001 - as above
    """Our walk over the text leaves out only what would not have found anything."""
    ours, theirs = converter.__wrapped__(), converter.__wrapped__()
    theirs.markdown.treeprocessors.register(InlineProcessor(theirs.markdown), "inline", 20)
    ours.page.begin(body)
    theirs.page.begin(body)

    assert theirs.html(body) == ours.html(body)


def test_a_page_finds_repeated_text_one_after_the_other() -> None:
    """What has no mark is searched for from where it was found last; what is a space now may have been a tab."""
    page = Page()
    page.begin("| a\tb |\n\n| a b |\nx a b")

    assert [2, 11, 11] == [page.find("a b", r"\| ") for _ in range(3)]
    assert page.find("b a") is None


def test_every_problem_of_this_stage_has_a_case() -> None:
    """Each code that the stage can report is expected somewhere."""
    tests = Path(__file__).parent
    stage = tests.parent / "sitegen" / "convert"
    reported = re.findall(r'(?:error|warning)\(\s*"([a-z-]+)"', "".join(f.read_text() for f in stage.rglob("*.py")))
    expected = "".join(f.read_text() for f in (Path(__file__), *(tests / "cases" / "markdown").glob("*.md")))

    assert set() == {code for code in reported if not re.search(rf"\b{code}\b", expected)}
