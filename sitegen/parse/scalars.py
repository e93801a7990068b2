"""Text as a value of a field's type: words that are allowed, numbers that were meant, addresses of the right form."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec import inspect

from sitegen.diagnostics import nearest
from sitegen.kinds.chart import FIELD, NUMBER_FORMAT
from sitegen.kinds.indicator import CSV_NAME
from sitegen.kinds.seal import DIGEST
from sitegen.kinds.site import CONTACT, DOMAIN, LANGUAGE, LOCALE
from sitegen.parse.dates import parse_day, parse_moment, parse_period
from sitegen.parse.names import likely_id
from sitegen.parse.scalar_error import EMPTY, ScalarError, WrongForm, shown
from sitegen.values import FORMER_ADDRESS, ID, STAMP, TIME, WEB_ADDRESS, YEARLY

__all__ = ["FORMS", "ScalarError", "parse_scalar"]

N = TypeVar("N", int, float)
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
LEADING_ZERO = re.compile(r"0[0-9]{1,15}")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,12})?")
DIGITS = re.compile(r"-?[0-9]{17,}(\.[0-9]+)?")
INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060-\u2064]+")
BOOLEANS = {"true": True, "false": False}
YES, NO = (
    frozenset({"yes", "on", "y", "예", "True", "TRUE", "1"}),
    frozenset({"no", "off", "n", "아니요", "False", "FALSE", "0"}),
)

FORMS: Mapping[str, WrongForm] = MappingProxyType(
    {
        TIME: WrongForm('"{text}" is not a time', "write hours and minutes with two digits each, as in 09:30 or 16:00"),
        YEARLY: WrongForm('"{text}" is not a day of the year', "write month and day with two digits each, as in 04-05"),
        WEB_ADDRESS: WrongForm('"{text}" is not a web address', "write all of it, as in https://www.example.org/page"),
        FORMER_ADDRESS: WrongForm(
            '"{text}" is not an address on this site',
            "write its path as in /old/address/, with a slash at both ends, or with a query as in /news.do?boardNo=542",
        ),
        LANGUAGE: WrongForm('"{text}" is not the code of a language', "write two or three small letters, as in ko"),
        CONTACT: WrongForm(
            '"{text}" is no address to write to',
            "write https://, mailto: or tel: before it, as in mailto:a@example.org",
        ),
        DOMAIN: WrongForm('"{text}" is not a domain', "write it in small letters and without https://: example.org"),
        LOCALE: WrongForm('"{text}" is not a language with its country', "write both codes, as in ko_KR"),
        STAMP: WrongForm(
            '"{text}" is not what python build.py translated writes',
            "remove the line, then run that command with this file",
        ),
        FIELD: WrongForm(
            '"{text}" cannot be drawn: it has a space, a point, a bracket or a quotation mark in it',
            "give the column another name, in the CSV file too, as in co2_mt",
        ),
        NUMBER_FORMAT: WrongForm(
            '"{text}" is no way to write numbers', "write d for years, .1f for one decimal, or ,.0f for whole numbers"
        ),
        DIGEST: WrongForm(
            '"{text}" is not what python build.py seal writes', "run that command with the id of the source"
        ),
        CSV_NAME: WrongForm(
            '"{text}" is not the name of a CSV file', "write it in small Latin letters, as in greenhouse-gases.csv"
        ),
    }
)
"""What is said of a value that is not of the form that a pattern asks for."""


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
    if type_.min_length and not INVISIBLE.sub("", text):
        raise ScalarError("empty-value", EMPTY.message, EMPTY.fix)
    if type_.max_length and len(text) > type_.max_length:
        raise ScalarError(
            "too-long", "this has {length} characters, but may have {limit}", "make it shorter",
            length=len(text), limit=type_.max_length,
        )  # fmt: skip
    if type_.pattern and not re.fullmatch(type_.pattern, text):
        raise _wrong_id(text) if type_.pattern == ID else _wrong_form(text, FORMS[type_.pattern])
    return text


def _wrong_id(text: str) -> ScalarError:
    guess = likely_id(text)
    return ScalarError(
        "wrong-id",
        '"{text}" cannot be an id',
        "write {guess}" if guess else "write small Latin letters, digits and hyphens, as in green-police-cars",
        text=shown(text),
        guess=guess,
    )


def _wrong_form(text: str, form: WrongForm) -> ScalarError:
    return ScalarError("wrong-form", form.message, form.fix, text=shown(text))


def _word(text: str, type_: inspect.LiteralType) -> Any:  # noqa: ANN401  # words or booleans
    words = {str(word).lower() if isinstance(word, bool) else str(word): word for word in type_.values}
    if text in words:
        return words[text]
    guess = nearest(text.casefold().replace("-", "_").replace(" ", "_"), words)
    others = ", ".join(word for word in words if word != guess)
    raise ScalarError(
        "unknown-word",
        '"{text}" is not one of the words allowed here; did you mean "{guess}"?'
        if guess
        else '"{text}" is not one of the words allowed here',
        "write {guess} (or one of {others})"
        if guess
        else "write one of {others}"
        if len(words) > 1
        else "write {others}",
        text=shown(text),
        guess=guess,
        others=others,
    )


def _boolean(text: str) -> bool:
    if text in BOOLEANS:
        return BOOLEANS[text]
    guess = "true" if text in YES else "false" if text in NO else ""
    raise ScalarError(
        "not-a-boolean", '"{text}" is neither true nor false', "write {guess}" if guess else "write true or false",
        text=shown(text), guess=guess,
    )  # fmt: skip


def _integer(text: str, type_: inspect.IntType) -> int:
    if INTEGER.fullmatch(text):
        return _in_range(int(text), text, type_)
    if LEADING_ZERO.fullmatch(text):
        raise ScalarError(
            "leading-zero", '"{text}" starts with a zero', "write {guess}", text=text, guess=text.lstrip("0") or "0"
        )
    raise _not_a_number(text, '"{text}" is not a whole number', INTEGER)


def _number(text: str, type_: inspect.FloatType) -> float:
    if NUMBER.fullmatch(text):
        return _in_range(float(text), text, type_)
    raise _not_a_number(text, '"{text}" is not a number', NUMBER)


def _decimal(text: str) -> Decimal:
    """Return a number with every digit it is written with."""
    if NUMBER.fullmatch(text):
        return Decimal(text)
    raise _not_a_number(text, '"{text}" is not a number', NUMBER)


def _in_range(value: N, text: str, type_: inspect.IntType | inspect.FloatType) -> N:
    too_low = type_.ge is not None and value < type_.ge
    too_high = type_.le is not None and value > type_.le
    if not too_low and not too_high:
        return value
    if too_high:
        message, fix = "{text} is too large", "write a number up to {most}"
    else:
        message = "{text} is too small"
        fix = "write a number of at least {least}"
    raise ScalarError("out-of-range", message, fix, text=text, most=type_.le, least=type_.ge)


def _not_a_number(text: str, message: str, form: re.Pattern[str]) -> ScalarError:
    if DIGITS.fullmatch(text):
        return ScalarError("out-of-range", "{text} is too large", "check the number of digits", text=shown(text))
    digits = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", text)
    fix = "write {guess}" if form.fullmatch(digits) else "write digits only, as in 1200"
    return ScalarError("not-a-number", message, fix, text=shown(text), guess=digits)


_READERS: tuple[tuple[type[inspect.Type], Callable[[str, Any, ZoneInfo], Any]], ...] = (
    (inspect.StrType, lambda text, type_, _: _string(text, type_)),
    (inspect.LiteralType, lambda text, type_, _: _word(text, type_)),
    (inspect.BoolType, lambda text, _, __: _boolean(text)),
    (inspect.IntType, lambda text, type_, _: _integer(text, type_)),
    (inspect.FloatType, lambda text, type_, _: _number(text, type_)),
    (inspect.DecimalType, lambda text, _, __: _decimal(text)),
    (inspect.DateType, lambda text, _, __: parse_day(text)),
    (inspect.DateTimeType, lambda text, _, timezone: parse_moment(text, timezone)),
    (inspect.StructType, lambda text, _, __: parse_period(text)),
)
"""How a scalar of each type is read; the only struct that is written as a scalar is a period."""
