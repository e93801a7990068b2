"""Pictures as pages show them: in every format and width there is, and a browser takes the lightest that will do."""

from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter

from sitegen import model
from sitegen.kinds.records import Image
from sitegen.plan.wording import Wording
from sitegen.urls import picture_path
from sitegen.views.parts import Illustration, Phrase

SIZES = "(min-width: 48em) 38rem, 100vw"
"""How wide a picture is on a page, as assets/css/components/picture.css makes it."""
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}
NOTHING = Phrase("")

Href = Callable[[str], str]
"""Returns what a page writes to link to a file."""


def pictured(  # noqa: PLR0913  # what a picture is to a page
    image: Image,
    picture: model.Picture,
    texts: tuple[Phrase | None, Phrase | None, Phrase],
    href: Href,
    wording: Wording,
    *,
    is_first: bool,
    is_folded: bool,
) -> Illustration | None:
    """Return a picture; `texts` are its description, caption and author. None for mere decoration among words only."""
    alt, caption, credit = texts
    if is_folded and alt is None:
        return None
    *sources, (_, fallback) = _by_format(image.id, picture, href)
    return Illustration(
        sources=tuple((TYPES[form], srcset) for form, srcset in sources),
        src=fallback.rpartition(", ")[2].partition(" ")[0],
        srcset=fallback,
        sizes=SIZES,
        width=picture.width,
        height=picture.height,
        alt=alt or NOTHING,
        caption=caption,
        credit=wording.say("picture_credit", name=credit.text, licence=image.licence),
        show=wording.say("picture_show", alt=alt.text if alt else "") if is_folded else "",
        is_first=is_first,
    )


def _by_format(identifier: str, picture: model.Picture, href: Href) -> Iterable[tuple[str, str]]:
    """Yield each format with the addresses of its widths."""
    for form, renditions in groupby(picture.renditions, attrgetter("form")):
        yield (
            form,
            ", ".join(
                f"{href(picture_path(identifier, each.width, each.name, each.form))} {each.width}w"
                for each in renditions
            ),
        )
