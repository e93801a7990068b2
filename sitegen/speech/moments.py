"""Moments in words."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from babel.dates import format_date

from sitegen.speech import Language

LOCALES: Mapping[str, str] = MappingProxyType({"ko": "ko_KR", "en": "en_GB"})
"""How dates are written in each language that is spoken."""


def in_words(moment: datetime, language: Language) -> str:
    """Return a moment as people write it: 2026년 6월 5일 09:00, 5 June 2026 09:00; seconds where there are any."""
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    return f"{format_date(moment, 'long', locale=LOCALES[language.code])} {clock}"
