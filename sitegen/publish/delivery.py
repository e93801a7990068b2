"""How each object of a store is to be delivered: its type, how long it may be kept, and how it is compressed."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from sitegen.hosting.headers import FOR_GOOD, REVALIDATED
from sitegen.hosting.types import TYPES, type_of

FINGERPRINTED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+(?:\.(?:br|gz))?$")
"""The names of files that never say anything else: ten digits of a digest stand in them."""

NOT_KEPT = "no-store"

ENCODINGS: Mapping[str, str] = MappingProxyType({"br": "br", "gz": "gzip"})
UNKNOWN = "application/octet-stream"
VERSION = 1  # to be raised whenever what is here is changed: every object is then delivered anew


class Delivery(Struct, frozen=True):
    """The headers Content-Type, Cache-Control and Content-Encoding; the last is empty for what is not compressed."""

    content_type: str
    cache_control: str
    content_encoding: str = ""


OWN = Delivery("application/json", NOT_KEPT)
"""How what the publisher keeps for itself is delivered."""


def delivery(path: str) -> Delivery:
    """Return how a file of the site is to be delivered."""
    stem, _, end = path.rpartition(".")
    encoding = ENCODINGS.get(end, "") if stem.rpartition(".")[2] in TYPES else ""
    return Delivery(
        type_of(stem if encoding else path) or UNKNOWN,
        FOR_GOOD if is_fingerprinted(path) else REVALIDATED,
        content_encoding=encoding,
    )


def is_fingerprinted(path: str) -> bool:
    """Whether a file has in its name what is in it, so that it can stay when pages no longer ask for it."""
    return FINGERPRINTED.search(path) is not None
