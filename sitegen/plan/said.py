"""What each thing says in a language, for readers who search: its names, its summary, and everything else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct

from sitegen.claims import Shown
from sitegen.kinds import RECORD_KINDS
from sitegen.kinds.agency import Agency
from sitegen.kinds.common import Words
from sitegen.kinds.records import Figure, Milestone, Question, QuizItem, Term
from sitegen.kinds.source import Passage
from sitegen.model import AnyItem, Html, Record
from sitegen.plan.figures import amount
from sitegen.plan.standpoint import Standpoint
from sitegen.search import Said
from sitegen.urls import address
from sitegen.values import Text

APART = frozenset({"title", "summary", "label", "official_title", "translated_from"})
"""Words of a thing that are said apart from the others, or to nobody."""


def item_said(number: int, item: AnyItem, at: Standpoint) -> Said:
    """Return what a thing with a page says; it has words in this language."""
    words, html = item.words[at.language], at.site.html(item, at.language)
    names = (getattr(words, "label", ""), getattr(words, "official_title", ""))
    updates = at.updates(item.id) if item.kind == "task" else ()
    told = (*_texts(words, at.language), *_texts(item.facts, at.language), *_texts(updates, at.language))
    return Said(
        number,
        at.root + address(item.kind, item.id),
        words.title,
        tuple(filter(None, names)),
        tuple(heading.text for heading in html.headings),
        at.plain(words.summary),
        (*map(at.plain, told), _html(html, at)),
    )


def record_said(number: int, record: Record, at: Standpoint) -> Said:
    """Return what a short record says."""
    name = getattr(record.value, RECORD_KINDS[record.kind].name_field)
    names, summary, body = SAYING[record.kind](record.value, at)
    here = at.phrase(name).text
    others = (other for other in (*(name.words[each] for each in sorted(name.words)), *names) if other != here)
    body = tuple(map(at.plain, body))
    return Said(number, at.root + address(record.kind, record.id), here, tuple(others), (), at.plain(summary), body)


Told = tuple[Iterable[str], str, tuple[str, ...]]
"""What else a thing is called, its summary, and what else it says."""


def _term(term: Term, at: Standpoint) -> Told:
    also = (name for language in sorted(term.also) for name in term.also[language])
    return (*also, *filter(None, (term.hanja,))), _best(term.short, at), _maybe(term.long, at)


def _figure(figure: Figure, at: Standpoint) -> Told:
    shown = amount(figure, Shown(figure.id), at.wording, at.languages[0])
    return (), f"{shown}. {at.wording.period(figure.as_of).text}", ()


def _question(question: Question, at: Standpoint) -> Told:
    return (), _best(question.answer, at), ()


def _quiz(item: QuizItem, at: Standpoint) -> Told:
    return (), "", (*(_best(choice.text, at) for choice in item.choices), _best(item.explanation, at))


def _milestone(step: Milestone, at: Standpoint) -> Told:
    return (), at.wording.period(step.on).text, _maybe(step.text, at)


def _agency(agency: Agency, at: Standpoint) -> Told:
    kind = at.say(f"agency_type_{agency.type}")
    summary = at.say("agency_summary", type=kind, as_of=at.wording.period(agency.as_of).text)
    return (), summary, _maybe(agency.note, at)


SAYING: Mapping[str, Callable[[Any, Standpoint], Told]] = MappingProxyType(
    {
        "agency": _agency,
        "term": _term,
        "figure": _figure,
        "question": _question,
        "milestone": _milestone,
        "quiz": _quiz,
    }
)


def _best(text: Text, at: Standpoint) -> str:
    return text.best(at.language, at.languages[0])[0]


def _maybe(text: Text | None, at: Standpoint) -> tuple[str, ...]:
    return (_best(text, at),) if text else ()


def _texts(value: object, language: str) -> Iterator[str]:
    """Yield every text for readers in a value, at any depth, in a language."""
    match value:
        case Text():
            yield from filter(None, (value.words.get(language),))
        case Passage():
            yield value.text
            yield from _texts(value.translation, language)
        case Words():
            yield from _strings(getattr(value, name) for name in value.__struct_fields__ if name not in APART)
        case Struct():
            for name in value.__struct_fields__:
                yield from _texts(getattr(value, name), language)
        case tuple():
            for part in value:
                yield from _texts(part, language)


def _strings(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        match value:
            case str():
                yield from filter(None, (value,))
            case tuple():
                yield from _strings(value)
            case Struct():
                yield from _strings(getattr(value, name) for name in value.__struct_fields__)


def _html(html: Html, at: Standpoint) -> str:
    """Return a body with its figures, and without citations and addresses."""
    shown = (_slot(slot, at) for slot in html.slots)
    return "".join((html.parts[0], *(text for pair in zip(shown, html.parts[1:], strict=True) for text in pair)))


def _slot(slot: object, at: Standpoint) -> str:
    if not isinstance(slot, Shown):
        return ""
    figure = cast("Figure | None", at.record("figure", slot.figure))
    return amount(figure, slot, at.wording, at.languages[0]) if figure else slot.figure
