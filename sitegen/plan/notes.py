"""What a page rests on, numbered: every figure and citation in what it says, in the order of words, body and facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from sitegen.claims import Claim, Key, Shown, claims_in
from sitegen.kinds.references import references
from sitegen.kinds.telling import Telling, tellings
from sitegen.urls import place_anchor

BODY = "body"  # where the name of a field would stand


class Place(Struct, frozen=True):
    """Where a page says something that rests on something: its anchor, and on what."""

    anchor: str
    claim: Claim


class Notes(Struct, frozen=True):
    """The places of a page in their order, and the number of what each rests on; both empty on most pages."""

    places: tuple[Place, ...] = ()
    numbers: Mapping[Key, int] = {}


NONE = Notes()


def notes(places: Iterable[Place]) -> Notes:
    """Return the places of a page, numbered: what is said twice has one number."""
    every = tuple(places)
    return Notes(every, {key: number for number, key in enumerate(dict.fromkeys(each.claim.key for each in every), 1)})


def in_value(value: Struct, languages: Sequence[str], prefix: str = "") -> Iterator[Place]:
    """Yield the places in the texts of a value; of a text in several languages, in the first that it has."""
    for field, told in groupby(tellings(value, prefix), _field):
        yield from _in_text(_chosen(tuple(told), languages), field)


def in_facts(value: Struct, prefix: str = "") -> Iterator[Place]:
    """Yield the places where a fact is a figure."""
    for reference in references(value, prefix):
        if reference.kind == "figure":
            yield Place(place_anchor(reference.field, 1), Shown(reference.id))


def in_body(claims: Iterable[Claim]) -> Iterator[Place]:
    """Yield the places in a body."""
    yield from (Place(place_anchor(BODY, number), claim) for number, claim in enumerate(claims, 1))


def _in_text(text: str, field: str) -> Iterator[Place]:
    for number, claim in enumerate(claims_in(text), 1):
        yield Place(place_anchor(field, number), claim)


def _field(telling: Telling) -> str:
    return telling.field.removesuffix(f".{telling.language}") if telling.language else telling.field


def _chosen(told: Sequence[Telling], languages: Sequence[str]) -> str:
    by_language = {telling.language: telling.text for telling in told}
    return next(
        (by_language[language] for language in languages if language in by_language), by_language[min(by_language)]
    )
