"""Scripts: each a module that makes a page more than it is without, and may import those that lie beside it."""

import re
from collections.abc import Mapping

from sitegen.diagnostics import Diagnostic, Place, SiteError, error
from sitegen.files import File, Output
from sitegen.plan.asset_files import find, fingerprinted, text_of

FOLDER = "assets/js/"
IMPORT = re.compile(r"""(?P<before>\b(?:from|import)\s*\(?\s*)"\./(?P<name>[a-z-]+)\.js\"""")
"""Where a script names one that lies beside it, to be loaded with it or when it is needed."""


def finished_scripts(by_path: Mapping[str, File]) -> dict[str, Output]:
    """Return each script by its name; what it imports is named by where that is published.

    Raises:
        SiteError: as `find` and `text_of` do, and if scripts import each other in a circle.

    """
    finished: dict[str, Output] = {}
    for path in sorted(by_path):
        if path.startswith(FOLDER) and path.endswith(".js"):
            _finish(path, by_path, finished, ())
    return {path.removeprefix(FOLDER).removesuffix(".js"): finished[path] for path in sorted(finished)}


def _finish(path: str, by_path: Mapping[str, File], finished: dict[str, Output], waiting: tuple[str, ...]) -> Output:
    """Return a finished script, and put it and those it imports among the finished ones; `waiting` import it."""
    from rjsmin import jsmin  # noqa: PLC0415  # most builds remember the result

    if path in finished:
        return finished[path]
    text = text_of(by_path[path])

    def published(match: re.Match[str]) -> str:
        imported, place = f"{FOLDER}{match['name']}.js", _place(match, path, text)
        if imported in (*waiting, path):
            raise SiteError([_circle(place, imported)])
        there = _finish(find(by_path, imported, place).path, by_path, finished, (*waiting, path)).path
        return f'{match["before"]}"./{there.rpartition("/")[2]}"'

    name = path.removeprefix(FOLDER)
    finished[path] = fingerprinted(f"assets/{name}", jsmin(IMPORT.sub(published, text)).encode())
    return finished[path]


def _place(match: re.Match[str], path: str, text: str) -> Place:
    line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
    return Place(path, line, column, len(match[0]))


def _circle(place: Place, path: str) -> Diagnostic:
    message, fix = "{path} needs this script, which needs {path}", "move what both need into a third file"
    return error("asset-circle", place, message, fix, path=path)
