"""render: jobs -> bytes: templates print what plan decided."""

from collections.abc import Iterable

from jinja2 import Environment, TemplateError

from sitegen.diagnostics import Diagnostic
from sitegen.model import File, Job, Output
from sitegen.render.environment import environment
from sitegen.render.faults import fault

__all__ = ["render"]


def render(jobs: Iterable[Job], templates: tuple[File, ...]) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Return the finished pages, and what is wrong with templates, each fault once."""
    tools = environment(templates)
    outputs: list[Output] = []
    problems: dict[tuple[object, str], Diagnostic] = {}
    for job in jobs:
        made = _page(job, tools, templates)
        if isinstance(made, Output):
            outputs.append(made)
        else:
            problems.setdefault((made.place, made.code), made)
    return tuple(outputs), tuple(problems.values())


def _page(job: Job, tools: Environment, templates: tuple[File, ...]) -> Output | Diagnostic:
    try:
        return Output(job.output, tools.get_template(job.template).render(job.context).encode())
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as problem:
        return fault(problem, job, templates)
