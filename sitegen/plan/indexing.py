"""Which pages are meant to be found, and to be passed on."""

from sitegen.model import AnyItem
from sitegen.urls import NOT_FOUND


def is_indexed(item: AnyItem) -> bool:
    """Whether search engines may list an item's page."""
    return getattr(item.facts, "indexed", True) and (item.kind, item.id) != ("page", NOT_FOUND)
