"""What an editor shows of a field: its name, what it is for, what its words mean, where its ids are from."""

from typing import Any

from msgspec import Struct

from sitegen.dictionary import LANGUAGES, Entry, Said, entry
from sitegen.forms import field_of, kind_named
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS


def both(words: Said, separator: str = " · ") -> str:
    """Return words in Korean and English."""
    return separator.join(words[language] for language in LANGUAGES)


def annotated(form: dict[str, Any], owner: type[Struct], name: str) -> dict[str, Any]:
    """Return the schema of a field with the words of the dictionary."""
    said = entry(owner, name)
    kind = kind_named(field_of(owner, name).type)
    purpose = both(said.purpose, "\n\n")
    description = f"{purpose}\n\n{_whereabouts(kind)}" if kind else purpose
    return {**_explained(form, said), "title": both(said.name), "description": description}


def _explained(form: dict[str, Any], said: Entry) -> dict[str, Any]:
    """Return a schema whose words stand in the order of the dictionary, each with its meaning."""
    if "enum" in form and all(isinstance(word, str) for word in form["enum"]):
        words = [word for word in said.words if word in form["enum"]]
        form = {**form, "enum": words, "enumDescriptions": [both(said.words[word]) for word in words]}
    if isinstance(form.get("additionalProperties"), dict):
        form = {**form, "additionalProperties": _explained(form["additionalProperties"], said)}
    if "anyOf" in form:
        form = {**form, "anyOf": [_explained(choice, said) for choice in form["anyOf"]]}
    return form


def _whereabouts(kind: str) -> str:
    """Return where the things are whose ids a field holds."""
    if kind in RECORD_KINDS:
        return f"id: content/{RECORD_KINDS[kind].file}"
    return f"id: content/{PAGE_KINDS[kind].folder}/id.ko.md"
