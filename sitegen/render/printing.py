"""What the code of a template calls on while it prints."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

remembered = lru_cache(maxsize=4096)(escape)  # pages share most of their words, and half of their addresses


def printed(value: object) -> str:
    """Return a value as HTML: text is escaped, what is HTML already stays as it is."""
    if type(value) is Markup:
        return value
    return remembered(value) if type(value) is str else escape(value)


def joined(parts: Iterable[str]) -> Markup:
    """Return parts that are HTML already as one."""
    return str.__new__(Markup, "".join(parts))


def named(name: str, macro: Callable[..., str]) -> Callable[..., str]:
    """Return a macro with the name that is said of it when its arguments are wrong."""
    macro.__qualname__ = f"the macro {name}"
    return macro
