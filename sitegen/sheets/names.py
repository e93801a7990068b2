"""What the things of the content are called, so that sheets may name them as people do."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from msgspec import Struct

from sitegen.diagnostics import nearest
from sitegen.forms import fields_of, is_of, plain
from sitegen.model import Content
from sitegen.values import Text

WITH_ID = re.compile(r".*\((?P<id>[a-z0-9-]+)\)", re.DOTALL)
SPACES = re.compile(r"\s+")


class Names:
    """Knows the ids of all things by kind, and what each is called in any language."""

    def __init__(self, content: Content) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._called: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for kind, identifier, language, name in _names(content):
            self._ids[kind].add(identifier)
            self._by_name[kind][_plain(name)].add(identifier)
            self._called[kind, identifier][language] = name

    def add(self, kind: str, identifiers: Iterable[str]) -> None:
        """Add things that are to be."""
        self._ids[kind].update(identifiers)

    def find(self, kind: str, text: str) -> tuple[str, ...]:
        """Return the ids of what a text may mean of a kind: it is an id, a name, or a name with the id in brackets."""
        ids = self._ids[kind]
        if text in ids:
            return (text,)
        if (match := WITH_ID.fullmatch(text)) and match["id"] in ids:
            return (match["id"],)
        return tuple(sorted(self._by_name[kind].get(_plain(text), ())))

    def likely(self, kind: str, text: str) -> str:
        """Return the id or name that a text which means nothing was probably meant to be, or an empty string."""
        return nearest(text, [*self._ids[kind], *self._by_name[kind]])

    def knows(self, kind: str, identifier: str) -> bool:
        """Whether there is such a thing."""
        return identifier in self._ids[kind]

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the ids of all things of a kind, sorted."""
        return tuple(sorted(self._ids[kind]))

    def shown(self, kind: str, identifier: str, language: str) -> str:
        """Return what a sheet calls a thing: an agency by its name, with its id where another has the same name."""
        name = self._called.get((kind, identifier), {}).get(language, "")
        if kind != "agency" or not name:
            return identifier
        return name if len(self._by_name[kind][_plain(name)]) == 1 else f"{name} ({identifier})"


def _names(content: Content) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, id, language and name of everything that has a name."""
    for document in content.documents:
        yield document.kind, document.id, document.language, document.words.title
    for record in content.records:
        for language, name in _called(record.value).items():
            yield record.kind, record.id, language, name


def _called(value: Struct) -> Mapping[str, str]:
    """Return what a record is called: its first text."""
    for field in fields_of(type(value)):
        found = getattr(value, field.name)
        if is_of(plain(field.type), Text) and isinstance(found, Text):
            return found.words
    return {"": ""}


def _plain(name: str) -> str:
    return SPACES.sub("", normalize("NFKC", name)).casefold()
