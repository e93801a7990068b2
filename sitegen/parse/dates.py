"""Text as a day, a moment, or a period as precise as its source, and what was probably meant where it is none."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sitegen import values
from sitegen.parse.scalar_error import ScalarError, shown
from sitegen.values import Period

D = TypeVar("D")
MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}:[0-9]{2})?")
A_DAY = "2021-03-31"
A_PERIOD = "2021-03-31, 2021-03, 2021-Q1 or 2021"
A_MOMENT = "2026-06-05 09:00"
CENTURY = 2000  # of a year written with two digits

GUESSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?P<year>[0-9]{4})\D{1,3}(?P<month>[0-9]{1,2})\D{1,3}(?P<day>[0-9]{1,2})\D?", "{year}-{month}-{day}"),
        (r"(?P<year>[0-9]{2})[./-] ?(?P<month>[0-9]{1,2})[./-] ?(?P<day>[0-9]{1,2})\.?", "{year}-{month}-{day}"),
        (r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", "{year}-{month}-{day}"),
        (r"(?P<year>[0-9]{4})년?[ -]?[Qq](?P<quarter>[1-4])", "{year}-Q{quarter}"),
        (r"(?P<year>[0-9]{4})년?[ /-]?(?P<quarter>[1-4])(?: ?분기|[Qq])", "{year}-Q{quarter}"),
        (r"(?P<year>[0-9]{4})(?:년 ?|[./-] ?)(?P<month>[0-9]{1,2})(?:월|\.)?", "{year}-{month}"),
        (r"(?P<year>[0-9]{4})년", "{year}"),
    )
)
"""Other ways to write dates, and ours; the year comes first in all of them, as it does in Korean."""

WITHOUT_YEAR = re.compile(r"(?P<month>0?[1-9]|1[0-2])(?:월 ?|[./-])(?P<day>[0-2]?[0-9]|3[01])(?:일|\.)?")


def parse_day(text: str) -> date:
    """Return the day that a text names.

    Raises:
        ScalarError: if it names none.

    """
    return _read(text, values.parse_day, A_DAY)


def parse_period(text: str) -> Period:
    """Return the period that a text names.

    Raises:
        ScalarError: if it names none.

    """
    return _read(text, values.parse_period, A_PERIOD)


def parse_moment(text: str, timezone: ZoneInfo) -> datetime:
    """Return the moment; without an offset it is in the site's time zone, and a day alone is its first minute.

    Raises:
        ScalarError: if the text names no moment.

    """
    match = MOMENT.fullmatch(text)
    if not match:
        return datetime.combine(_read(text, values.parse_day, A_MOMENT), datetime.min.time(), timezone)
    day = _read(match[1], values.parse_day, A_DAY)
    try:
        moment = datetime.fromisoformat(f"{day}T{match[2]}{match[3] or ''}")
    except ValueError:
        raise ScalarError(
            "no-such-time", "the clock does not know {text}", "write it as in {form}", text=text, form=A_MOMENT
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone)


def _read(text: str, parse: Callable[[str], D], form: str) -> D:
    try:
        return parse(text)
    except ValueError as problem:
        raise _error(text, parse, form, str(problem)) from None


def _error(text: str, parse: Callable[[str], object], form: str, reason: str) -> ScalarError:
    guess = _guess(text.strip("\"'“”‘’ "))  # noqa: RUF001  # quotation marks as they are typed
    try:
        parse(guess or text)
    except ValueError as problem:
        impossible = values.PERIOD.fullmatch(guess or text) and "not a full date" not in str(problem)
        if impossible:
            return ScalarError(
                "no-such-date", "there is no {text}: {reason}", "check the calendar", text=guess or text, reason=problem
            )
        message = '"{text}" has no day' if "not a full date" in reason else '"{text}" is not a date'
        return ScalarError("date-form", message, "write it as in {form}", text=shown(text), form=_with_day(text, form))
    return ScalarError("date-form", '"{text}" is not written as a date', "write {guess}", text=shown(text), guess=guess)


def _guess(text: str) -> str:
    """Return a date written otherwise in our form, or an empty string."""
    for pattern, form in GUESSES:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            year = int(parts["year"]) + (CENTURY if len(parts["year"]) == len("21") else 0)
            rest = {name: int(number) for name, number in parts.items() if name != "year"}
            two_digits = {name: str(number) if name == "quarter" else f"{number:02}" for name, number in rest.items()}
            return form.format(year=year, **two_digits)
    return ""


def _with_day(text: str, form: str) -> str:
    """Return the example with the month and day that a text gives without a year."""
    match = WITHOUT_YEAR.fullmatch(text)
    return f"{A_DAY[:5]}{int(match['month']):02}-{int(match['day']):02}, with the year" if match else form
