"""What the kinds of content are called in messages."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sitegen.diagnostics import RefusedError, Translatable, nearest

_NAMES: Mapping[str, tuple[Translatable, Translatable]] = MappingProxyType(
    {
        "action": (Translatable("action"), Translatable("an action")),
        "agency": (Translatable("agency"), Translatable("an agency")),
        "chart": (Translatable("chart"), Translatable("a chart")),
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


def check_kind(kind: str, known: Iterable[str]) -> None:
    """Make sure that this is one of the known kinds.

    Raises:
        RefusedError: if it is not, with the ones there are.

    """
    names = sorted(known)
    if kind in names:
        return
    guess = nearest(kind, names)
    raise RefusedError(
        '"{kind}" is not a kind of content; did you mean "{guess}"? The kinds are {kinds}.'
        if guess
        else '"{kind}" is not a kind of content. The kinds are {kinds}.',
        kind=kind,
        guess=guess,
        kinds=", ".join(names),
    )
