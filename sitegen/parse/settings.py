"""The site's own settings."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo, available_timezones

from babel.localedata import exists
from msgspec import structs

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.files import File
from sitegen.kinds.site import Settings
from sitegen.kinds.telling import names, tellings
from sitegen.model import Origin, origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.marks import misplaced
from sitegen.parse.text import decode
from sitegen.parse.whereabouts import SETTINGS

ESSENTIAL = frozenset({"name", "description", "languages", "timezone"})
DEFAULT_TIMEZONE = "Asia/Seoul"
UTC = ZoneInfo("UTC")


def parse_settings(file: File | None) -> tuple[Settings | None, Origin, tuple[Diagnostic, ...]]:
    """Return the settings, or None if reading cannot go on without them, and what is wrong with them."""
    if file is None:
        return None, Origin(SETTINGS), (_missing(Place(SETTINGS)),)
    text, unreadable = decode(file)
    if unreadable:
        return None, Origin(SETTINGS), unreadable
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Mapping):
        problem = _missing(Place(SETTINGS)) if composed.node is None else _not_fields(composed.node.place)
        return None, Origin(SETTINGS), composed.problems or (problem,)
    reader = Reader(_language_codes(composed.node), UTC, composed.problems)
    settings = _read(composed.node, reader)
    written = origin(file.path, reader.places)
    settings = settings or _read(_essential(composed.node), Reader(_language_codes(composed.node), UTC))
    usable, unusable = (None, ()) if settings is None else _usable(settings, written)
    return usable, written, (*composed.problems, *reader.problems, *unusable)


def _read(node: nodes.Mapping, reader: Reader) -> Settings | None:
    (settings,) = reader.struct(nodes.Mapping(node.entries, Place(SETTINGS)), [Settings], "site.yaml")
    if not isinstance(settings, Settings):
        return None
    reader.problems += misplaced((*tellings(settings), *names(settings)), reader.places)
    return settings


def _essential(node: nodes.Mapping) -> nodes.Mapping:
    """Return the fields without which nothing else can be read: enough to look for more problems."""
    return nodes.Mapping(tuple(entry for entry in node.entries if entry.key.text in ESSENTIAL), node.place)


def _usable(settings: Settings, written: Origin) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """Return settings that reading can go on with to find more problems, and what is wrong with these."""
    problems = [*_languages(settings, written), *_timezone(settings.timezone, written)]
    if any(problem.code != "unknown-timezone" for problem in problems):
        return None, tuple(problems)
    timezone = DEFAULT_TIMEZONE if problems else settings.timezone
    return structs.replace(settings, timezone=timezone), tuple(problems)


def _language_codes(node: nodes.Mapping) -> tuple[str, ...]:
    """Return the codes under `languages`, needed to read the texts of the very same file."""
    listed = [entry.value for entry in node.entries if entry.key.text == "languages"]
    items = listed[0].items if listed and isinstance(listed[0], nodes.Sequence) else ()
    entries = [entry for item in items if isinstance(item, nodes.Mapping) for entry in item.entries]
    return tuple(entry.value.text for entry in entries
                 if entry.key.text == "code" and isinstance(entry.value, nodes.Scalar))  # fmt: skip


def _languages(settings: Settings, written: Origin) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, language in enumerate(settings.languages):
        if language.code in seen:
            yield error(
                "duplicate-id", written.place(f"languages.{number}.code"), 'the language "{code}" is already listed',
                "keep one of the two lines", code=language.code,
            )  # fmt: skip
        seen.add(language.code)
        if not exists(language.locale):
            yield error(
                "unknown-locale", written.place(f"languages.{number}.locale"),
                'how dates are written in "{locale}" is not known', "write language and country, as in ko_KR or en_GB",
                locale=language.locale,
            )  # fmt: skip


def _timezone(name: str, written: Origin) -> Iterable[Diagnostic]:
    if name in available_timezones():
        return ()
    guess = nearest(name, available_timezones())
    return (
        error(
            "unknown-timezone",
            written.place("timezone"),
            '"{text}" is not a time zone',
            "write {guess}" if guess else "write it as in {example}",
            text=name,
            guess=guess,
            example=DEFAULT_TIMEZONE,
        ),
    )


def _not_fields(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this file must be names and values", "write them on lines, as in name: …")


def _missing(place: Place) -> Diagnostic:
    return error("site-missing", place, "there are no settings for the site", "create content/site.yaml with name: …")
