"""The words of the interface in all languages together."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.parse.languages import Languages, unknown_language


class Strings(Struct, frozen=True):
    """Interface words by language and name; where a language lacks one, the word of another stands for it."""

    words: dict[str, dict[str, str]]
    problems: tuple[Diagnostic, ...]


def language_of(path: str, languages: Languages) -> str | Diagnostic:
    """Return whose words a file holds, or why they are of no use."""
    code = path.rpartition("/")[2].removesuffix(".yaml")
    return code if code in languages.codes else unknown_language(code, Place(path), languages.codes)


def complete(known: Mapping[str, Mapping[str, str]], languages: Languages) -> Strings:
    """Return the interface words of every language; a word that one language lacks is a problem."""
    every = {name: word for words in reversed(tuple(known.values())) for name, word in words.items()}
    problems = [problem for code in languages.codes for problem in _missing(code, known.get(code), every)]
    words = {code: {**every, **known.get(code, {})} for code in languages.codes}
    return Strings(words, tuple(problems))


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
