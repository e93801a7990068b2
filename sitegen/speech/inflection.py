"""How a term stands in a text: before Korean particles, in English plurals, with a capital where a sentence begins.

In Korean a term is followed by the end of the word, or by particles and then the end of the word: what else is written
on to it makes another word of it, as in 탄소중립기본법. Which form a particle takes depends on the sound before it, so
that 배출 with 자, which only a vowel has before it, is another word too. Terms of several words may be written without
spaces between them (한글 맞춤법, 제50항).
In English the last word may be in the plural, by the rules for regular nouns.
"""

import re
from html import escape

from sitegen.speech.particles import NONE, RIEUL, final_of

HANGUL = re.compile("[가-힣]")
SPACE = r"\s+"
JOINED = r"\s*"
WITHIN = re.compile(r"(?:\w|\w-|&#?)$")
"""What a text ends with in the middle of a word, or of an entity of HTML."""

END = r"(?!\w|-\w)"
SENTENCE = re.compile(r"(?:^|[\0.!?…:])[\s\"'“”‘’()\[\]]*$")  # noqa: RUF001  # the very marks

ANY = (
    "의|에|에게|에서|께|도|만|까지|부터|마저|조차|마다|보다|처럼|만큼|같이|밖에|뿐|대로|커녕|하고|"
    "입니다|입니까|이다|이며|이고|이지만|이라|이라고|이라는|이라면|이므로|이어서|이자|이거나|이든|이란|이던|이었고|"
    "이었던|이었다|이었습니다|인|인데|인지|일|임|이기|이에요|이나|이라도|이야말로"
)
AFTER_CONSONANT = "이|은|을|과|으로|으로서|으로써|이랑"
AFTER_VOWEL = (
    "가|는|를|와|랑|나|라|란|라고|라는|라도|라면|며|고|든|다|지만|므로|였고|였던|였다|였습니다|예요|여서|야말로"
)
AFTER_VOWEL_OR_RIEUL = "로|로서|로써"
SECOND = "은|는|도|만|의|을|를|이|가|와|과|나|이나|부터|까지|보다|라도|이라도|조차|마저"
"""Particles by what stands before them, those with the copula among them; and which may follow another one."""


def pattern(form: str, language: str) -> str:
    """Return the regular expression of a term as HTML text has it; in other languages as it is, word by word."""
    words = [re.escape(escape(word, quote=False)) for word in form.split()]
    if language == "ko":
        return f"{JOINED.join(words)}(?={_particles(form)}{END})"
    if language == "en":
        words[-1] = _plural(words[-1])
    return f"{_either_case(form)}{SPACE.join(words)[len(re.escape(form[0])) :]}{END}"


def may_stand(form: str, found: str, before: str) -> bool:
    """Whether what was found in a text begins a word, and a capital that the term does not have begins a sentence.

    `before` is the text before it, with a zero character between blocks.
    """
    return not WITHIN.search(before[-2:]) and (found[0] == form[0] or SENTENCE.search(before) is not None)


def _either_case(form: str) -> str:
    first = form[0]
    return f"[{first}{first.upper()}]" if first.islower() else re.escape(first)


def _plural(word: str) -> str:
    """Return the last word of a term in the singular and in the plural."""
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}(?:y|ies)"
    return f"{word}(?:es)?" if re.search("(?:s|x|z|ch|sh)$", word) else f"{word}s?"


def _particles(form: str) -> str:
    """Return the particles that may follow a term, or none; after letters and digits in any of their forms."""
    final = final_of(form) if HANGUL.match(form[-1]) else None
    chosen = [ANY]
    if final != NONE:
        chosen.append(AFTER_CONSONANT)
    if final in {NONE, None}:
        chosen.append(AFTER_VOWEL)
    if final in {NONE, RIEUL, None}:
        chosen.append(AFTER_VOWEL_OR_RIEUL)
    return f"들?(?:(?:{'|'.join(chosen)})(?:{SECOND}){{0,2}})?"
