"""Former addresses: small pages that lead on to where the thing is now."""

from collections.abc import Iterator
from html import escape

from sitegen.files import Output
from sitegen.model import AnyItem
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import output_path

STUB = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
<h1><a href="{href}">{title}</a></h1>
</body>
</html>
"""


def redirects(root: Standpoint) -> Iterator[Output]:
    """Yield a page for each alias of each published item, which was an address in this language too."""
    for item in root.published():
        for alias in item.facts.aliases:
            yield _stub(item, root.moved(root.root + alias.removeprefix("/")))


def _stub(item: AnyItem, at: Standpoint) -> Output:
    title, href = escape(at.title(item).text), escape(at.href(item.kind, item.id))
    return Output(output_path(at.here), STUB.format(lang=at.spoken(item), title=title, href=href).encode())
