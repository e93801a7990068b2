"""What every page is rendered from."""

from collections.abc import Sequence

from msgspec import Struct

from sitegen.model import Job
from sitegen.plan.frame import frame
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import output_path
from sitegen.views.frame import Page


def job(template: str, view: Struct, page: Page, at: Standpoint, spoken: Sequence[str]) -> Job:
    """Return the job of the page at `at.here`, which exists in the languages `spoken`."""
    context = {"words": at.wording.strings, "frame": frame(at, spoken), "page": page, "view": view}
    return Job(output_path(at.here), f"pages/{template}.html", context)
