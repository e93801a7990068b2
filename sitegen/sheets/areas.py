"""Areas that a workbook says cells are merged or linked over, looked at before the library makes each of these cells.

A few letters, E1:F1048576, would otherwise cost it minutes and gigabytes.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.sax import SAXException  # only what the safe parser raises
from xml.sax.handler import ContentHandler  # only what the safe parser tells of what it finds
from zipfile import ZipFile

from defusedxml.sax import parseString

from sitegen.diagnostics import Diagnostic, Place, SiteError
from sitegen.sheets import refusals
from sitegen.sheets.table import MAX_COLUMNS, MAX_ROWS, number_of, place_of

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl  # as above

MERGED, LINKED = "mergeCell", "hyperlink"
MAX_CELLS = 100_000  # in all areas of a workbook together: the library takes a second for them
AREA = re.compile(
    r"(?:.*!)?\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9][0-9]{0,6})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[1-9][0-9]{0,6}))?",
    re.IGNORECASE | re.DOTALL,
)
WHOLE = re.compile(r"(?:.*!)?\$?(?:[A-Z]{1,3}:\$?[A-Z]{1,3}|[0-9]+:\$?[0-9]+)", re.IGNORECASE | re.DOTALL)
PICTURES = "xl/media/"
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

Element = tuple[str, Mapping[str, str]]


class Area(NamedTuple):
    """A part of a sheet: what it is, as it is written, where it begins, and its size in rows and columns."""

    sort: str
    text: str
    start: tuple[int, int]
    size: tuple[int, int]


def refuse_vast(path: str, package: ZipFile) -> None:
    """Make sure that no area, nor all of them together, has more cells than can be read.

    Raises:
        SiteError: `sheet-merged`, `sheet-too-large`.
        ValueError: if a sheet is kept as a picture, whose size nobody looks at.

    """
    names = _sheet_names(package)
    if any(part.startswith(PICTURES) for part in names):
        raise ValueError(PICTURES)
    left = MAX_CELLS
    for part in (name for name in package.namelist() if not name.startswith(PICTURES)):
        for area in _areas(package.read(part)):
            rows, columns = area.size
            left -= rows * columns
            if left < 0 or rows > MAX_ROWS or columns > MAX_COLUMNS:
                raise SiteError([_vast(area, place_of(path, names.get(part, ""), *area.start))])


def _vast(area: Area, place: Place) -> Diagnostic:
    return refusals.merged_over(place, area.text) if area.sort == MERGED else refusals.linked_over(place, area.text)


def _areas(part: bytes) -> Iterator[Area]:
    """Yield the areas that a part names, if it can be any: names of elements stand in it as they are, or in UTF-16."""
    if MERGED.encode() in part or LINKED.encode() in part or b"\0" in part:
        for name, attributes in _elements(part, {MERGED, LINKED}):
            if area := _area(name, attributes.get("ref", "")):
                yield area


def _area(sort: str, text: str) -> Area | None:
    """Return an area, None for what the library does not take for one."""
    if WHOLE.fullmatch(text):
        return Area(sort, text, (1, 1), (MAX_ROWS + 1, MAX_COLUMNS + 1))
    match = AREA.fullmatch(text)
    if not match:
        return None
    top, left = int(match["top"]), number_of(match["left"])
    bottom, right = int(match["bottom"] or top), number_of(match["right"] or match["left"])
    return Area(sort, text, (top, left), (max(bottom - top + 1, 1), max(right - left + 1, 1)))


def _sheet_names(package: ZipFile) -> dict[str, str]:
    """Return the name of the sheet in each part, as far as the workbook tells."""
    parts = set(package.namelist())
    relations = _elements(package.read(RELATIONS), {"Relationship"}) if RELATIONS in parts else ()
    targets = {each.get("Id", ""): _normal(each.get("Target", "")) for _, each in relations}
    sheets = (each for _, each in _elements(package.read(BOOK), {"sheet"}))
    return {targets.get(_identifier(each), ""): each.get("name", "") for each in sheets}


def _normal(target: str) -> str:
    """Return the name of the part that the workbook names."""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _identifier(sheet: Mapping[str, str]) -> str:
    return next((value for name, value in sheet.items() if name.rpartition(":")[2] == "id"), "")


def _elements(part: bytes, names: set[str]) -> list[Element]:
    """Return the elements of some names in a part, none if it is no XML: the library refuses it then."""
    finder = _Finder(names)
    try:
        parseString(part, finder)
    except (SAXException, ValueError, LookupError):
        return []
    return finder.found


class _Finder(ContentHandler):
    """Notes elements of some names, whatever their prefix."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self._names = names
        self.found: list[Element] = []

    def startElement(self, name: str, attrs: "AttributesImpl") -> None:  # noqa: N802  # as the library calls it
        """Note an element."""
        if (plain := name.rpartition(":")[2]) in self._names:
            self.found.append((plain, dict(attrs.items())))
