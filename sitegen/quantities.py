"""Numbers in words: found in what a source says, and written for readers, each language in its own way."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from babel.numbers import format_decimal

MYRIADS = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 1000, "백": 100}
THOUSANDS = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000}
WORDS = {
    word: number
    for number, words in enumerate(
        ("zero", "one 한 하나", "two 두 둘", "three 세 셋", "four 네 넷", "five 다섯", "six 여섯", "seven 일곱",
         "eight 여덟", "nine 아홉", "ten 열", "eleven 열한", "twelve 열두"),
    )
    for word in words.split()
}  # fmt: skip
_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_MYRIADS = re.compile(r"([^조억만]+)([조억만]+)")
_BELOW = re.compile(rf"({_DIGITS})\s?([천백]*)")
_AMOUNT = re.compile(
    rf"{_DIGITS}\s?[조억만천백]+(?:\s?{_DIGITS}\s?[조억만천백]+)*(?:\s?{_DIGITS})?"
    rf"|{_DIGITS}\s(?:trillion|billion|million|thousand)\b|{_DIGITS}",
    re.IGNORECASE,
)
_COUNTED = "가지|개|곳|군데|그루|단계|달|마리|명|번|부문|사람|살|시간|차례|해"
"""What Korean counts by, and may write on to a number; other letters make another word of it: 세계, 세기, 한국."""
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?=\b|(?:{_COUNTED}))", re.IGNORECASE)


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield every number that a text writes: 7억 2760만, 1만8,123, 4.8 million, 45, seven, 세."""
    for match in _AMOUNT.finditer(text):
        yield _amount(match[0])
    for match in _WORD.finditer(text):
        yield Decimal(WORDS[match[0].casefold()])


def rounded(number: Decimal, digits: int) -> Decimal:
    """Return a number to so many significant digits, halves away from zero; 0 digits leave it as it is."""
    if not digits or not number:
        return number
    short = Context(prec=digits, rounding=ROUND_HALF_UP).plus(number)
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def written(number: Decimal, locale: str) -> str:
    """Return a number as the language of a locale writes it for readers: 7억 2,760만, 727.6 million; all of its digits.

    Korean goes by ten thousands (한글 맞춤법 제44항), English by millions where at most two decimals remain.
    """
    return _WRITERS.get(locale.partition("_")[0], _plain)(number, locale)


def with_unit(number: str, unit: str, locale: str) -> str:
    """Return a number, as `written` returns it, with its unit, which Korean joins to digits, and nothing but % else."""
    if not unit:
        return number
    is_joined = unit.startswith(("%", "°", "℃")) or (locale.startswith("ko") and number[-1].isdigit())
    return f"{number}{unit}" if is_joined else f"{number} {unit}"


def _amount(text: str) -> Decimal:
    for word, times in THOUSANDS.items():
        if text.casefold().endswith(word):
            return _decimal(text[: -len(word)]) * times
    total, rest = Decimal(0), text
    for match in _MYRIADS.finditer(text):
        total += _below(match[1]) * _product(match[2])
        rest = text[match.end() :]
    return total + _below(rest)


def _below(text: str) -> Decimal:
    """Return what stands before 만, 억 or 조, or after them: 3천897 is 3,897."""
    return sum((_decimal(match[1]) * _product(match[2]) for match in _BELOW.finditer(text)), Decimal(0))


def _product(units: str) -> int:
    """Return what units one after the other stand for: 천만 is ten million."""
    product = 1
    for unit in units:
        product *= MYRIADS[unit]
    return product


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").strip())


def _plain(number: Decimal, locale: str) -> str:
    places = max(0, -int(number.as_tuple().exponent))
    return format_decimal(number, format="#,##0" + (f".{'0' * places}" if places else ""), locale=locale)


def _in_myriads(number: Decimal, locale: str) -> str:
    whole, rest = divmod(abs(number), 10000)
    if not whole:
        return _plain(number, locale)
    groups = [_plain(rest, locale)] if rest else []
    for unit in ("만", "억", "조"):
        whole, group = divmod(whole, 10000) if unit != "조" else (Decimal(0), whole)
        groups += [f"{_plain(group, locale)}{unit}"] if group else []
    return ("-" if number < 0 else "") + " ".join(reversed(groups))


def _in_millions(number: Decimal, locale: str) -> str:
    for word in ("billion", "million"):
        size = THOUSANDS[word]
        if abs(number) >= size and not number % (size // 100):
            return f"{_plain((number / size).normalize(), locale)} {word}"
    return _plain(number, locale)


_WRITERS: Mapping[str, Callable[[Decimal, str], str]] = {"ko": _in_myriads, "en": _in_millions}
