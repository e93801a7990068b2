"""The report as a table for spreadsheet programs, those on Korean computers above all.

Source of the form: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180. The mark at its beginning is what Excel needs to
read it as UTF-8 and not in the old Korean encoding.
"""

import csv
from collections.abc import Iterator

from sitegen.desk import phrases, words
from sitegen.desk.report import Report
from sitegen.speech import Language

MARK = "\ufeff"
COLUMNS = (words.OWNER, words.SORT, words.THING, words.LANGUAGE, words.WHEN, words.FILE, words.WHAT)
STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  # wide ones too: Excel takes them for the others


class _Written(list[str]):
    """What is written, piece by piece, without a file."""

    write = list.append


def as_csv(report: Report, language: Language) -> str:
    """Return a row for each finding, below the names of the columns, then the heaviest pages."""
    written = _Written()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(map(language.translated, COLUMNS))
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(report, language))
    return MARK + "".join(written)


def _rows(report: Report, language: Language) -> Iterator[tuple[str, ...]]:
    for owner, findings in report.by_owner:
        name, _ = phrases.owner(report, owner, language)
        for line in (phrases.line(finding, language) for finding in findings):
            yield name, line.sort, line.title, line.language, line.on, line.spot, line.note
    for weight in report.heaviest:
        told = language.say(words.WEIGHT, total=weight.total, html=weight.html)
        yield "", language.say(words.HEAVIEST), "", "", "", weight.path, told


def _harmless(cell: str) -> str:
    """Return a cell that no program takes for a formula: an apostrophe before it says that it is text.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if cell.startswith(STARTS_FORMULA) else cell
