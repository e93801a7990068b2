"""The glossary: every term in the order of the language, under its initial."""

from collections.abc import Iterator
from itertools import groupby
from unicodedata import normalize

from sitegen.kinds.records import Term
from sitegen.plan.standpoint import Standpoint, facts
from sitegen.values import Text
from sitegen.views import pages as views
from sitegen.views.parts import Anchor, Fact, Phrase, Value

HANJA = "ko-Hani"
"""Korean in Chinese characters: RFC 5646 and ISO 15924."""

INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""Those of the Hangul syllables in the order of Unicode; a doubled one stands under the single one."""

FIRST_SYLLABLE, LAST_SYLLABLE, SYLLABLES = "가", "힣", 588
DIGITS = "0–9"  # noqa: RUF001  # from one to the other


def glossary(at: Standpoint) -> views.Glossary:
    """Return the terms by their initials."""
    ordered = in_order(at)
    initials = (
        views.Initial(f"initial-{initial[0]}", initial, tuple(_entry(term, at) for term in found))
        for initial, found in groupby(ordered, lambda term: initial_of(_name(term, at)))
    )
    return views.Glossary(at.wording.count("answer_terms", len(ordered)), tuple(initials))


def in_order(at: Standpoint) -> tuple[Term, ...]:
    """Return the terms in the order of the language."""
    return tuple(sorted(at.records("term", Term), key=lambda term: _rank(_name(term, at))))


def initial_of(name: str) -> str:
    """Return what a name is found under: ㄱ for 가정, C for carbon, one for all digits."""
    first = name[:1]
    if FIRST_SYLLABLE <= first <= LAST_SYLLABLE:
        return INITIALS[(ord(first) - ord(FIRST_SYLLABLE)) // SYLLABLES]
    return DIGITS if first.isdigit() else normalize("NFD", first)[:1].upper()


def _rank(name: str) -> tuple[bool, bool, str, str]:
    """Return where a name stands: what begins with Hangul first, then other letters, then digits."""
    initial = initial_of(name)
    return initial == DIGITS, initial not in INITIALS, initial, name.casefold()


def _name(term: Term, at: Standpoint) -> str:
    return at.phrase(term.term).text


def _entry(term: Term, at: Standpoint) -> views.TermEntry:
    return views.TermEntry(
        id=term.id,
        term=at.phrase(term.term),
        short=at.told_best(term.short, f"{term.id}.short"),
        long=at.told_best(term.long, f"{term.id}.long") if term.long else None,
        names=facts(
            at.fact("also", *term.also.get(at.language, ())),
            at.fact("hanja", Value(Phrase(term.hanja, HANJA)) if term.hanja else None),
            *_foreign(term.term, at),
        ),
        see=tuple(_see(term, at)),
        sources=at.anchors("source", term.sources),
    )


def _foreign(name: Text, at: Standpoint) -> Iterator[Fact]:
    """Yield what a term is called in the other languages."""
    for language in at.languages:
        if language != at.language and language in name.words and at.language in name.words:
            yield Fact(at.say(f"language_{language}"), (Value(Phrase(name.words[language], language)),))


def _see(term: Term, at: Standpoint) -> Iterator[Anchor]:
    for other in at.records("term", Term):
        if other.id in term.see:
            yield Anchor(f"#{other.id}", at.phrase(other.term))
