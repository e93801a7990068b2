"""Edits of YAML: what is written reads back as what was meant, and nothing else is touched."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import Place
from sitegen.parse import nodes
from sitegen.sheets.edits import edited, written
from sitegen.sheets.trees import with_value, without_gaps

NOWHERE = Place("")
TEXT = """\
# 위에 적은 말
title: 햇빛 지붕   # 끝에 적은 말
summary: |
  여러 줄의
  글

empty:
# 사이에 적은 말
sources: [one,
  two]   # 또 하나
evidence:
  - source: one      # 근거
    kind: 'law'
    note: {ko: 하나, en: "one"}

  - source: two
    kind: law
# 아래에 적은 말
last: 끝"""


def tree(value: Any) -> nodes.Node:  # noqa: ANN401  # lists, dictionaries, texts
    """Return plain values as nodes; every text is one that readers see."""
    if isinstance(value, dict):
        entries = (nodes.Entry(nodes.Scalar(key, NOWHERE), tree(each)) for key, each in value.items())
        return nodes.Mapping(tuple(entries), NOWHERE)
    if isinstance(value, list):
        return nodes.Sequence(tuple(map(tree, value)), NOWHERE)
    return nodes.Scalar(value, NOWHERE, is_bare=False)


def plain(node: nodes.Node | None) -> object:
    """Return nodes as plain values."""
    if isinstance(node, nodes.Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    if isinstance(node, nodes.Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, nodes.Scalar)
    return node.text


def read(text: str) -> nodes.Mapping:
    """Return the tree of a text that must be without problems, comments apart."""
    composed = nodes.compose(text.replace("\r\n", "\n"), "")
    assert isinstance(composed.node, nodes.Mapping), composed.problems
    return composed.node


CHANGES = {
    "a text": ("title", "다른 지붕", "title: 햇빛 지붕 ", "title: 다른 지붕 "),
    "a text with a colon": ("title", "지붕: 햇빛", "title: 햇빛 지붕 ", "title: '지붕: 햇빛' "),
    "a block of lines": ("summary", "한 줄", "summary: |\n  여러 줄의\n  글\n", "summary: 한 줄\n"),
    "a value where there is none": ("empty", "no", "empty:\n", "empty: 'no'\n"),
    "a list in brackets": ("sources", ["one"], "[one,\n  two] ", "[one] "),
    "a new field": ("new", ["a", "b"], "last: 끝", "last: 끝\nnew: [a, b]\n"),
}


@pytest.mark.parametrize(("key", "value", "old", "new"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_value_changes(key: str, value: object, old: str, new: str, end: str) -> None:
    """Comments, blank lines, quotation marks, line ends and a missing last line break stay as they are."""
    wanted = with_value(read(TEXT), (key,), tree(value), (), NOWHERE)
    assert TEXT.replace(old, new).replace("\n", end) == edited(TEXT.replace("\n", end), wanted)


def test_a_value_deep_within_changes_alone() -> None:
    """In the second entry of a list; the remark beside the first one stays."""
    wanted = with_value(read(TEXT), ("evidence", 1, "kind"), tree("budget"), (), NOWHERE)
    assert TEXT.replace("two\n    kind: law", "two\n    kind: budget") == edited(TEXT, wanted)


def test_quotation_marks_stay() -> None:
    """A value that had some keeps its own."""
    wanted = with_value(read(TEXT), ("evidence", 0, "kind"), tree("예산"), (), NOWHERE)
    assert TEXT.replace("'law'", "'예산'") == edited(TEXT, wanted)


def test_an_entry_is_added_below_the_last() -> None:
    """Within its list, before the remark that follows it."""
    wanted = with_value(read(TEXT), ("evidence", 2, "source"), tree("three"), (), NOWHERE)
    assert TEXT.replace("    kind: law\n", "    kind: law\n  - source: three\n") == edited(TEXT, wanted)


def test_a_field_goes_with_its_line() -> None:
    """And takes no other with it."""
    wanted = with_value(read(TEXT), ("title",), None, (), NOWHERE)
    assert TEXT.replace("title: 햇빛 지붕   # 끝에 적은 말\n", "") == edited(TEXT, wanted)


def test_the_first_field_of_an_entry_can_go() -> None:
    """The hyphen stays where it was."""
    wanted = with_value(read(TEXT), ("evidence", 1, "source"), None, (), NOWHERE)
    assert TEXT.replace("  - source: two\n    kind: law\n", "  - kind: law\n") == edited(TEXT, wanted)


def test_a_new_field_comes_where_its_kind_has_it() -> None:
    """After the fields that come before it."""
    order = ("title", "middle", "summary")
    wanted = with_value(read("title: a # b\nsummary: c\nother: d\n"), ("middle",), tree("x"), order, NOWHERE)
    assert "title: a # b\nmiddle: x\nsummary: c\nother: d\n" == edited("title: a # b\nsummary: c\nother: d\n", wanted)


def test_a_record_is_added_as_the_others_are_divided() -> None:
    """By a blank line if they are, and without one if they are not."""
    loose, close = "- id: a\n\n- id: b\n", "- id: a\n- id: b\n"
    wanted = tree([{"id": "a"}, {"id": "b"}, {"id": "c"}])
    assert [loose + "\n- id: c\n", close + "- id: c\n"] == [edited(text, wanted) for text in (loose, close)]


def test_a_file_of_remarks_alone_keeps_them() -> None:
    """What is new comes below."""
    assert "# 아직 없음\n- id: a\n" == edited("# 아직 없음\n", tree([{"id": "a"}]))


def test_nothing_to_change_changes_nothing() -> None:
    """Not a byte."""
    assert TEXT == edited(TEXT, read(TEXT))


CHARACTERS = "ab가힣0159 :#-,.[]{}'\"\\&*!|>%@`~?=_/\u201c\u2019\u2026\t"
LETTERS = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=12)
WORDS = st.sampled_from(
    ["no", "yes", "true", "Null", "~", "1.10", "12:30", "0777", "1e3", "2026-06-05", "0x1F", "- a", "a: b", "a #b",
     "---", "...", "#N/A", "미정", ".5", "+1", "1_000", "<<", "=", "@a", "`a`", "'", '"', "\\", "a'b\"c", "[", "{a}"]
)  # fmt: skip
TEXTS = (LETTERS | WORDS).map(str.strip).filter(bool)
KEYS = st.sampled_from(["one", "two", "three", "four"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
)
TREES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@given(TREES)
def test_whatever_is_written_reads_back_as_it_was(values: dict[str, object]) -> None:
    """By the parser of a build: every text, however much it looks like something else."""
    assert values == plain(read(written(tree(values))))


@given(TREES, TREES, st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_changed_reads_back_as_it_should(old: dict[str, object], new: dict[str, object], end: str) -> None:
    """From any tree to any other."""
    text = written(tree(old)).replace("\n", end)
    assert new == plain(read(edited(text, tree(new))))


@given(TREES, TREES)
def test_remarks_survive_every_change_of_values_beside_them(old: dict[str, object], new: dict[str, object]) -> None:
    """Those between fields; in the place of a value that is another there is no room for them."""
    text = "".join(f"# remark {key}\n{written(tree({key: value}))}" for key, value in old.items())
    changed = edited(text, tree({**old, **new}))
    assert {**old, **new} == plain(read(changed))
    assert [line for line in changed.splitlines() if line.startswith("# remark")] == [f"# remark {key}" for key in old]


def test_groups_left_empty_go() -> None:
    """And those that are not, stay the very same nodes."""
    node = read("a: {b: c}\nd:\n  - e: f\n  - g: h\n")
    assert node is without_gaps(node)
    emptied = with_value(node, ("d", 0, "e"), None, (), NOWHERE)
    kept = without_gaps(emptied)
    assert {"a": {"b": "c"}, "d": [{"g": "h"}]} == plain(kept)
