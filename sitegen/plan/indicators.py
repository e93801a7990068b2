"""Indicator pages and their list."""

from sitegen.kinds.indicator import IndicatorFacts, IndicatorWords
from sitegen.model import Item
from sitegen.plan.catalogue import Catalogue, Part
from sitegen.plan.rows import simple_row
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.views import pages as views
from sitegen.views.parts import Fact

IndicatorItem = Item[IndicatorFacts, IndicatorWords]


def catalogue(at: Standpoint) -> Catalogue[IndicatorItem]:
    """Return the indicators."""
    indicators = at.items("indicator", IndicatorFacts, IndicatorWords)
    answer = at.wording.count("answer_indicators", len(indicators))
    return Catalogue(answer, (Part("indicators", indicators),), simple_row)


def detail(indicator: IndicatorItem, at: Standpoint) -> views.Indicator:
    """Return an indicator's page with its data as a table."""
    words, known = at.words(indicator), indicator.facts
    dataset = at.dataset(known.file)
    places = [dataset[0].index(column.name) for column in known.columns]
    return views.Indicator(
        meaning=at.told(words.meaning, "meaning"),
        processing_note=at.told(words.processing_note, "processing_note"),
        table=views.Table(
            caption=words.title,
            head=tuple(at.phrase(column.label).text + (f" ({column.unit})" if column.unit else "")
                       for column in known.columns),
            rows=tuple(tuple(line[place] for place in places) for line in dataset[1:]),
        ),
    )  # fmt: skip


def indicator_facts(indicator: IndicatorItem, at: Standpoint) -> tuple[Fact, ...]:
    """Return unit, date and origin."""
    known = indicator.facts
    return facts(
        at.fact("unit", known.unit),
        at.dated("data_as_of", known.as_of),
        at.fact("origins", *(at.value("source", origin) for origin in known.origins)),
        at.fact("processing", at.say(f"processing_{known.processing}")),
        at.dated("provisional_from", known.provisional_from),
    )
