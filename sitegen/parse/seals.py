"""The seals of sources, each in a file beside its source, which a command writes and nobody by hand."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.kinds.seal import Seal
from sitegen.model import SealFile, origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.parsed import Parsed
from sitegen.parse.text import decode
from sitegen.parse.whereabouts import sealed_in


def parse_seal(file: File, languages: Languages) -> Parsed:
    """Return the seal of a source; of one that is not as it was written, the first place is told where it is not."""
    source = sealed_in(file.path)
    sealed, problems = _sealed(file, source, languages)
    if sealed is not None and not problems:
        return Parsed(seal=sealed)
    place = min((problem.place for problem in problems), default=Place(file.path))
    return Parsed(problems=(_not_as_written(place, source),), broken=(("seal", source),))


def _sealed(file: File, source: str, languages: Languages) -> tuple[SealFile | None, tuple[Diagnostic, ...]]:
    text, unreadable = decode(file)
    if unreadable:
        return None, unreadable
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Mapping):
        return None, composed.problems
    reader = Reader(languages.codes, languages.timezone, composed.problems)
    (seal,) = reader.struct(composed.node, [Seal], "")
    problems = (*composed.problems, *reader.problems)
    if not isinstance(seal, Seal):
        return None, problems
    written = SealFile(source, seal, origin(file.path, reader.places))
    return written, (*problems, *_twice(written))


def _twice(written: SealFile) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, passage in enumerate(written.seal.passages):
        if passage.id in seen:
            yield _not_as_written(written.origin.place(f"passages.{number}.id"), written.source)
        seen.add(passage.id)


def _not_as_written(place: Place, source: str) -> Diagnostic:
    return error(
        "seal-damaged",
        place,
        "this seal is not as it was written",
        "put it back as it was, or compare the source with the original, and then: python build.py seal {source}",
        source=source,
    )
