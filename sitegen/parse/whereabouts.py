"""Where content stands that is no document: which file holds what."""

import re

from sitegen.kinds import RECORD_KINDS

SETTINGS = "content/site.yaml"
RECORDS = {f"content/{kind.file}": kind for kind in RECORD_KINDS.values()}
STRINGS = re.compile(r"content/strings/(?P<language>[a-z]{2,3})\.yaml")
IMAGES = "content/images/"
TASKS = "content/tasks/"
UPDATES = ".updates.yaml"
DATASETS = "content/indicators/"


def is_log(path: str) -> bool:
    """Whether a file holds the updates of a task."""
    return path.startswith(TASKS) and path.endswith(UPDATES)


def is_dataset(path: str) -> bool:
    """Whether a file holds the data of indicators."""
    return path.startswith(DATASETS) and path.endswith(".csv")
