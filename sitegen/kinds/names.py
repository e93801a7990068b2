"""What the kinds of content are called in messages."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.diagnostics import Translatable

_NAMES: Mapping[str, tuple[Translatable, Translatable]] = MappingProxyType(
    {
        "action": (Translatable("action"), Translatable("an action")),
        "agency": (Translatable("agency"), Translatable("an agency")),
        "event": (Translatable("event"), Translatable("an event")),
        "figure": (Translatable("figure"), Translatable("a figure")),
        "image": (Translatable("image"), Translatable("an image")),
        "indicator": (Translatable("indicator"), Translatable("an indicator")),
        "meeting": (Translatable("meeting"), Translatable("a meeting")),
        "milestone": (Translatable("milestone"), Translatable("a milestone")),
        "news": (Translatable("news"), Translatable("a news item")),
        "page": (Translatable("page"), Translatable("a page")),
        "question": (Translatable("question"), Translatable("a question")),
        "quiz": (Translatable("quiz"), Translatable("a quiz question")),
        "source": (Translatable("source"), Translatable("a source")),
        "strategy": (Translatable("strategy"), Translatable("a strategy")),
        "task": (Translatable("task"), Translatable("a task")),
        "term": (Translatable("term"), Translatable("a term")),
        "update": (Translatable("update"), Translatable("an update")),
    }
)


NAMED = _NAMES.keys()
"""The kinds that have a name."""


def noun(kind: str) -> Translatable:
    """Return what things of a kind are called: task, agency."""
    return _NAMES[kind][0]


def called(kind: str) -> Translatable:
    """Return a kind with its article: a task, an agency."""
    return _NAMES[kind][1]
