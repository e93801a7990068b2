"""Text as a value of a field's type: dates that exist, words that are allowed, numbers that were meant."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import inspect

from sitegen.diagnostics import nearest
from sitegen.values import ID, parse_day, parse_period

N = TypeVar("N", int, float)
D = TypeVar("D")
INTEGER = re.compile(r"-?(0|[1-9]\d{0,15})")
LEADING_ZERO = re.compile(r"0\d{1,15}")
NUMBER = re.compile(r"-?(0|[1-9]\d{0,15})(\.\d{1,12})?")
BOOLEANS = {"true": True, "false": False}
YES, NO = (
    frozenset({"yes", "on", "y", "예", "True", "TRUE", "1"}),
    frozenset({"no", "off", "n", "아니요", "False", "FALSE", "0"}),
)
OTHER_DATE = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")


class ScalarError(ValueError):
    """The text is no value of the type: code, message and fix of the problem, with the values they name."""

    def __init__(self, code: str, message: str, fix: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.fix = fix
        self.values = values


def parse_scalar(text: str, type_: inspect.Type, timezone: ZoneInfo) -> Any:  # noqa: ANN401  # any scalar type
    """Return the value of a scalar field.

    Raises:
        ScalarError: if the text is no value of that type.

    """
    for kind, reader in _READERS:
        if isinstance(type_, kind):
            return reader(text, type_, timezone)
    message = f"no reader for {type_}"  # a kind with a field of a type that no content can hold: our bug
    raise TypeError(message)


def _string(text: str, type_: inspect.StrType) -> str:
    if type_.min_length and not text.strip():
        raise ScalarError(
            "empty-value", "this must not be empty", "write the text, or remove the line if it is optional"
        )
    if type_.max_length and len(text) > type_.max_length:
        raise ScalarError(
            "too-long", "this is longer than {limit} characters", "make it shorter", limit=type_.max_length
        )
    if type_.pattern and not re.search(type_.pattern, text):
        raise _pattern_error(text, type_.pattern)
    return text


def _pattern_error(text: str, pattern: str) -> ScalarError:
    if pattern == ID:
        return ScalarError(
            "wrong-id",
            '"{text}" cannot be an id',
            "use lower-case Latin letters, digits and hyphens, as in green-police-cars",
            text=text,
        )
    return ScalarError(
        "wrong-form", '"{text}" is not of the form {form}', "write it in that form", text=text, form=pattern
    )


def _word(text: str, type_: inspect.LiteralType) -> Any:  # noqa: ANN401  # words or booleans
    words = {str(word).lower() if isinstance(word, bool) else str(word): word for word in type_.values}
    if text in words:
        return words[text]
    guess = nearest(text, words)
    raise ScalarError(
        "unknown-word",
        '"{text}" is not one of the words allowed here' + ('; did you mean "{guess}"?' if guess else ""),
        "write {guess}" if guess else "write one of: {words}",
        text=text,
        guess=guess,
        words=", ".join(words),
    )


def _boolean(text: str) -> bool:
    if text in BOOLEANS:
        return BOOLEANS[text]
    guess = "true" if text in YES else "false" if text in NO else "true or false"
    raise ScalarError("not-a-boolean", '"{text}" is neither true nor false', "write {guess}", text=text, guess=guess)


def _integer(text: str, type_: inspect.IntType) -> int:
    if INTEGER.fullmatch(text):
        return _in_range(int(text), text, type_)
    if LEADING_ZERO.fullmatch(text):
        raise ScalarError(
            "leading-zero", '"{text}" starts with a zero', "write {guess}", text=text, guess=text.lstrip("0") or "0"
        )
    raise _not_a_number(text, "a whole number")


def _number(text: str, type_: inspect.FloatType) -> float:
    if NUMBER.fullmatch(text):
        return _in_range(float(text), text, type_)
    raise _not_a_number(text, "a number")


def _in_range(value: N, text: str, type_: inspect.IntType | inspect.FloatType) -> N:
    too_low = (type_.ge is not None and value < type_.ge) or (type_.gt is not None and value <= type_.gt)
    too_high = (type_.le is not None and value > type_.le) or (type_.lt is not None and value >= type_.lt)
    if not too_low and not too_high:
        return value
    bound = f"at least {type_.ge}" if type_.ge is not None else f"more than {type_.gt}"
    raise ScalarError(
        "out-of-range", "{text} is too {way}", "write a number {bound}", text=text,
        way="small" if too_low else "large", bound=f"up to {type_.le}" if too_high else bound,
    )  # fmt: skip


def _not_a_number(text: str, wanted: str) -> ScalarError:
    return ScalarError(
        "not-a-number", '"{text}" is not {wanted}', "write digits only, as in 1200", text=text, wanted=wanted
    )


def _date(text: str, parse: Callable[[str], D]) -> D:
    try:
        return parse(text)
    except ValueError as problem:
        raise _date_error(text, str(problem)) from None


def _date_error(text: str, reason: str) -> ScalarError:
    if match := OTHER_DATE.fullmatch(text):
        year, month, day = match.groups()
        if (guess := f"{year}-{int(month):02}-{int(day):02}") != text:
            return ScalarError(
                "date-form", '"{text}" is not written as a date', "write {guess}", text=text, guess=guess
            )
        return ScalarError(
            "no-such-date", "there is no {text}: {reason}", "check the calendar", text=text, reason=reason
        )
    return ScalarError("date-form", '"{text}" is not a date', "write it as in 2021-03-31", text=text)


def _moment(text: str, timezone: ZoneInfo) -> datetime:
    """Return the moment; without an offset it is in the site's time zone, and a day alone is its first minute."""
    match = MOMENT.fullmatch(text)
    if not match:
        return datetime.combine(_date(text, parse_day), datetime.min.time(), timezone)
    day = _date(match[1], parse_day)
    try:
        moment = datetime.fromisoformat(f"{day}T{match[2]}{match[3] or ''}")
    except ValueError as problem:
        raise ScalarError(
            "no-such-time", "there is no such time as {text}: {reason}", "write it as in 2026-06-05 09:00",
            text=text, reason=problem,
        ) from None  # fmt: skip
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone)


_READERS: tuple[tuple[type[inspect.Type], Callable[[str, Any, ZoneInfo], Any]], ...] = (
    (inspect.StrType, lambda text, type_, _: _string(text, type_)),
    (inspect.LiteralType, lambda text, type_, _: _word(text, type_)),
    (inspect.BoolType, lambda text, _, __: _boolean(text)),
    (inspect.IntType, lambda text, type_, _: _integer(text, type_)),
    (inspect.FloatType, lambda text, type_, _: _number(text, type_)),
    (inspect.DateType, lambda text, _, __: _date(text, parse_day)),
    (inspect.DateTimeType, lambda text, _, timezone: _moment(text, timezone)),
    (inspect.StructType, lambda text, _, __: _date(text, parse_period)),
)
"""How a scalar of each type is read; the only struct that is written as a scalar is a period."""
