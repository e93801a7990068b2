"""Stylesheet and icon under names that change with their content."""

import hashlib
import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Place, SiteError, error
from sitegen.files import File, Output
from sitegen.results import Result

STYLESHEET = "assets/css/site.css"
ICON = "assets/icons/icon.svg"
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>[a-z-]+)\);')


class Assets(Struct, frozen=True):
    """Where stylesheet and icon are published, and the files themselves."""

    stylesheet: str
    icon: str
    outputs: tuple[Output, ...]


def bundle(files: Iterable[File]) -> Assets:
    """Return the stylesheet in one piece, and the icon.

    Raises:
        SiteError: if a file that is named does not exist.

    """
    by_path = {file.path: file for file in files}
    stylesheet = _fingerprinted("assets/site.css", _inlined(by_path).encode())
    icon = _fingerprinted("assets/icon.svg", _find(by_path, ICON, Place(ICON)).data)
    return Assets(stylesheet.path, icon.path, (stylesheet, icon))


def bundle_assets(trees: Sequence[Sequence[File]]) -> tuple[Result, ...]:
    """Return the stylesheet and the icon that each set of files makes.

    Raises:
        SiteError: as `bundle` does.

    """
    return tuple(Result(msgspec.msgpack.encode(bundle(files))) for files in trees)


def assets_in(head: bytes) -> Assets:
    """Return the stylesheet and the icon."""
    return msgspec.msgpack.decode(head, type=Assets)


def _inlined(by_path: dict[str, File]) -> str:
    """Return the stylesheet with every imported file in its place, in its layer."""
    text = _text(_find(by_path, STYLESHEET, Place(STYLESHEET)))
    return IMPORT.sub(lambda match: _layer(match, text, by_path), text)


def _layer(match: re.Match[str], text: str, by_path: dict[str, File]) -> str:
    place = Place(STYLESHEET, text.count("\n", 0, match.start()) + 1, 1, len(match[0]))
    imported = _find(by_path, f"assets/css/{match['path']}", place)
    return f"@layer {match['layer']} {{\n{_text(imported)}}}\n"


def _text(file: File) -> str:
    try:
        return file.data.decode()
    except UnicodeDecodeError as problem:
        place = Place(file.path, file.data.count(b"\n", 0, problem.start) + 1)
        message, fix = "the file is not saved as UTF-8", 'in your editor choose "Save with encoding" and UTF-8'
        raise SiteError([error("not-utf-8", place, message, fix)]) from None


def _find(by_path: dict[str, File], path: str, place: Place) -> File:
    if path in by_path:
        return by_path[path]
    raise SiteError(
        [error("asset-missing", place, "there is no file {path}", "add it, or remove what names it", path=path)]
    )


def _fingerprinted(path: str, data: bytes) -> Output:
    stem, _, suffix = path.rpartition(".")
    return Output(f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}", data)
