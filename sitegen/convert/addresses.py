"""Where a link may lead, and what to say where it may not."""

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds import KIND_NAMES, PAGE_KINDS
from sitegen.urls import SECTIONS

BY_ID = re.compile(r"(?P<kind>[a-z]+):(?P<id>[^\s#]*)(?:#(?P<anchor>\S*))?")
OUTSIDE = re.compile(
    r"https?://[^\s<>\"\\/?#@]+(?:[/?#][^\s<>\"\\]*)?"
    r"|mailto:[^\s<>\"\\@:/]+@[^\s<>\"\\@:/]+"
    r"|tel:\+?\d[\d().-]*"
)
KIND_LIKE = re.compile(r"(?P<kind>[^\W\d_]+):[\w-]*(?:#\S*)?")
SCHEME = re.compile(r"[^\W\d_][\w+.-]*:")
HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\ufeff\ufffd]+")
PATH = re.compile(
    r"(?:.*/)?(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)(?:\.[a-z]{2})?(?:\.md|\.html?|/index\.html|/)?(?P<anchor>#\S+)?"
)
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?!md\b|html?\b)[a-z]{2,}(?:[/?#].*)?")

FOLDERS: Mapping[str, str] = MappingProxyType(
    {section: kind for kind, section in SECTIONS.items()} | {kind.folder: kind.name for kind in PAGE_KINDS.values()}
)
"""The kind of what is kept, or published, in a folder."""

SCHEMES = (
    frozenset(
        {"about", "blob", "chrome", "data", "file", "filesystem", "ftp", "ftps", "geo", "intent", "jar", "javascript"}
        | {"livescript", "magnet", "mhtml", "ms", "mocha", "news", "res", "sftp", "sms", "ssh", "vbscript", "ws", "wss"}
    )
    - KIND_NAMES
)
"""Words before a colon that are meant as what they are elsewhere, not as a kind of ours."""


def refusal(address: str, place: Place) -> Diagnostic:
    """Return why a link may not lead to an address, and what to write instead."""
    address = " ".join(address.split())
    bare = HIDDEN.sub("", unescape(address)).replace("\\", "/")
    if not bare:
        return _missing(place)
    if bare.startswith("//"):
        return _unsafe(address, place, f"https:{bare}")
    if not SCHEME.match(bare):
        return _path(address, place)
    kind = KIND_LIKE.fullmatch(address)
    if kind and kind["kind"].lower() not in SCHEMES:
        return _unknown_kind(kind["kind"], place)
    return _unsafe(address, place, "https://")


def _missing(place: Place) -> Diagnostic:
    return error(
        "link-without-address",
        place,
        "this link leads nowhere",
        "write where it leads, as in [green police cars](task:green-police-cars)",
    )


def _path(address: str, place: Place) -> Diagnostic:
    fix = "name the kind and the id, as in task:green-police-cars"
    if HOST.fullmatch(address):
        fix = "write https://{guess} if this is another site, or the kind and id of a page of this one"
        return error("link-by-path", place, LINK_BY_PATH, fix, address=address, guess=address)
    path = PATH.fullmatch(address)
    if path and path["folder"] in FOLDERS:
        guess = f"{FOLDERS[path['folder']]}:{path['id']}{path['anchor'] or ''}"
        return error("link-by-path", place, LINK_BY_PATH, "write {guess}", address=address, guess=guess)
    return error("link-by-path", place, LINK_BY_PATH, fix, address=address)


LINK_BY_PATH = 'a link to a page names its id, not its file or path "{address}"'


def _unknown_kind(kind: str, place: Place) -> Diagnostic:
    message = '"{kind}" is not a kind of page'
    guess = nearest(kind.lower(), KIND_NAMES)
    if guess:
        return error(
            "unknown-kind", place, message + '; did you mean "{guess}"?', "write {guess}:", kind=kind, guess=guess
        )
    return error("unknown-kind", place, message, "write one of {kinds}", kind=kind, kinds=", ".join(sorted(KIND_NAMES)))


def _unsafe(address: str, place: Place, start: str) -> Diagnostic:
    return error(
        "unsafe-link",
        place,
        'a link may not lead to "{address}"',
        "give a kind and id, as in task:green-police-cars, or an address that starts with {start}",
        address=address,
        start=start,
    )
