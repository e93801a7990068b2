"""The report as a table for spreadsheet programs."""

from collections.abc import Iterator

from sitegen.delimited import MARK, harmless, row
from sitegen.desk import phrases, words
from sitegen.desk.report import Report
from sitegen.speech import Language

COLUMNS = (words.OWNER, words.SORT, words.THING, words.LANGUAGE, words.WHEN, words.FILE, words.WHAT)


def as_csv(report: Report, language: Language) -> str:
    """Return a row for each finding, below the names of the columns, then the heaviest pages."""
    named = row(map(language.translated, COLUMNS))
    return "".join((MARK, named, *(row(map(harmless, cells)) for cells in _rows(report, language))))


def _rows(report: Report, language: Language) -> Iterator[tuple[str, ...]]:
    for owner, findings in report.by_owner:
        name, _ = phrases.owner(report, owner, language)
        for line in (phrases.line(finding, language) for finding in findings):
            yield name, line.sort, line.title, line.language, line.on, line.spot, line.note
    for weight in report.heaviest:
        told = language.say(words.WEIGHT, total=weight.total, html=weight.html)
        yield "", language.say(words.HEAVIEST), "", "", "", weight.path, told
