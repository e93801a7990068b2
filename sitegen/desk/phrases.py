"""The parts of a report in one language."""

from msgspec import Struct

from sitegen.desk import words
from sitegen.desk.findings import Finding
from sitegen.desk.report import Report
from sitegen.speech import Language
from sitegen.speech.moments import in_words
from sitegen.values import Text


class Line(Struct, frozen=True):
    """A finding in words: `spot` is its file, with the line where that is known.

    `title_language` is that of the title, and `language` that of the translation which the finding is about, if any.
    `on` is its day or moment as people and spreadsheets read it, where the site is at home; `machine` as HTML has it.
    """

    sort: str
    title: str
    title_language: str
    language: str
    spot: str
    on: str
    machine: str
    note: str


def line(finding: Finding, language: Language) -> Line:
    """Return a finding in a language; titles that do not exist in it stand in another."""
    code = language.code
    title, spoken = Text(dict(finding.title)).best(code, code) if finding.title else ("", code)
    spot = finding.path if finding.line == 1 else f"{finding.path}:{finding.line}"
    note = language.say(finding.note, **finding.values)
    sort = language.translated(words.SORTS[finding.sort])
    return Line(sort, title, spoken, finding.language, spot, _readable(finding.on), finding.on, note)


def owner(report: Report, identifier: str, language: Language) -> tuple[str, str]:
    """Return the name of an agency, or that none is named, and the language that is in."""
    if not identifier:
        return language.say(words.NOBODY), language.code
    name = report.agencies.get(identifier)
    return name.best(language.code, language.code) if name else (identifier, language.code)


def head(report: Report, language: Language) -> tuple[str, str, str]:
    """Return what the report is, as of when, and when the site changes next."""
    title = language.say(words.TITLE, site=report.site.best(language.code, language.code)[0])
    next_change = in_words(report.next_change, language) if report.next_change else ""
    ahead = language.say(words.NEXT, moment=next_change) if next_change else language.say(words.NEVER)
    return title, language.say(words.AS_OF, moment=in_words(report.now.replace(second=0), language)), ahead


def remarks(report: Report, language: Language) -> tuple[str, ...]:
    """Return what is to be known of the report as a whole: whether it is whole, and how much there is to do."""
    count = len(report.findings)
    if count or report.is_whole:
        told = language.say(words.TO_DO, count=count) if count else language.say(words.NOTHING)
        return (told,) if report.is_whole else (language.say(words.UNWEIGHED), told)
    return (language.say(words.UNWEIGHED),)


def _readable(on: str) -> str:
    """Return a day as it is, and a moment without its zone: 2026-06-05 09:00."""
    day, is_moment, clock = on.partition("T")
    return f"{day} {clock[: -len('+09:00')]}" if is_moment else day
