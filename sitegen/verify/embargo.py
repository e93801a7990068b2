"""What is not published must not be in any finished file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

import msgspec

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import AnyItem, Output, Site
from sitegen.urls import address

SHORTEST_SECRET = 8  # characters; shorter words stand in other texts by chance
LONGEST_SECRET = 60  # characters looked for: enough to know a text by, even where it is cut for search engines
WRITTEN = (".html", ".xml", ".txt", ".json", ".css", ".svg", ".csv")


def leaks(files: Iterable[Output], site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each finished file that holds words or the address of a withheld item.

    Words that published things hold too are no secret.
    """
    secrets = _secrets(site)
    if not secrets:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(secrets, key=len, reverse=True))))
    for file in files:
        if file.path.endswith(WRITTEN):
            text = _plain(file.data.decode("utf-8", "replace"))
            told = {secrets[match[0]] for match in pattern.finditer(text)}
            yield from (_leak(file, kind, identifier) for kind, identifier in sorted(told))


def _secrets(site: Site) -> dict[str, tuple[str, str]]:
    """Return what must not be told, with the kind and id of whose it is."""
    public = _public(site)
    return {
        words: (item.kind, item.id)
        for items in site.withheld.values()
        for item in items.values()
        for words in (*_words(item), address(item.kind, item.id))
        if len(words) >= SHORTEST_SECRET and words not in public
    }


def _words(item: AnyItem) -> Iterator[str]:
    """Yield the beginning of each text of an item."""
    for text in _texts(msgspec.to_builtins([*item.words.values(), *(body.parts for body in item.bodies.values())])):
        words = _plain(re.sub(r"<[^>]*>", " ", text))
        yield words if len(words) <= LONGEST_SECRET else words[:LONGEST_SECRET].rpartition(" ")[0] or text


def _public(site: Site) -> str:
    """Return everything that published things say, and where they are."""
    items = [item for by_id in site.items.values() for item in by_id.values()]
    said = [(item.facts, list(item.words.values()), [body.parts for body in item.bodies.values()]) for item in items]
    records = [record.value for by_id in site.records.values() for record in by_id.values()]
    texts = _texts(msgspec.to_builtins((said, records, site.strings, site.settings)))
    addresses = (address(item.kind, item.id) for item in items)
    return "\n".join([*map(_plain, texts), *addresses])


def _texts(value: object) -> Iterator[str]:
    """Yield every text in plain values, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _texts(member)


def _plain(text: str) -> str:
    """Return a text without entities, and with single spaces: as the same words look wherever they are printed."""
    return " ".join(unescape(text).split())


def _leak(file: Output, kind: str, identifier: str) -> Diagnostic:
    return error(
        "embargo",
        Place(file.path),
        "{kind}:{id} is not published, but this page holds words or the address of it",
        "take them out of whatever else says them, or publish it; if nothing does, please report this",
        kind=kind,
        id=identifier,
    )
