"""Sealing sources on disk: what each of them says, what its seal says of that, and writing a new one in one step."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct

from sitegen.diagnostics import RefusedError, SiteError, errors, nearest
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.references import Reference
from sitegen.kinds.seal import Seal
from sitegen.kinds.source import SourceFacts
from sitegen.model import Document
from sitegen.parse import SETTINGS, Reading, choose, decode, languages_of, parse_files, settings_in, settle
from sitegen.parse.whereabouts import seal_path
from sitegen.read import load, survey_content
from sitegen.seals import Difference, difference, paragraphs, seal_of, seal_text
from sitegen.write.placement import MeanwhileError, Placement, put

NEWS = "content/news/"


class Written(NamedTuple):
    """A text, and its Markdown."""

    document: Document
    body: str


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


class SourceTexts:
    """The sources of a folder of content, and the news that give their texts in full.

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

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all sources."""
        return tuple(self._bearers("source"))

    def text(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is no such file."""
        with suppress(SiteError):
            return load(self._sightings[path]) if path in self._sightings else None
        return None

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
            folder=self._folder,
            guess=guess,
        )

    def sealings(self, sources: Iterable[str]) -> tuple[Sealing, ...]:
        """Return what is to be written for each source, so that it is sealed as it is now.

        Raises:
            SiteError: if one of them, or a news item, is not understood.

        """
        wanted = tuple(dict.fromkeys(sources))
        known = self._bearers("source")
        written = self._texts([known[source] for source in wanted])
        news = self._texts([path for path in self._choice.bearers if path.startswith(NEWS)]) if wanted else ()
        return tuple(self._sealing(each.document, _whole_text(each.document, news)) for each in written)

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
            location=Path(self._sightings[document.origin.path].location).with_name(path.rpartition("/")[2]),
            before=before,
            after=seal_text(document.id, now).encode() if is_wanted else None,
        )

    def _sealed(self, path: str, data: bytes | None) -> Seal:
        """Return the seal that a file holds; one that is damaged or not there holds nothing."""
        if data is None:
            return Seal()
        parsed = decode(parse_files((Reading(File(path, data), "", self._languages),))[0].head)
        return parsed.seal.seal if parsed.seal else Seal()

    def _bearers(self, kind: str) -> dict[str, str]:
        """Return the path of the file with the facts of each thing of a kind, by id."""
        folder = f"content/{PAGE_KINDS[kind].folder}/"
        bearers = {bearer for bearer in self._choice.bearers.values() if bearer.startswith(folder)}
        return {_id_in(bearer): bearer for bearer in sorted(bearers)}

    def _texts(self, paths: Sequence[str]) -> tuple[Written, ...]:
        """Return what files say, each with its Markdown.

        Raises:
            SiteError: if one is not understood.

        """
        results = parse_files(
            [Reading(self._file(path), self._choice.bearers[path], self._languages) for path in paths]
        )
        found = [decode(result.head) for result in results]
        if problems := errors(problem for each in found for problem in each.problems):
            raise SiteError(problems)
        return tuple(
            Written(each.document, result.rest.decode(errors="surrogatepass"))
            for each, result in zip(found, results, strict=True)
            if each.document is not None
        )

    def _file(self, path: str) -> File:
        return File(path, load(self._sightings[path]))


def write(sealing: Sealing) -> None:
    """Put the new seal in the place of the old one, in one step.

    Raises:
        OSError: if the disk does not let us.
        RefusedError: if somebody has changed it meanwhile.

    """
    if sealing.after is None or not sealing.is_needed:
        return
    try:
        put([Placement(sealing.location, sealing.after, sealing.before)])
    except MeanwhileError:
        raise RefusedError("{path} was changed meanwhile; try again.", path=sealing.path) from None


def _whole_text(source: Document, news: Iterable[Written]) -> tuple[str, ...]:
    """Return the text that the first news item gives in full of a source, in its language; nothing if none does."""
    reference = Reference("reproduces", "source", source.id)
    giving = {each.document.id for each in news if reference in each.document.references}
    language = getattr(source.facts, "language", "")
    found = (each for each in news if each.document.id in giving and each.document.language == language)
    text = next(found, None)
    return tuple(each.words for each in paragraphs(text.document, text.body)) if text else ()


def _id_in(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
