"""Words as they are looked up: in one form, whole, and under the keys by which a part of one finds them.

assets/js/search-words.js does the same with what readers type; tests hold the two together.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import is_normalized, normalize

WORD = re.compile(r"[가-힣]+|[ㄱ-ㅎ]+|[一-鿿]+|[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")
"""Hangul, initial consonants, Chinese characters, Latin words with what follows them (CO2, P4G), numbers."""
ODD = re.compile("[\uff01-\uff5e₀-₉]")
FULL_WIDTH, SUBSCRIPT_ZERO = 0xFEE0, 0x2080
FIRST, LAST, PER_INITIAL = ord("가"), ord("힣"), 588
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""In the order of the syllables in Unicode, 588 for each."""
STEM = 3  # letters by which Latin words and numbers are kept together
LONGEST = 24  # characters of a word
SILENT = frozenset(
    "a an and are as at be by for from in is it its of on or that the this to was were which with".split()  # noqa: SIM905  # text reads best
)
"""English words that say nothing of what a text is about."""


def evened(text: str) -> str:
    """Return a text composed (NFC), in small letters, and with digits and letters of one width."""
    text = (text if is_normalized("NFC", text) else normalize("NFC", text)).lower()
    return text if text.isascii() else ODD.sub(_plain, text)


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text; a single syllable behind a number or a Latin word is a part of that."""
    end = -1
    for match in WORD.finditer(evened(text)):
        word = match[0].replace(",", "")[:LONGEST]
        is_joined, end = match.start() == end, match.end()
        is_alone = len(word) == 1
        if not (is_alone and (is_joined or (word.isascii() and not word.isdigit()))) and word not in SILENT:
            yield word


def joined(words: Iterable[str]) -> Iterator[str]:
    """Yield each Hangul word with the next one, as they may be written together."""
    for one, other in pairwise(words):
        if is_syllabic(one) and is_syllabic(other):
            yield (one + other)[:LONGEST]


def initials(word: str) -> str:
    """Return the initial consonants of a Hangul word."""
    return "".join(INITIALS[(ord(letter) - FIRST) // PER_INITIAL] for letter in word)


def is_syllabic(word: str) -> bool:
    """Whether a word is Hangul."""
    return "가" <= word[0] <= "힣"


def keys_of(word: str) -> set[str]:
    """Return what a word is found by: each two of its characters, or where it is Latin or a number, how it begins."""
    if word.isascii():
        return {word[:STEM]}
    pairs = {word[start : start + 2] for start in range(len(word) - 1)}
    return {*pairs, word[0]} if len(word) < STEM else pairs


def _plain(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(code - FULL_WIDTH) if code > FULL_WIDTH else str(code - SUBSCRIPT_ZERO)
