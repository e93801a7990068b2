"""A page, printed."""

from jinja2 import TemplateError

from sitegen.diagnostics import Diagnostic
from sitegen.files import Output
from sitegen.model import Job
from sitegen.render.environment import environment
from sitegen.render.template import Template


def page(job: Job, templates: tuple[Template, ...]) -> Output | Diagnostic:
    """Return the finished page, or what is wrong with the templates."""
    try:
        return Output(job.output, environment(templates).get_template(job.template).render(job.context).encode())
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as problem:
        from sitegen.render.faults import fault  # noqa: PLC0415  # most builds find nothing wrong with templates

        return fault(problem, job, templates)
