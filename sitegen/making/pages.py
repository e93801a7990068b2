"""Pages and cards, made by whichever process: printed or drawn, and looked at."""

from collections.abc import Sequence

from msgspec import Struct, structs

from sitegen.diagnostics import Diagnostic, Place, error, warning
from sitegen.draw.cards import draw_card
from sitegen.files import Output
from sitegen.hosting import POLICY, Needs, Resources, needs_of_page, policy
from sitegen.making.weighing import Weighing, weighed
from sitegen.model import Card, Inspection, Job
from sitegen.plan import FACE
from sitegen.render import Template, render
from sitegen.verify import Secrets, inspect
from sitegen.write import Entry, entry_of


class Order(Struct, frozen=True):
    """A page to be made, or a card to be drawn with a font, with everything that making it sees."""

    job: Job | Card
    templates: tuple[Template, ...]
    secrets: Secrets
    weighing: Weighing = Weighing()
    face: bytes = b""
    resources: Resources | None = None
    """What style sheet and scripts need, on a site whose pages have a policy."""


def make_pages(orders: Sequence[Order]) -> tuple[tuple[Output, Entry, Inspection] | Diagnostic, ...]:
    """Return each page or card with its entry and what was found in it, or what is wrong with the templates."""
    return tuple(_card(order.job, order) if isinstance(order.job, Card) else _page(order.job, order)
                 for order in orders)  # fmt: skip


def _page(job: Job, order: Order) -> tuple[Output, Entry, Inspection] | Diagnostic:
    printed = render(job, order.templates)
    if isinstance(printed, Diagnostic):
        return printed
    needs = Needs.NOTHING
    if order.resources is not None:
        needs = needs_of_page(printed.data, order.resources)
        printed = Output(printed.path, printed.data.replace(POLICY.encode(), policy(needs).encode()))
    page, too_heavy = weighed(printed, job.template, order.weighing)
    found = inspect(page, order.secrets)
    if needs:
        found = structs.replace(found, needs=int(needs))
    if too_heavy:
        found = structs.replace(found, problems=(*found.problems, *too_heavy))
    return page, entry_of(page), found


def _card(card: Card, order: Order) -> tuple[Output, Entry, Inspection] | Diagnostic:
    try:
        png, missing = draw_card(card, order.face)
    except OSError:  # Pillow's for what is no font, or one of a kind that it does not know
        return error(
            "card-font",
            Place(FACE),
            "this is not a font that cards can be drawn with",
            "save it as TrueType or OpenType",
        )
    drawn = Output(card.path, png)
    found = inspect(drawn, order.secrets)
    if missing:
        found = structs.replace(found, problems=(*found.problems, _unlettered(card, missing)))
    return drawn, entry_of(drawn), found


def _unlettered(card: Card, missing: str) -> Diagnostic:
    return warning(
        "card-character",
        Place(card.origin),
        'the font of cards has no "{characters}": there are boxes instead on the card of "{title}"',
        "write it in other characters, or take a font that has them: docs/sharing.md",
        characters=missing,
        title=card.title,
    )
