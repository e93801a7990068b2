"""Which pages are meant to be found, and to be passed on."""

from sitegen.kinds.site import Settings
from sitegen.model import AnyItem
from sitegen.urls import NOT_FOUND


def is_indexed(item: AnyItem) -> bool:
    """Whether search engines may list an item's page."""
    return getattr(item.facts, "indexed", True) and (item.kind, item.id) != ("page", NOT_FOUND)


def is_passed_on(item: AnyItem, settings: Settings) -> bool:
    """Whether an item's page offers ways to tell others of it: what is found there is told of, the search is not."""
    return is_indexed(item) and (item.kind, item.id) != ("page", settings.search)
