"""What pages weigh: said on each page of a site that asks for it, and held against what it may weigh.

What is said on a page is part of what is weighed. So numbers are put in, the page is weighed, and that is repeated
until it says what it weighs; where no number does, a few empty lines at its end are weighed with it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import get_args

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error, warning
from sitegen.files import Output
from sitegen.footprint import GRAMS, RATING, SIZE, in_country, per_visit, rating
from sitegen.kinds.site import Budget, BudgetKind, Settings
from sitegen.weight import Scale, is_picture, parts, transferred

KILOBYTE = 1_000  # bytes
MOST = 269_905
"""Bytes up to which a page has the best rating, A+, on the world's electricity (`sitegen.footprint`)."""
LINES = 64  # tried at the end of a page that never says what it weighs
TRIES = 4
KINDS = frozenset(get_args(BudgetKind))
NAMED = 3  # files that are named as the heaviest


class Weighing(Struct, frozen=True, dict=True):
    """How the pages of a site are weighed: `base` is the path that it is published under, with a slash at both ends."""

    scale: Scale = Scale()
    base: str = "/"
    settings: Settings | None = None

    @cached_property
    def budgets(self) -> Mapping[str, Budget]:
        """What pages may weigh, by kind."""
        return {budget.kind: budget for budget in self.settings.budget} if self.settings else {}

    @cached_property
    def is_asked_for(self) -> bool:
        """Whether every page is weighed, and not those alone that may be too heavy for any site."""
        return self.settings is not None and bool(self.settings.footprint or self.settings.budget)

    @cached_property
    def files(self) -> int:
        """The bytes of all files that pages load, but pictures: one without any can load no more."""
        return sum(size for path, size in self.scale.sizes.items() if not is_picture(path))

    def says(self, weight: int) -> tuple[str, str, str]:
        """Return how kilobytes, grams and rating of so many bytes are written."""
        footprint = self.settings.footprint if self.settings else None
        grams = per_visit(weight, in_country(footprint.country if footprint else None))
        return f"{weight / KILOBYTE:.0f}", f"{grams:.4f}", rating(grams)


def weighed(page: Output, template: str, weighing: Weighing) -> tuple[Output, tuple[Diagnostic, ...]]:
    """Return a page that says what it weighs, if it is to say that, and what is wrong with its weight."""
    if not weighing.is_asked_for and b"<picture" not in page.data and len(page.data) + weighing.files <= MOST:
        return page, ()
    loads = parts(page.path, page.data, weighing.base, weighing.scale)
    if SIZE.encode() in page.data:
        page = Output(page.path, _inscribed(page, sum(loads.values()) - loads[page.path], weighing))
        loads[page.path] = transferred(page.path, page.data)
    budget = weighing.budgets.get(_kind(template), Budget(kind="page"))
    return page, tuple(_too_heavy(page.path, loads, budget, weighing))


def _inscribed(page: Output, files: int, weighing: Weighing) -> bytes:
    """Return a page that says what it weighs together with the files that it loads."""
    attempts = (_settled(page.path, page.data + b"\n" * lines, files, weighing) for lines in range(LINES))
    return next(filter(None, attempts), page.data)


def _settled(path: str, page: bytes, files: int, weighing: Weighing) -> bytes | None:
    """Return a page with numbers that are still true when they stand on it, None if none are found."""
    said = weighing.says(files + transferred(path, page))
    for _ in range(TRIES):
        finished = _filled(page, said)
        now = weighing.says(files + transferred(path, finished))
        if now == said:
            return finished
        said = now
    return None


def _filled(page: bytes, said: tuple[str, str, str]) -> bytes:
    for standin, number in zip((SIZE, GRAMS, RATING), said, strict=True):
        page = page.replace(standin.encode(), number.encode())
    return page


def _kind(template: str) -> str:
    """Return the kind of the pages that a template makes: lists, and pages of their own making, are pages."""
    name = template.rpartition("/")[2].removesuffix(".html")
    return name if name in KINDS else "page"


def _too_heavy(path: str, loads: Mapping[str, int], budget: Budget, weighing: Weighing) -> Iterator[Diagnostic]:
    """Yield that a page is too heavy: an error if no page may weigh that, a warning if these pages should not."""
    whole, text = sum(loads.values()), sum(size for file, size in loads.items() if not is_picture(file))
    heaviest = sorted(loads, key=lambda file: (-loads[file], file))[:NAMED]
    told = {"heaviest": ", ".join(f"{file} {_kilobytes(loads[file])} KB" for file in heaviest)}
    is_pictured = is_picture(heaviest[0])
    fix = "take a smaller picture, or fewer" if is_pictured else "shorten it, or split it"
    if whole > MOST:
        message = "a first visit transfers {size} KB, and no page may transfer more than {most} KB: {heaviest}"
        yield error("page-heavy", Place(path), message, fix, size=_kilobytes(whole), most=_kilobytes(MOST), **told)
    elif weighing.is_asked_for and whole > budget.whole * KILOBYTE:
        message = "a first visit transfers {size} KB, more than {most} KB: {heaviest}"
        yield warning("page-heavy", Place(path), message, fix, size=_kilobytes(whole), most=budget.whole, **told)
    elif weighing.is_asked_for and text > budget.text * KILOBYTE:
        message = "a first visit transfers {size} KB without pictures, more than {most} KB: {heaviest}"
        fix = "shorten it, or split it"
        yield warning("page-heavy", Place(path), message, fix, size=_kilobytes(text), most=budget.text, **told)


def _kilobytes(size: int) -> str:
    return f"{size / KILOBYTE:.1f}"
