"""Former addresses: small pages that lead on to where the thing is now."""

from collections.abc import Iterator
from html import escape

from sitegen.model import AnyItem, Output, Site
from sitegen.urls import Linker, address, output_path

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


def redirects(site: Site, linker: Linker) -> Iterator[Output]:
    """Yield a page for each alias of each published item."""
    for items in site.items.values():
        for item in items.values():
            for alias in item.facts.aliases:
                yield _stub(item, alias.removeprefix("/"), site, linker)


def _stub(item: AnyItem, alias: str, site: Site, linker: Linker) -> Output:
    language = next(iter(item.words))
    there = site.prefix(language) + address(item.kind, item.id)
    page = STUB.format(lang=language, title=escape(item.words[language].title), href=escape(linker.href(alias, there)))
    return Output(output_path(alias), page.encode())
