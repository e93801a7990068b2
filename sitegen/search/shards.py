"""Shards: for each key the things that have it in a word, so that no list is longer than there are things.

A shard is a JSON array of lines: a key and the things that it finds. So no key stands alone, as it is a piece of a word
only, and no digit stands for anything but itself: whoever looks for what must not be published takes neither for what
somebody has said (sitegen/verify/embargo/). What is said is read in the files of texts.
"""

import json
from collections.abc import Iterable, Sequence

import msgspec

from sitegen.results import Result
from sitegen.search.bundles import CODES, Part, Postings
from sitegen.search.letters import lettered

Parts = tuple[bytes, ...]
"""The parts of a shard, in the order of the numbers in them."""


def assemble_shards(columns: Sequence[Parts]) -> tuple[Result, ...]:
    """Return each shard as JSON, which is the rest."""
    return tuple(Result(b"", _assembled(parts)) for parts in columns)


def _assembled(parts: Iterable[bytes]) -> bytes:
    known: dict[str, tuple[str, int]] = {}
    for part in parts:
        for key, postings in msgspec.msgpack.decode(part, type=Part).items():
            known[key] = _joined(*known.get(key, ("", -1)), postings)
    lines = [f"{key} {text}" for key, (text, _) in sorted(known.items())]
    return json.dumps(lines, ensure_ascii=False, separators=(",\n", ":")).encode()


def _joined(text: str, before: int, postings: Postings) -> tuple[str, int]:
    """Return a list with postings behind it, and the last number in it."""
    first, code, last, tail = postings
    return text + lettered((first - before) * CODES + code) + tail, last
