"""What is left out of a conversion, because it would change nothing: with and without it, all is the same."""

import re
from functools import cache
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from sitegen.convert import Converted, convert, gate
from sitegen.convert.blocks import OPENERS, BlockWalk
from sitegen.convert.converter import Converter, converter
from sitegen.convert.engine import Engine
from sitegen.convert.inline import SIGNS
from sitegen.convert.passes import Escapes, FencedCode, LineBreaks, Whitespace
from sitegen.convert.syntax.emphasis import PlainEmphasis
from sitegen.convert.syntax.footnotes import Duplicates, Footnotes
from sitegen.convert.syntax.headings import Gathering, HashHeadings
from sitegen.convert.syntax.links import PlainLinks
from sitegen.convert.syntax.tables import Tables
from tests.case_files import FOLDER, cases

SHORTCUTS = (
    (Engine, "output_formats"),
    (BlockWalk, "parseBlocks"),
    (Whitespace, "run"),
    (FencedCode, "run"),
    (LineBreaks, "run"),
    (Escapes, "run"),
    (Duplicates, "run"),
    (Footnotes, "findFootnotesPlaceholder"),
    (Gathering, "run"),
    (HashHeadings, "test"),
    (PlainLinks, "getText"),
    (PlainLinks, "getLink"),
    (PlainEmphasis, "handleMatch"),
    (Tables, "_split_row"),
)
"""What takes the place of the library's own, which is there again when this is taken away."""

SHORT_CHECKS = {
    "sitegen.convert.characters._is_plain": lambda _: False,
    "sitegen.convert.fences.may_occur": lambda _: True,
    "sitegen.convert.limits.DEEP": re.compile(""),
    "sitegen.convert.gate.TAG": re.compile(""),
    "sitegen.convert.gate._is_allowed": lambda _: False,
}
"""What tells that there is nothing to look for, and values with which everything is looked for."""

PIECES = (  # noqa: SIM905 - a list would take a page
    "# ¦## ¦### ¦####### ¦- ¦* ¦+ ¦1. ¦٣. ¦2021. ¦> ¦>¦: ¦ ¦   ¦    ¦        ¦\t¦\n¦\n\n¦\n\n\n¦  \n¦   \n\n¦*¦**¦***¦"
    "_¦__¦[¦]¦](¦](task:a)¦](#나)¦](https://example.org)¦](<https://e.org/a b> 't')¦](a \"b)¦(¦)¦![¦[r]¦[r][r]¦[ r ][]¦"
    "\n\n[r]: task:a\n\n¦[R]: <https://e.org> 't'\n¦\n[r]:\n  tel:1\n¦[^1]¦[^2]¦\n\n[^1]: ¦\n[^2]: ¦\n\n    ¦!¦<¦>¦<b>¦"
    "</b>¦<!--¦<https://example.org>¦<a@example.org>¦{¦}¦{#x}¦{: .x}¦\n{: #y}¦\\¦\\\\¦\\*¦\\[¦\\|¦\\`¦|¦ | ¦"
    "\n|---|:-:|\n¦|가|나|\n|-|-:|\n|`|`|\\||¦a | b\n--- | ---\n¦\n===\n¦\n---\n¦\n- - -\n¦***\n¦* * *\n¦_  _  _\n¦--¦"
    '!!! note "x"\n    ¦\n!!! tip\n    ¦!!! nope ""\n¦&amp;¦&¦&#x41;¦&#0;¦"¦\'¦`¦``¦```\n¦\n```\n¦'
    "~~~yaml\n¦\n~~~\n¦```{.a}\n¦**가**나¦__가__¦`코드`¦[글](task:x)¦*a*¦#¦##¦\x00¦\u202e¦\u00a0¦\u200d"
).split("¦")
WORDS = ("탄소중립", "가", "는", "Word", "2050", "e\u0301", "👩\u200d🔬", "a_b_c", "2*3*4", "<", "x")
BODIES = st.lists(st.sampled_from(PIECES) | st.sampled_from(WORDS), max_size=40).map("".join)
TAGS = (
    "<p>", "</p>", "<br>", "</br>", "<p", ">", "<", "/>", "<P>", "<svg>", "</svg>", "<b>", "</b>", "<!doctype html>",
    "<!-- a -->", "&lt;", "글", "\x02", "<p class>", "<p id='a'>", '<li id="가">', '<p id="a b">', '<a href="#a">',
    '<a href="javascript:a">', '<a title="a>b">', '<p class="a" class="b">',
)  # fmt: skip

BLOCKS = (
    "## @", "### @ @", "# @", "@ @ @\n@", "@", "- @\n- @ @\n    - @\n- @", "1. @\n2. @", "- @\n\n    @\n\n- @",
    "> @\n> @ @", "| @ | b |\n|---|--:|\n| @ | @ |\n| @ | @ |", '!!! note "@"\n\n    @\n\n    @', "@\n: @ @",
    "    @", "@\n---",
)  # fmt: skip
"""What a long text consists of, with @ for some words."""

SLIPS = 0.05

DRESSES = ("@", "@", "@", "**@**", "*@*", "[@](task:a)", "[@](https://example.org)", "[@][r]", "`@`", "@[^1]", "\\*@")


@cache
def whole_converter() -> Converter:
    """Return a converter with the library's own walk over texts."""
    whole = converter.__wrapped__()
    whole.markdown.treeprocessors.register(InlineProcessor(whole.markdown), "inline", 20)
    return whole


def in_full(body: str) -> Converted:
    """Return what becomes of a body if nothing is left out."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in SHORTCUTS:
            patch.delattr(owner, name)
        for name, value in SHORT_CHECKS.items():
            patch.setattr(name, value)
        patch.setattr("sitegen.convert.converter.converter", whole_converter)
        return convert(body)


def texts() -> list[object]:
    """Return the bodies of the site, and the files with cases, each as one body."""
    root = FOLDER.parent.parent
    bodies = {
        path: path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in (root / "content").rglob("*.md")
    }
    files = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.*")}
    found = sorted((path.relative_to(root).as_posix(), text) for path, text in (bodies | files).items())
    return [pytest.param(text, id=name) for name, text in found]


def long_text(seed: int) -> str:
    """Return a few thousand characters as people write them, with slips here and there."""
    chance = Random(seed)  # noqa: S311 - nothing secret

    def words(_: object) -> str:
        dressed = chance.choice(DRESSES).replace("@", chance.choice(WORDS))
        slip = chance.choice(PIECES) if chance.random() < SLIPS else ""
        return " ".join([*chance.choices(WORDS, k=chance.randint(0, 20)), dressed, slip])

    blocks = (re.sub("@", words, chance.choice(BLOCKS)) for _ in range(chance.randint(8, 30)))
    return "\n\n".join([*blocks, "[^1]: 주", "[r]: task:r"])


@pytest.mark.parametrize("body", texts())
def test_a_text_that_we_have_becomes_the_same(body: str) -> None:
    """HTML, links, headings, anchors, and problems with their places."""
    assert in_full(body) == convert(body)


@pytest.mark.parametrize(("body", "expected"), cases("markdown/*.md"))
def test_a_case_becomes_the_same(body: str, expected: str) -> None:  # noqa: ARG001 - other tests' part
    """Also where there is something wrong."""
    assert in_full(body) == convert(body)


@given(BODIES)
@example("- a\n    - b\n\n        c\n\n    d\n\n!!! note\n    - e\n\n        f\n\n    g")
@example("**a *b* [c](#d)[^1] `e` \\* f** ***g** h* _i_\n\n[^1]: **j** `\\\\`")
@example("٣. a\n\n    b\n\n가 | 나\n   -|-\n")
@example("* a\n* b\n\n+ c\n\na\n* * *\nb\n\na\n_ _ _\nb")
@example("가 | 나\n:-|:-\n\n\n가 | 나\n     -|-\n")
@example("**2*3*4a_b_c# **  \n2*3*4")  # once took digits of a placeholder for delimiters
@example("![r] __&amp;__가\n\n[r]: task:a")
@example("  - \n\n>\n>a\n>\n>    b\n\n\n\n    c\n\n\n    d")
def test_any_text_becomes_the_same(body: str) -> None:
    """Whatever is mixed with what, in whatever depth."""
    assert in_full(body) == convert(body)


@pytest.mark.parametrize("seed", range(5))
def test_a_long_text_becomes_the_same(seed: int) -> None:
    """As staff write them."""
    assert in_full(long_text(seed)) == convert(long_text(seed))


@pytest.mark.audit
def test_thousands_of_long_texts_become_the_same() -> None:
    """The same, for the audit."""
    assert [] == [seed for seed in range(5000) if in_full(long_text(seed)) != convert(long_text(seed))]


@given(st.lists(st.sampled_from(TAGS), max_size=12).map("".join))
@example("<p><!doctype html>")
@example("<svg><P></svg>")
def test_the_last_gate_finds_the_same(html: str) -> None:
    """Looking at each distinct tag once finds what reading all of them finds."""
    found = list(gate.violations(html))
    is_placeholder = "\x02" in html

    assert list(gate._found(html)) == found[is_placeholder:]  # noqa: SLF001 - the long way
    assert is_placeholder == any(problem.text().endswith(": a placeholder of the library") for problem in found)


@pytest.mark.parametrize(("owner", "name"), SHORTCUTS)
def test_what_takes_the_place_of_the_library_s_own_has_one(owner: type, name: str) -> None:
    """If the library renames what we put something in the place of, ours would no longer be asked for."""
    assert [] != [base for base in owner.__mro__[1:] if name in vars(base) and base.__module__.startswith("markdown")]


def test_each_syntax_is_known_by_its_signs() -> None:
    """Those of texts all have signs, and none depends on the elements around it; of those of blocks one has none."""
    markdown = converter().markdown
    registered = {name for name in SIGNS if name in markdown.inlinePatterns}
    unlisted = [each for each in markdown.parser.blockprocessors if each not in map(_block_syntax, OPENERS)]

    assert len(registered) == len(markdown.inlinePatterns)
    assert [] == [each for each in markdown.inlinePatterns if each.ANCESTOR_EXCLUDES]
    assert [markdown.parser.blockprocessors["paragraph"]] == unlisted


def _block_syntax(name: str) -> object:
    return converter().markdown.parser.blockprocessors[name]
