"""The whole text of a source as we give it in Markdown, paragraph by paragraph, in words only.

What counts are the words that readers see. What is left away: at the start of a line, indents and the marks of lists,
headings and quotations; anywhere, backslashes before punctuation, the marks of emphasis and code, the targets of
links, and citations. A paragraph ends at a blank line, and before a line that begins with one of those marks.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from sitegen.diagnostics import Place
from sitegen.kinds.source import evened
from sitegen.model import Document

START = re.compile(r"[ \t]*(?P<mark>(?:>[ \t]*)*(?:#{1,6}[ \t]+|[-+*][ \t]+|[0-9]+[.)][ \t]+)?)")
MARK = re.compile(
    r"""\\(?P<kept>[!-/:-@\[-`{-~]) | \[@[^\[\]]*\] | !?\[(?P<label>[^\[\]]*)\]\([^()\s]*\)
    | [*`]+ | (?<!\w)_+ | _+(?!\w)""",
    re.VERBOSE,
)


class Paragraph(NamedTuple):
    """The words of a paragraph, and where its first line stands."""

    words: str
    place: Place


class Shift(NamedTuple):
    """A place at which a text differs from the sealed one: a paragraph that is another, or is missing on one side."""

    place: Place
    sort: Literal["other", "missing-before", "missing-after"]


def paragraphs(document: Document, body: str) -> tuple[Paragraph, ...]:
    """Return the text that a document gives: its title, the lines under it, and its body, which is Markdown."""
    words, place = document.words, document.origin.place
    head = [Paragraph(words.title, place("title"))]
    for number, line in enumerate(getattr(words, "subtitles", ())):
        head.append(Paragraph(line, place(f"subtitles.{number}")))
    return (*head, *_in_body(body, document.origin.path, document.origin.body_line))


def shifts(found: Sequence[Paragraph], now: Sequence[str], then: Sequence[str]) -> Iterator[Shift]:
    """Yield each place at which a text is not the sealed one, by the digests of its paragraphs and the sealed ones."""
    for change, first, last, start, end in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if change != "equal":
            yield from (Shift(paragraph.place, "other") for paragraph in found[start:end])
            if last - first > end - start:
                is_last = end == len(found)
                yield Shift(found[-1 if is_last else end].place, "missing-after" if is_last else "missing-before")


def _in_body(body: str, path: str, first_line: int) -> Iterator[Paragraph]:
    gathered: list[str] = []
    place = Place(path)
    for number, line in enumerate(body.split("\n")):
        start = START.match(line)
        assert start is not None  # noqa: S101  # narrows the type: it matches anything
        if gathered and (start["mark"] or not line.strip()):
            yield Paragraph(evened(" ".join(gathered)), place)
            gathered = []
        if words := _words(line[start.end() :]):
            if not gathered:
                place = Place(path, first_line + number, start.end() + 1, len(line.rstrip()) - start.end())
            gathered.append(words)
    if gathered:
        yield Paragraph(evened(" ".join(gathered)), place)


def _words(line: str) -> str:
    """Return what readers see of a line."""
    return MARK.sub(lambda mark: mark["kept"] or _words(mark["label"] or ""), line).strip()
