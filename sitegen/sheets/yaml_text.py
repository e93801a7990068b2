"""Nodes as YAML text that reads back as the same nodes: quoted where YAML 1.2, or the older 1.1, would see else."""

import re
from collections.abc import Iterator

from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.parse.refusals import PLACEHOLDERS
from sitegen.values import ID

STEP = 2
SAFE_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<“”‘’]")  # noqa: RUF001  # quotation marks as they are typed
NOT_PLAIN = re.compile(r":(\s|$)|\s#|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
IN_BRACKETS = re.compile(r"[,\[\]{}]")
OTHER_TYPES = re.compile(
    r"""(?: true | false | yes | no | on | off | y | n | null | [-+]?\.[0-9]+ | [-+]?\.inf | \.nan
    | [-+]?[0-9][0-9_,.:a-fox+-]*(?:[ t][0-9:.+z-]+)? )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What some YAML reader takes for a truth value, nothing, a number, a date or a time."""


def scalar(node: Scalar, *, in_brackets: bool = False) -> str:
    """Return a value as it is written: quoted if it is a text that would be read as something else."""
    if node.is_bare and not _is_misread(node.text, in_brackets=in_brackets):
        return node.text
    needs = _is_misread(node.text, in_brackets=in_brackets) or _is_other(node.text)
    return quoted(node.text) if needs else node.text


def quoted(text: str) -> str:
    """Return a text in quotation marks, in single ones unless it has an apostrophe or a line break."""
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def flow(node: Node) -> str:
    """Return a node on one line, in brackets and braces."""
    if isinstance(node, Scalar):
        return scalar(node, in_brackets=True)
    if isinstance(node, Sequence):
        return "[" + ", ".join(map(flow, node.items)) + "]"
    assert isinstance(node, Mapping)  # noqa: S101  # narrows the type: what is refused is never written
    return "{" + ", ".join(f"{entry.key.text}: {flow(entry.value)}" for entry in node.entries) + "}"


def lines(key: str, node: Node, indent: int) -> Iterator[str]:
    """Yield the lines of a field, in block style; a list of ids stands on one line."""
    margin = " " * indent
    if isinstance(node, Scalar):
        yield f"{margin}{key}: {scalar(node)}"
    elif isinstance(node, Sequence) and _is_short(node):
        yield f"{margin}{key}: {flow(node)}"
    else:
        yield f"{margin}{key}:"
        yield from block(node, indent + STEP)


def block(node: Node, indent: int) -> Iterator[str]:
    """Yield the lines of the entries of a list or group, in block style."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from lines(entry.key.text, entry.value, indent)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from item_lines(item, indent)


def item_lines(item: Node, indent: int) -> Iterator[str]:
    """Yield the lines of one entry of a list, which begins with a hyphen."""
    margin = " " * indent
    if isinstance(item, Scalar):
        yield f"{margin}- {scalar(item)}"
        return
    found = list(block(item, indent + STEP))
    yield f"{margin}- {found[0].lstrip()}"
    yield from found[1:]


def _is_short(node: Sequence) -> bool:
    return all(isinstance(item, Scalar) and re.fullmatch(ID, item.text) for item in node.items)


def _is_misread(text: str, *, in_brackets: bool) -> bool:
    if NUMBER.fullmatch(text):
        return False
    return (
        not SAFE_START.match(text)
        or NOT_PLAIN.search(text) is not None
        or text in {"---", "..."}
        or (in_brackets and IN_BRACKETS.search(text) is not None)
    )


def _is_other(text: str) -> bool:
    return OTHER_TYPES.fullmatch(text) is not None or text.casefold() in PLACEHOLDERS
