"""What a body asserts with numbers and in quotation marks, block by block, and what each of these rests on.

Blocks are told apart in the Markdown itself, where everything still has its place: paragraphs, items of lists, tables,
headings. A block of nothing but citations belongs to the one before it, such as a table.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from sitegen.claims import ADDRESS, MARK, NAMED, NUMBER, Assertion, Claim, asserted, blanked, claims_in
from sitegen.convert import fences
from sitegen.results import Result

HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t])|!!! ?")
BEGINNING = re.compile(r"[ \t>]*(?:[-*+]|[0-9]{1,9}[.)]|:)(?=[ \t])|\[\^[^\]\n]*\]:")
NO_TEXT = re.compile(
    r"\\[^\w\s]|\]\([^()\s]*\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]:?|^ {0,3}\[[^\]\n]+\]:[ \t]*\S*|<[A-Za-z][^<>\n]*>"
    r"|\{:? *(?:[#.]|(?:id|class) *=)[^{}\n]*\}|&#?\w+;|^[ \t>]*[0-9]{1,9}[.)](?=[ \t])|^!!! ?\w*|^ {0,3}#{1,6}",
    re.MULTILINE,
)
"""What readers never see as text: addresses, labels, attributes, escapes, the numbers of items."""
TITLED = re.compile(r"\]\([^()\s]*\s+\"([^\"\n]*)\"\)")
"""A link with words that are seen when it is pointed at."""
ENTITY = re.compile(r"&#0*(4[89]|5[0-7]);|&#[xX]0*3([0-9]);")
"""A digit, written as a number of a character."""
WORDS = re.compile(r"\w")


class Block(Struct, frozen=True):
    """Lines of a body that belong together, from one on, counted from 1."""

    first: int
    lines: tuple[str, ...]
    is_title: bool = False

    @property
    def text(self) -> str:
        """The whole block."""
        return "\n".join(self.lines)


class Asserted(Struct, frozen=True, array_like=True):
    """What a body asserts, and the numbers in it that rest on something, each once, sorted."""

    assertions: tuple[Assertion, ...] = ()
    numbers: tuple[str, ...] = ()


NOTHING = Asserted()


def find_asserted(bodies: Sequence[str]) -> tuple[Result, ...]:
    """Return what each body asserts; nothing is kept of those that have no number and no quotation."""
    found = map(asserted_by, bodies)
    return tuple(Result(b"" if each == NOTHING else msgspec.msgpack.encode(each)) for each in found)


def asserted_in(head: bytes) -> Asserted:
    """Return what a body asserts."""
    return msgspec.msgpack.decode(head, type=Asserted) if head else NOTHING


def asserted_by(body: str) -> Asserted:
    """Return what a body asserts."""
    if not any(asserted(body, is_supported=False)):
        return NOTHING
    text = fences.without_code(body, tuple(fences.fences(body)))
    read = tuple(_supported(_blocks(text)))
    found = (_assertion(block, claims) for block, claims in read)
    numbers = {number[0] for block, claims in read if claims and not block.is_title
               for number in NUMBER.finditer(_plain(block.text))}  # fmt: skip
    return Asserted(tuple(assertion for assertion in found if assertion is not None), tuple(sorted(numbers)))


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a body in their order."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        title = bool(HEADING.match(line))
        if lines and (title or not line.strip(" \t>") or BEGINNING.match(line)):
            yield Block(first, tuple(lines))
            lines = []
        if title:
            yield Block(number, (line,), is_title=True)
        elif line.strip(" \t>"):
            first = first if lines else number
            lines.append(line)
    if lines:
        yield Block(first, tuple(lines))


def _supported(blocks: Iterator[Block]) -> Iterator[tuple[Block, tuple[Claim, ...]]]:
    """Yield each block with what it rests on."""
    held: tuple[Block, tuple[Claim, ...]] | None = None
    for block in blocks:
        claims = claims_in(block.text)
        if held and claims and not WORDS.search(blanked(block.text, MARK)):
            held = held[0], (*held[1], *claims)
            continue
        if held:
            yield held
        held = block, claims
    if held:
        yield held


def _plain(text: str) -> str:
    return blanked(TITLED.sub(_title, ENTITY.sub(_digit, blanked(text, MARK, NAMED))), NO_TEXT, ADDRESS)


def _title(link: re.Match[str]) -> str:
    """Return the title of a link where it stands, with blanks for the rest."""
    return link[1].rjust(len(link[0]) - 2) + "  "


def _digit(entity: re.Match[str]) -> str:
    return (entity[2] or chr(int(entity[1]))).ljust(len(entity[0]))


def _assertion(block: Block, claims: Sequence[Claim]) -> Assertion | None:
    text = _plain(block.text)
    if not any(asserted(text, is_supported=bool(claims))):
        return None
    return Assertion(text, tuple(claims), block.is_title, line=block.first)
