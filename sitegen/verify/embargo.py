"""What is not published must not be in any finished file."""

from collections.abc import Iterable, Iterator
from html import escape

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import AnyItem, Output, Site

SHORTEST_SECRET = 6  # characters; shorter words stand in other texts by chance


def leaks(files: Iterable[Output], site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each title, summary or address of a withheld item that a finished file holds.

    Words that published items hold too are no secret.
    """
    public = "\n".join(words for items in site.items.values() for item in items.values() for words in _words(item))
    secrets = [
        (word, item)
        for items in site.withheld.values()
        for item in items.values()
        for word in (*_words(item), f"/{item.id}/")
        if len(word) >= SHORTEST_SECRET and word not in public
    ]
    if not secrets:
        return
    for file in files:
        text = file.data.decode("utf-8", "replace")
        for word, item in secrets:
            if word in text or escape(word) in text:
                yield _leak(file, item)


def _words(item: AnyItem) -> Iterator[str]:
    for words in item.words.values():
        yield words.title
        yield words.summary


def _leak(file: Output, item: AnyItem) -> Diagnostic:
    return error(
        "embargo",
        Place(file.path),
        "{kind}:{id} is not published, but this file would tell of it",
        "this is a fault of the generator: please report it; nothing was published",
        kind=item.kind,
        id=item.id,
    )
