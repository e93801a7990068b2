"""Words as they are looked up: in one form, whole, and under the keys by which a part of one finds them.

assets/js/search-words.js does the same with what readers type; tests hold the two together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from unicodedata import is_normalized, normalize

WORD = re.compile(r"[가-힣]+|[ㄱ-ㅎ]+|[一-鿿]+|[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")
"""Hangul, initial consonants, Chinese characters, Latin words with what follows them (CO2, P4G), numbers."""
ODD = re.compile("[\uff01-\uff5e₀-₉]")
FULL_WIDTH, SUBSCRIPT_ZERO = 0xFEE0, 0x2080
FIRST, LAST, PER_INITIAL = ord("가"), ord("힣"), 588
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""In the order of the syllables in Unicode, 588 for each."""
PARTICLE = re.compile(
    "(?:이란|이라는|에서는|으로|에서|까지|부터|에게|처럼|보다|인가요|이에요|예요|[은는이가을를의에로와과도만란])$"
)
MANY_Y, MANY = re.compile("(?<=..)ies$"), re.compile("(?<=...)es?$|(?<=..[^su])s$")
PIECES = (2, 3)
"""How many syllables a key has: of longer words, all pieces must be there (assets/js/search-words.js)."""
BEGINNING = 3  # letters of a Latin word at least that find it
WITHIN, END, START = range(3)
WHOLE = END | START
"""How a key stands in a word; what stands before a particle stands at the end of its word."""
KNOWN = 1 << 15  # words whose keys are kept while a build indexes
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


def bare(word: str) -> str:
    """Return a Hangul word without the particle behind it, if two syllables are left."""
    found = PARTICLE.sub("", word) if is_syllabic(word) else word
    return found if len(found) > 1 else word


def stem(word: str) -> str:
    """Return a Latin word as one and many have it in common."""
    return MANY.sub("", MANY_Y.sub("y", word, 1), 1) if word[0].isalpha() else word


@lru_cache(KNOWN)
def keys_of(word: str) -> Mapping[str, int]:
    """Return what a word is found by, with how that stands in it."""
    return _beginnings(word) if word.isascii() else _pieces(word)


def _beginnings(word: str) -> dict[str, int]:
    """Return the beginnings of a Latin word and its stem; or a number as it is, since a part of it is another one."""
    lengths = range(BEGINNING, len(word)) if word[0].isalpha() else ()
    return {**{word[:length]: WITHIN for length in lengths}, stem(word): WHOLE}


def _pieces(word: str) -> dict[str, int]:
    found = {word[0]: START | (END if PARTICLE.match(word, 1) else 0)} if len(word) == PIECES[0] else {}
    ends = {len(word), len(bare(word))}
    for size in PIECES if len(word) > 1 else (1,):
        for start in range(len(word) - size + 1):
            key = word[start : start + size]
            standing = (0 if start else START) | (END if start + size in ends else 0)
            found[key] = max(standing, found.get(key, 0))
    return found


def _plain(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(code - FULL_WIDTH) if code > FULL_WIDTH else str(code - SUBSCRIPT_ZERO)
