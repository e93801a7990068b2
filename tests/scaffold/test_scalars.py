"""Texts as YAML scalars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.characters import FORBIDDEN, UNSEEN
from sitegen.parse import nodes
from sitegen.parse.refusals import doubtful
from sitegen.scaffold.scalars import scalar

AWKWARD = (
    *("a: b", "a:", "a #b", "#1", "- a", "?", "x ", "it's", "'", "''", '"x"', "[a]", "{b}", "& c", "* d", "!e", "| f"),
    *("> g", "%h", "@i", "`j`", "~", "null", "no", "True", "미정", "TBD", "2050", "1e5", "12:30", "2021-03-31"),
)
TITLES = (
    st.text(min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text.isprintable() and text and not (FORBIDDEN.search(text) or UNSEEN.search(text)))
)


def _read(text: str) -> str:
    """Return what a field is read as that a text was written into; nothing may be wrong with it."""
    composed = nodes.compose(f"title: {scalar(text)}", "a.yaml")
    assert () == composed.problems
    assert isinstance(composed.node, nodes.Mapping)
    value = composed.node.entries[0].value
    assert isinstance(value, nodes.Scalar)
    assert not value.is_bare or doubtful(value, may_be_empty=False, words=()) is None
    return value.text


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_are_read_as_they_were_written(text: str) -> None:
    """Words that YAML or we take for something else are put in quotation marks."""
    assert text == _read(text)


@given(TITLES)
def test_any_title_is_read_as_it_was_written(text: str) -> None:
    """Whatever is in it."""
    assert text == _read(text)


@pytest.mark.parametrize("text", ["청소년 탄소중립 교육", "2050 탄소중립", "Green police cars (2021)", "✎ what it is"])
def test_plain_texts_stay_plain(text: str) -> None:
    """Quotation marks stand only where they may be needed."""
    assert text == scalar(text)
