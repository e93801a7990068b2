"""What tells browsers and other programs how this site is searched.

Source of the form: OpenSearch 1.1, draft 6, https://github.com/dewitt/opensearch. It wants full addresses.
"""

from collections.abc import Iterator
from html import escape

from sitegen.files import Output
from sitegen.hosting.types import DESCRIPTION
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import OPENSEARCH
from sitegen.views.parts import FeedLink

SHORT, LONG = 16, 48
"""How many characters a short and a long name may have."""
FORM = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{short}</ShortName>
<Description>{description}</Description>
<LongName>{long}</LongName>
<Url type="text/html" template="{there}?q={{searchTerms}}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="{here}"/>
<Language>{language}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
"""


def description(root: Standpoint) -> Iterator[Output]:
    """Yield how the site is searched in a language, if it is, and if full addresses are known."""
    if (page := _page(root)) is not None:
        name, there = root.phrase(root.settings.name).text, root.root + OPENSEARCH
        said = FORM.format(
            short=escape(_cut(name, SHORT)),
            long=escape(_cut(name, LONG)),
            description=escape(root.phrase(root.settings.description).text),
            there=escape(root.linker.full(root.location("page", page))),
            here=escape(root.linker.full(there)),
            language=root.language,
        )
        yield Output(there, said.encode())


def link(at: Standpoint) -> FeedLink | None:
    """Return how pages name it; None where there is none."""
    if _page(at) is None:
        return None
    there = at.linker.href(at.here, at.root + OPENSEARCH)
    return FeedLink(DESCRIPTION, at.phrase(at.settings.name).text, there)


def _page(at: Standpoint) -> str | None:
    """Return the page on which readers of a language search, if programs can be told of it."""
    page = at.item("page", at.settings.search) if at.linker.base_url and at.settings.search else None
    return page.id if page and at.language in page.words else None


def _cut(name: str, length: int) -> str:
    """Return a name, cut at a word where it is too long."""
    return name if len(name) <= length else name[: length + 1].rpartition(" ")[0] or name[:length]
