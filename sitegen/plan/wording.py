"""The words of one language: interface strings, dates, numbers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, SiteError, error
from sitegen.values import Period, Unknown
from sitegen.views.parts import When

_long = lru_cache(maxsize=4096)(partial(format_date, format="long"))  # each page says when something was, most the same


class Wording(Struct, frozen=True):
    """Says things in one language."""

    language: str
    locale: str
    strings: Mapping[str, str]

    def say(self, name: str, /, **values: object) -> str:
        """Return the interface string `name` with its values filled in, and Korean particles in the form they ask for.

        Raises:
            SiteError: if the string is missing or names a value that there is not.

        """
        try:
            template = self.strings[name]
            return _with_particles(template, values) if values and ")" in template else template.format(**values)
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            raise SiteError([self._unusable(name, values)]) from None

    def count(self, name: str, number: int, /, **values: object) -> str:
        """Return the string for a number of things: `name_one` for one where the language has it, else `name`."""
        chosen = f"{name}_one" if number == 1 and f"{name}_one" in self.strings else name
        return self.say(chosen, count=self.number(number), **values)

    def number(self, number: float | Decimal) -> str:
        """Return a number as the language writes it, with every decimal it has."""
        return format_decimal(number, locale=self.locale, decimal_quantization=False)

    def day(self, day: date) -> When:
        """Return a day in words."""
        return When(_long(day, locale=self.locale), day.isoformat())

    def short(self, day: date) -> str:
        """Return a day in words without its year, with the day of the week."""
        return format_skeleton("MMMEd", day, locale=self.locale)

    def weekday(self, day: date) -> str:
        """Return the day of the week."""
        return format_date(day, "EEEE", locale=self.locale)

    def period(self, period: Period | Unknown) -> When:
        """Return a period in words, as precise as it is known."""
        if not isinstance(period, Period):
            return When(self.say("unknown_date"))
        match period.precision:
            case "day":
                return self.day(period.first)
            case "month":
                return When(format_skeleton("yMMMM", period.first, locale=self.locale), period.text)
            case "quarter":
                return When(self.say("quarter", year=period.first.year, quarter=(period.first.month + 2) // 3))
            case _:
                return When(self.say("year", year=period.first.year), period.text)

    def span(self, start: Period, end: Period | None) -> When:
        """Return the time from one period to another in words."""
        if end is None or end == start:
            return self.period(start)
        first, last = self.period(start), self.period(end)
        return When(self.say("from_to", first=first.text, last=last.text), first.machine)

    def _unusable(self, name: str, values: Mapping[str, object]) -> Diagnostic:
        return error(
            "missing-string",
            Place(f"content/strings/{self.language}.yaml"),
            'the interface word "{name}" is missing, or names a value other than {values}'
            if values
            else 'the interface word "{name}" is missing, or names a value other than none',
            "add a line {name}: …",
            name=name,
            values=", ".join(values),
        )


def _with_particles(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its values; of a particle that is written with both its forms, the right one stays."""
    from sitegen.speech.particles import filled  # noqa: PLC0415  # few sentences need it

    return filled(template, values)
