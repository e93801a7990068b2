"""The words of the interface, in every language."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.parse import nodes
from sitegen.parse.languages import Languages
from sitegen.parse.parsed import Parsed
from sitegen.parse.refusals import unknown_language
from sitegen.parse.text import decode

STRINGS = re.compile(r"content/strings/(?P<language>[a-z]{2,3})\.yaml")
Words = dict[str, nodes.Scalar]


class Strings(Struct, frozen=True):
    """Interface words by language and name; where a language lacks one, the word of another stands for it."""

    words: dict[str, dict[str, str]]
    problems: tuple[Diagnostic, ...]


def parse_strings(file: File) -> Parsed:
    """Return the interface words of a language."""
    words, problems = _file(file)
    return Parsed(problems=problems, words={name: word.text for name, word in words.items()})


def language_of(path: str, languages: Languages) -> str | Diagnostic:
    """Return whose words a file holds, or why they are of no use."""
    code = path.rpartition("/")[2].removesuffix(".yaml")
    return code if code in languages.codes else unknown_language(nodes.Scalar(code, Place(path)), languages.codes)


def complete(known: Mapping[str, Mapping[str, str]], languages: Languages) -> Strings:
    """Return the interface words of every language; a word that one language lacks is a problem."""
    every = {name: word for words in reversed(tuple(known.values())) for name, word in words.items()}
    problems = [problem for code in languages.codes for problem in _missing(code, known.get(code), every)]
    words = {code: {**every, **known.get(code, {})} for code in languages.codes}
    return Strings(words, tuple(problems))


def _file(file: File) -> tuple[Words, tuple[Diagnostic, ...]]:
    """Return the words of a file, and what is wrong with it; a file that is not understood has none."""
    text, unreadable = decode(file)
    if unreadable:
        return {}, unreadable
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Mapping):
        return {}, composed.problems or (_not_words(Place(file.path)),)
    values = {entry.key.text: entry.value for entry in composed.node.entries}
    words = {name: value if isinstance(value, nodes.Scalar) else nodes.Scalar("", value.place)
             for name, value in values.items()}  # fmt: skip
    wrong = [value.place for value in values.values() if isinstance(value, nodes.Mapping | nodes.Sequence)]
    return words, (*composed.problems, *map(_not_a_word, wrong))


def _missing(code: str, words: Mapping[str, str] | None, every: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield what a language lacks, with the words of another; nothing for a file that was not understood."""
    path = f"content/strings/{code}.yaml"
    if words is None:
        yield error("missing-string", Place(path), "there is no file with the interface words of this language",
                    "copy that of another language, and translate the words")  # fmt: skip
        return
    for name, word in every.items():
        if words and name not in words:
            yield error(
                "missing-string",
                Place(path),
                'the interface word "{name}" is missing in this language',
                'add a line {name}: … that says "{word}"',
                name=name,
                word=word,
            )


def _not_words(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this file must be names and words", "write each word on a line: name: word")


def _not_a_word(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this must be a text", "write it on the line of its name")
