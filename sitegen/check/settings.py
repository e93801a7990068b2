"""Rules of the site's own settings."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield that whom to tell of a weakness is out of date."""
    known = site.settings.security
    if known is not None and known.expires <= site.today:
        yield warning(
            "security-expired",
            site.settings_origin.place("security.expires"),
            "from {day} on nobody may trust these contacts, so security.txt is left out",
            "make sure that they are right, and write a day within the next year",
            day=known.expires.isoformat(),
        )
