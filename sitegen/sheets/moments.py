"""Days, periods and times as spreadsheets keep them, written as content writes them."""

import re
from datetime import date, datetime, time, timedelta

from msgspec import inspect

from sitegen import values
from sitegen.diagnostics import Diagnostic, error
from sitegen.sheets.columns import Column
from sitegen.sheets.table import Cell
from sitegen.values import TIME, YEARLY, Period

EPOCH = date(1899, 12, 30)  # day 0 of a workbook's dates, as if 1900 had been a leap year: ECMA-376 18.17.4.1
SERIALS = range(20_000, 100_000)  # days from 1954 to 2173: what a date looks like where its format was lost
UNSEEN = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")  # parts of a number format that are no codes: ECMA-376 18.8.31
YEAR_FIRST = re.compile(
    r"(?P<year>[12][0-9]{3})(?:\s?[.년/-]\s?(?P<month>1[0-2]|0?[1-9])(?:\s?[.월/-]\s?(?P<day>[12][0-9]|3[01]|0?[1-9]))?)?\s?[.년월일]?"
)
QUARTER = re.compile(
    r"(?P<year>[12][0-9]{3})(?:년)?[\s./-]*(?:[Qq](?P<q>[1-4])|(?P<quarter>[1-4])\s?(?:/4)?\s?(?:분기|[Qq]))"
)
COMPACT = re.compile(r"(?P<year>[12][0-9]{3})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])")
TWO_WAYS = re.compile(r"(?P<one>[0-9]{1,2})[/.-](?P<two>[0-9]{1,2})[/.-](?P<year>[12][0-9]{3})")
LEFT_OVER = re.compile(r"[2-9][0-9]{4}|0\.[0-9]+")  # days since 1900, or a part of a day
TENTH = re.compile(r"[12][0-9]{3}\.1")  # what is left of 2021.10 where a program took it for a number
CLOCK = re.compile(r"(?P<day>.*\S)\s+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?")
MONTHS = 12


def is_time(column: Column) -> bool:
    """Whether the values of a column are days, periods, moments or times of the day."""
    type_ = column.value_type
    return (
        isinstance(type_, inspect.DateType | inspect.DateTimeType)
        or (isinstance(type_, inspect.StructType) and type_.cls is Period)
        or (isinstance(type_, inspect.StrType) and type_.pattern in {TIME, YEARLY})
    )


def written(cell: Cell, column: Column) -> str | Diagnostic:
    """Return the content of a cell as content writes it, or why that is not clear."""
    match cell.content:
        case bool():
            return str(cell.content)
        case datetime() | date():
            return _of_date(cell, cell.content, column)
        case time():
            return values.written(cell.content)
        case int() | float():
            return _of_number(cell, cell.content, column)
    return _of_text(cell, " ".join(cell.text.split()), column)


def _of_date(cell: Cell, found: date, column: Column) -> str | Diagnostic:
    """Return a real date as precisely as the sheet shows it: one that shows no day is a month."""
    type_ = column.value_type
    codes = UNSEEN.sub("", cell.shows.casefold())
    if isinstance(type_, inspect.StrType):
        return values.written(_clock(found)) if type_.pattern == TIME else f"{found:%m-%d}"
    if isinstance(type_, inspect.DateTimeType):
        return f"{found:%Y-%m-%d} {values.written(_clock(found))}"
    if isinstance(found, datetime) and found.time() != time():
        return error(
            "sheet-date",
            cell.place,
            "this cell holds a time of the day beside the date {day}",
            "write the date alone: {day}",
            day=f"{found:%Y-%m-%d}",
        )
    if "d" in codes or not codes or codes == "general":
        return f"{found:%Y-%m-%d}"
    text = f"{found:%Y-%m}" if "m" in codes else f"{found:%Y}"
    if isinstance(type_, inspect.DateType):
        return error(
            "sheet-date",
            cell.place,
            "this cell holds {day}, but shows {text} only",
            "write the day as well, as in {day}, in a cell of the format text",
            day=f"{found:%Y-%m-%d}",
            text=text,
        )
    return text


def _clock(found: date) -> time:
    """Return the time of the day of a date; one that has none begins at midnight."""
    return found.time() if isinstance(found, datetime) else time()


def _of_number(cell: Cell, number: float, column: Column) -> str | Diagnostic:
    """Return a number as the period or day that it was typed as, if it is not what is left of a date."""
    text = f"{number:.15g}"
    if number in SERIALS:
        day = EPOCH + timedelta(days=int(number))
        return error(
            "sheet-date",
            cell.place,
            "{number} is what is left of a date where the format of the cell was lost, probably {day}",
            "write the date in a cell of the format text, as in {day}",
            number=text,
            day=day,
        )
    if 0 < number < 1:
        return error(
            "sheet-date",
            cell.place,
            "{number} is what is left of a time where the format of the cell was lost",
            "write the time in a cell of the format text, as in 16:00",
            number=text,
        )
    return _of_text(cell, text, column)


def _of_text(cell: Cell, text: str, column: Column) -> str | Diagnostic:
    """Return a date that begins with the year in our form; any other text as it is, as the type will say of it."""
    type_ = column.value_type
    if LEFT_OVER.fullmatch(text) and not isinstance(cell.content, int | float):
        return _of_number(cell, float(text), column)
    if isinstance(type_, inspect.StrType):
        return _of_clock(text)
    if TENTH.fullmatch(text):
        return error(
            "sheet-date",
            cell.place,
            "{text} may be January, or what is left of October: spreadsheet programs drop the last zero",
            "write {year}-01 or {year}-10, in a cell of the format text",
            text=text,
            year=text[:4],
        )
    if match := TWO_WAYS.fullmatch(text):
        return _two_ways(cell, match)
    if isinstance(type_, inspect.DateTimeType) and (match := CLOCK.fullmatch(text)):
        second = f":{match['second']}" if int(match["second"] or 0) else ""
        return f"{_day(match['day'])} {int(match['hour']):02}:{match['minute']}{second}"
    return _day(text)


def _of_clock(text: str) -> str:
    """Return a time of the day, or a day of the year, with two digits each."""
    if match := re.fullmatch(r"([0-9]{1,2}):([0-9]{2})(:00)?", text):
        return f"{int(match[1]):02}:{match[2]}"
    if match := re.fullmatch(r"([0-9]{1,2})\s?(?:월|[./-])\s?([0-9]{1,2})\s?[일.]?", text):
        return f"{int(match[1]):02}-{int(match[2]):02}"
    return text


def _day(text: str) -> str:
    if match := QUARTER.fullmatch(text):
        return f"{match['year']}-Q{match['q'] or match['quarter']}"
    match = COMPACT.fullmatch(text) or YEAR_FIRST.fullmatch(text)
    if not match:
        return text
    numbers = [f"{int(number):02}" for number in (match["month"], match["day"]) if number]
    return "-".join([match["year"], *numbers])


def _two_ways(cell: Cell, match: re.Match[str]) -> Diagnostic:
    year, one, two = match["year"], int(match["one"]), int(match["two"])
    readings = [f"{year}-{month:02}-{day:02}" for month, day in ((one, two), (two, one)) if month <= MONTHS]
    likely = list(dict.fromkeys(readings)) or [f"{year}-01-01"]
    if len(likely) == 1:
        return error(
            "sheet-date",
            cell.place,
            "{text} is not written with the year first",
            "write {day}",
            text=match[0],
            day=likely[0],
        )
    return error(
        "sheet-date",
        cell.place,
        "{text} may be one of two days, as some write the month first and some the day",
        "write {first} or {second}",
        text=match[0],
        first=likely[0],
        second=likely[1],
    )
