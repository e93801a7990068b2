"""render: jobs -> bytes: templates print what plan decided.

The template engine is imported when something is printed: half of all builds find nothing to print.
"""

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.files import File, Output
from sitegen.model import Job
from sitegen.render.linking import link_templates
from sitegen.render.template import FOLDER, Template
from sitegen.results import Result

__all__ = ["FOLDER", "Template", "compile_templates", "link_templates", "render"]


def compile_templates(files: Sequence[File]) -> tuple[Result, ...]:
    """Return what becomes of each template by itself."""
    from sitegen.render.compilation import compiled  # noqa: PLC0415  # as said above

    return tuple(Result(compiled(file)) for file in files)


def render(job: Job, templates: tuple[Template, ...]) -> Output | Diagnostic:
    """Return the finished page, or what is wrong with the templates."""
    from sitegen.render.page import page  # noqa: PLC0415  # as said above

    return page(job, templates)
