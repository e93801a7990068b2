"""The pictures of a site, made by other processes while this one goes on, and remembered."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from msgspec import Struct

from sitegen.cache.memo import Memo, Wanted
from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.imaging import Imaged, files_in, imaged_in, render_pictures
from sitegen.kinds.records import Image
from sitegen.model import PICTURE, Picture, Record, Site
from sitegen.sources import Sources

FOLDER = "content/images/"


class Photograph(Struct, frozen=True):
    """A photograph that a page shows: the id of its record, and its file."""

    id: str
    path: str


class Pictures:
    """Pictures that are being made: what was not made of these very bytes before begins at once."""

    def __init__(self, site: Site, sources: Sources, memo: Memo) -> None:
        self._sources = sources
        self._memo = memo
        self._missing = tuple(_missing(site, sources))
        self._photographs = tuple(_photographs(site, sources))
        wanted = [self._wanted(photograph) for photograph in self._photographs]
        self._made = memo.begin(render_pictures, wanted, "spread")

    @cached_property
    def _imaged(self) -> tuple[Imaged, ...]:
        return tuple(map(imaged_in, self._made()))

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is not there, or cannot be made into a picture; to know that, all must be done."""
        pairs = zip(self._photographs, self._imaged, strict=True)
        return (*self._missing, *(_refused(photograph, imaged) for photograph, imaged in pairs if not imaged.picture))

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The pictures that there are by the ids of their records; to know that, all must be done."""
        pairs = zip(self._photographs, self._imaged, strict=True)
        return {photograph.id: imaged.picture for photograph, imaged in pairs if imaged.picture}

    def files(self, identifier: str) -> tuple[bytes, ...]:
        """Return the files of a picture that there is."""
        photograph = next(known for known in self._photographs if known.id == identifier)
        return files_in(self._memo.rest(render_pictures, self._wanted(photograph)))

    def _wanted(self, photograph: Photograph) -> Wanted[bytes]:
        key = self._memo.key("picture", self._sources.digest(photograph.path))
        return Wanted(key, lambda: self._sources.file(photograph.path).data)


def _photographs(site: Site, sources: Sources) -> Iterator[Photograph]:
    """Yield the photographs that published things show; others are not published."""
    records = site.records["image"]
    shown = set(_shown(site)) if records else set()
    for identifier, record in records.items():
        if identifier in shown and _path(record) in sources.seen:
            yield Photograph(identifier, _path(record))


def _shown(site: Site) -> Iterator[str]:
    for items in site.items.values():
        for item in items.values():
            named = (reference for document in item.documents.values() for reference in document.references)
            yield from (reference.id for reference in named if reference.kind == PICTURE)
            targets = (target.partition(":") for outline in item.outlines.values() for target in outline.targets)
            yield from (identifier for kind, _, identifier in targets if kind == PICTURE)


def _missing(site: Site, sources: Sources) -> Iterator[Diagnostic]:
    """Yield what is wrong with pictures whose files are not there; a draft that nothing shows may wait for its file."""
    records = {**site.records["image"], **site.withheld_records["image"]}
    missing = {identifier: record for identifier, record in records.items() if _path(record) not in sources.seen}
    shown = set(_shown(site)) if missing else set()
    for identifier, record in missing.items():
        if identifier in shown or not record.is_draft:
            place, fix = record.origin.place("file"), "put it there, or correct the name"
            yield error("image-missing", place, "there is no file {path}", fix, path=_path(record))


def _path(record: Record) -> str:
    return FOLDER + cast("Image", record.value).file


def _refused(photograph: Photograph, imaged: Imaged) -> Diagnostic:
    return error("image-refused", Place(photograph.path), Translatable(imaged.fault), imaged.fix, **imaged.values)
