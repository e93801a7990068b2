"""Pages, made by whichever process: printed, and looked at."""

from collections.abc import Sequence

from msgspec import Struct, structs

from sitegen.diagnostics import Diagnostic
from sitegen.files import Output
from sitegen.making.weighing import Weighing, weighed
from sitegen.model import Inspection, Job
from sitegen.render import Template, render
from sitegen.verify import Secrets, inspect
from sitegen.write import Entry, entry_of


class Order(Struct, frozen=True):
    """A page to be made, with everything that making it sees."""

    job: Job
    templates: tuple[Template, ...]
    secrets: Secrets
    weighing: Weighing = Weighing()


def make_pages(orders: Sequence[Order]) -> tuple[tuple[Output, Entry, Inspection] | Diagnostic, ...]:
    """Return each page with its entry and what was found in it, or what is wrong with the templates."""
    return tuple(_page(order) for order in orders)


def _page(order: Order) -> tuple[Output, Entry, Inspection] | Diagnostic:
    printed = render(order.job, order.templates)
    if isinstance(printed, Diagnostic):
        return printed
    page, too_heavy = weighed(printed, order.job.template, order.weighing)
    found = inspect(page, order.secrets)
    if too_heavy:
        found = structs.replace(found, problems=(*found.problems, *too_heavy))
    return page, entry_of(page), found
