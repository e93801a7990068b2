"""Where content stands that is no document: which file holds what."""

import re

from sitegen.kinds import PAGE_KINDS, RECORD_KINDS

SETTINGS = "content/site.yaml"
RECORDS = {f"content/{kind.file}": kind for kind in RECORD_KINDS.values()}
STRINGS = re.compile(r"content/strings/(?P<language>[a-z]{2,3})\.yaml")
IMAGES = "content/images/"
TASKS = "content/tasks/"
UPDATES = ".updates.yaml"
SOURCES = "content/sources/"
SEAL = ".seal.yaml"
DATASETS = "content/indicators/"
CHART = ".chart.yaml"


def page_path(kind: str, identifier: str, language: str) -> str:
    """Return the path of a thing's file in a language."""
    return f"content/{PAGE_KINDS[kind].folder}/{identifier}.{language}.md"


def list_path(kind: str) -> str:
    """Return the path of the list of all records of a kind."""
    return f"content/{RECORD_KINDS[kind].file}"


def log_of(task: str) -> str:
    """Return the path of the file that holds the updates of a task."""
    return f"{TASKS}{task}{UPDATES}"


def task_of(log: str) -> str:
    """Return the task whose updates a file holds."""
    return log.removeprefix(TASKS).removesuffix(UPDATES)


def is_log(path: str) -> bool:
    """Whether a file holds the updates of a task."""
    return path.startswith(TASKS) and path.endswith(UPDATES)


def seal_path(source: str) -> str:
    """Return the path of the file that holds the seal of a source."""
    return f"{SOURCES}{source}{SEAL}"


def sealed_in(seal: str) -> str:
    """Return the source whose seal a file holds."""
    return seal.removeprefix(SOURCES).removesuffix(SEAL)


def is_seal(path: str) -> bool:
    """Whether a file holds the seal of a source."""
    return path.startswith(SOURCES) and path.endswith(SEAL)


def is_dataset(path: str) -> bool:
    """Whether a file holds the data of indicators."""
    return path.startswith(DATASETS) and path.endswith(".csv")


def is_chart(path: str) -> bool:
    """Whether a file says how the data of an indicator is drawn."""
    return path.startswith(DATASETS) and path.endswith(CHART)


def chart_of(indicator: str) -> str:
    """Return the path of the file that says how the data of an indicator is drawn."""
    return f"{DATASETS}{indicator}{CHART}"


def indicator_of(chart: str) -> str:
    """Return the indicator whose data a file says how to draw."""
    return chart.removeprefix(DATASETS).removesuffix(CHART)
