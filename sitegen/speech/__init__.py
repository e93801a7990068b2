"""What people are told, in their language: English templates, or their translations, with values filled in."""

import gettext
from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Message, Translatable

DOMAIN = "sitegen"
CATALOGUES = __file__.rpartition("speech")[0] + "locale"
LANGUAGES = ("en", "ko")


class Language(Struct, frozen=True):
    """A language to speak: how templates are said in it, and how their values are put into them."""

    code: str
    translated: Callable[[str], str]
    filled: Callable[[str, Mapping[str, object]], str]

    def say(self, template: str, /, **values: object) -> str:
        """Return what a template says with its values; those that are words of ours are said in it too."""
        return self.filled(self.translated(template), {name: self._value(value) for name, value in values.items()})

    def tell(self, message: Message) -> str:
        """Return a sentence."""
        return self.say(message.template, **message.values)

    def message(self, problem: Diagnostic) -> str:
        """Return what is wrong."""
        return self.say(problem.message, **problem.named())

    def fix(self, problem: Diagnostic) -> str:
        """Return what to do about a problem; empty if there is no good guess."""
        return self.say(problem.fix, **problem.named()) if problem.fix else ""

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self.tell(value)
        return self.translated(value) if isinstance(value, Translatable) else value


def _formatted(template: str, values: Mapping[str, object]) -> str:
    return template.format_map(values)


def _with_particles(template: str, values: Mapping[str, object]) -> str:
    if "(" not in template:  # which is part of every particle with two forms
        return template.format_map(values)
    from sitegen.speech.particles import filled  # noqa: PLC0415  # many a build has no such message

    return filled(template, values)


ENGLISH = Language("en", str, _formatted)  # what is said of templates are words, and no templates any more


@cache
def language(code: str) -> Language:
    """Return one of the languages; its catalogue is read when it is first asked for."""
    if code == ENGLISH.code:
        return ENGLISH
    catalogue = gettext.translation(DOMAIN, CATALOGUES, [code])
    return Language(
        code, lambda text: catalogue.gettext(text) if text else text, _with_particles
    )  # under "" is its head
