"""The report as text for a terminal."""

from collections.abc import Iterator

from sitegen.desk import phrases, words
from sitegen.desk.report import Report
from sitegen.speech import Language


def as_text(report: Report, language: Language) -> str:
    """Return the report as lines, with what the next step is below each finding."""
    return "\n".join(_lines(report, language)) + "\n"


def _lines(report: Report, language: Language) -> Iterator[str]:
    title, as_of, ahead = phrases.head(report, language)
    yield f"{title}, {as_of}"
    yield ahead
    yield from phrases.remarks(report, language)
    for owner, findings in report.by_owner:
        yield ""
        yield f"{phrases.owner(report, owner, language)[0]} ({len(findings)})"
        for finding in findings:
            yield from _finding(phrases.line(finding, language))
    if report.heaviest:
        yield ""
        yield f"{language.say(words.HEAVIEST)} ({language.say(words.WEIGHED)})"
        for weight in report.heaviest:
            yield f"  {weight.path}: {language.say(words.WEIGHT, total=weight.total, html=weight.html)}"


def _finding(line: phrases.Line) -> Iterator[str]:
    marks = ", ".join(filter(None, (line.language, line.on)))
    yield f"  {line.sort}" + (f" ({marks})" if marks else "") + (f": {line.title}" if line.title else "")
    yield f"    {line.spot}"
    yield f"    {line.note}"
