"""A document whose body alone has changed: its front matter is not read again, and what it says is the same."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.files import File
from sitegen.parse import Reading, decode, parse_files
from sitegen.parse.again import read_again
from sitegen.parse.languages import Languages
from tests.sites import CAMPAIGN, MINIMAL, files_in

LANGUAGES = Languages(("ko", "en"), ZoneInfo("Asia/Seoul"))
FRONTS = (
    "title: 가\nsummary: 나", "title: 가\nsummary: 다", "title: 가\r\nsummary: 나", "titel: 가", "title: 가\n", "- 가",
    "",
)  # fmt: skip
BODIES = (
    "", "본문\n", "본문", "\n\n# 제목\n", "---\n가\n---\n", "summary: 나\n", "title 가", "\x00", "\u202e",
    "가\r\n나\r\n",
)  # fmt: skip
FORMS = ("---\n{front}\n---\n{body}", "---\r\n{front}\r\n---\r\n{body}", "\ufeff---\n{front}\n---\n{body}",
         "---  \n{front}\n---\t\n{body}", "{front}\n---\n{body}", "---\n{front}\n{body}")  # fmt: skip
DOCUMENTS = {path: text for path, text in {**files_in(MINIMAL), **files_in(CAMPAIGN)}.items() if path.endswith(".md")}

texts = st.builds(lambda form, front, body: form.format(front=front, body=body),
                  st.sampled_from(FORMS), st.sampled_from(FRONTS), st.sampled_from(BODIES))  # fmt: skip


def _reading(text: str, last: bytes = b"", path: str = "content/pages/about.ko.md") -> Reading:
    return Reading(File(path, text.encode()), path.replace(".en.", ".ko."), LANGUAGES, last)


@given(texts, texts)
def test_a_file_says_the_same_whether_or_not_it_was_read_before(before: str, now: str) -> None:
    """Whatever it was like before, and whatever is wrong with it."""
    (last,) = parse_files([_reading(before)])
    assert parse_files([_reading(now)]) == parse_files([_reading(now, last.head)])


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_of_any_kind_with_another_body_is_not_read_again(path: str) -> None:
    """It says the same but for its body."""
    (last,) = parse_files([_reading(DOCUMENTS[path], path=path)])
    edited = _reading(DOCUMENTS[path] + "\n한 줄 더.\n", last.head, path)
    found = read_again(edited)
    assert found is not None
    assert (found,) == parse_files([_reading(DOCUMENTS[path] + "\n한 줄 더.\n", path=path)])
    assert decode(found.head) != decode(last.head)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("---\ntitle: 가\nsummary: 나\n---\n", "---\ntitle: 가\nsummary: 나 \n---\n"),
        ("---\ntitle: 가\nsummary: 나\n---\n", "---\ntitle: 가\nsummary: 나\n\n---\n"),
        ("---\ntitle: 가\nsummary: 나\n---\n", "---\ntitle: 가\nsummary: 나\n---\n\x07"),
        ("---\ntitle: 가\nsummary: 나\nmore: 다\n---\n", "---\ntitle: 가\nsummary: 나\nmore: 다\n---\n본문"),
    ],
    ids=["a blank", "an empty line", "a control character", "a mistake"],
)
def test_all_is_read_again_where_anything_else_has_changed_or_is_wrong(before: str, now: str) -> None:
    """A blank in the front matter is enough."""
    (last,) = parse_files([_reading(before)])
    assert read_again(_reading(now, last.head)) is None


def test_what_is_no_document_is_read_again() -> None:
    """Such as a list of records."""
    path = "content/agencies.yaml"
    (last,) = parse_files([_reading("- {id: a, name: {ko: 가}}\n", path=path)])
    assert read_again(_reading("- {id: a, name: {ko: 나}}\n", last.head, path)) is None
