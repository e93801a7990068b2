"""What is shown of results: title, address and text, in files of few things each."""

import json
import re
from collections.abc import Mapping, Sequence
from html import unescape

import msgspec

from sitegen.results import Result
from sitegen.search.numbering import GROUP
from sitegen.search.said import Said

LONGEST = 4000  # characters of a text that are kept to show where words stand in it
BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|div|caption|blockquote)>|<br>")
APART = re.compile(r"<sup.*?</sup>|<[^>]*>", re.DOTALL)


def tell_bundles(bundles: Sequence[Sequence[Said]]) -> tuple[Result, ...]:
    """Return for each bundle its files, by number, which are the rest."""
    return tuple(Result(b"", msgspec.msgpack.encode(_files(said))) for said in bundles)


def files_in(rest: bytes) -> Mapping[int, bytes]:
    """Return the files of a bundle, by number."""
    return msgspec.msgpack.decode(rest, type=dict[int, bytes])


def plain(text: str) -> str:
    """Return a text, or HTML, as it is read, on one line."""
    if "<" in text:
        text = APART.sub("", BLOCK.sub(" ", text))
    return " ".join((unescape(text) if "&" in text else text).split())


def _files(said: Sequence[Said]) -> dict[int, bytes]:
    files: dict[int, list[object]] = {}
    for each in said:
        files.setdefault(each.number >> GROUP, []).append(_told(each))
    return {number: json.dumps(told, ensure_ascii=False, separators=(",\n", ":")).encode()
            for number, told in files.items()}  # fmt: skip


def _told(said: Said) -> tuple[object, ...]:
    within = said.number % (1 << GROUP)
    return within, said.address, said.title, plain(said.summary), _text(said), " · ".join(said.names)


def _text(said: Said) -> str:
    return " ".join(filter(None, map(plain, said.body)))[:LONGEST]
