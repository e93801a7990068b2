"""Finished pages as a reader sees them and as a browser follows them, read by a parser that is not our own."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib

INLINE = frozenset({"a", "abbr", "b", "cite", "code", "em", "q", "small", "span", "strong", "sub", "sup", "time"})
ORIGIN = "http://localhost/"


class Link(NamedTuple):
    """A link that a reader can follow: where it leads, its words, and the language they are marked as being in."""

    href: str
    words: str
    language: str


def document(data: bytes) -> Element:
    """Return a page as a tree."""
    tree: Element = html5lib.parse(data, transport_encoding="utf-8", namespaceHTMLElements=False)
    return tree


def text(data: bytes) -> str:
    """Return the words of a page, or of a part of one, with single spaces between them."""
    return words_in(document(data).find("body"))


def words_in(element: Element | None) -> str:
    """Return the words in an element, with single spaces between them."""
    return "" if element is None else " ".join("".join(_pieces(element)).split())


def links(data: bytes) -> list[Link]:
    """Return the links of a page, in order."""
    return [link for link in _links(document(data), "") if link.href]


def link_to(words: str, data: bytes) -> Link:
    """Return the one link with these words on a page; links to one address count as one."""
    (found,) = {link for link in links(data) if link.words == words}
    return found


def metadata(data: bytes, relation: str) -> dict[str, str]:
    """Return the addresses of pages that the head of a page gives for a relation, by hreflang."""
    found = document(data).iterfind(f"head/link[@rel='{relation}']")
    return {link.get("hreflang", ""): link.get("href", "") for link in found if not link.get("type")}


def dead_addresses(files: Mapping[str, bytes], root: str = ORIGIN) -> list[tuple[str, str]]:
    """Return every address on every page, with the page, that leads nowhere when the files are published at `root`.

    Addresses of other sites are not followed.
    """
    addresses = ((path, address) for path, data in files.items() if path.endswith(".html")
                 for address in _addresses(document(data)))  # fmt: skip
    return [(path, address) for path, address in addresses if not _leads_somewhere(path, address, files, root)]


def target(path: str, address: str, root: str = ORIGIN) -> str:
    """Return the file that an address on a page means when the page is published below `root`."""
    url, _ = urldefrag(urljoin(root + path.removesuffix("index.html"), address))
    file = unquote(url.removeprefix(root))
    return f"{file}index.html" if file.endswith("/") or not file else file


def _leads_somewhere(path: str, address: str, files: Mapping[str, bytes], root: str) -> bool:
    url, anchor = urldefrag(urljoin(root + path.removesuffix("index.html"), address))
    if not url.startswith(urljoin(root, "/")):
        return True
    file = target(path, address, root)
    if not url.startswith(root) or file not in files:
        return False
    return not anchor or any(element.get("id") == unquote(anchor) for element in document(files[file]).iter())


def _addresses(page: Element) -> Iterator[str]:
    for element in page.iter():
        yield from (element.attrib[name] for name in ("href", "src") if name in element.attrib)
        if element.get("http-equiv") == "refresh":
            yield element.get("content", "").partition("url=")[2]


def _links(element: Element, language: str) -> Iterator[Link]:
    language = element.get("lang", language)
    if element.tag == "a":
        yield Link(element.get("href", ""), words_in(element), _language_within(element, language))
    for child in element:
        yield from _links(child, language)


def _language_within(link: Element, language: str) -> str:
    """Return the language of all words of a link, which may be marked on an element around them within the link."""
    marked = (part.get("lang") for part in link.iter() if words_in(part) == words_in(link))
    return next((code for code in reversed([*marked]) if code), language)


def _pieces(element: Element) -> Iterator[str]:
    gap = "" if element.tag in INLINE else " "
    yield f"{gap}{element.text or ''}" if isinstance(element.tag, str) else ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap
