"""What is not published must not be in any finished file."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.model import AnyItem, Site, Texts
from sitegen.results import Result
from sitegen.urls import address

SHORTEST_SECRET = 8  # characters; shorter words stand in other texts by chance
LONGEST_SECRET = 60  # characters looked for: enough to know a text by, even where it is cut for search engines
FEW = 48  # words; so many are sooner looked for one by one than among all words of a page
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
    def fingerprint(self) -> bytes:
        """The same for the same secrets."""
        return fingerprint(msgspec.msgpack.encode(sorted(self.owners.items())))


class Saying(Struct, frozen=True):
    """What a published thing says, and the withheld words that it may say as well."""

    said: object
    withheld: Secrets


def withheld_words(site: Site, texts: Texts) -> Secrets:
    """Return the words and addresses of withheld items, among them those that published things say too."""
    owners = {
        words: (item.kind, item.id)
        for items in site.withheld.values()
        for item in items.values()
        for words in (*_words(item, texts), address(item.kind, item.id))
        if len(words) >= SHORTEST_SECRET
    }
    return Secrets(_by_word(owners), owners)


def find_said(sayings: Sequence[Saying]) -> tuple[Result, ...]:
    """Return which of the withheld words each published thing says."""
    found = (_said(_joined(each.said), each.withheld.by_word) for each in sayings)
    return tuple(Result(msgspec.msgpack.encode(held)) for held in found)


def secrets(withheld: Secrets, said: Iterable[bytes]) -> Secrets:
    """Return what must not be told: words that are withheld and that no published thing says."""
    public = {words for found in said for words in msgspec.msgpack.decode(found, type=list[str])}
    kept = {words: owner for words, owner in withheld.owners.items() if words not in public}
    return Secrets(_by_word(kept), kept)


def sayings_of_item(item: AnyItem, texts: Texts) -> object:
    """Return everything that a published item says, and where it is."""
    bodies = [texts(document.body).parts for document in item.documents.values()]
    return item.facts, list(item.words.values()), bodies, address(item.kind, item.id)


def sayings_of_site(site: Site) -> object:
    """Return everything that is said beside items."""
    records = [record.value for by_id in site.records.values() for record in by_id.values()]
    return records, site.strings, site.settings


def leaks(file: Output, withheld: Secrets) -> Iterator[Diagnostic]:
    """Yield a problem for each withheld item that a finished file holds words or the address of."""
    if not (withheld.owners and file.path.endswith(WRITTEN)):
        return
    shown = unescape(file.data.decode("utf-8", "replace"))
    words = _words_in(shown, withheld.by_word)
    text = " ".join(shown.split()) if words else ""
    if held := _held(text, words, withheld.by_word):
        longest_first = sorted(held, key=len, reverse=True)  # words within other words are told by those
        found = re.findall("|".join(map(re.escape, longest_first)), text)
        yield from (_leak(file, *owner) for owner in sorted({withheld.owners[words] for words in found}))


def _by_word(texts: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return texts by their longest word that has something on both sides, or by an empty string."""
    found: dict[str, list[str]] = {}
    for text in sorted(texts):
        found.setdefault(max(_INNER_WORD.findall(text), key=len, default=""), []).append(text)
    return {word: tuple(members) for word, members in found.items()}


def _said(text: str, by_word: Mapping[str, tuple[str, ...]]) -> list[str]:
    return _held(text, _words_in(text, by_word), by_word)


def _words_in(text: str, words: Mapping[str, object]) -> Collection[str]:
    """Return those of some words, or of the empty string, that a text holds; of few words, also within others."""
    if len(words) <= FEW:
        return [word for word in words if word in text]
    return words.keys() & {"", *_WORD.findall(text)}


def _held(text: str, words: Iterable[str], by_word: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return those of the texts known by some words that another text holds."""
    return [held for word in words for held in by_word[word] if held in text]


def _words(item: AnyItem, texts: Texts) -> Iterator[str]:
    """Yield the beginning of each text of an item."""
    bodies = (texts(document.body).parts for document in item.documents.values())
    for text in _texts(msgspec.to_builtins([*item.words.values(), *bodies])):
        words = _plain(re.sub(r"<[^>]*>", " ", text))
        yield words if len(words) <= LONGEST_SECRET else words[:LONGEST_SECRET].rpartition(" ")[0] or text


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
