"""Stylesheet, scripts and icon, small, and under names that change with their content."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from sitegen.diagnostics import Place
from sitegen.files import File, Output
from sitegen.fingerprint import fingerprint
from sitegen.hosting import Resources, resources_in
from sitegen.plan.asset_files import find, fingerprinted, integrity, text_of
from sitegen.plan.scripts import finished_scripts
from sitegen.results import Result
from sitegen.weight import Scale, scale_of

STYLESHEET = "assets/css/site.css"
ICON = "assets/icons/icon.svg"
FACE = "assets/fonts/card.otf"
"""The font of cards, the one font that is not published: docs/sharing.md."""
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>[a-z-]+)\);')


class Assets(Struct, frozen=True):
    """Where stylesheet, icon and scripts are published, each script by its name, the files, and what they weigh.

    `face` tells one font of cards from another; it is empty if there is none.
    """

    stylesheet: str
    icon: str
    outputs: tuple[Output, ...]
    scripts: Mapping[str, str] = {}
    scale: Scale = Scale()
    face: str = ""
    resources: Resources = {}
    """What style sheet and scripts need, by the names of their files."""
    integrity: Mapping[str, str] = {}
    """What tells browsers that a style sheet or a script is the one that was meant, by its path."""


def bundle(files: Iterable[File]) -> Assets:
    """Return the stylesheet in one piece, the scripts and the icon.

    Raises:
        SiteError: as `find`, `text_of` and `finished_scripts` do.

    """
    from rcssmin import cssmin  # noqa: PLC0415  # most builds remember the result

    by_path = {file.path: file for file in files}
    stylesheet = fingerprinted("assets/site.css", cssmin(_inlined(by_path), keep_bang_comments=True).encode())
    icon = fingerprinted("assets/icon.svg", find(by_path, ICON, Place(ICON)).data)
    scripts = finished_scripts(by_path)
    outputs = (stylesheet, icon, *scripts.values())
    scale = scale_of((output.path, output.data) for output in outputs)
    addresses = {name: script.path for name, script in scripts.items()}
    face = fingerprint(by_path[FACE].data).hex() if FACE in by_path else ""
    loaded = (stylesheet, *scripts.values())
    resources = resources_in((output.path, output.data) for output in loaded)
    return Assets(stylesheet.path, icon.path, outputs, addresses, scale, face, resources,
                  {output.path: integrity(output.data) for output in loaded})  # fmt: skip


def bundle_assets(trees: Sequence[Sequence[File]]) -> tuple[Result, ...]:
    """Return the stylesheet and the icon that each set of files makes.

    Raises:
        SiteError: as `bundle` does.

    """
    return tuple(Result(msgspec.msgpack.encode(bundle(files))) for files in trees)


def assets_in(head: bytes) -> Assets:
    """Return the stylesheet and the icon."""
    return msgspec.msgpack.decode(head, type=Assets)


def _inlined(by_path: Mapping[str, File]) -> str:
    """Return the stylesheet with every imported file in its place, in its layer."""
    text = text_of(find(by_path, STYLESHEET, Place(STYLESHEET)))
    return IMPORT.sub(lambda match: _layer(match, text, by_path), text)


def _layer(match: re.Match[str], text: str, by_path: Mapping[str, File]) -> str:
    place = Place(STYLESHEET, text.count("\n", 0, match.start()) + 1, 1, len(match[0]))
    imported = find(by_path, f"assets/css/{match['path']}", place)
    return f"@layer {match['layer']} {{\n{text_of(imported)}}}\n"
