"""The words of the interface, each language in a file of its own."""

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.parse import nodes
from sitegen.parse.parsed import Parsed
from sitegen.parse.text import decode

Words = dict[str, nodes.Scalar]


def parse_strings(file: File) -> Parsed:
    """Return the interface words of a language."""
    words, problems = _file(file)
    return Parsed(problems=problems, words={name: word.text for name, word in words.items()})


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


def _not_words(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this file must be names and words", "write each word on a line: name: word")


def _not_a_word(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this must be a text", "write it on the line of its name")
