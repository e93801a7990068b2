"""What can be wrong with a Korean message, as far as a program can see it."""

import re
from collections.abc import Iterator
from string import Formatter

from sitegen.speech.particles import PAIRS, WRITTEN, chosen

CLOSING = r"[\"'`\])>*_.]*"
AFTER_VALUE = re.compile(r"\{\w+(?::[^}]*)?\}[\"'`\]>*_.]*(?P<rest>[가-힣][가-힣()]*)")
BARE = re.compile(r"(?:을|를|이|가|은|는|과|와|으로|로|이라|라|이라는|라는|이라고|라고)(?![가-힣(])")
VALUE_BEFORE = re.compile(rf"\}}{CLOSING}$")
AFTER_WORDS = re.compile(
    rf"(?P<before>[^\s{{}}()]*[가-힣A-Za-z0-9]{CLOSING}|[^\s{{}}()가-힣]+)(?P<particle>를|와|을|으로)(?=[\s.,:;]|$)"
)
WITHIN_WORDS = ("가을", "마을")
"""Words that end like a particle."""

OLD_FORMAT = re.compile(r"%(?:\(\w+\))?[srd]")
OTHER_STYLE = re.compile(r"(?:요|한다|된다|있다|없다|이다|하라|해라|마라)[.!?]?$")
LATIN = re.compile(r"(?<![{(\w])[a-z]{2}")


def faults(english: str, korean: str) -> Iterator[str]:
    """Yield what is wrong with a translation."""
    wanted = _places(english)
    if wanted is not None and wanted != _places(korean):
        yield "other values than in English"
    text = korean.replace("{{", "").replace("}}", "")
    yield from (f"a particle after a value, in one form only: {found}" for found in _bare(text))
    yield from (f"both forms of a particle, and no value before them: {found}" for found in _doubtful(text))
    yield from (f"a wrong particle: {found}" for found in _wrong(text))
    if any(OTHER_STYLE.search(sentence) for sentence in re.split(r"(?<=[.!?])\s", korean)):
        yield "not the formal style: …습니다, …십시오"
    if LATIN.search(english) and max(korean, default="") < "가":
        yield "not Korean"


def _places(text: str) -> set[str] | None:
    """Return the names of the values of a template, in either form, None if it is none: not every text has to be."""
    if OLD_FORMAT.search(text):
        return set(OLD_FORMAT.findall(text))
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _bare(text: str) -> Iterator[str]:
    """Yield particles behind a value that would be wrong behind some other."""
    for match in AFTER_VALUE.finditer(text):
        if not WRITTEN.match(match["rest"]) and BARE.match(match["rest"]):
            yield match[0]


def _doubtful(text: str) -> Iterator[str]:
    for match in WRITTEN.finditer(text):
        if not VALUE_BEFORE.search(text[: match.start()]):
            yield text[: match.end()]


def _wrong(text: str) -> Iterator[str]:
    """Yield words with a particle of the wrong form: of those that nothing but a particle looks like."""
    for match in AFTER_WORDS.finditer(text):
        before, particle = match["before"], match["particle"]
        both = next(both for both, forms in PAIRS.items() if particle in forms)
        if chosen(before, both) not in {particle, both} and not match[0].endswith(WITHIN_WORDS):
            yield match[0]
