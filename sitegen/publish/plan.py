"""What publishing a site amounts to: what goes in which order, what stays for a while, what is removed. All pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from sitegen.publish.delivery import is_fingerprinted
from sitegen.publish.state import Retired
from sitegen.write.manifest import Entry

FEW = 10  # pages that may go without a word
SHARE = 0.1  # of all pages, or as many as this, where that is more
PAGE = ".html"
LISTS = (".xml", ".txt")  # what tells programs of pages: feeds, the sitemap, robots.txt


class Plan(Struct, frozen=True):
    """What is to be done: files to send in this order, those that are there, those that stay, those that go.

    `retired` are files of former editions that stay for readers of pages they have open.
    `lost` are the pages that readers will no longer find.
    """

    uploads: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
    retired: tuple[Retired, ...]
    deletions: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many bytes are to be sent."""
        return sum(entry.size for entry in self.uploads)


class Before(Struct, frozen=True):
    """What stands at a target: what readers are shown, every file that is ours, and what has been retired."""

    published: tuple[Entry, ...] = ()
    owned: tuple[Entry, ...] = ()
    retired: tuple[Retired, ...] = ()


def plan(
    site: Sequence[Entry], before: Before, is_there: Callable[[Entry], bool], now: datetime, grace: timedelta
) -> Plan:
    """Return what makes a target show a site; fingerprinted files that it no longer has stay for `grace`."""
    ordered = sorted(site, key=order)
    paths = {entry.path for entry in site}
    retired = retire(before, paths, now, grace)
    staying = paths | {each.path for each in retired}
    ours: tuple[Entry | Retired, ...] = (*before.owned, *before.retired)
    gone = {each.path: each for each in ours if each.path not in staying}
    return Plan(
        uploads=tuple(entry for entry in ordered if not is_there(entry)),
        unchanged=tuple(entry for entry in ordered if is_there(entry)),
        retired=retired,
        deletions=tuple(sorted(gone, key=lambda path: order(gone[path]), reverse=True)),
        lost=lost_pages(before.published, paths),
    )


def order(entry: Entry | Retired) -> tuple[int, int, str]:
    """Return when a file is sent: what pages need before pages, and what leads to a page after the page.

    That is assets, data, pages (the deeper ones first, the home page last), then what tells programs of them.
    """
    path = entry.path
    return rank(path), -path.count("/"), path


def rank(path: str) -> int:
    """Return which of the four groups, which follow each other, a file is sent with."""
    plain = path.removesuffix(".br").removesuffix(".gz")
    if is_fingerprinted(path):
        return 0
    if plain.endswith(PAGE):
        return 2
    return 3 if plain.endswith(LISTS) else 1


def retire(before: Before, paths: set[str], now: datetime, grace: timedelta) -> tuple[Retired, ...]:
    """Return the fingerprinted files that the site no longer has and that stay: those that it had until `grace` ago."""
    known = {each.path: each for each in before.retired}
    for entry in before.owned:
        if is_fingerprinted(entry.path) and entry.path not in known:
            known[entry.path] = Retired(entry.path, entry.size, entry.sha256, now)
    staying = (each for path, each in sorted(known.items()) if path not in paths and now - each.since < grace)
    return tuple(staying)


def lost_pages(published: Iterable[Entry], paths: set[str]) -> tuple[str, ...]:
    """Return the pages that are published and not part of the site any more."""
    return tuple(sorted(entry.path for entry in published if entry.path.endswith(PAGE) and entry.path not in paths))


def bearable(published: Iterable[Entry]) -> int:
    """Return how many pages may go without anybody having said so."""
    return max(FEW, int(SHARE * sum(entry.path.endswith(PAGE) for entry in published)))
