"""Pages: home, not found, the list of each kind, and plain text."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.kinds.common import Facts, Words

Listed = Literal[
    "strategy", "task", "meeting", "news", "event", "action", "indicator", "source",
    "agency", "term", "figure", "question", "quiz", "milestone",
]  # fmt: skip


class PageFacts(Facts, frozen=True, kw_only=True):
    """Facts of a page."""

    lists: Annotated[Listed | None, Meta(description="the kind whose list this page heads")] = None
    indexed: Annotated[bool, Meta(description="false: search engines are asked not to list it")] = True


class PageWords(Words, frozen=True, kw_only=True):
    """Words of a page."""

    label: Annotated[str, Meta(max_length=20, description="its short name in menus; the title if empty")] = ""
