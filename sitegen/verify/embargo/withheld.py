"""What withheld things say: their words, names and numbers, and the files in which they are written."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.kinds.indicator import IndicatorFacts
from sitegen.kinds.records import Image
from sitegen.model import AnyItem, Drawing, Html, Record, SealFile, Site, Texts, UpdateLog
from sitegen.urls import LINKABLE, address
from sitegen.verify.embargo.files import HEX
from sitegen.verify.embargo.forms import loose, number, numbers, tight
from sitegen.verify.embargo.secret import SHORTEST, Owner, Secret, Secrets
from sitegen.verify.embargo.utterances import amounts, cells, sentences, sentences_of_body, texts

LONGEST = 60  # characters looked for: enough to know a text by, even where it is cut for search engines
LETTERS = 4  # in words that are looked for anywhere: a day in words is on many pages
BODY = 9  # characters of a sentence in a body: shorter ones stand in other texts by chance
SPOKEN = 5  # digits of a number in a text
IMAGES = "content/images/"
DATASETS = "content/indicators/"


def withheld(site: Site, bodies: Texts) -> Secrets:
    """Return everything that withheld things say, among it what published ones say too."""
    found: dict[Secret, Owner] = {}
    for owner, secret in _secrets(site, bodies):
        found.setdefault(secret, owner)
    return Secrets(found)


def withheld_files(site: Site) -> dict[str, Owner]:
    """Return the files that hold nothing but what is withheld, and whose they are."""
    public = set(_files(site.items, site.records, site))
    return {path: owner for path, owner in _files(site.withheld, site.withheld_records, site).items()
            if path not in public}  # fmt: skip


def _secrets(site: Site, bodies: Texts) -> Iterator[tuple[Owner, Secret]]:
    for by_id in site.withheld.values():
        for item in by_id.values():
            yield from (((item.kind, item.id), secret) for secret in _of_item(item, site, bodies))
    for records in site.withheld_records.values():
        for record in records.values():
            yield from (((record.kind, record.id), secret) for secret in _of_record(record))


def _of_item(item: AnyItem, site: Site, bodies: Texts) -> Iterator[Secret]:
    log = site.updates.get(item.id) if item.kind == "task" else None
    drawing = site.drawings.get(item.id) if item.kind == "indicator" else None
    said = (item.facts, *item.words.values(), *(log.updates if log else ()), *((drawing.chart,) if drawing else ()))
    yield from _of_values(said)
    yield from _names(item.kind, item.id)
    for document in item.documents.values():
        yield from _of_body(bodies(document.body))
        yield from (Secret("words", each.hex()[:HEX]) for each in (document.fingerprint, document.body))
        yield Secret("words", document.meaning)
    for alias in item.facts.aliases:
        yield from _named(alias.strip("/").rpartition("/")[2])
    if isinstance(item.facts, IndicatorFacts) and not _is_shown(item.facts.file, site):
        yield from _of_dataset(item.facts.file, site)


def _of_record(record: Record) -> Iterator[Secret]:
    yield from _of_values((record.value,))
    yield from _names(record.kind, record.id)
    if isinstance(record.value, Image):
        yield from _named(record.value.file)


def _of_values(values: Iterable[object]) -> Iterator[Secret]:
    for value in values:
        for text in texts(value):
            yield from _short(text)
            for sentence in sentences(text):
                yield from _words(sentence, SHORTEST)
            yield from (Secret("number", each) for each in numbers(text) if len(each) >= SPOKEN)
        yield from (Secret("number", found) for each in amounts(value) if (found := number(each)))


def _of_body(body: Html) -> Iterator[Secret]:
    for sentence in sentences_of_body(body):
        yield from _words(sentence, BODY)
        yield from (Secret("number", each) for each in numbers(sentence) if len(each) >= SPOKEN)


def _of_dataset(file: str, site: Site) -> Iterator[Secret]:
    yield from _named(file)
    for cell in cells(site.datasets.get(file)):
        yield from _words(cell, SHORTEST)
        yield from (Secret("number", each) for each in numbers(cell))


def _words(text: str, shortest: int) -> Iterator[Secret]:
    words = tight(text)[:LONGEST].rstrip(".!?。,;:…")
    if len(words) >= shortest and sum(map(str.isalpha, words)) >= LETTERS:
        yield Secret("words", words)


def _short(text: str) -> Iterator[Secret]:
    """Yield a text of a few letters, which is looked for where it stands alone."""
    if len(tight(text)) < SHORTEST and sum(map(str.isalpha, text)) > 1:
        yield Secret("short", loose(text))


def _names(kind: str, identifier: str) -> Iterator[Secret]:
    yield from _named(identifier)
    if kind in LINKABLE and len(there := tight(address(kind, identifier))) >= SHORTEST:
        yield Secret("words", there)


def _named(name: str) -> Iterator[Secret]:
    if not name.isdigit():
        yield Secret("name", loose(name))


def _files(
    items: Mapping[str, Mapping[str, AnyItem]], records: Mapping[str, Mapping[str, Record]], site: Site
) -> dict[str, Owner]:
    """Return the files that things are written in, or are made of, and whose each is."""
    return {**dict(_paths(items, site)), **dict(_pictures(records))}


def _paths(items: Mapping[str, Mapping[str, AnyItem]], site: Site) -> Iterator[tuple[str, Owner]]:
    for by_id in items.values():
        for item in by_id.values():
            owner = item.kind, item.id
            yield from ((document.origin.path, owner) for document in item.documents.values())
            yield from ((path, owner) for path in _beside(item, site))
            if isinstance(item.facts, IndicatorFacts):
                yield f"{DATASETS}{item.facts.file}", owner


def _beside(item: AnyItem, site: Site) -> Iterator[str]:
    """Yield the files beside those of an item that are of it alone: its updates, its seal, its chart."""
    kept: Mapping[str, Mapping[str, UpdateLog | SealFile | Drawing]]
    kept = {"task": site.updates, "source": site.seals, "indicator": site.drawings}
    if found := kept.get(item.kind, {}).get(item.id):
        yield found.origin.path


def _pictures(records: Mapping[str, Mapping[str, Record]]) -> Iterator[tuple[str, Owner]]:
    for record in records["image"].values():
        if isinstance(record.value, Image):
            yield f"{IMAGES}{record.value.file}", (record.kind, record.id)


def _is_shown(file: str, site: Site) -> bool:
    """Whether a published indicator shows a data file as well."""
    shown = (item.facts for item in site.items["indicator"].values())
    return any(isinstance(facts, IndicatorFacts) and facts.file == file for facts in shown)
