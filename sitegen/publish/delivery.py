"""How each object of a store is to be delivered: its type, how long it may be kept, and how it is compressed."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

FINGERPRINTED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+(?:\.(?:br|gz))?$")
"""The names of files that never say anything else: ten digits of a digest stand in them."""

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"  # may be kept, and is asked about each time: RFC 9111, 5.2.2.4
NOT_KEPT = "no-store"

ENCODINGS: Mapping[str, str] = MappingProxyType({"br": "br", "gz": "gzip"})
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ico": "image/x-icon",
        "ics": "text/calendar; charset=utf-8",
        "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "md": "text/markdown; charset=utf-8",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xml": "application/xml",
    }
)
"""By the end of the name; registered at https://www.iana.org/assignments/media-types/."""
NAMED: Mapping[str, str] = MappingProxyType(
    {
        "feed.xml": "application/atom+xml",
        "corrections.xml": "application/atom+xml",
        "feed.json": "application/feed+json",
        "carbon.txt": "text/plain; charset=utf-8",
    }
)
"""By the whole name, where its end does not say it."""
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
        _type(stem if encoding else path), FOR_GOOD if is_fingerprinted(path) else ASK_AGAIN, content_encoding=encoding
    )


def is_fingerprinted(path: str) -> bool:
    """Whether a file has in its name what is in it, so that it can stay when pages no longer ask for it."""
    return FINGERPRINTED.search(path) is not None


def _type(path: str) -> str:
    name = path.rpartition("/")[2]
    return NAMED.get(name) or TYPES.get(name.rpartition(".")[2], UNKNOWN)
