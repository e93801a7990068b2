"""parse: files -> content: typed facts and words, bodies, and where each of them was written."""

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.model import Content, File, Sources
from sitegen.parse.datasets import FOLDER as DATASETS
from sitegen.parse.datasets import parse_datasets
from sitegen.parse.documents import parse_documents
from sitegen.parse.languages import languages_of
from sitegen.parse.records import FILES, UPDATES, parse_records
from sitegen.parse.settings import SETTINGS, parse_settings
from sitegen.parse.strings import STRINGS, parse_strings

__all__ = ["parse"]

IMAGES = "content/images/"


def parse(sources: Sources) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Return the content, None if not even the settings can be understood, and every problem found."""
    by_path = {file.path: file for file in sources.content}
    settings, origin, unsettled = parse_settings(by_path.get(SETTINGS))
    if settings is None:
        return None, unsettled
    languages = languages_of(settings)
    documents = parse_documents((file for file in sources.content if file.path.endswith(".md")), languages)
    records = parse_records((file for file in sources.content if _is_list(file)), languages)
    strings = parse_strings((file for file in sources.content if STRINGS.fullmatch(file.path)), languages)
    datasets, spoilt = parse_datasets(file for file in sources.content if _is_dataset(file))
    content = Content(
        settings,
        origin,
        strings.words,
        documents.documents,
        records.records,
        records.updates,
        datasets,
        documents.broken | records.broken,
    )
    unknown = tuple(_unknown_file(file.path) for file in sources.content if not _is_known(file))
    return content, (*unsettled, *documents.problems, *records.problems, *strings.problems, *spoilt, *unknown)


def _is_list(file: File) -> bool:
    return file.path in FILES or (file.path.startswith("content/tasks/") and file.path.endswith(UPDATES))


def _is_dataset(file: File) -> bool:
    return file.path.startswith(DATASETS) and file.path.endswith(".csv")


def _is_known(file: File) -> bool:
    if file.path == SETTINGS or file.path.endswith(".md") or _is_list(file) or STRINGS.fullmatch(file.path):
        return True
    return file.path.startswith(IMAGES) or _is_dataset(file)


def _unknown_file(path: str) -> Diagnostic:
    guess = nearest(path, (*FILES, SETTINGS))
    return error(
        "unknown-file",
        Place(path),
        "this is not a content file, and nothing uses it" + ("; did you mean {guess}?" if guess else ""),
        "content is .md files in folders, and the lists {lists}; rename the file, or remove it",
        lists=", ".join(sorted(path.removeprefix("content/") for path in FILES)),
        guess=guess,
    )
