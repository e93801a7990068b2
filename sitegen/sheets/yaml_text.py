"""Nodes as YAML text that reads back as the same nodes."""

import re
from collections.abc import Iterator

from sitegen import quotation
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.values import ID

STEP = 2


def scalar(node: Scalar, *, in_brackets: bool = False) -> str:
    """Return a value as it is written: quoted if it is a text that would be read as something else."""
    return quotation.scalar(node.text, is_bare=node.is_bare, in_brackets=in_brackets)


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
