"""Benchmarks: the pages are always the same, every generator is given all of them, and ours can build them."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from benchmarks.corpus import corpus, spelled
from benchmarks.edits import EDITS, Subject, pages_to_edit
from benchmarks.generator import Generator
from benchmarks.layouts import OURS, PEERS
from benchmarks.sites import lay_out
from tests.sites import built, tree

PAGES = corpus(24)
DIGEST = "4c30ec699bb17987e1515266192756d454d471c677739ea7f106883f2b11072c"
GENERATORS = pytest.mark.parametrize("generator", [OURS, *PEERS], ids=lambda generator: generator.name)


def laid_out(generator: Generator, folder: Path) -> Subject:
    """Return a generator's site of a few pages."""
    lay_out(generator, PAGES, folder / "site")
    return Subject(generator, folder / "site", *pages_to_edit(PAGES))


def test_the_corpus_is_the_same_everywhere() -> None:
    """Figures compare over machines and years only if the pages do not change."""
    assert DIGEST == hashlib.sha256(msgspec.json.encode(tuple(PAGES.values()))).hexdigest()


def test_a_body_holds_nothing_unspelled() -> None:
    """Once links and notes are spelled, no mark of theirs is left."""
    page = next(iter(PAGES.values()))
    assert "[[" in page.body
    assert "[[" not in spelled(page.body, lambda other: other, lambda title, text: f"{title}: {text}")


@GENERATORS
def test_every_page_is_laid_out(generator: Generator, tmp_path: Path) -> None:
    """Each page has a file of its own, which says what its body says and leaves nothing unspelled."""
    site = laid_out(generator, tmp_path).site
    texts = [(site / generator.source(page)).read_text(encoding="utf-8") for page in PAGES.values()]
    assert len(PAGES) == len(set(texts))
    assert not [text for text in texts if "[[ref:" in text or "[[note:" in text]


@GENERATORS
@pytest.mark.parametrize("step", ["body", "title", "template"])
def test_an_edit_changes_one_file(generator: Generator, step: str, tmp_path: Path) -> None:
    """An edit puts its mark into one file, so that what follows from it is what is measured."""
    subject = laid_out(generator, tmp_path)
    before = tree(subject.site)
    EDITS[step](subject, "edited-1")
    after = tree(subject.site)
    (changed,) = (path for path in after if after[path] != before[path])
    assert b"edited-1" in after[changed]


def test_ours_is_built_without_a_problem(tmp_path: Path) -> None:
    """The layout keeps every rule there is, edits included, and the page that is looked at is there."""
    subject = laid_out(OURS, tmp_path)
    for step in ("body", "title", "template"):
        EDITS[step](subject, f"edited-{step}")
    built(subject.site, "--strict")
    assert "edited-title" in (subject.site / OURS.finished(subject.reader)).read_text(encoding="utf-8")
