"""Stamping translations on disk: what each file is, what would be written, and writing it in one step."""

from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct, structs

from sitegen.content_folder import ContentFolder, put_text
from sitegen.diagnostics import RefusedError, nearest
from sitegen.files import File
from sitegen.model import Document
from sitegen.parse import Reading, decode, parse_files
from sitegen.stamping import UnclearError, stamped
from sitegen.translations import original_among, stamp
from sitegen.write.placement import Placement


class Stamping(Struct, frozen=True):
    """A translation with its original, both by path, and the bytes of its file, as they are and as they are to be."""

    path: str
    original: str
    location: str
    before: bytes
    after: bytes


class Translations(ContentFolder):
    """The texts of a folder of content, and what each of them is made from."""

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
        before, mark = self.file(path).data, stamp(original, found)
        try:
            after = before if found.stamp == mark else stamped(before, found, mark)
            self._verify(path, after, found, mark)
        except UnclearError:
            raise RefusedError(
                "{path}: no line can be put in without changing more. Add this one yourself: translated_from: {mark}",
                path=path,
                mark=mark,
            ) from None
        return Stamping(path, original.origin.path, self.sightings[path].location, before, after)

    def _path(self, file: Path) -> str:
        """Return the path by which a text is known."""
        folder, there = self.folder.resolve(), file.resolve()
        below = there.relative_to(folder).as_posix() if there.is_relative_to(folder) else file.as_posix()
        path = normalize("NFC", f"content/{below}")
        if path in self.bearers and path.endswith(".md"):
            return path
        raise _no_text(file, self.folder, nearest(path, (text for text in self.bearers if text.endswith(".md"))))

    def _versions(self, path: str) -> dict[str, Document]:
        """Return the texts of a thing by language, the default one first."""
        paths = [other for other in self.bearers if self.bearers[other] == self.bearers[path]]
        found = (each.parsed.document for each in self.written(paths))
        return {document.language: document for document in found if document is not None}

    def _verify(self, path: str, data: bytes, before: Document, mark: str) -> None:
        """Make sure that nothing but the stamp has another value than before.

        Raises:
            UnclearError: if anything has.

        """
        reading = Reading(File(path, data), self.bearers[path], self.languages)
        after = decode(parse_files((reading,))[0].head).document
        if after is None or after.stamp != mark or _without_stamp(after) != _without_stamp(before):
            raise UnclearError


def write(stamping: Stamping) -> None:
    """Put the file with the stamp in the place of the one without, in one step.

    Raises:
        OSError: if the disk does not let us.
        RefusedError: if somebody has changed the file meanwhile.

    """
    if stamping.before == stamping.after:
        return
    put_text(stamping.path, Placement(Path(stamping.location), stamping.after, stamping.before))


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
