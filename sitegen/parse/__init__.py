"""parse: files -> content: typed facts and words, bodies, and where each of them was written."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.model import Content, File, Sources
from sitegen.parse.datasets import FOLDER as DATASETS
from sitegen.parse.datasets import parse_datasets
from sitegen.parse.documents import parse_documents
from sitegen.parse.languages import languages_of
from sitegen.parse.records import FILES, parse_records
from sitegen.parse.settings import SETTINGS, parse_settings
from sitegen.parse.strings import STRINGS, parse_strings
from sitegen.parse.updates import FOLDER as TASKS
from sitegen.parse.updates import SUFFIX as UPDATES
from sitegen.parse.updates import parse_updates

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
    records = parse_records((file for file in sources.content if file.path in FILES), languages)
    updates = parse_updates((file for file in sources.content if _is_log(file)), languages)
    strings = parse_strings((file for file in sources.content if STRINGS.fullmatch(file.path)), languages)
    datasets, spoilt = parse_datasets(file for file in sources.content if _is_dataset(file))
    content = Content(
        settings,
        origin,
        strings.words,
        documents.documents,
        documents.loose,
        records.records,
        updates.logs,
        datasets,
        documents.broken | records.broken | updates.broken,
    )
    unknown = (_unknown_file(file.path) for file in sources.content if not _is_known(file))
    parts = (unsettled, documents.problems, records.problems, updates.problems, strings.problems, spoilt, unknown)
    return content, tuple(problem for part in parts for problem in part)


def _is_log(file: File) -> bool:
    return file.path.startswith(TASKS) and file.path.endswith(UPDATES)


def _is_dataset(file: File) -> bool:
    return file.path.startswith(DATASETS) and file.path.endswith(".csv")


def _is_known(file: File) -> bool:
    if file.path == SETTINGS or file.path in FILES or file.path.endswith(".md") or STRINGS.fullmatch(file.path):
        return True
    return file.path.startswith(IMAGES) or _is_log(file) or _is_dataset(file)


def _unknown_file(path: str) -> Diagnostic:
    folder, _, name = path.rpartition("/")
    guess = nearest(name, NAMES) if folder == "content" else ""
    return error(
        "unknown-file",
        Place(path),
        "this is not a content file, and nothing uses it" + ('; did you mean "{guess}"?' if guess else ""),
        f"{INSTEAD.get(f'{folder}/', GENERALLY)}, or remove it",
        guess=guess,
        names=", ".join(NAMES),
    )


NAMES = sorted(path.rpartition("/")[2] for path in (*FILES, SETTINGS))
INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        TASKS: f"name it after a task, as in {TASKS}green-police-cars{UPDATES}",
        DATASETS: "save it as a CSV file",
        "content/strings/": "name it after a language, as in content/strings/ko.yaml",
    }
)
GENERALLY = "write it as a .md file in a folder, or in one of the lists {names}"
