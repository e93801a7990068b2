"""Media types by the names of files, and which of them are texts.

Source: https://www.iana.org/assignments/media-types; .js as RFC 9239, .ics as RFC 5545, .csv as RFC 7111,
feeds as RFC 4287 and https://www.jsonfeed.org/version/1.1/, the rest of their own formats' specifications.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.urls import CORRECTIONS_FEED, FEED, OPENSEARCH, json_beside

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
DESCRIPTION = "application/opensearchdescription+xml"

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "css": "text/css",
        "csv": "text/csv",
        "gif": "image/gif",
        "html": "text/html",
        "ico": "image/x-icon",
        "ics": "text/calendar",
        "jpg": "image/jpeg",
        "js": "text/javascript",
        "json": "application/json",
        "md": "text/markdown",
        "mp4": "video/mp4",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain",
        "vtt": "text/vtt",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xml": "application/xml",
        "zip": "application/zip",
    }
)
"""By the ends of names."""

NAMED: Mapping[str, str] = MappingProxyType(
    {
        FEED: ATOM,
        CORRECTIONS_FEED: ATOM,
        json_beside(FEED): JSON_FEED,
        json_beside(CORRECTIONS_FEED): JSON_FEED,
        OPENSEARCH: DESCRIPTION,
    }
)
"""By whole names, in whatever folder: their ends say less than what is in them."""

CHARSET = "utf-8"


def type_of(path: str) -> str | None:
    """Return what a server says a file is, with the charset where the type has one; nothing if that is not known."""
    name = path.rpartition("/")[2]
    known = NAMED.get(name) or TYPES.get(name.rpartition(".")[2])
    return with_charset(known) if known else None


def with_charset(media_type: str) -> str:
    """Return a media type as a server says it."""
    return f"{media_type}; charset={CHARSET}" if has_charset(media_type) else media_type


def has_charset(media_type: str) -> bool:
    """Whether a type says how its text is encoded: JSON and XML say so themselves, or need not."""
    return media_type.startswith("text/")
