"""Media types by the ends of files' names, and which of them are texts.

Source: https://www.iana.org/assignments/media-types; .js as RFC 9239, .ics as RFC 5545, .csv as RFC 7111.
"""

from collections.abc import Mapping
from types import MappingProxyType

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "atom": "application/atom+xml",
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

CHARSET = "utf-8"


def full_type(suffix: str) -> str:
    """Return what a server says of files that end so, with the charset where the type knows one."""
    known = TYPES[suffix]
    return f"{known}; charset={CHARSET}" if has_charset(known) else known


def has_charset(media_type: str) -> bool:
    """Whether a type says how its text is encoded: JSON and XML say so themselves, or need not."""
    return media_type.startswith("text/")
