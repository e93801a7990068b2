"""Rules of translations: only what is one says what it was made from."""

from collections.abc import Iterator

from sitegen.check.subjects import subjects
from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Site
from sitegen.translations import original_of


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each original that says that it was translated."""
    for item in subjects(site):
        original = original_of(item)
        if original.stamp:
            yield warning(
                "original-translated",
                original.origin.place("translated_from:"),
                "this is the original of {kind}:{id}, so it is not translated from anything",
                "remove the line; if another language is the original, say so with original:",
                kind=item.kind,
                id=item.id,
            )
