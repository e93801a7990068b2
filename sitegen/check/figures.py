"""Figures: each is what its source says, no two contradict each other, and a sum is the sum of what it names.

What is wrong with a figure is said where it is written, and again wherever something rests on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from sitegen.check.claims import Located
from sitegen.check.references import named, unknown
from sitegen.check.seals import Altered, altered_passage, altered_passages
from sitegen.check.sources import low_grade
from sitegen.check.subjects import exists, records
from sitegen.claims import Shown
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.records import Figure
from sitegen.kinds.source import SourceFacts, passage_in
from sitegen.model import Record, Site
from sitegen.quantities import numbers_in
from sitegen.values import STAND_IN

UNKNOWN = "unknown-id"
"""What is said of a source that there is not, and said by the rules of references already."""
Faults = Mapping[str, tuple[Diagnostic, ...]]


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with figures, and where facts and texts rest on those that are wrong."""
    found = faults(site)
    for problems in found.values():
        yield from (problem for problem in problems if problem.code != UNKNOWN)
    for each in named(site):
        if each.reference.kind == "figure":
            yield from _use(site, each.reference.id, each.place, found, is_public=each.is_public)


def check_located(site: Site, found: Iterable[Located]) -> Iterator[Diagnostic]:
    """Yield a problem for every figure in a body that there is not, or that is wrong."""
    wrong: Faults | None = None
    for located in found:
        if isinstance(located.claim, Shown):
            wrong = faults(site) if wrong is None else wrong
            identifier = located.claim.figure
            yield from _use(site, identifier, located.place, wrong, is_public=located.is_public)
            if not exists(site, "figure", identifier):
                yield unknown(site, "figure", identifier, located.place)


def _use(site: Site, identifier: str, place: Place, wrong: Faults, *, is_public: bool) -> Iterator[Diagnostic]:
    """Yield that something rests on a figure that is wrong, or that readers must not see yet."""
    if identifier in wrong:
        yield _relied_on(identifier, place, wrong)
    elif is_public and identifier in site.withheld_records["figure"]:
        message = 'the figure "{id}" is not published'
        yield error("figure-unpublished", place, message, "publish it first, or write without it", id=identifier)


def faults(site: Site) -> Faults:
    """Return what is wrong with each figure that something is wrong with, by its id."""
    every = {record.id: record for record in records(site) if record.kind == "figure"}
    figures = {identifier: cast("Figure", record.value) for identifier, record in every.items()}
    altered = altered_passages(site)
    found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for identifier, figure in figures.items():
        found[identifier] += (
            *_sourced(figure, every[identifier], site),
            *_scaled(figure, every[identifier]),
            *_supported(figure, every[identifier], site, altered),
            *_summed(figure, every[identifier], figures),
        )
    for identifier, problem in _contradictions(figures, every):
        found[identifier].append(problem)
    return {identifier: tuple(problems) for identifier, problems in found.items() if problems}


def _sourced(figure: Figure, record: Record, site: Site) -> Iterator[Diagnostic]:
    if not exists(site, "source", figure.source):
        yield unknown(site, "source", figure.source, record.origin.place("source"))


def _scaled(figure: Figure, record: Record) -> Iterator[Diagnostic]:
    """Yield that a source cannot count in what a figure says it counts in; with any scale, any number would fit."""
    if figure.scale <= 0 or figure.scale.normalize().as_tuple().digits != (1,):
        message = "a source counts in ones, thousands, millions and the like, and not in {scale}"
        fix = "write 1000000 if it counts in millions, or leave scale out"
        yield error("figure-value", record.origin.place("scale"), message, fix, scale=f"{figure.scale:f}")


def _supported(figure: Figure, record: Record, site: Site, altered: Altered) -> Iterator[Diagnostic]:
    """Yield that the source does not say what a figure says it does; a source that there is not is said elsewhere."""
    hidden = site.withheld["source"].get(figure.source)
    source = site.items["source"].get(figure.source, hidden)
    if figure.quote.startswith(STAND_IN) or source is None:
        return
    known = cast("SourceFacts", source.facts)
    passages = [passage.id for passage in known.passages]
    if hidden and record.id in site.records["figure"]:
        message = 'the source "{source}" is not published, so readers cannot look it up'
        fix = "publish it first, or give the figure another one"
        yield error("figure-source", record.origin.place("source"), message, fix, source=figure.source)
    elif known.grade == "compilation":
        yield low_grade(record.origin.place("source"), figure.source)
    elif figure.passage in altered(figure.source):
        yield altered_passage(record.origin.place("passage"), figure.source, figure.passage)
    elif figure.passage not in passages:
        yield _no_passage(figure, record, passages)
    elif not passage_in(known, figure.passage, figure.quote):
        message = 'these words are not in the passage "{passage}" of the source "{source}"'
        fix = "copy them from the source, word for word and with whole numbers"
        place = record.origin.place("quote")
        yield error("figure-quote", place, message, fix, passage=figure.passage, source=figure.source)
    elif figure.value not in (number * figure.scale for number in numbers_in(figure.quote)):
        yield _other_number(figure, record)


def _no_passage(figure: Figure, record: Record, known: list[str]) -> Diagnostic:
    guess = nearest(figure.passage, known)
    return error(
        "figure-passage",
        record.origin.place("passage"),
        'the source "{source}" has no passage "{passage}"; did you mean "{guess}"?'
        if guess
        else 'the source "{source}" has no passage "{passage}"',
        "write {guess}" if guess else "write one that it has, or add the passage to the source, word for word",
        source=figure.source,
        passage=figure.passage,
        guess=guess,
    )


def _other_number(figure: Figure, record: Record) -> Diagnostic:
    """Return that the words quoted hold another number than the figure."""
    said = ", ".join(f"{number * figure.scale:f}" for number in numbers_in(figure.quote))
    return error(
        "figure-value",
        record.origin.place("value"),
        "the words quoted from the source say {said}, and not {value}"
        if said
        else "the words quoted from the source hold no number",
        "write the number that the source gives; if it counts in millions, say so with scale: 1000000",
        said=said,
        value=f"{figure.value:f}",
    )


def _summed(figure: Figure, record: Record, figures: Mapping[str, Figure]) -> Iterator[Diagnostic]:
    parts = [figures[part] for part in figure.sum_of if part in figures]
    if not parts or len(parts) < len(figure.sum_of):
        return
    place = record.origin.place("sum_of")
    if len(set(figure.sum_of)) < len(parts):
        message = "a figure is named twice in this sum"
        yield error("figure-sum", place, message, "name each one once")
    elif record.id in _parts(figure, figures):
        message = "what this figure is the sum of is made up of the figure itself"
        yield error("figure-sum", place, message, "name only what belongs to it")
    elif any((part.basis, part.unit) != (figure.basis, figure.unit) for part in parts):
        message = "what is accounted for in different ways, or has different units, cannot be added up"
        yield error("figure-sum", place, message, "add up figures of one basis and one unit")
    elif (total := sum(part.value for part in parts)) != figure.value:
        message = "these figures add up to {total}, and not to {value}"
        fix = "name all that belongs to it, or take sum_of out"
        yield error("figure-sum", place, message, fix, total=f"{total:f}", value=f"{figure.value:f}")


def _parts(figure: Figure, figures: Mapping[str, Figure]) -> set[str]:
    """Return the ids of all that a figure is made up of, at any depth."""
    found: set[str] = set()
    open_ = [*figure.sum_of]
    while open_:
        identifier = open_.pop()
        if identifier not in found and identifier in figures:
            found.add(identifier)
            open_ += figures[identifier].sum_of
    return found


def _contradictions(figures: Mapping[str, Figure], every: Mapping[str, Record]) -> Iterator[tuple[str, Diagnostic]]:
    """Yield each figure that says another number than an earlier one of the same thing, time, unit and basis."""
    first: dict[object, str] = {}
    for identifier, figure in figures.items():
        label, unit = (tuple(sorted(text.words.items())) for text in (figure.label, figure.unit))
        other = first.setdefault((label, unit, figure.as_of, figure.basis), identifier)
        if figures[other].value != figure.value:
            message = 'the figure "{other}" says another number of the same thing at the same time'
            fix = "keep one of them, or say in label: or basis: in what they differ"
            place = every[identifier].origin.place("value")
            yield identifier, error("figure-contradiction", place, message, fix, other=other)


def _relied_on(identifier: str, place: Place, wrong: Faults) -> Diagnostic:
    there = wrong[identifier][0].place
    return error(
        "figure-wrong",
        place,
        'the figure "{id}" is not sound: see {path}, line {line}',
        "mend the figure there",
        id=identifier,
        path=there.path,
        line=there.line,
    )
