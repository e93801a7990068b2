"""Texts as YAML values: read as they were written, wherever they stand, and plain where nothing speaks against it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.characters import FORBIDDEN, UNSEEN
from sitegen.parse import nodes
from sitegen.parse.refusals import doubtful
from sitegen.quotation import scalar

AWKWARD = (
    *("a: b", "a:", "a #b", "#1", "- a", "?", "it's", "'", "''", '"x"', "[a]", "{b}", "& c", "* d", "!e", "| f"),
    *("> g", "%h", "@i", "`j`", "~", "null", "no", "True", "미정", "TBD", "2050", "1e5", "12:30", "2021-03-31", "nan"),
    *("1.10", "0777", "0x1F", "---", "...", "#N/A", ".5", "+1", "1_000", "<<", "=", "a, b", "a'b\"c", "\\", "“a”"),
    *("2026-06-05 09:00", "-.inf", "y", "Off", "0o17", "190:20:30", "-", "--", "a'b", "a\\b"),
)
LETTERS = "ab가0159 :#-,.[]{}'\"\\&*!|>%@`~?=_/\u201c\u2019\u2026"
TEXTS = (st.text(min_size=1) | st.text(st.sampled_from(LETTERS), min_size=1)).map(lambda text: " ".join(text.split()))
TITLES = TEXTS.filter(lambda text: text.isprintable() and text and not (FORBIDDEN.search(text) or UNSEEN.search(text)))
FORMS = {"a field": "title: {}", "an entry": "title:\n  - {}", "a word by language": "title:\n  ko: {}"}


def read(text: str) -> str:
    """Return the only value of a YAML text; nothing may be wrong with it."""
    composed = nodes.compose(text, "a.yaml")
    assert () == composed.problems
    value = composed.node
    while not isinstance(value, nodes.Scalar):
        assert isinstance(value, nodes.Mapping | nodes.Sequence)
        value = value.entries[0].value if isinstance(value, nodes.Mapping) else value.items[0]
    assert not value.is_bare or doubtful(value, may_be_empty=False, words=()) is None
    return value.text


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_are_read_as_they_were_written(text: str, form: str) -> None:
    """Words that YAML or we take for something else are put in quotation marks."""
    assert text == read(form.format(scalar(text)))
    assert text == read(f"title: [{scalar(text, in_brackets=True)}]")


@given(TITLES, st.sampled_from(sorted(FORMS.values())))
def test_any_title_is_read_as_it_was_written(text: str, form: str) -> None:
    """Whatever is in it, and wherever it stands."""
    assert text == read(form.format(scalar(text)))
    assert text == read(f"title: [{scalar(text, in_brackets=True)}]")


@given(TITLES | st.sampled_from(AWKWARD))
def test_any_title_is_a_text_for_every_other_reader(text: str) -> None:
    """Also for those of YAML 1.1, such as an editor's."""
    assert {"title": text} == yaml.safe_load(f"title: {scalar(text)}")


@pytest.mark.parametrize(
    "text",
    [
        "청소년 탄소중립 교육",
        "2050 탄소중립",
        "Green police cars (2021)",
        "✎ what it is",
        "it's",
        "12:30 to 13:00",
        "C#",
    ],
)
def test_plain_texts_stay_plain(text: str) -> None:
    """Quotation marks stand only where they are needed."""
    assert text == scalar(text)


@pytest.mark.parametrize("text", ["true", "2050", "-1.5", "2021-03-31", "2021-Q1", "09:00", "https://www.example.org/"])
def test_what_is_no_text_is_written_as_it_is(text: str) -> None:
    """A day is a day, and a number a number."""
    assert text == scalar(text, is_bare=True)
