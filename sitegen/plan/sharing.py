"""How to tell others of a page: by its address, and in a letter about it. No other service is named."""

from urllib.parse import quote, urlencode

from sitegen.plan.standpoint import Standpoint
from sitegen.views.frame import Share


def share(title: str, at: Standpoint) -> Share | None:
    """Return how to tell others of the page at `at.here`, None if the site does not offer that.

    Where the full address is not known, a script takes it from the browser.
    """
    if not at.settings.share:
        return None
    address = at.linker.full(at.here)
    subject = f"{title} | {at.phrase(at.settings.name).text}"
    return Share(address, _letter(subject, address) if address else "", subject)


def _letter(subject: str, address: str) -> str:
    """Return the address of a letter: https://www.rfc-editor.org/rfc/rfc6068."""
    return f"mailto:?{urlencode({'subject': subject, 'body': address}, quote_via=quote)}"
