"""Values that content is made of: periods as precise as their source, texts in several languages, references."""

import re
from calendar import monthrange
from datetime import date, datetime, time
from typing import Annotated, Literal

from msgspec import Meta, Struct

Unknown = Literal["unknown"]

PERIOD = re.compile(r"(?P<year>[12][0-9]{3})(?:-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
YEARLY = r"^[0-9]{2}-[0-9]{2}$"
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
WEB_ADDRESS = r'^https?://[^\s\[\]<>"\\]+$'
_STEPS = r'(/[^\s/\\?#%:*"<>{}|.]([^\s/\\?#%:*"<>{}|]*[^\s/\\?#%:*"<>{}|.])?)'
_PARAMETER = r"[A-Za-z0-9_]+=[A-Za-z0-9_.~%+-]+"
FORMER_ADDRESS = rf"^(?!.*/index\.html$)({_STEPS}+(/|\.html)|({_STEPS}+/?|/)\?{_PARAMETER}(&{_PARAMETER})*)$"
STAMP = r"^[0-9a-f]{10}-[0-9a-f]{10}$"
MONTHS = 12
STAND_IN = "✎"
"""What a text begins with that only keeps the place of one: it is never published."""
PLACEHOLDERS = frozenset(
    {"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "n/a", "tbd", "tba", "todo", "null", "?", "-", "~", "미정"}
)
"""What spreadsheets and people write where a value is missing, in lower case."""


class CalendarError(ValueError):
    """The calendar has no such day, because the month has only so many `days`, or no such month: then there are 0."""

    def __init__(self, year: int, month: int, days: int = 0) -> None:
        super().__init__(year, month, days)
        self.year = year
        self.month = month
        self.days = days


class Period(Struct, frozen=True):
    """A day, month, quarter or year, written as its source knows it: 2021-03-31, 2021-03, 2021-Q1 or 2021."""

    text: str

    @property
    def precision(self) -> Literal["day", "month", "quarter", "year"]:
        """How precise the source is."""
        if "Q" in self.text:
            return "quarter"
        return ("year", "month", "day")[self.text.count("-")]

    @property
    def first(self) -> date:
        """The first day it covers."""
        year, month = self._year_and_first_month()
        return date(year, month, int(self.text[8:10]) if self.precision == "day" else 1)

    @property
    def last(self) -> date:
        """The last day it covers."""
        if self.precision == "day":
            return self.first
        year, month = self._year_and_first_month()
        month += {"month": 0, "quarter": 2, "year": 11}[self.precision]
        return date(year, month, monthrange(year, month)[1])

    def _year_and_first_month(self) -> tuple[int, int]:
        year = int(self.text[:4])
        match self.precision:
            case "year":
                return year, 1
            case "quarter":
                return year, 3 * int(self.text[6]) - 2
            case _:
                return year, int(self.text[5:7])


class Text(Struct, frozen=True):
    """Words in several languages, by language code."""

    words: dict[str, str]

    def best(self, language: str, default: str) -> tuple[str, str]:
        """Return the words in `language`, else in the default language, else in any; and the language they are in."""
        chosen = next((code for code in (language, default) if code in self.words), min(self.words))
        return self.words[chosen], chosen


def parse_period(text: str) -> Period:
    """Return the period that `text` names.

    Raises:
        ValueError: if it names none.
        CalendarError: if it would name one in another calendar.

    """
    if not PERIOD.fullmatch(text):
        message = "not a date, month, quarter or year"
        raise ValueError(message)
    _look_up(text)
    return Period(text)


def parse_day(text: str) -> date:
    """Return the day that `text` (2021-03-31) names.

    Raises:
        ValueError: if it names none, with the reason.

    """
    period = parse_period(text)
    if period.precision != "day":
        message = "not a full date"
        raise ValueError(message)
    return period.first


def written(moment: datetime | time) -> str:
    """Return a moment, or a time of the day, as it is written in content: to the minute, or the second if it has any.

    As in 2026-06-05T09:00+09:00.
    """
    return moment.isoformat(timespec="seconds" if moment.second or moment.microsecond else "minutes")


def _look_up(text: str) -> None:
    """Make sure that the calendar has the month and day of a period.

    Raises:
        CalendarError: if it has not.

    """
    match = PERIOD.fullmatch(text)
    if not match or not match["month"]:
        return
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= MONTHS:
        raise CalendarError(year, month)
    days = monthrange(year, month)[1]
    if match["day"] and not 1 <= int(match["day"]) <= days:
        raise CalendarError(year, month, days)


Id = Annotated[str, Meta(pattern=ID)]
WebAddress = Annotated[str, Meta(pattern=WEB_ADDRESS)]
FormerAddress = Annotated[str, Meta(pattern=FORMER_ADDRESS)]
Time = Annotated[str, Meta(pattern=TIME)]
YearlyDay = Annotated[str, Meta(pattern=YEARLY, description="month and day, as in 04-05")]
Stamp = Annotated[str, Meta(pattern=STAMP)]
Count = Annotated[int, Meta(ge=1)]
NonEmpty = Annotated[str, Meta(min_length=1)]
Line = Annotated[str, Meta(min_length=1, max_length=500)]
Label = Annotated[Text, Meta(extra={"told": False})]
"""What something is called: it claims nothing, and shows no figure."""
Verbatim = Annotated[str, Meta(extra={"told": False, "verbatim": True})]
"""Words that are others', as they stand."""

AgencyRef = Annotated[str, Meta(pattern=ID, extra={"ref": "agency"})]
StrategyRef = Annotated[str, Meta(pattern=ID, extra={"ref": "strategy"})]
TaskRef = Annotated[str, Meta(pattern=ID, extra={"ref": "task"})]
MeetingRef = Annotated[str, Meta(pattern=ID, extra={"ref": "meeting"})]
NewsRef = Annotated[str, Meta(pattern=ID, extra={"ref": "news"})]
EventRef = Annotated[str, Meta(pattern=ID, extra={"ref": "event"})]
ActionRef = Annotated[str, Meta(pattern=ID, extra={"ref": "action"})]
IndicatorRef = Annotated[str, Meta(pattern=ID, extra={"ref": "indicator"})]
SourceRef = Annotated[str, Meta(pattern=ID, extra={"ref": "source"})]
ImageRef = Annotated[str, Meta(pattern=ID, extra={"ref": "image"})]
FigureRef = Annotated[str, Meta(pattern=ID, extra={"ref": "figure"})]
TermRef = Annotated[str, Meta(pattern=ID, extra={"ref": "term"})]
PageRef = Annotated[str, Meta(pattern=ID, extra={"ref": "page"})]
