"""Stamping translations on disk: what each file is, what would be written, and writing it in one step."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct, structs

from sitegen.diagnostics import RefusedError, SiteError, errors, nearest
from sitegen.files import File
from sitegen.model import Document
from sitegen.parse import SETTINGS, Reading, choose, decode, languages_of, parse_files, settings_in, settle
from sitegen.read import load, survey_content
from sitegen.stamping import UnclearError, stamped
from sitegen.translations import original_among, stamp
from sitegen.write.placement import MeanwhileError, Placement, put


class Stamping(Struct, frozen=True):
    """A translation with its original, both by path, and the bytes of its file, as they are and as they are to be."""

    path: str
    original: str
    location: str
    before: bytes
    after: bytes


class Translations:
    """The texts of a folder of content, each read when it is asked for.

    Raises:
        SiteError: if there is no such folder, or no settings that say in which languages they are.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = survey_content(folder)
        self._sightings = {sighting.path: sighting for sighting in found.content}
        written = self._file(SETTINGS) if SETTINGS in self._sightings else None
        settings, _, problems = settings_in(settle([written])[0].head)
        if settings is None:
            raise SiteError(problems)
        self._languages = languages_of(settings)
        self._choice = choose(self._sightings, self._languages)

    def text(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is no such file."""
        with suppress(SiteError):
            return load(self._sightings[path]) if path in self._sightings else None
        return None

    def stamping(self, file: Path) -> Stamping:
        """Return what is to be written so that a file says that it is a translation of its original as it is now.

        Raises:
            RefusedError: if it is no translation, or not written so that a line can be put into it.
            SiteError: if it or its original is not understood.

        """
        path = self._path(file)
        documents = self._versions(path)
        bearer = next(found for found in documents.values() if found.has_facts)
        original, found = original_among(documents, bearer), _of(path, documents)
        if found is original:
            raise _is_original(path, [other.origin.path for other in documents.values()])
        before, mark = self._file(path).data, stamp(original, found)
        try:
            after = before if found.stamp == mark else stamped(before, found, mark)
            self._verify(path, after, found, mark)
        except UnclearError:
            raise RefusedError(
                "{path}: no line can be put in without changing more. Add this one yourself: translated_from: {mark}",
                path=path,
                mark=mark,
            ) from None
        return Stamping(path, original.origin.path, self._sightings[path].location, before, after)

    def _path(self, file: Path) -> str:
        """Return the path by which a text is known."""
        folder, there = self._folder.resolve(), file.resolve()
        below = there.relative_to(folder).as_posix() if there.is_relative_to(folder) else file.as_posix()
        path = normalize("NFC", f"content/{below}")
        if path in self._choice.bearers and path.endswith(".md"):
            return path
        raise _no_text(
            file, self._folder, nearest(path, (text for text in self._choice.bearers if text.endswith(".md")))
        )

    def _versions(self, path: str) -> dict[str, Document]:
        """Return the texts of a thing by language, the default one first."""
        bearers = self._choice.bearers
        paths = [other for other in bearers if bearers[other] == bearers[path]]
        readings = [Reading(self._file(other), bearers[other], self._languages) for other in paths]
        found = [decode(result.head) for result in parse_files(readings)]
        if problems := errors(problem for each in found for problem in each.problems):
            raise SiteError(problems)
        return {each.document.language: each.document for each in found if each.document is not None}

    def _verify(self, path: str, data: bytes, before: Document, mark: str) -> None:
        """Make sure that nothing but the stamp has another value than before.

        Raises:
            UnclearError: if anything has.

        """
        reading = Reading(File(path, data), self._choice.bearers[path], self._languages)
        after = decode(parse_files((reading,))[0].head).document
        if after is None or after.stamp != mark or _without_stamp(after) != _without_stamp(before):
            raise UnclearError

    def _file(self, path: str) -> File:
        return File(path, load(self._sightings[path]))


def write(stamping: Stamping) -> None:
    """Put the file with the stamp in the place of the one without, in one step.

    Raises:
        OSError: if the disk does not let us.
        RefusedError: if somebody has changed the file meanwhile.

    """
    if stamping.before == stamping.after:
        return
    try:
        put([Placement(Path(stamping.location), stamping.after, stamping.before)])
    except MeanwhileError:
        raise RefusedError("{path} was changed meanwhile; try again.", path=stamping.path) from None


def _of(path: str, documents: Mapping[str, Document]) -> Document:
    return next(found for found in documents.values() if found.origin.path == path)


def _without_stamp(document: Document) -> tuple[object, ...]:
    facts = document.facts if document.has_facts else None
    return facts, structs.replace(document.words, translated_from=None), document.body


def _no_text(file: Path, folder: Path, guess: str) -> RefusedError:
    return RefusedError(
        "{file} is not a text in {folder}/; did you mean {guess}?" if guess else "{file} is not a text in {folder}/.",
        file=file,
        folder=folder,
        guess=guess,
    )


def _is_original(path: str, versions: list[str]) -> RefusedError:
    others = ", ".join(other for other in versions if other != path)
    return RefusedError(
        "{path} is the original. Its translations: {others}"
        if others
        else "{path} is the original. It has no translation.",
        path=path,
        others=others,
    )
