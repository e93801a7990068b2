"""Sealing sources on disk: what each of them says, what its seal says of that, and writing a new one in one step."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from sitegen.content_folder import ContentFolder, Written, put_text
from sitegen.diagnostics import RefusedError, nearest
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.references import Reference
from sitegen.kinds.seal import Seal
from sitegen.kinds.source import SourceFacts
from sitegen.model import Document
from sitegen.parse import Reading, decode, parse_files
from sitegen.parse.whereabouts import seal_path
from sitegen.seals import Difference, difference, paragraphs, seal_of, seal_text
from sitegen.write.placement import Placement

NEWS = "content/news/"


class Sealing(Struct, frozen=True):
    """A source, in what it differs from its seal, and the bytes of that file: as they are, and as they are to be.

    `before` is None if there is no seal yet, `after` is None if there is nothing to seal. `paragraphs` counts those of
    its whole text, where we give it, and `is_text_new` says that they are not the ones that were sealed.
    """

    source: str
    difference: Difference
    passages: int
    paragraphs: int
    is_text_new: bool
    path: str
    location: Path
    before: bytes | None
    after: bytes | None

    @property
    def is_needed(self) -> bool:
        """Whether the source is not sealed as it is; how the file is laid out does not count."""
        return self.after is not None and (
            self.before is None or self.difference != Difference((), (), ()) or self.is_text_new
        )


class SourceTexts(ContentFolder):
    """The sources of a folder of content, and the news that give their texts in full."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all sources."""
        return tuple(self._bearers("source"))

    def named(self, text: str) -> str:
        """Return the id of the source that an id, or the path of one of its files, names.

        Raises:
            RefusedError: if there is none.

        """
        known = self.ids
        name = _id_in(normalize("NFC", text).replace("\\", "/"))
        if name in known:
            return name
        guess = nearest(name, known)
        raise RefusedError(
            '"{source}" is not a source in {folder}/sources/; did you mean "{guess}"?'
            if guess
            else '"{source}" is not a source in {folder}/sources/.',
            source=text,
            folder=self.folder,
            guess=guess,
        )

    def sealings(self, sources: Iterable[str]) -> tuple[Sealing, ...]:
        """Return what is to be written for each source, so that it is sealed as it is now.

        Raises:
            SiteError: if one of them, or a news item, is not understood.

        """
        wanted = tuple(dict.fromkeys(sources))
        known = self._bearers("source")
        written = _texts(self.written(known[source] for source in wanted))
        news = _texts(self.written(path for path in self.bearers if path.startswith(NEWS))) if wanted else ()
        return tuple(self._sealing(document, _whole_text(document, news)) for document, _ in written)

    def _sealing(self, document: Document, whole_text: Sequence[str]) -> Sealing:
        facts = document.facts
        assert isinstance(facts, SourceFacts)  # noqa: S101  # narrows the type: the kind of the document says so
        path = seal_path(document.id)
        before = self.text(path)
        then, now = self._sealed(path, before), seal_of(facts, whole_text)
        is_wanted = bool(now.passages or now.whole_text or before is not None)
        return Sealing(
            source=document.id,
            difference=difference(facts, then),
            passages=len(now.passages),
            paragraphs=len(now.whole_text),
            is_text_new=now.whole_text != then.whole_text,
            path=path,
            location=Path(self.sightings[document.origin.path].location).with_name(path.rpartition("/")[2]),
            before=before,
            after=seal_text(document.id, now).encode() if is_wanted else None,
        )

    def _sealed(self, path: str, data: bytes | None) -> Seal:
        """Return the seal that a file holds; one that is damaged or not there holds nothing."""
        if data is None:
            return Seal()
        parsed = decode(parse_files((Reading(File(path, data), "", self.languages),))[0].head)
        return parsed.seal.seal if parsed.seal else Seal()

    def _bearers(self, kind: str) -> dict[str, str]:
        """Return the path of the file with the facts of each thing of a kind, by id."""
        folder = f"content/{PAGE_KINDS[kind].folder}/"
        bearers = {bearer for bearer in self.bearers.values() if bearer.startswith(folder)}
        return {_id_in(bearer): bearer for bearer in sorted(bearers)}


def write(sealing: Sealing) -> None:
    """Put the new seal in the place of the old one, in one step.

    Raises:
        OSError: if the disk does not let us.
        RefusedError: if somebody has changed it meanwhile.

    """
    if sealing.after is None or not sealing.is_needed:
        return
    put_text(sealing.path, Placement(sealing.location, sealing.after, sealing.before))


def _texts(found: Iterable[Written]) -> tuple[tuple[Document, str], ...]:
    """Return the documents among what files say, each with its Markdown."""
    return tuple((each.parsed.document, each.body) for each in found if each.parsed.document is not None)


def _whole_text(source: Document, news: Sequence[tuple[Document, str]]) -> tuple[str, ...]:
    """Return the text that the first news item gives in full of a source, in its language; nothing if none does."""
    reference = Reference("reproduces", "source", source.id)
    giving = {document.id for document, _ in news if reference in document.references}
    language = getattr(source.facts, "language", "")
    found = (each for each in news if each[0].id in giving and each[0].language == language)
    text = next(found, None)
    return tuple(each.words for each in paragraphs(*text)) if text else ()


def _id_in(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
