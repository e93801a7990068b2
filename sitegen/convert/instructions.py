"""Instructions that point at something by its place or colour: who does not see the page cannot follow them."""

import re
from collections.abc import Iterator

from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic
from sitegen.wording import refused, sensory

QUOTED = re.compile(r"[ \t]*>")


def problems(page: Page) -> Iterator[Diagnostic]:
    """Yield such instructions in a body; what is quoted is as it was said."""
    for match in sensory(page.body):
        if not QUOTED.match(page.body, page.body.rfind("\n", 0, match.start()) + 1):
            yield refused(match[0], page.place(match.start(), len(match[0])))
