"""Shards: for each key the words that it finds, and for each word the numbers of the things that say it.

A shard is a JSON array of lines: a key, then a word and the things that say it, then another word... In a line nothing
stands alone that is not said alone, and no digit stands for anything but itself: so whoever looks for what must not be
published finds it here if it is said, and only then (sitegen/verify/embargo/).
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.results import Result
from sitegen.search.bundles import PLACES, Part
from sitegen.search.letters import lettered

Parts = tuple[bytes, ...]
"""The parts of a shard, in the order of the numbers in them."""


def assemble_shards(columns: Sequence[Parts]) -> tuple[Result, ...]:
    """Return each shard as JSON, which is the rest."""
    return tuple(Result(b"", _assembled(parts)) for parts in columns)


def _assembled(parts: Iterable[bytes]) -> bytes:
    words: dict[str, dict[str, tuple[str, int]]] = {}
    for part in parts:
        for key, said in msgspec.msgpack.decode(part, type=Part).items():
            _add(words.setdefault(key, {}), said.items())
    lines = [_line(key, words[key]) for key in sorted(words)]
    return json.dumps(lines, ensure_ascii=False, separators=(",\n", ":")).encode()


def _line(key: str, said: Mapping[str, tuple[str, int]]) -> str:
    return " ".join((key, *(f"{word} {text}" for word, (text, _) in sorted(said.items()))))


def _add(known: dict[str, tuple[str, int]], said: Iterable[tuple[str, tuple[int, int, int, str]]]) -> None:
    """Put postings behind those known, of each word with the last number in them."""
    for word, (first, place, last, tail) in said:
        text, before = known.get(word, ("", -1))
        known[word] = text + lettered((first - before) * PLACES + place) + tail, last
