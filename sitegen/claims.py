"""What a text rests on: figures, `[=id]`, and citations, `[@source#passage "words"]`, and what it says without either.

Citations have the form that Pandoc's have: https://pandoc.org/MANUAL.html#citation-syntax
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

CITED = r"[ \n]?\[@(?P<cited>[^\[\]]*)\](?!\()"
SHOWN = r"\[=(?P<shown>[^\[\]]*)\](?!\()"
MARK = re.compile(f"{CITED}|{SHOWN}")
CITATION = re.compile(
    r"""\s*(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)
    (?:\#(?P<passage>[a-z0-9]+(?:-[a-z0-9]+)*))?
    (?:\s+["“](?P<words>.*\S.*)["”])?\s*""",
    re.VERBOSE | re.DOTALL,
)
FIGURE = re.compile(r"\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+~(?P<digits>[1-9]))?(?P<number>\s+number)?\s*")
NUMBER = re.compile(r"(?<![A-Za-z\d])(?<!\d[.,])\d+(?:,\d+)*(?:\.\d+)?|[¼-¾⅐-⅞]")
"""A number in a text, in digits of any script; those that follow a Latin letter belong to a name: CO2, COP26."""
QUOTATION = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|[\"＂]([^\"＂]+)[\"＂]")  # noqa: RUF001  # as typed in Korean
NAMED = re.compile(r"(?:「[^」]*」|『[^』]*』)(?<![다요까죠.!?][」』])|`[^`\n]*`")
"""Titles of laws and documents, and code: what stands in them claims nothing, unless it is a sentence."""
ADDRESS = re.compile(r"https?://[!-~]+")

Key = tuple[str, str, str, str]
"""What makes two claims rest on the same."""


class Cited(NamedTuple):
    """What is cited: a source, and its passage by id, or words of it, or both."""

    source: str
    passage: str
    words: str


class Citation(Struct, frozen=True, array_like=True, tag="citation"):
    """A citation: it names a passage by its id, or quotes words of one, or both; and where it stands in a body."""

    source: str
    passage: str
    words: str
    line: int = 0
    column: int = 0
    length: int = 0

    @property
    def cited(self) -> Cited:
        """What it cites."""
        return Cited(self.source, self.passage, self.words)

    @property
    def key(self) -> Key:
        """What it says."""
        return "citation", self.source, self.passage, self.words


class Shown(Struct, frozen=True, array_like=True, tag="figure"):
    """A figure shown in a text, with its unit or without, rounded to so many digits, 0 for not at all."""

    figure: str
    digits: int = 0
    with_unit: bool = True
    line: int = 0
    column: int = 0
    length: int = 0

    @property
    def key(self) -> Key:
        """What it shows, however it is written."""
        return "figure", self.figure, "", ""


Claim = Citation | Shown


class Assertion(Struct, frozen=True, array_like=True):
    """A stretch of text with numbers or quotations in it, marks left blank, and what it rests on.

    It begins with a line of a body, or stands in a field. A title is a heading, or the field of that name.
    """

    text: str
    claims: tuple[Claim, ...] = ()
    is_title: bool = False
    field: str = ""
    line: int = 0


def may_occur(encoded: bytes) -> bool:
    """Whether a value, as it is encoded, may hold figures or citations."""
    return b"[=" in encoded or b"[@" in encoded


def citation(inside: str) -> Citation | None:
    """Return what stands between `[@` and `]` as a citation; None if it is none."""
    form = CITATION.fullmatch(inside)
    if form is None or not (form["passage"] or form["words"]):
        return None
    source, passage, words = form.groups("")
    return Citation(source, passage, " ".join(words.split()))


def shown(inside: str) -> Shown | None:
    """Return what stands between `[=` and `]` as a figure to be shown; None if it is none."""
    form = FIGURE.fullmatch(inside)
    return Shown(form["id"], int(form["digits"] or 0), not form["number"]) if form else None


def pieces(text: str) -> Iterator[str | Claim]:
    """Yield a text in pieces: words, and what stands between them; what is no claim is words."""
    done = 0
    for match in MARK.finditer(text) if "[" in text else ():
        if (claim := _claim(match)) is not None:
            if match.start() > done:
                yield text[done : match.start()]
            yield claim
            done = match.end()
    if done < len(text):
        yield text[done:]


def claims_in(text: str) -> tuple[Claim, ...]:
    """Return the figures and citations in a text, in their order."""
    return tuple(piece for piece in pieces(text) if not isinstance(piece, str))


def misunderstood(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a figure or a citation in a text, and is neither."""
    return (match for match in MARK.finditer(text) if "[" in text and _claim(match) is None)


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """Return a text of the same length, with blanks for what matches a pattern."""
    for pattern in patterns:
        text = pattern.sub(_blank, text)
    return text


def asserted(text: str, *, is_supported: bool) -> Iterator[re.Match[str]]:
    """Yield the quotations in a text whose marks are blank, and, if nothing supports it, its numbers."""
    yield from QUOTATION.finditer(text)
    if not is_supported:
        yield from NUMBER.finditer(text)


def unmarked(text: str) -> str:
    """Return a text of the same length with blanks for marks, and for what claims nothing."""
    return blanked(text, MARK, NAMED, ADDRESS)


def without(text: str, names: Iterable[str]) -> str:
    """Return a text of the same length with blanks for names, one after the other: the longest comes first."""
    for name in names:
        text = text.replace(name, " " * len(name))
    return text


def _claim(match: re.Match[str]) -> Claim | None:
    return shown(match["shown"]) if match["cited"] is None else citation(match["cited"])


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
