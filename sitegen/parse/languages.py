"""The languages a site is written in, as far as reading its content needs them."""

from zoneinfo import ZoneInfo

from msgspec import Struct

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
