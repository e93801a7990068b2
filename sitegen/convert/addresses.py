"""Where a link may lead, and what to say where it may not."""

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds import PAGE_KINDS
from sitegen.urls import LINKABLE, SECTIONS

BY_ID = re.compile(r"(?P<kind>[a-z]+):(?P<id>[^\s#]*)(?:#(?P<anchor>\S*))?")
OUTSIDE = re.compile(
    r"https?://[^\s<>\"\\/?#@]+(?:[/?#][^\s<>\"\\]*)?"
    r"|mailto:[^\s<>\"\\@:/]+@[^\s<>\"\\@:/]+"
    r"|tel:\+?\d[\d().-]*"
)
KIND_LIKE = re.compile(r"(?P<kind>[^\W\d_]+)(?P<rest>:[\w-]*(?:#\S*)?)")
WEB = re.compile(r"(https?:/)/*(/[^/].*)", re.IGNORECASE)
SCHEME = re.compile(r"[^\W\d_][\w+.-]*:")
HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\ufeff\ufffd]+")
PATH = re.compile(
    r"(?:.*/)?(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)(?:\.[a-z]{2})?(?:\.md|\.html?|/index\.html|/)?(?P<anchor>#\S+)?"
)
HOST = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?!(?:md|html?|pdf|hwpx?|docx?|xlsx?|pptx?|csv|zip|jpe?g|png|gif|svg|webp)\b)[a-z]{2,}(?:[/?#].*)?"
)

FOLDERS: Mapping[str, str] = MappingProxyType(
    {section: kind for kind, section in SECTIONS.items()} | {kind.folder: kind.name for kind in PAGE_KINDS.values()}
)
"""The kind of what is kept, or published, in a folder."""

SCHEMES = frozenset(
    {"about", "blob", "chrome", "data", "file", "filesystem", "ftp", "ftps", "geo", "http", "https", "intent", "jar"}
    | {"javascript", "livescript", "magnet", "mailto", "mhtml", "mocha", "ms", "res", "sftp", "sms", "ssh", "tel"}
    | {"vbscript", "ws", "wss"}
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
        return _unknown_kind(kind["kind"], kind["rest"], place)
    web = WEB.fullmatch(bare)
    return _unsafe(address, place, f"{web[1].lower()}{web[2]}" if web else "")


def _missing(place: Place) -> Diagnostic:
    fix = "write where it leads, as in [green police cars](task:green-police-cars)"
    return error("link-without-address", place, "this link leads nowhere", fix)


def _path(address: str, place: Place) -> Diagnostic:
    message = 'a link to a page names its id, not its file or path "{address}"'
    path = PATH.fullmatch(address)
    if path and path["folder"] in FOLDERS:
        guess = f"{FOLDERS[path['folder']]}:{path['id']}{path['anchor'] or ''}"
        return error("link-by-path", place, message, "write {guess}", address=address, guess=guess)
    fix = "write its kind and id, as in task:green-police-cars"
    if HOST.fullmatch(address):
        fix = "write https://{address} if this is another site, or the kind and id of a page of this one"
    return error("link-by-path", place, message, fix, address=address)


def _unknown_kind(kind: str, rest: str, place: Place) -> Diagnostic:
    message = '"{kind}" is not a kind of page'
    guess = nearest(kind.lower(), LINKABLE)
    if not guess:
        kinds = ", ".join(sorted(LINKABLE))
        return error("unknown-kind", place, message, "write one of {kinds}", kind=kind, kinds=kinds)
    message = '"{kind}" is not a kind of page; did you mean "{guess}"?'
    return error("unknown-kind", place, message, "write {guess}{rest}", kind=kind, guess=guess, rest=rest)


def _unsafe(address: str, place: Place, guess: str) -> Diagnostic:
    message = 'a link may not lead to "{address}"'
    if OUTSIDE.fullmatch(guess):
        return error("unsafe-link", place, message, "write {guess}", address=address, guess=guess)
    fix = "write a kind and id, as in task:green-police-cars, or an address that starts with https://"
    return error("unsafe-link", place, message, fix, address=address)
