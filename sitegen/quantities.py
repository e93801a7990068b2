"""Numbers in words: found in what a source says, and written for readers, each language in its own way."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

MYRIADS = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 1000, "백": 100}
THOUSANDS = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000}
TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = {word: number for number, word in enumerate(TO_NINETEEN.split())}
ENGLISH_TENS = {word: 10 * number for number, word in enumerate(FROM_TWENTY.split(), 2)}
KOREAN = {
    word: number
    for number, words in enumerate(("한 하나", "두 둘", "세 셋", "네 넷", "다섯", "여섯", "일곱", "여덟", "아홉"), 1)
    for word in words.split()
}
KOREAN_TENS = {
    word: 10 * number
    for number, words in enumerate(("열", "스물 스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"), 1)
    for word in words.split()
}
COUNTERS = "개 명 곳 가지 번 배 차례 그루 마리 쪽 권 사람 나라 달"
"""What may follow a word of one syllable at once if it is a number: 한국 and 열린 hold none."""
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")  # noqa: RUF001  # as they are typed in East Asia
_SIGN = re.compile(r"(?<![0-9A-Za-z가-힣)])[-−]$")  # noqa: RUF001  # a minus; what is within words joins them
_FALL = re.compile(r"(?:[△▲]|영하 ?|마이너스 ?|\bminus )$", re.IGNORECASE)
"""What makes a number one below zero, or begins an item of a list."""
_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_MYRIADS = re.compile(r"([^조억만]+)([조억만]+)")
_BELOW = re.compile(rf"({_DIGITS})\s?([천백]*)")
_AMOUNT = (
    rf"{_DIGITS}\s?[조억만천백]+(?:\s?{_DIGITS}\s?[조억만천백]+)*(?:\s?{_DIGITS})?"
    rf"|{_DIGITS}\s(?:trillion|billion|million|thousand)\b|{_DIGITS}"
)
_IN_ENGLISH = (
    rf"\b(?P<tens>{'|'.join(ENGLISH_TENS)})(?:-(?P<more>{'|'.join(ENGLISH)}))?(?=\b|[가-힣])"
    rf"|\b(?P<word>{'|'.join(ENGLISH)})(?=\b|[가-힣])"
)
_IN_KOREAN = (
    rf"\b(?P<tens>{'|'.join(KOREAN_TENS)})?(?P<word>{'|'.join(reversed(KOREAN))})?"
    rf"(?:(?<=[가-힣]{{2}})|(?<=[가-힣])(?=\s|$|{COUNTERS.replace(' ', '|')}))"
)
"""Patterns that are compiled where they are needed first, which most builds do not."""


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield every number that a text writes: 7억 2760만, 1만8,123, 4.8 million, 45, -5, seven, 세.

    One that may be below zero, as after △, is yielded both ways.
    """
    text = text.translate(_WIDE)
    for match in re.finditer(_AMOUNT, text, re.IGNORECASE):
        yield from _signed(_amount(match[0]), text[: match.start()])
    for match in re.finditer(_IN_ENGLISH, text, re.IGNORECASE):
        tens, more, word = (part.casefold() for part in match.groups(""))
        yield Decimal(ENGLISH_TENS.get(tens, 0) + ENGLISH.get(more or word, 0))
    for match in re.finditer(_IN_KOREAN, text):
        if match[0]:
            yield Decimal(KOREAN_TENS.get(match["tens"], 0) + KOREAN.get(match["word"], 0))


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


def _signed(number: Decimal, before: str) -> Iterator[Decimal]:
    """Yield a number, below zero if there is a sign of it before it; both if that may be something else."""
    if not _SIGN.search(before):
        yield number
    if _SIGN.search(before) or _FALL.search(before):
        yield -number


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
    from babel.numbers import format_decimal  # noqa: PLC0415 - takes 8 ms, which not every build needs

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
