"""What published things say: of that, nothing is a secret, though a withheld thing may say it too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import get_args

import msgspec
from msgspec import Struct

from sitegen.files import Output
from sitegen.kinds import action, task
from sitegen.kinds.indicator import IndicatorFacts
from sitegen.model import AnyItem, Site, Texts
from sitegen.results import Result
from sitegen.tables import words_said
from sitegen.urls import (
    CALENDAR,
    CORRECTIONS_FEED,
    DATA,
    EMBEDS,
    FEED,
    FILTERS,
    LINKABLE,
    LIST_PAGES,
    SECTIONS,
    address,
    json_beside,
)
from sitegen.verify.embargo.forms import loose, number, numbers, tight
from sitegen.verify.embargo.reading import APART, OWN_WORDS, parts_of, reading
from sitegen.verify.embargo.secret import Secret, Secrets
from sitegen.verify.embargo.utterances import amounts, cells, html_of, texts

TELLING = 16  # characters of words that stand somewhere because somebody put them there, and not by chance
OF_FEEDS = (
    "version", "title", "description", "home_page_url", "feed_url", "language", "authors", "name", "items", "id", "url",
    "content_text", "date_modified",
)  # fmt: skip
"""What the parts of a feed in JSON are called."""
FILES = (
    "assets/site.css", "assets/icon.svg", "index.html", "404.html", "robots.txt", "sitemap.xml", FEED,
    json_beside(FEED), CORRECTIONS_FEED, json_beside(CORRECTIONS_FEED), *OF_FEEDS, CALENDAR, "assets/cards/", EMBEDS,
    "build-manifest.json", LIST_PAGES, "http://www", "https://", "mailto:",
)  # fmt: skip
OPTIONS = tuple(chain.from_iterable(map(get_args, (action.Audience, action.Field, task.Status, task.Field))))
"""What filters of lists may leave, which stands in the addresses of their pages: `actions/for/school/`."""
WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)]+")


class Saying(Struct, frozen=True):
    """What a published thing says, and the secrets that it may say as well.

    Its `addresses` are its own, and its numbers those that stand in no text. `is_by_chance` says that whoever wrote it
    did not have it published by that: interface words, settings, data.
    """

    texts: tuple[str, ...]
    bodies: tuple[str, ...]
    addresses: tuple[str, ...]
    numbers: tuple[str, ...]
    base_url: str
    withheld: Secrets
    is_by_chance: bool = False


def of_item(item: AnyItem, bodies: Texts, base_url: str, secrets: Secrets) -> Saying:
    """Return what a published item says."""
    said = (item.facts, *item.words.values())
    return Saying(
        texts=tuple(text for each in said for text in texts(each)),
        bodies=tuple(html_of(bodies(document.body)) for document in item.documents.values()),
        addresses=(item.id, address(item.kind, item.id), *item.facts.aliases),
        numbers=tuple(amount for each in said for amount in amounts(each)),
        base_url=base_url,
        withheld=secrets,
    )


def of_others(site: Site, base_url: str, secrets: Secrets) -> tuple[Saying, Saying]:
    """Return what is said beside items: by records and updates, and by interface words, settings and data."""
    records = [record.value for by_id in site.records.values() for record in by_id.values()]
    updates = [log.updates for log in site.updates.values() if log.task in site.items["task"]]
    ids = [record for by_id in site.records.values() for record in by_id.values()]
    own = (address(each.kind, each.id) for each in ids if each.kind in LINKABLE)
    written = Saying(
        texts=tuple(texts((records, updates))),
        bodies=(),
        addresses=(*(each.id for each in ids), *own),
        numbers=tuple(amounts((records, updates))),
        base_url=base_url,
        withheld=secrets,
    )
    strings = [text for words in site.strings.values() for text in words.values()]
    shown = {item.facts.file for item in site.items["indicator"].values() if isinstance(item.facts, IndicatorFacts)}
    charts = [drawing.chart for drawing in site.drawings.values() if drawing.indicator in site.items["indicator"]]
    data = [cell for file in sorted(shown) for cell in cells(site.datasets.get(file))]
    described = tuple(words_said(site.languages)) if DATA in site.items["page"] else ()
    by_chance = Saying(
        texts=(*strings, *texts((site.settings, *charts)), *data, *described),
        bodies=(),
        addresses=(*sorted(shown), *site.languages, base_url, *described),
        numbers=tuple(amounts(site.settings)),
        base_url=base_url,
        withheld=secrets,
        is_by_chance=True,
    )
    return written, by_chance


def find_said(sayings: Sequence[Saying]) -> tuple[Result, ...]:
    """Return which of the secrets each published thing says."""
    return tuple(Result(msgspec.msgpack.encode(sorted(_said(each)))) for each in sayings)


def said_in(head: bytes) -> Iterable[Secret]:
    """Return the secrets that were found to be said."""
    return (Secret(sort, text) for sort, text in msgspec.msgpack.decode(head))


def said_by_every_site(scripts: Iterable[str] = ()) -> Iterator[Secret]:
    """Yield what pages say to programs, and what files and folders are called on every site with those scripts."""
    for words in OWN_WORDS:
        yield from (Secret("words", tight(words)), Secret("short", loose(words)), Secret("name", loose(words)))
    yield from (Secret("words", tight(f"{option}/")) for option in OPTIONS)
    names = (*FILES, *SECTIONS.values(), *chain.from_iterable(FILTERS.values()), *OPTIONS, *scripts)
    yield from (Secret("name", name) for name in parts_of(names))


def _said(saying: Saying) -> Iterator[Secret]:
    secrets = saying.withheld
    bodies = [reading(Output("body.html", body.encode())) for body in saying.bodies]
    written = APART.join((*map(tight, saying.texts), *(text for body in bodies for text in body.texts)))
    for words in secrets.words_in(f"{written}{APART}{APART.join(map(tight, saying.addresses))}"):
        if not (saying.is_by_chance and len(words) >= TELLING):
            yield Secret("words", words)
    yield from (Secret("short", words) for words in secrets.of("short") if tight(words) in written)
    yield from (Secret("name", name) for name in secrets.of("name") & _names(saying))
    known = {*map(number, saying.numbers), *(each for text in saying.texts for each in numbers(text))}
    known.update(each for body in bodies for each in body.numbers)
    yield from (Secret("number", each) for each in secrets.of("number") & known)


def _names(saying: Saying) -> frozenset[str]:
    """Return the names that a thing says: parts of its own addresses, and of such as lead to other sites."""
    found = (each for text in (*saying.texts, *saying.bodies) for each in WEB_ADDRESS.findall(text))
    foreign = (each for each in found if not (saying.base_url and each.startswith(saying.base_url)))
    alone = frozenset(() if saying.is_by_chance else map(loose, saying.texts))
    return parts_of((*saying.addresses, *foreign)) | alone
