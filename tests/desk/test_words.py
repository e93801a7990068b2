"""The report says the same in Korean and in English."""

import re
from collections.abc import Iterator

import pytest

from sitegen.desk import words

FIELD = re.compile(r"\{(\w*)\}")
HANGUL = re.compile("[가-힣]")
PARTICLE = re.compile(r"\}(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")


def sentences() -> Iterator[str]:
    """Yield every English sentence and word of the report."""
    yield from words.SORTS.values()
    for name, value in vars(words).items():
        if name.isupper() and isinstance(value, str):
            yield value


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_every_sentence_exists_in_korean_with_the_same_values(sentence: str) -> None:
    """It is in Korean letters but for names of programs, and no value is left out or made up."""
    korean = words.KOREAN[sentence]
    assert sorted(FIELD.findall(sentence)) == sorted(FIELD.findall(korean))
    assert HANGUL.search(korean)


def test_nothing_is_translated_that_is_never_said() -> None:
    """A sentence that was changed in English has its Korean under the new one."""
    assert words.KOREAN.keys() == {*sentences()}


@pytest.mark.parametrize("korean", words.KOREAN.values())
def test_no_particle_depends_on_a_value(korean: str) -> None:
    """It would be right after some values, and wrong after others."""
    assert not PARTICLE.search(korean)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_sentence_is_said_with_its_values(language: words.Language) -> None:
    """Whatever stands in them, braces too."""
    assert "{x}" in words.say(language, words.MISSING_WORDS, field="{x}")
