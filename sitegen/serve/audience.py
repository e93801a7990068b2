"""Who looks at the preview, what they see, and how they learn that it is another thing now."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from sitegen.serve.folder import Found, find
from sitegen.serve.injection import version
from sitegen.serve.panel import panel
from sitegen.serve.showing import Showing
from sitegen.serve.terms import Terms

NOTHING = "-"
"""The version of a page that shows that there is no site yet."""


class Info(Struct):
    """What a browser says of itself: the page it shows, by the path of its address, and in which version."""

    command: str = ""
    path: str = ""
    version: str = ""


class Browser(Protocol):
    """A browser that looks at a page; `told` is what was last said beside it."""

    told: str

    def say(self, message: object) -> None:
        """Tell it something."""


class Preview:
    """What all requests share: what is shown, who is looking, and how to ask for another moment."""

    def __init__(self, showing: Showing, terms: Terms, move: Callable[[datetime | None], None]) -> None:
        self.showing = showing
        self.port = terms.port
        self.move = move
        self._terms = terms
        self.browsers: dict[Browser, Info] = {}
        self.wanted: frozenset[str] = frozenset()

    def show(self, showing: Showing) -> None:
        """Show something else from now on, to everybody who looks."""
        self.showing = showing
        for browser in tuple(self.browsers):
            self.renew(browser)
        for browser in tuple(self.browsers):
            self.tell(browser)

    def heard(self, browser: Browser, info: Info) -> None:
        """Take note of the page that a browser shows, and bring it up to date."""
        self.browsers[browser] = info
        self._count()
        self.renew(browser)
        self.tell(browser)

    def gone(self, browser: Browser) -> None:
        """Take note that a browser looks no more."""
        self.browsers.pop(browser, None)
        self._count()

    def renew(self, browser: Browser) -> None:
        """Tell a browser to ask again, unless its page is as it would be then."""
        found = self.find(self.browsers[browser].path)
        if version_of(found) != self.browsers[browser].version:
            browser.say({"command": "reload", "path": "*", "liveCSS": True})

    def tell(self, browser: Browser) -> None:
        """Tell a browser what is to be said beside its page, unless it knows."""
        html = panel(self.showing, self.find(self.browsers[browser].path), self._terms)
        if html != browser.told:
            browser.told = html
            browser.say({"command": "panel", "html": html})

    def find(self, path: str) -> Found | None:
        """Return what is shown at an address in the end."""
        found = find(self.showing, path)
        return found if isinstance(found, Found) else None

    def _count(self) -> None:
        found = (self.find(info.path) for info in self.browsers.values())
        self.wanted = frozenset(page.path for page in found if page)


def version_of(found: Found | None) -> str:
    """Return what tells what is shown from another version of it."""
    return version(found.data) if found else NOTHING
