"""The tree as HTML: what the library's serializer makes of the elements that occur here, which are few and plain."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.serializers import RE_AMP

from sitegen.markup import VOID


def to_html(root: Element) -> str:
    """Return an element with all that it contains, and its tail; deep trees do not end in a RecursionError."""
    pieces: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        tag, text, tail, attributes = node.tag, node.text, node.tail, node.items()
        start = f"<{tag}{_written(attributes) if attributes else ''}>{_escaped(text) if text else ''}"
        end = f"{'' if tag in VOID else f'</{tag}>'}{_escaped(tail) if tail else ''}"
        if len(node):
            pieces.append(start)
            waiting.append(end)
            waiting += reversed(node)
        else:
            pieces.append(f"{start}{end}")
    return "".join(pieces)


def _written(attributes: Iterable[tuple[str, str]]) -> str:
    written = ""
    for name, value in sorted(attributes):
        quoted = _escaped(value).replace('"', "&quot;")
        written += f' {name}="{quoted}"'
    return written


def _escaped(text: str) -> str:
    """Return a text with entities for what HTML would take for markup; what is an entity already stays one."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
