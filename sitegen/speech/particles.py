"""Korean particles, whose form depends on the sound before them: 파일을, 페이지를, 3을, 2를, "title"을, CSV를.

A translation writes both forms, `{field}을(를)`, and the value decides. Values are taken for what they are read as:
Hangul by its syllables, digits as Sino-Korean numbers, capital letters by their names, other Latin words about as they
are pronounced in Korean (their spelling does not always tell). Quotation marks and what stands in parentheses behind a
word are passed over, as Korean orthography has it.
"""

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from types import MappingProxyType
from unicodedata import normalize

PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "을(를)": ("을", "를"),
        "이(가)": ("이", "가"),
        "은(는)": ("은", "는"),
        "과(와)": ("과", "와"),
        "으로(로)": ("으로", "로"),
        "이라(라)": ("이라", "라"),
    }
)
"""What a translation writes, the form after a final consonant, and the form after none."""

WRITTEN = re.compile("|".join(map(re.escape, PAIRS)))
BEHIND = re.compile(r"\s*\([^()]*\)$")
MARKS = "\"'`“”‘’«»「」『』〈〉《》[]{}()<>*_#/…·.,:;!?~-= "  # noqa: RUF001  # the very marks
NONE, RIEUL = 0, 8  # the final consonants of a Hangul syllable are numbered from none, 0; the eighth is ㄹ
ANY = 1  # whichever consonant but ㄹ: no particle tells them apart
FIRST_SYLLABLE, LAST_SYLLABLE, FINALS = 0xAC00, 0xD7A3, 28
DIGITS = (ANY, RIEUL, NONE, ANY, NONE, NONE, ANY, RIEUL, RIEUL, NONE)
"""영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구."""

POWERS = ((16, ANY), (12, NONE), (8, ANY), (4, ANY), (3, ANY), (2, ANY), (1, ANY))
"""What a number with so many zeros at its end ends in: 경, 조, 억, 만, 천, 백, 십."""

LETTERS = {"l": RIEUL, "m": ANY, "n": ANY, "r": RIEUL}
"""Those whose names end in a consonant: 엘, 엠, 엔, 알."""

QUOTES = "\"'“”‘’ "  # noqa: RUF001  # the very marks
SIGNS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys("%℃+&@*!?,=~<>/\\[](){}…", NONE) | dict.fromkeys("#:.-`", ANY) | dict.fromkeys("_|", RIEUL)
)
"""퍼센트, 도, 더하기, 앤드, 골뱅이, 별표, 괄호 and so on; 샵, 콜론, 점, 하이픈, 백틱; 밑줄, 세로줄."""

NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?P<decimals>\.[0-9]+)?$")
WORD = re.compile(r"[A-Za-z]+$")
VOWEL = re.compile("[aeiouy]")
SOUNDS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(spelling), final)
    for spelling, final in (
        (r"[aeioumr]l$|ll$|[aeiouy]le$|[^aeiouywr]le$", RIEUL),  # email, yaml, cell, file, title
        (r"[aeiouy](?:m|n)e?$|(?:mm|nn|mb|mn|gn|lm|rm|rn|wn|ng)$", ANY),  # item, done, column, design, form, meeting
        (
            r"(?:^|[^aeiou])[aeiou](?:b|c|ck|k|p|pp|t|tt)$|(?:oo|ou)[kp]$|out$|ype$",
            ANY,
        ),  # web, topic, book, about, type
    )
)
"""How Latin words end, and in which final consonant they then are read; others end in none."""


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return a Korean template with its values, and each particle in the form that the value before it asks for."""
    text, value_at = "", 0
    for literal, name, form, _ in Formatter().parse(template):
        for between, particle in _pieces(literal):
            text += between
            text += chosen(text[value_at:], particle) if particle else ""
        if name is not None:
            value_at = len(text)
            text += format(values[name], form or "")
    return text


def chosen(before: str, particle: str) -> str:
    """Return the form that a particle, written with both, takes behind a text; both if that cannot be read."""
    final = final_of(before)
    if final is None:
        return particle
    closed, open_ = PAIRS[particle]
    is_open = final == NONE or (final == RIEUL and particle == "으로(로)")
    return open_ if is_open else closed


def final_of(text: str) -> int | None:
    """Return the final consonant that a text is read with, None if it cannot be read."""
    text = normalize("NFC", text)
    word = (BEHIND.sub("", text).rstrip(MARKS)) or text.rstrip(MARKS)
    last = word[-1:] or text.rstrip(QUOTES)[-1:]
    if FIRST_SYLLABLE <= ord(last or " ") <= LAST_SYLLABLE:
        return (ord(last) - FIRST_SYLLABLE) % FINALS
    if last.isascii() and last.isdigit():
        return _of_number(word)
    if latin := WORD.search(word):
        return _of_word(latin[0])
    return _of_letter_of_hangul(last) if "ㄱ" <= last <= "ㅣ" else SIGNS.get(last)


def _pieces(literal: str) -> Iterator[tuple[str, str]]:
    """Yield the text between particles, each with the particle that follows it, the last with none."""
    start = 0
    for match in WRITTEN.finditer(literal):
        yield literal[start : match.start()], match[0]
        start = match.end()
    yield literal[start:], ""


def _of_number(word: str) -> int:
    """Return how a number ends: 10 in 십, 10000 in 만; after a point, or after a zero in front, digit by digit."""
    match = NUMBER.search(word)
    digits = (match[0] if match else word).replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if not zeros or zeros == len(digits) or digits.startswith("0") or (match and match["decimals"]):
        return DIGITS[int(digits[-1])]
    return next(final for power, final in POWERS if zeros >= power)


def _of_word(word: str) -> int:
    """Return how a Latin word ends; capitals, and what has no vowel, are read letter by letter."""
    lower = word.lower()
    if word.isupper() or not VOWEL.search(lower):
        return LETTERS.get(lower[-1], NONE)
    return next((final for spelling, final in SOUNDS if spelling.search(lower)), NONE)


def _of_letter_of_hangul(letter: str) -> int:
    """Return how the name of a letter ends: 기역, 리을; those of vowels end in none."""
    return NONE if letter >= "ㅏ" else RIEUL if letter == "ㄹ" else ANY
