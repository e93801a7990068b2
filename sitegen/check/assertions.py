"""Numbers and quotations: each rests on a figure or a citation, and what is quoted stands in what is cited.

They are looked for in the kinds that the settings do not leave out, and are errors in those that they call strict.
What is not written yet is not looked through: it cannot be published, and its title may well have a number already.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, cast

from msgspec import Struct, structs

from sitegen.check.subjects import logs, records, subjects
from sitegen.check.unwritten import has_stand_ins
from sitegen.claims import NUMBER, Assertion, Citation, asserted, claims_in, unmarked, without
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.news import NewsFacts
from sitegen.kinds.records import Figure
from sitegen.kinds.source import SourceFacts, says
from sitegen.kinds.telling import tellings
from sitegen.model import AnyItem, Document, Origin, Site
from sitegen.values import Text

HEADINGS = ("title", "question")
"""The fields of records that are headings on their page."""
SHORT = 40  # characters of a quotation: enough to know it by


class Asserted(Protocol):
    """What a body asserts, and the numbers in it that rest on something."""

    @property
    def assertions(self) -> Sequence[Assertion]:
        """Its blocks with numbers or quotations."""

    @property
    def numbers(self) -> Sequence[str]:
        """Numbers that rest on something."""


Bodies = Mapping[bytes, Asserted]
"""What bodies assert, by the fingerprint of their Markdown."""


def is_looked_through(item: AnyItem, site: Site) -> bool:
    """Whether the body of an item is looked through: not what is said beside a source, nor what reproduces one."""
    if item.kind in {"source", *site.settings.unchecked}:
        return False
    return not (isinstance(item.facts, NewsFacts) and item.facts.reproduces)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield the numbers and quotations in texts of front matter, records and updates that rest on nothing."""
    for item in subjects(site):
        if item.kind not in site.settings.unchecked:
            for document in item.documents.values():
                yield from _in_document(item, document, site)
    yield from _in_records(site)
    for log in logs(site) if "update" not in site.settings.unchecked else ():
        for number, update in enumerate(log.updates):
            yield from _in_value("update", update, log.origin, site, f"{number}.")


def check_bodies(site: Site, bodies: Bodies) -> Iterator[Diagnostic]:
    """Yield those in bodies, and the headings that say a number which nothing else says with support."""
    for item in subjects(site):
        for document in item.documents.values() if is_looked_through(item, site) else ():
            if not has_stand_ins(document):
                yield from _in_body(item, document, bodies[document.body], site)


def _in_document(item: AnyItem, document: Document, site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong in the texts of front matter; what is said of a source rests on itself."""
    if item.kind == "source" or has_stand_ins(document):
        return
    yield from _in_value(item.kind, document.words, document.origin, site)
    if document.has_facts:
        yield from _in_value(item.kind, document.facts, document.origin, site)


def _in_records(site: Site) -> Iterator[Diagnostic]:
    for record in records(site):
        if record.kind not in site.settings.unchecked and not has_stand_ins(record):
            yield from _in_value(record.kind, record.value, record.origin, site)
            yield from _in_headings(record.kind, record.value, record.origin, site)


def _in_value(kind: str, value: Struct, origin: Origin, site: Site, prefix: str = "") -> Iterator[Diagnostic]:
    for telling in tellings(value, prefix):
        found = Assertion(unmarked(telling.text), claims_in(telling.text), field=telling.field)
        place = origin.place(telling.field)
        yield from (weighed(problem, kind, site) for problem in _unsupported(found, place, site))


def _in_headings(kind: str, record: Struct, origin: Origin, site: Site) -> Iterator[Diagnostic]:
    known = _numbers((telling.text for telling in tellings(record)), site)
    for field in HEADINGS:
        heading = getattr(record, field, None)
        for language, words in heading.words.items() if isinstance(heading, Text) else ():
            problems = _unsaid(words, origin.place(f"{field}.{language}"), known, site)
            yield from (weighed(problem, kind, site) for problem in problems)


def _in_body(item: AnyItem, document: Document, body: Asserted, site: Site) -> Iterator[Diagnostic]:
    for each in body.assertions:
        if not each.is_title:
            place = _place(document, each, site)
            yield from (weighed(problem, item.kind, site) for problem in _unsupported(each, place, site))
    for problem in _in_titles(item, document, body, site):
        yield weighed(problem, item.kind, site)


def _in_titles(item: AnyItem, document: Document, body: Asserted, site: Site) -> Iterator[Diagnostic]:
    titles = [each for each in body.assertions if each.is_title]
    title = document.words.title
    if titles or NUMBER.search(title):
        texts = (telling.text for telling in tellings(document.words))
        known = {
            *body.numbers,
            *_numbers(texts, site),
            *numbers_of_figures(item.outlines[document.language].figures, site),
        }
        yield from _unsaid(title, document.origin.place("title"), known, site)
        for each in titles:
            yield from _unsaid(each.text, _place(document, each, site), known, site)


def _unsupported(found: Assertion, place: Place, site: Site) -> Iterator[Diagnostic]:
    """Yield every quotation of a text that stands nowhere, and its first number that rests on nothing."""
    text = without(found.text, site.settings.claimless)
    for match in asserted(text, is_supported=bool(found.claims)):
        if match.re is NUMBER:
            yield _uncited(match[0], place)
            return
        words = match[match.lastindex or 0]
        if not found.claims:
            yield _unquoted(words, place)
        elif not _stands(words, found, site):
            yield _misquoted(words, place)


def _unsaid(heading: str, place: Place, known: set[str], site: Site) -> Iterator[Diagnostic]:
    """Yield the first number of a heading that nothing on its page says with support."""
    for match in NUMBER.finditer(without(unmarked(heading), site.settings.claimless)):
        if match[0] not in known:
            message = "the heading says {number}, and no figure and no cited text on the page does"
            fix = "say it in the text with a figure or a citation, or write the heading without it"
            yield error("uncited-heading", place, message, fix, number=match[0])
            return


def _numbers(texts: Iterable[str], site: Site) -> set[str]:
    """Return the numbers that texts say with support."""
    found: set[str] = set()
    for text in texts:
        if claims := claims_in(text):
            found |= {match[0] for match in NUMBER.finditer(unmarked(text))}
            found |= numbers_of_figures((claim.figure for claim in claims if not isinstance(claim, Citation)), site)
    return found


def numbers_of_figures(identifiers: Iterable[str], site: Site) -> set[str]:
    """Return the numbers of figures, published or not: all digits, and as their sources write them."""
    found: set[str] = set()
    for identifier in identifiers:
        if record := site.records["figure"].get(identifier) or site.withheld_records["figure"].get(identifier):
            figure = cast("Figure", record.value)
            found |= {f"{figure.value:f}", *(match[0] for match in NUMBER.finditer(figure.quote))}
    return found


def _stands(words: str, found: Assertion, site: Site) -> bool:
    """Whether words stand in a passage of a source, published or not, that is cited beside them."""
    for claim in found.claims:
        cited = claim.source if isinstance(claim, Citation) else ""
        source = site.items["source"].get(cited) or site.withheld["source"].get(cited)
        if source is not None and isinstance(source.facts, SourceFacts) and says(source.facts, words):
            return True
    return False


def _place(document: Document, found: Assertion, site: Site) -> Place:
    """Return where the first number or quotation of a block stands that may need support."""
    text = without(found.text, site.settings.claimless)
    match = min(asserted(text, is_supported=bool(found.claims)), key=lambda each: each.start(), default=None)
    start = match.start() if match else 0
    line = document.origin.body_line + found.line - 1 + text.count("\n", 0, start)
    return Place(document.origin.path, line, start - text.rfind("\n", 0, start), len(match[0]) if match else 1)


def weighed(problem: Diagnostic, kind: str, site: Site) -> Diagnostic:
    """Return a problem as an error if the kind is strict, else as a warning."""
    return problem if kind in site.settings.strict else structs.replace(problem, severity="warning")


def _uncited(number: str, place: Place) -> Diagnostic:
    message = "nothing says where the number {number} comes from"
    fix = "show it as a figure, [=id], cite a source beside it, [@source#passage], or write without it"
    return error("uncited-number", place, message, fix, number=number)


def _unquoted(words: str, place: Place) -> Diagnostic:
    message = "nothing says who says “{words}”"
    fix = "cite the source beside it, [@source#passage], or write it without quotation marks"
    return error("uncited-quotation", place, message, fix, words=_short(words))


def _misquoted(words: str, place: Place) -> Diagnostic:
    message = "“{words}” stands in no passage of what is cited beside it"
    fix = "quote it word for word, or write it without quotation marks"
    return error("uncited-quotation", place, message, fix, words=_short(words))


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
