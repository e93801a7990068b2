"""Former addresses: where each thing is now, and small pages that lead on where there is no server that would."""

from collections.abc import Iterator
from html import escape

from sitegen.files import Output
from sitegen.hosting import REFERRER, Move, Needs, policy
from sitegen.model import AnyItem, Site
from sitegen.plan.assets import Assets
from sitegen.plan.standpoint import Standpoint, standpoint
from sitegen.plan.witness import Witness
from sitegen.urls import Linker, output_path

STUB = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
{policy}<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
<h1><a href="{href}">{title}</a></h1>
</body>
</html>
"""
GUARDED = """<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="{referrer}">
"""
QUERY = "?"


def redirects(root: Standpoint) -> Iterator[Output]:
    """Yield a page for each alias of each published item, which was an address in this language too.

    An address with a query is none of a file: only a server can lead on from there.
    """
    for item in root.published():
        for alias in item.facts.aliases:
            if QUERY not in alias:
                yield _stub(item, root.moved(root.root + alias.removeprefix("/")))


def moves(site: Site, witness: Witness, linker: Linker, assets: Assets) -> Iterator[Move]:
    """Yield where each former address leads, in every language."""
    for language in site.languages:
        root = standpoint(witness, linker, assets, language)
        for item in root.published():
            for alias in item.facts.aliases:
                former, _, query = alias.removeprefix("/").partition(QUERY)
                asked = (each.partition("=")[::2] for each in query.split("&") if each)
                yield Move(root.root + former, root.location(item.kind, item.id), tuple(asked))


def _stub(item: AnyItem, at: Standpoint) -> Output:
    title, href = escape(at.title(item).text), escape(at.href(item.kind, item.id))
    told = GUARDED.format(policy=policy(Needs.NOTHING), referrer=REFERRER) if at.settings.hosting else ""
    page = STUB.format(lang=at.spoken(item), title=title, href=href, policy=told)
    return Output(output_path(at.here), page.encode())
