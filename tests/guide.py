"""The guide for staff as something that can be carried out: its sections and their blocks.

A fence says after its backticks what it is:

- `console`: what is typed stands after `$ `, and below it all that is then printed. `…` on a line by itself stands for
  any number of lines. How many pages there are, and how long that took, may be otherwise.
- `yaml`, `markdown` or `csv` with a path: a whole file, as a person writes it, or leaves it after filling it in.
- `diff` with a path: what a person changes in a file. Lines with `-` go, lines with `+` come, lines with a blank only
  show where. After lines that come, another change begins. What is to be changed stands in the file exactly once.
- `text` with a path or an address of the preview: lines that are then read there, in this order.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.sites import PROJECT

LANGUAGES = ("en", "ko")
GUIDES = {"en": PROJECT / "docs/guide.md", "ko": PROJECT / "docs/guide.ko.md"}
SHOWN = "http://127.0.0.1:8000/"
"""Where the guide says that the preview is."""
LEFT_OUT = "…\n"
SECTION = re.compile(r'^<a id="(?P<id>[a-z]+)"></a>\n+## (?P<title>.+)\n', re.MULTILINE)
FENCE = re.compile(r"^```(?P<says>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CHANGE = re.compile(r"(?:^[- ].*\n)+(?:^\+.*\n)*", re.MULTILINE)
TYPED = re.compile(r"^\$ (?P<command>.+)\n", re.MULTILINE)


class Block(NamedTuple):
    """A fence: the first word after its backticks, the second one, its lines, and where it stands."""

    kind: str
    target: str
    text: str
    line: int


class Section(NamedTuple):
    """A task of the guide."""

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]


class Step(NamedTuple):
    """A command, and what is shown to be printed."""

    command: str
    shown: str


def sections(language: str) -> dict[str, Section]:
    """Return the sections of the guide in a language, by id."""
    guide = GUIDES[language].read_text(encoding="utf-8")
    starts = list(SECTION.finditer(guide))
    ends = [*(match.start() for match in starts[1:]), len(guide)]
    return {
        start["id"]: _section(start, guide[start.start() : end], guide) for start, end in zip(starts, ends, strict=True)
    }


def blocks(guide: str) -> Iterator[Block]:
    """Yield the fences of a text; they count lines from 1."""
    for fence in FENCE.finditer(guide):
        kind, _, target = fence["says"].partition(" ")
        yield Block(kind, target.strip(), fence["text"], guide.count("\n", 0, fence.start()) + 1)


def steps(console: str) -> Iterator[Step]:
    """Yield the commands of a block, each with what is printed."""
    _, *parts = TYPED.split(console)
    yield from map(Step, parts[::2], parts[1::2])


def changes(diff: str) -> Iterator[tuple[str, str]]:
    """Yield the changes of a block: lines between line ends, and what comes in their place."""
    found = CHANGE.findall(diff)
    assert diff == "".join(found), "there are lines that belong to no change"
    yield from ((_signed(change, " -"), _signed(change, " +")) for change in found)


def _section(start: re.Match[str], part: str, guide: str) -> Section:
    before = guide.count("\n", 0, start.start())
    found = (block._replace(line=block.line + before) for block in blocks(part))
    return Section(start["id"], start["title"], part, tuple(found))


def _signed(change: str, signs: str) -> str:
    """Return the lines of a change that have one of the signs, between line ends."""
    return "\n" + "".join(line[1:] for line in change.splitlines(keepends=True) if line[0] in signs)
