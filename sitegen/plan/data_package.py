"""What describes open data as a whole: every table, and the data file of every indicator."""

from collections.abc import Iterator, Mapping

from sitegen.dictionary.entries import Said
from sitegen.files import Output
from sitegen.kinds.indicator import Column, IndicatorFacts, IndicatorWords
from sitegen.kinds.source import SourceFacts
from sitegen.plan.open_data import tables
from sitegen.plan.standpoint import Standpoint
from sitegen.plan.statements import IndicatorItem
from sitegen.tables import described, resources, schema
from sitegen.urls import DATA, PACKAGE, address, data_path, output_path, table_path
from sitegen.values import Text

Described = Mapping[str, object]
NOT_ALL_OURS: Said = {
    "en": "What is published on the site, as tables. Words taken from others stay under the terms of their sources,"
    " which each row names; the licence here is what the site says of its own words.",
    "ko": "이 누리집에 공개된 내용을 표로 옮긴 것입니다. 다른 데에서 옮긴 말은 행마다 적은 출처의 이용 조건을 따릅니다."
    " 여기의 이용 조건은 이 누리집이 쓴 글에 대한 것입니다.",
}


def package(root: Standpoint) -> Iterator[Output]:
    """Yield the description of all open data, and that of the columns of each table."""
    settings, known = root.settings, tables(root.count)
    named = [each for table in known for each in resources(table, f"{DATA}/")]
    files = (_data_file(indicator, root) for indicator in _with_files(root))
    whole = {
        "profile": "data-package",
        "name": "open-data",
        **_titles(settings.name),
        "description": NOT_ALL_OURS["en"],
        "description_ko": NOT_ALL_OURS["ko"],
        **({"homepage": root.linker.full("")} if root.linker.base_url else {}),
        "licenses": [{"path": output_path(address("page", DATA)), **_titles(settings.licence)}],
        "resources": [*named, *files],
    }
    yield Output(PACKAGE, described(whole))
    for table in known:
        yield Output(table_path(table.name, "schema.json"), described(schema(table, known, root.languages)))


def _with_files(root: Standpoint) -> Iterator[IndicatorItem]:
    """Yield the indicators, of those that share a file the first."""
    seen = set[str]()
    for indicator in root.items("indicator", IndicatorFacts, IndicatorWords):
        if indicator.facts.file not in seen:
            seen.add(indicator.facts.file)
            yield indicator


def _data_file(indicator: IndicatorItem, root: Standpoint) -> Described:
    """Return how the package names the data file of an indicator, which stands as it was written."""
    known, titles = indicator.facts, Text({code: words.title for code, words in indicator.words.items()})
    held = {column.name: column for column in known.columns}
    return {
        "name": f"indicator-{known.file.removesuffix('.csv')}",
        "path": data_path(known.file),
        **_titles(titles),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": [_field(name, held.get(name), known) for name in root.dataset(known.file).head]},
        "sources": list(_sources(known, root)),
    }


def _field(name: str, column: Column | None, known: IndicatorFacts) -> Described:
    if column is None:
        return {"name": name, "type": "any"}
    is_number = column.is_numeric and column is not known.columns[0]
    unit = {"unit": (column.unit or known.unit).words} if is_number else {}
    return {"name": name, "type": "number" if is_number else "string", **_titles(column.label), **unit}


def _sources(known: IndicatorFacts, root: Standpoint) -> Iterator[Described]:
    """Yield where the data comes from, with the terms of use of each source as far as they are known."""
    for origin in known.origins:
        found = root.item("source", origin)
        if found and isinstance(found.facts, SourceFacts):
            where = {"path": found.facts.address} if found.facts.address else {}
            yield {"title": root.title(found).text, **where, "licence": found.facts.licence}


def _titles(text: Text | None) -> Described:
    """Return a title in English, else in the language there is, and in each other language beside it."""
    if text is None:
        return {}
    title, spoken = text.best("en", "en")
    others = {f"title_{code}": words for code, words in sorted(text.words.items()) if code != spoken}
    return {"title": title, **others}
