"""What is not published must not be in any finished file."""

import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from html import unescape

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import AnyItem, Output, Site
from sitegen.urls import address

SHORTEST_SECRET = 8  # characters; shorter words stand in other texts by chance
LONGEST_SECRET = 60  # characters looked for: enough to know a text by, even where it is cut for search engines
WRITTEN = (".html", ".xml", ".txt", ".json", ".css", ".svg", ".csv")

_WORD = re.compile(r"\w+")
_INNER_WORD = re.compile(r"(?<=\W)\w+(?=\W)")


class Secrets(Struct, frozen=True):
    """What must not be told, by a word that is whole wherever it is told, or by nothing; and whose it is.

    A text holds few of those words, so that few secrets need to be looked for in it.
    """

    by_word: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, tuple[str, str]]
    """Kind and id of the withheld item."""

    @property
    def fingerprint(self) -> str:
        """The same for the same secrets: their SHA-256."""
        return sha256(msgspec.msgpack.encode(sorted(self.owners.items()))).hexdigest()


def secrets(site: Site) -> Secrets:
    """Return the words and addresses of withheld items; words that published things hold too are no secret."""
    owners = {
        words: (item.kind, item.id)
        for items in site.withheld.values()
        for item in items.values()
        for words in (*_words(item), address(item.kind, item.id))
        if len(words) >= SHORTEST_SECRET
    }
    if not owners:
        return Secrets({}, {})
    by_word = _by_word(owners)
    public = {words for text in _public(site) for words in _held(text, by_word)}
    kept = {words: owner for words, owner in owners.items() if words not in public}
    return Secrets(_by_word(kept), kept)


def leaks(file: Output, withheld: Secrets) -> Iterator[Diagnostic]:
    """Yield a problem for each withheld item that a finished file holds words or the address of."""
    if not (withheld.owners and file.path.endswith(WRITTEN)):
        return
    text = _plain(file.data.decode("utf-8", "replace"))
    if held := _held(text, withheld.by_word):
        longest_first = sorted(held, key=len, reverse=True)  # words within other words are told by those
        found = re.findall("|".join(map(re.escape, longest_first)), text)
        yield from (_leak(file, *owner) for owner in sorted({withheld.owners[words] for words in found}))


def _by_word(texts: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return texts by their longest word that has something on both sides, or by an empty string."""
    found: dict[str, list[str]] = {}
    for text in sorted(texts):
        found.setdefault(max(_INNER_WORD.findall(text), key=len, default=""), []).append(text)
    return {word: tuple(members) for word, members in found.items()}


def _held(text: str, by_word: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return those of the texts in `by_word` that another text holds."""
    words = by_word.keys() & {"", *_WORD.findall(text)}
    return [held for word in words for held in by_word[word] if held in text]


def _words(item: AnyItem) -> Iterator[str]:
    """Yield the beginning of each text of an item."""
    for text in _texts(msgspec.to_builtins([*item.words.values(), *(body.parts for body in item.bodies.values())])):
        words = _plain(re.sub(r"<[^>]*>", " ", text))
        yield words if len(words) <= LONGEST_SECRET else words[:LONGEST_SECRET].rpartition(" ")[0] or text


def _public(site: Site) -> Iterator[str]:
    """Yield everything that published things say, and where they are."""
    for item in (item for by_id in site.items.values() for item in by_id.values()):
        bodies = [body.parts for body in item.bodies.values()]
        yield _joined((item.facts, list(item.words.values()), bodies, address(item.kind, item.id)))
    for by_id in site.records.values():
        yield _joined([record.value for record in by_id.values()])
    yield _joined((site.strings, site.settings))


def _joined(value: object) -> str:
    return "\n".join(map(_plain, _texts(msgspec.to_builtins(value))))


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
