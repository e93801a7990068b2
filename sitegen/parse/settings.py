"""The site's settings, and the words of its interface."""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.site import Settings
from sitegen.model import File, Origin
from sitegen.parse import nodes
from sitegen.parse.fields import Reader
from sitegen.parse.languages import Languages
from sitegen.parse.text import decode

SETTINGS = "content/site.yaml"
STRINGS = re.compile(r"content/strings/(?P<language>[a-z]{2,3})\.yaml")
UTC = ZoneInfo("UTC")


class Strings(Struct, frozen=True):
    """Interface words by language and name."""

    words: dict[str, dict[str, str]]
    problems: tuple[Diagnostic, ...]


def parse_settings(file: File | None) -> tuple[Settings | None, Origin, tuple[Diagnostic, ...]]:
    """Return the settings, or None and why there are none."""
    if file is None:
        return None, Origin(SETTINGS, 0, {}), (_missing_settings(),)
    text, problems = decode(file)
    composed = nodes.compose(text, file.path) if not problems else nodes.Composed(None, problems)
    if not isinstance(composed.node, nodes.Mapping):
        return None, Origin(SETTINGS, 0, {}), composed.problems or (_missing_settings(),)
    reader = Reader(file.path, _language_codes(composed.node), UTC)
    (settings,) = reader.struct(composed.node, [Settings], "site.yaml")
    origin = Origin(file.path, 0, reader.places)
    found = (*composed.problems, *reader.problems)
    if isinstance(settings, Settings):
        found = (*found, *_unknown_timezone(settings, origin))
    return (settings if isinstance(settings, Settings) and not found else None), origin, found


def parse_strings(files: Iterable[File], languages: Languages) -> Strings:
    """Return the interface words of every language; a word that one language lacks is a problem."""
    words: dict[str, dict[str, str]] = {code: {} for code in languages.codes}
    problems: list[Diagnostic] = []
    for file in files:
        match = STRINGS.fullmatch(file.path)
        if match and match["language"] in words:
            words[match["language"]], found = _string_file(file)
            problems.extend(found)
    return Strings(words, (*problems, *_missing_strings(words)))


def _string_file(file: File) -> tuple[dict[str, str], list[Diagnostic]]:
    text, unreadable = decode(file)
    if unreadable:
        return {}, list(unreadable)
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Mapping):
        return {}, list(composed.problems)
    words = {entry.key.text: entry.value.text for entry in composed.node.entries
             if isinstance(entry.value, nodes.Scalar)}  # fmt: skip
    wrong = [entry.value.place for entry in composed.node.entries if not isinstance(entry.value, nodes.Scalar)]
    return words, [*composed.problems, *map(_not_a_string, wrong)]


def _missing_strings(words: dict[str, dict[str, str]]) -> list[Diagnostic]:
    every = sorted(set().union(*words.values()))
    return [
        error(
            "missing-string",
            Place(f"content/strings/{language}.yaml"),
            'the interface word "{name}" is missing in this language',
            "add a line {name}: …",
            name=name,
        )
        for language, known in words.items()
        for name in every
        if name not in known
    ]


def _language_codes(node: nodes.Mapping) -> tuple[str, ...]:
    """Return the codes under `languages`, needed to read the texts of the very same file."""
    listed = [entry.value for entry in node.entries if entry.key.text == "languages"]
    items = listed[0].items if listed and isinstance(listed[0], nodes.Sequence) else ()
    entries = [entry for item in items if isinstance(item, nodes.Mapping) for entry in item.entries]
    return tuple(entry.value.text for entry in entries
                 if entry.key.text == "code" and isinstance(entry.value, nodes.Scalar))  # fmt: skip


def _unknown_timezone(settings: Settings, origin: Origin) -> tuple[Diagnostic, ...]:
    if settings.timezone in available_timezones():
        return ()
    return (
        error(
            "unknown-timezone",
            origin.place("timezone"),
            '"{text}" is not a time zone',
            "write {guess}",
            text=settings.timezone,
            guess=nearest(settings.timezone, available_timezones()) or "it as in Asia/Seoul",
        ),
    )


def _missing_settings() -> Diagnostic:
    return error(
        "site-missing", Place(SETTINGS), "there are no settings for the site", "create content/site.yaml with name: …"
    )


def _not_a_string(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this must be a text", "write it on the line of its name")
