"""The languages a site is written in, as far as reading its content needs them."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.kinds.site import Settings


class Languages(Struct, frozen=True):
    """Codes of the site's languages, the default one first, and the time zone of times without one."""

    codes: tuple[str, ...]
    timezone: ZoneInfo

    @property
    def default(self) -> str:
        """The language without a prefix in its addresses."""
        return self.codes[0]


def languages_of(settings: Settings) -> Languages:
    """Return what reading the content needs to know of the settings."""
    return Languages(tuple(language.code for language in settings.languages), ZoneInfo(settings.timezone))


def unknown_language(code: str, place: Place, languages: Iterable[str]) -> Diagnostic:
    """Return that the site does not speak a language."""
    return error(
        "unknown-language",
        place,
        '"{code}" is not a language of this site',
        "use one of {codes}",
        code=code,
        codes=", ".join(languages),
    )
