"""The content of this very site: whole, in both languages, and with nothing on it that no source says."""

import re
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sitegen.kinds.source import SourceFacts
from sitegen.model import Content, Document
from sitegen.parse.meaning import STAMP_FIELD
from tests.in_memory import Written, written
from tests.pages import text
from tests.sites import PROJECT, run

RELEASE = "press-release-2021-03-31"
SHOWN = "target-2030-cut"
"""A figure that many pages show."""
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
WORDS = re.compile(r"Text\(words=\{[^}]*\}\)")
LINK_TARGET = re.compile(r"\]\([^)]*\)")
REASONED = {
    "14": "the bodies that a list in a source names, counted",
    "34": "million tonnes: 3400만t in the source",
    "38": "16 and 22",
    "48": "million trees: 4,800만 그루 in the source",
    "76": "the Arbor Days from 1946 to 2021, counted",
    "97": "2, 18 and 77",
    "100": "만 places and more: 103만 5394 in the source",
    "638.97": "million tonnes: 6억3천897만톤 in the source",
    "691.58": "million tonnes: 6억 9,158만톤 in the source",
    "3897": "만 tonnes after 6억: 6억3천897만톤 in the source",
    "686.3": "million tonnes: 6억8630만t in the source",
    "70000": "won: 7만원 in the source",
    "2040": "an example on a page of a source that is not kept word for word",
    "4230": "만 tonnes: 742.3 million tons in the source",
    "20000": "hectares and more: 2만여ha in the source",
    "1035394": "places: 103만 5394 in the source",
}
"""Numbers that stand in no source as they are written here, and where they come from."""


def test_the_site_builds_without_a_warning() -> None:
    """It would pass with warnings as errors, and prints nothing but its summary."""
    done = run(PROJECT, "check", "--strict")
    assert (0, "", "0 errors, 0 warnings. Nothing was written.\n") == (done.returncode, done.stderr, done.stdout)


def test_everything_is_there_in_both_languages() -> None:
    """Each Korean file has its English one, and the other way round."""
    files = {path.relative_to(PROJECT / "content").as_posix() for path in (PROJECT / "content").rglob("*.md")}
    korean = {path.removesuffix(".ko.md") for path in files if path.endswith(".ko.md")}
    english = {path.removesuffix(".en.md") for path in files if path.endswith(".en.md")}
    assert set() == korean ^ english


def test_the_press_release_is_reproduced_word_for_word(tmp_path: Path) -> None:
    """Every passage of it that we keep stands on the page of the press release in English."""
    facts = next(found.facts for found in _content().documents if found.id == RELEASE and found.has_facts)
    assert isinstance(facts, SourceFacts)
    done = run(PROJECT, "build", "--output", str(tmp_path / "site"))
    assert 0 == done.returncode
    (page,) = (tmp_path / "site/en/news").glob("*/index.html")
    words = text(page.read_bytes())
    passages = [" ".join(passage.text.split()) for passage in facts.passages if passage.language == "en"]
    assert len(passages) >= 15
    assert [] == [passage for passage in passages if passage not in words]


def test_every_number_is_said_by_a_source_or_has_its_reason() -> None:
    """A number that readers see in words of ours stands in a passage, in a note on a source, or in a dated fact."""
    facts = [_without_words(value) for value in _values()]
    said = _numbers(
        [*facts, *(f"{_facts(source)} {_written().bodies[source.body]}" for source in _documents(of_sources=True))]
    )
    known = said | REASONED.keys() | {part.lstrip("0") for number in said for part in number.split(".")}
    texts = [_prose(document) for document in _documents(of_sources=False)] + [
        str(WORDS.findall(value)) for value in _values()
    ]
    assert set() == _numbers(texts) - known


def test_one_digit_altered_is_told_at_every_place_that_rests_on_it(tmp_path: Path) -> None:
    """On this very site: at the figure, and at each line of a text that shows it."""
    folder = shutil.copytree(PROJECT / "content", tmp_path / "content")
    figures = folder / "figures.yaml"
    record = next(each for each in figures.read_text("utf-8").split("\n- ") if each.startswith(f"id: {SHOWN}\n"))
    altered = re.sub(r"(?m)^  value: (.*)$", r"  value: \g<1>1", record)
    figures.write_text(figures.read_text("utf-8").replace(record, altered), encoding="utf-8")
    said = run(PROJECT, "check", "--content", str(folder)).stderr
    wrong = set(re.findall(r"content/(\S+?:[0-9]+):[0-9]+: error\[figure-wrong\]", said))
    shown = {f"{file.relative_to(folder).as_posix()}:{number}" for file in folder.rglob("*.*")
             for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
             if re.search(rf"\[={SHOWN}(?: [^\]]*)?\]", line)}  # fmt: skip
    assert len(shown) > 4  # or it would not show much
    assert (shown, 1) == (wrong, said.count("error[figure-value]"))


@cache
def _content() -> Content:
    content = _written().content
    assert content is not None
    return content


@cache
def _written() -> Written:
    files = (path for path in sorted((PROJECT / "content").rglob("*")) if path.is_file())
    found = written({path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in files})
    assert found.problems == ()
    return found


def _documents(*, of_sources: bool) -> list[Document]:
    return [document for document in _content().documents if (document.kind == "source") == of_sources]


def _values() -> list[str]:
    """Return the facts of everything but sources, as text."""
    records = [str(record.value) for record in _content().records]
    return records + [_facts(document) for document in _documents(of_sources=False)]


def _without_words(value: str) -> str:
    return WORDS.sub("", value)


def _facts(document: Document) -> str:
    return str(document.facts) if document.has_facts else ""


def _prose(document: Document) -> str:
    words = (str(getattr(document.words, name)) for name in document.words.__struct_fields__ if name != STAMP_FIELD)
    return " ".join([*words, LINK_TARGET.sub("]", _written().bodies[document.body])])


def _numbers(texts: Iterable[str]) -> set[str]:
    """Return the numbers in texts, without leading zeros and marks for thousands."""
    return {number.replace(",", "").lstrip("0") for number in NUMBER.findall(" ".join(texts))}
