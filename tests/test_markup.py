"""The tokeniser of the HTML that we write ourselves."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.markup import End, MarkupError, Start, Text, Token, cut, read_tag, tokens

PAGE = """<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><script src="a.js" defer></script></head>
<body><p hidden class="">가 &amp; 나 > 다</p>
<svg viewBox="0 0 1 1"><clipPath id="c"/><path d="M0 0"/></svg><img src="a?b&amp;c" alt="&quot;"></body></html>
"""
PIECES = (
    "<p>",
    "</p>",
    "<br>",
    "<svg>",
    "<path/>",
    "</svg>",
    '<a b="1>2">',
    "<",
    ">",
    '"',
    "가",
    " ",
    "p",
    "/p",
    "<!doctype html>",
)


def test_a_whole_document_is_read() -> None:
    """Doctype, void elements, attributes without a value, entities, and SVG with its slashes and capital letters."""
    expected: list[Token] = [
        Text("\n", 0),
        Start("html", {"lang": "ko"}, 0),
        Start("head", {}, 0),
        Start("meta", {"charset": "utf-8"}, 0, is_empty=True),
        Start("script", {"src": "a.js", "defer": ""}, 0),
        End("script", 0),
        End("head", 0),
        Text("\n", 0),
        Start("body", {}, 0),
        Start("p", {"hidden": "", "class": ""}, 0),
        Text("가 &amp; 나 > 다", 0),
        End("p", 0),
        Text("\n", 0),
        Start("svg", {"viewBox": "0 0 1 1"}, 0),
        Start("clipPath", {"id": "c"}, 0, is_empty=True),
        Start("path", {"d": "M0 0"}, 0, is_empty=True),
        End("svg", 0),
        Start("img", {"src": "a?b&c", "alt": '"'}, 0, is_empty=True),
        End("body", 0),
        End("html", 0),
        Text("\n", 0),
    ]

    assert expected == [replace(token, offset=0) for token in tokens(PAGE)]


def test_each_token_knows_where_it_stands() -> None:
    """Its offset is that of its first character."""
    found = [(token, PAGE[token.offset :]) for token in tokens(PAGE)]

    assert all(rest.startswith(token.raw if isinstance(token, Text) else "<") for token, rest in found)
    assert ["</script", "</head"] == [rest.split(">")[0] for token, rest in found if isinstance(token, End)][:2]


def test_text_resolves_its_entities() -> None:
    """What is shown, beside what was written."""
    (text,) = tokens("&lt;가&#44; &amp;lt;")

    assert isinstance(text, Text)
    assert "<가, &lt;" == text.text


@pytest.mark.parametrize("html", ["", "가", "<!doctype html>", "<!DOCTYPE html>", "<p>", "</p>", "a<br>b"])
def test_fragments_are_read(html: str) -> None:
    """Whether tags match is for the reader of the tokens to say."""
    assert html.count("<") - html.lower().count("<!") == sum(not isinstance(token, Text) for token in tokens(html))


@pytest.mark.parametrize(
    ("html", "offset"),
    [
        ("가<", 1),
        ("가 < 나", 2),
        ("<p><!-- 가 --></p>", 3),
        ("<p><?가?></p>", 3),
        ("<p><![CDATA[가]]></p>", 3),
        ("<p>가</p><!doctype html>", 8),
        ("\n<!doctype html>", 1),
        ("<!doctype html><!doctype html>", 15),
        ("<!doctype html5>", 0),
        ("<p class=a>", 0),
        ("<p class='a'>", 0),
        ('<p class="a"id="b">', 0),
        ('<p class = "a">', 0),
        ('<p class="<b>">', 0),
        ('<p class="a>', 0),
        ('<p class="a" class="b">', 0),
        ('가<p ONCLICK="a">', 1),
        ('<p onClick="a">', 0),
        ("<P>", 0),
        ("<dIV>", 0),
        ("</P>", 0),
        ("</dIV>", 0),
        ("<p/>", 0),
        ("<br/>", 0),
        ("</br>", 0),
        ("< p>", 0),
        ("</ p>", 0),
        ("</p class>", 0),
        ("<svg><path/></svg><path/>", 18),
        ("<svg/><clipPath>", 6),
        ("<p\x0bid>", 0),
        ("<가>", 0),
        ("<p =a>", 0),
        ('<p "a">', 0),
        ("<script>a<b</script>", 9),
    ],
)
def test_what_we_would_not_write_is_refused_at_its_place(html: str, offset: int) -> None:
    """Browsers would make something of each of these, and not always the same."""
    with pytest.raises(MarkupError) as raised:
        list(tokens(html))

    assert offset == raised.value.offset


def test_the_exception_survives_a_worker_process() -> None:
    """It is pickled on its way, offset included."""
    problem = pickle.loads(pickle.dumps(MarkupError("why", 7)))  # noqa: S301 - what is read was written here

    assert ("why", 7) == (problem.args[0], problem.offset)


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    """Nothing is read twice: this would take minutes otherwise."""
    html = "<p " + "a " * 200_000

    with pytest.raises(MarkupError):
        list(tokens(html + "<" * 200_000))


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_nothing_is_lost_in_cutting(html: str) -> None:
    """Tags and texts make up the HTML again, up to the first `<` that belongs to none; no text has another."""
    pieces = cut(html, read_tag)
    tags = [f"{written}>" for written in pieces.written]
    end = pieces.problem.offset if pieces.problem else len(html)
    assert html[pieces.start : end] == "".join(map("".join, zip(pieces.texts, [*tags, ""], strict=True)))
    assert "<" not in "".join(pieces.texts)
    assert html[end : end + 1] in {"", "<"}


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_tags_are_cut_out_where_they_stand(html: str) -> None:
    """Each at its offset, whether or not there is a `>` in a text or a value."""
    pieces = cut(html, read_tag)
    spots = zip(pieces.written, pieces.offsets, strict=False)
    assert all(html[offset:].startswith(f"{written}>") for written, offset in spots)
    assert [tag.name for tag in pieces.tags] == [tag.name for tag in cut(f"{html}가>", read_tag).tags]


@pytest.mark.parametrize(("html", "tags"), [("p>x<p", 0), ("a>b<br>", 1), ('<a b=">"><br>', 2), ("><br", 0)])
def test_a_sign_that_ends_no_tag_is_text(html: str, tags: int) -> None:
    """However many there are of each."""
    assert tags == len(cut(html, read_tag).tags)
