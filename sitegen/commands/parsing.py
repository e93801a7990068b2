"""The parser of the command line, which speaks the language it is given."""

import argparse
import gettext
import os
from collections.abc import Callable
from functools import wraps
from typing import Any

from sitegen.arguments import WrongArgumentError
from sitegen.diagnostics import Translatable
from sitegen.speech import CATALOGUES, DOMAIN, ENGLISH, LANGUAGES, Language


class Parser(argparse.ArgumentParser):
    """A parser whose help and refusals, written in English, are said in a language.

    What argparse says by itself it asks the catalogue for (see `let_argparse_speak`).
    """

    def __init__(self, *, language: Language, says: str, examples: str, **given: Any) -> None:  # noqa: ANN401  # argparse's
        self.language = language
        super().__init__(
            description=_sentence(language.translated(says)),
            epilog=_examples(examples, language),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **given,
        )
        self.add_argument("--lang", choices=LANGUAGES, help="the language of messages: English or Korean")

    def add_argument(self, *names: str, **given: Any) -> argparse.Action:  # noqa: ANN401  # argparse's
        """Add an argument, with its help and what its type refuses in the language of the parser."""
        for words in ("help", "metavar"):
            if given.get(words):
                given[words] = self.language.translated(given[words])
        if "type" in given:
            given["type"] = self._spoken(given["type"])
        return super().add_argument(*names, **given)

    def _spoken(self, read: Callable[[str], object]) -> Callable[[str], object]:
        """Return a type that refuses in the language of the parser."""

        @wraps(read, updated=())  # a class has more to it than a function may be told
        def spoken(text: str) -> object:
            try:
                return read(text)
            except WrongArgumentError as problem:
                raise argparse.ArgumentTypeError(self.language.say(problem.template, **problem.values)) from None

        return spoken


def let_argparse_speak(language: Language) -> None:
    """Have argparse, which looks for its words as programs in C do, find them in our catalogue."""
    if language is ENGLISH:
        gettext.textdomain(WITHOUT_CATALOGUE)
        return
    os.environ["LANGUAGE"] = language.code
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


WITHOUT_CATALOGUE = "messages"
"""The domain that Python begins with, for which there is no catalogue."""

HEADINGS = (Translatable("example:"), Translatable("examples:"))
"""What stands above examples."""


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}."


def _examples(examples: str, language: Language) -> str:
    """Return examples, which are typed the same in every language, below their heading."""
    heading, _, commands = examples.partition("\n")
    return f"{language.translated(heading)}\n{commands}"
