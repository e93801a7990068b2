"""Korean in Latin letters, by the Revised Romanization of Korean.

Source of the rules: https://www.korean.go.kr/front_eng/roman/roman_01.do
"""

import re
from itertools import pairwise
from unicodedata import normalize

from koroman import romanize

SYLLABLES = 28  # for each pair of a first consonant and a vowel, one without and 27 with a last consonant
FIRST, LAST = "가", "힣"
HANGUL = re.compile(f"[{FIRST}-{LAST}]")
KEEPS_H = re.compile("[하-힣]")
VERB_ENDINGS = frozenset("히힌힐힘힙혀혔")
"""What begins with ㅎ and is nearly always part of a verb, as in 잡혀: it melts into a ㄱ, ㄷ or ㅂ before it."""
STOPS = frozenset({1, 7, 17})  # ㄱ, ㄷ and ㅂ as last consonants, counted from 0 for none


def has_hangul(text: str) -> bool:
    """Whether there is a Korean syllable in a text."""
    return HANGUL.search(normalize("NFC", text)) is not None


def romanised(text: str) -> str:
    """Return a text with its Korean syllables in Latin letters.

    The h after a last ㄱ, ㄷ or ㅂ is kept, as it is in nouns (집현전 is Jiphyeonjeon), of which titles are made.
    """
    return "".join(map(romanize, _parted(normalize("NFC", text))))


def _parted(text: str) -> list[str]:
    """Return a text cut before each h that is to be kept."""
    parts = [text[:1]]
    for before, char in pairwise(text):
        if _ends_in_stop(before) and KEEPS_H.match(char) and char not in VERB_ENDINGS:
            parts.append(char)
        else:
            parts[-1] += char
    return parts


def _ends_in_stop(char: str) -> bool:
    return FIRST <= char <= LAST and (ord(char) - ord(FIRST)) % SYLLABLES in STOPS
