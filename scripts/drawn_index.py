"""An index of as many things as wanted, in place of a built site's own: drawn from its texts, the same whenever drawn.

A thing is one of the site with an eighth of its words altered: a half of each is that of another word. So words are as
frequent as they are in the site, and ten times as many words are there that stand in one thing only.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from random import Random
from typing import TypeVar

from msgspec import structs

from sitegen.results import Making, Result
from sitegen.search import BUNDLE, Numbering, Pile, Said, numbering, text_files, word_files
from sitegen.search.numbering import GROUP
from sitegen.search.words import words_in

A = TypeVar("A")
ALTERED = 1 / 8
SEED = 7
FREQUENT = 20  # words


def draw_index(folder: Path, size: int) -> tuple[str, ...]:
    """Put an index of `size` things in place of the one in a folder, and return the most frequent words in it."""
    names = json.loads((folder / "names.json").read_bytes())
    drawn = tuple(_drawn(tuple(_known(folder, names["width"])), size))
    numbers, things = _numbered(drawn, len(names["kinds"]))
    for file in folder.glob("*-*.json"):
        file.unlink()
    for name, data in _files(things, numbers.depth):
        (folder / name).write_bytes(data)
    changed = names | {"width": numbers.width, "depth": numbers.depth}
    (folder / "names.json").write_text(json.dumps(changed, ensure_ascii=False, separators=(",\n", ":")), "utf-8")
    return _frequent(things)


def _numbered(drawn: Sequence[tuple[int, Said]], kinds: int) -> tuple[Numbering, tuple[Said, ...]]:
    """Return the numbers of things, and the things in the order of them."""
    ids: dict[str, list[str]] = {str(kind): [] for kind in range(kinds)}
    for place, (kind, _) in enumerate(drawn):
        ids[str(kind)].append(str(place))
    found = numbering(ids)
    ordered = sorted((number, int(identifier)) for (_, identifier), number in found.numbers.items())
    return found, tuple(structs.replace(drawn[place][1], number=number) for number, place in ordered)


def _files(things: Sequence[Said], depth: int) -> Iterator[tuple[str, bytes]]:
    together = (tuple(each) for _, each in groupby(things, lambda said: said.number >> BUNDLE))
    piles = tuple(Pile(str(said[0].number).encode(), partial(tuple, said)) for said in together)
    kept = _Kept()
    yield from ((f"words-{number:x}.json", data) for number, data in word_files(piles, depth, kept))
    yield from ((f"texts-{number:x}.json", data) for number, data in text_files(piles, kept))


class _Kept:
    """Keeps what was made, as the memo does, while there is nothing to keep it in."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, bytes], Result] = {}

    def heads(self, function: Making[A], asked: Mapping[bytes, Callable[[], A]]) -> Sequence[bytes]:
        """Return the head of each result that is asked for, in the order of the keys."""
        return [self._result(function, key, argument).head for key, argument in asked.items()]

    def rest(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> bytes:
        """Return the rest of one result."""
        return self._result(function, key, argument).rest

    def _result(self, function: Making[A], key: bytes, argument: Callable[[], A]) -> Result:
        if (function, key) not in self._known:
            (self._known[function, key],) = function((argument(),))
        return self._known[function, key]


def _known(folder: Path, width: int) -> Iterator[tuple[int, Said]]:
    """Yield what the things of an index say, each with the place of its kind."""
    for file in sorted(folder.glob("texts-*.json"), key=lambda path: int(path.stem.removeprefix("texts-"), 16)):
        for within, address, title, summary, text, names in json.loads(file.read_bytes()):
            number = (int(file.stem.removeprefix("texts-"), 16) << GROUP) + within
            yield number >> width, Said(number, address, title, tuple(filter(None, (names,))), (), summary, (text,))


def _drawn(known: tuple[tuple[int, Said], ...], size: int) -> Iterator[tuple[int, Said]]:
    """Yield `size` things, the known ones in turn."""
    rng = Random(SEED)  # noqa: S311  # no secret: the same things whenever drawn
    words = sorted({word for _, said in known for text in said.body for word in text.split()})
    for place in range(size):
        kind, said = known[place % len(known)]
        title, summary, *body = (_altered(text, words, rng) for text in (said.title, said.summary, *said.body))
        yield kind, Said(0, said.address, title, said.names, (), summary, tuple(body))


def _altered(text: str, words: list[str], rng: Random) -> str:
    return " ".join(_crossed(word, rng.choice(words)) if rng.random() < ALTERED else word for word in text.split())


def _crossed(word: str, other: str) -> str:
    return word[: (len(word) + 1) // 2] + other[len(other) // 2 :]


def _frequent(things: Iterable[Said]) -> tuple[str, ...]:
    counted = Counter(word for said in things for word in {*words_in(" ".join((said.title, said.summary, *said.body)))})
    return tuple(word for word, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0])) if len(word) > 1)[
        :FREQUENT
    ]
