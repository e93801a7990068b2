"""Limits that keep a body from taking very long to convert, or from crashing the library.

Python-Markdown 3.11 raises RecursionError from some 300 nested lists (or 500 in one line), and takes time that
grows with the square of the number of unclosed brackets: 17 s for 10,000.
"""

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Place, error

BYTES = 1_000_000
DEPTH = 50
OPEN_BRACKETS = 200
INDENT = 4

NESTED = re.compile(r"^(?P<indent>[ \t]*+)(?P<markers>(?:(?:[-*+:]|\d++\.)(?:[ \t]++|$)|>[ \t]*+)++|!!!)", re.MULTILINE)
DEEP = re.compile(rf"\n[ \t>*+\-:\d.!]{{{DEPTH + 1}}}")
"""A line so deep has at least one of these characters for each level."""

MARKER = re.compile(r"[-*+:>]|!!!|\d++\.")
BLOCK = re.compile(r"\S(?:(?!\n[ \t]*\n).)*+", re.DOTALL)
BRACKET = re.compile(r"\\.|\]\(|[\[\])]")


def too_long(body: str) -> Iterator[Diagnostic]:
    """Yield a problem if the body is longer than we convert."""
    if len(body) * 4 > BYTES and len(body.encode(errors="replace")) > BYTES:
        yield error(
            "body-too-long",
            Place(""),
            "this text is longer than {limit} bytes",
            "divide it into several pages",
            limit=f"{BYTES:,}",
        )


def too_complex(text: str) -> Iterator[Diagnostic]:
    """Yield what would take too long, or too much memory, in a body whose fenced code is blanked out."""
    for match in NESTED.finditer(text) if DEEP.search(f"\n{text}") else ():
        depth = len(match["indent"].expandtabs(INDENT)) // INDENT + len(MARKER.findall(match["markers"]))
        if depth > DEPTH:
            yield _nesting(_place(text, match.start("markers")))
            break
    if text.count("[") > OPEN_BRACKETS:
        yield from (_brackets(_place(text, block.start())) for block in BLOCK.finditer(text) if _is_open(block[0]))


def _is_open(block: str) -> bool:
    """Whether too many brackets, or parentheses of addresses, are open at one point of a block."""
    brackets = parentheses = 0
    for bracket in BRACKET.findall(block):
        brackets = max(0, brackets + (bracket == "[") - (bracket[0] == "]"))
        parentheses = max(0, parentheses + (bracket == "](") - (bracket == ")"))
        if max(brackets, parentheses) > OPEN_BRACKETS:
            return True
    return False


def _place(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place("", before.count("\n") + 1, offset - before.rfind("\n"), 1)


def _nesting(place: Place) -> Diagnostic:
    return error(
        "nested-too-deeply",
        place,
        "lists or quotations are nested more than {limit} deep here",
        "start again at the left margin",
        limit=DEPTH,
    )


def _brackets(place: Place) -> Diagnostic:
    return error(
        "too-many-brackets",
        place,
        "more than {limit} brackets are opened in this paragraph and not closed",
        r"close them, or write \[ for a bracket that is no link",
        limit=OPEN_BRACKETS,
    )
