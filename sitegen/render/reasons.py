"""What the template engine says about a template that it does not understand, with the names it says taken out."""

import re

from sitegen.diagnostics import Translatable

REASONS = (
    Translatable("Encountered unknown tag '{name}'."),
    Translatable("No filter named '{name}'."),
    Translatable("No test named '{name}'."),
    Translatable("Missing end of comment tag"),
    Translatable("Missing end of raw directive"),
    Translatable("block '{name}' defined twice"),
    Translatable("expected token '{wanted}', got '{name}'"),
    Translatable("unexpected '{name}'"),
    Translatable("unexpected char '{name}' at {offset}"),
    Translatable("unexpected end of template, expected '{name}'."),
)
"""Of Jinja 3.1, those that people meet; others are repeated as they are."""

_FORMS = tuple((reason, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(reason)))) for reason in REASONS)


def recognised(said: str) -> tuple[str, dict[str, str]]:
    """Return a template and its values that together are what the engine said."""
    for reason, form in _FORMS:
        if match := form.fullmatch(said):
            return reason, match.groupdict()
    return "{reason}", {"reason": said}
