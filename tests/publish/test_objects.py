"""Stores whose marks say nothing of what is in an object, and every instant at which publishing can break off."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from sitegen.diagnostics import SiteError
from sitegen.publish.delivery import Delivery
from sitegen.publish.objects import publish
from sitegen.publish.outcome import Published, Wishes
from sitegen.publish.site import finished, looked_at
from sitegen.publish.store import Present
from tests.publish.editions import assets_of, edition, is_whole, lay

NOON = datetime(2026, 6, 5, 3, tzinfo=UTC)
PAGES = 3


class OpaqueStore:
    """A store in memory whose marks are numbers, as those of one that encrypts may be; it may break, or damage."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.delivered: dict[str, Delivery] = {}
        self.writes = 0
        self.breaks_before = 0
        self.damages = ""
        self.looks: Callable[[Mapping[str, bytes]], None] = lambda _: None
        self._marks: dict[str, str] = {}
        self._numbers: Iterator[int] = count()

    def listed(self) -> Mapping[str, Present]:
        """Return all objects."""
        return {path: Present(len(data), self._marks[path]) for path, data in self.objects.items()}

    def read(self, path: str) -> bytes | None:
        """Return the bytes of an object."""
        return self.objects.get(path)

    def create(self, path: str, data: bytes) -> bool:
        """Write an object unless there is one."""
        if path in self.objects:
            return False
        self._write(path, data)
        return True

    def put(self, path: str, data: bytes, delivery: Delivery) -> None:
        """Write an object."""
        self._write(path, data[:-1] + b"?" if path == self.damages else data)
        self.delivered[path] = delivery

    def remove(self, path: str) -> None:
        """Remove an object."""
        self._count()
        self.objects.pop(path, None)
        self.looks(self.objects)

    def each(self, work: Sequence[Callable[[], None]]) -> None:
        """Do one thing after the other."""
        for thing in work:
            thing()

    def _write(self, path: str, data: bytes) -> None:
        self._count()
        self.objects[path] = data
        self._marks[path] = f"{next(self._numbers)}"
        self.looks(self.objects)

    def _count(self) -> None:
        self.writes += 1
        if 0 < self.breaks_before <= self.writes:
            raise ConnectionResetError("the store is gone")


@pytest.fixture
def store() -> OpaqueStore:
    """An empty store."""
    return OpaqueStore()


def bring(folder: Path, files: Mapping[str, bytes], store: OpaqueStore, *, breaks: bool = False) -> Published:
    """Publish a site."""
    site = finished(lay(folder, files))
    return publish(site, looked_at(site), store, Wishes("store", NOON, timedelta(days=1), 5, breaks=breaks))


def readable(objects: Mapping[str, bytes]) -> None:
    """Make sure that every page is whole, and that everything it loads is there."""
    for path, data in objects.items():
        if path.endswith(".html"):
            assert is_whole(data)
            assert objects.keys() >= {*assets_of(data)}, path


def test_marks_that_say_nothing_are_remembered(store: OpaqueStore, site: Path) -> None:
    """What was read back once is known by its mark from then on."""
    assert bring(site, edition("one", PAGES), store).is_changed
    again = bring(site, edition("one", PAGES), store)
    assert (False, ()) == (again.is_changed, again.plan.uploads)
    store.put("data.json", store.objects["data.json"], store.delivered["data.json"])
    assert ["data.json"] == [entry.path for entry in bring(site, edition("one", PAGES), store).plan.uploads]


def test_every_page_can_be_read_after_every_write(store: OpaqueStore, site: Path) -> None:
    """Also while pages go that loaded what goes too."""
    store.looks = readable
    for word, pages in (("one", PAGES), ("two", 1), ("three", PAGES), ("one", 2)):
        bring(site, edition(word, pages), store)
        assert edition(word, pages).items() <= store.objects.items()


@pytest.mark.parametrize("then", ["same", "other"])
def test_it_can_break_off_before_every_write(site: Path, then: str) -> None:
    """And goes on where it stopped, with the same site or another; nothing stays that nobody knows."""
    for number in count(1):
        store = OpaqueStore()
        bring(site, edition("one", PAGES), store)
        store.looks, store.writes, store.breaks_before = readable, 0, number
        try:
            bring(site, edition("two", 1), store)
        except OSError:
            store.breaks_before = 0
        else:
            break
        last = edition("two", 1) if then == "same" else edition("three", 2)
        bring(site, last, store, breaks=True)
        assert last.items() <= store.objects.items()
        strays = store.objects.keys() - last.keys() - {"build-manifest.json", ".publish/state.json"}
        assert all(path.startswith("assets/") for path in strays)
    assert number > len(edition("two", 1)), "it did not break"


def test_a_first_publishing_that_broke_off_is_finished(store: OpaqueStore, site: Path) -> None:
    """Its objects are known as ours, though no manifest lists them yet."""
    store.breaks_before = 8
    with pytest.raises(OSError, match="gone"):
        bring(site, edition("one", PAGES), store)
    store.breaks_before = 0
    assert bring(site, edition("one", PAGES), store, breaks=True).is_changed
    assert edition("one", PAGES).items() <= store.objects.items()


def test_what_arrives_damaged_stops_it_before_any_page_goes(store: OpaqueStore, site: Path) -> None:
    """Each group is seen to have arrived before the next begins."""
    bring(site, edition("one", PAGES), store)
    store.damages = "data.json"
    with pytest.raises(SiteError) as caught:
        bring(site, edition("two", PAGES), store)
    assert ["upload-damaged"] == [each.code for each in caught.value.diagnostics]
    assert edition("one", PAGES)["index.html"] == store.objects["index.html"]


def test_headers_are_given_anew_when_their_rules_change(
    store: OpaqueStore, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To every object, though none has changed."""
    bring(site, edition("one", PAGES), store)
    monkeypatch.setattr("sitegen.publish.objects.VERSION", 2)
    assert len(edition("one", PAGES)) == len(bring(site, edition("one", PAGES), store).plan.uploads)
    assert not bring(site, edition("one", PAGES), store).is_changed


def test_a_lock_that_somebody_breaks_stops_us_before_the_next_group(store: OpaqueStore, site: Path) -> None:
    """Two publishers do not mix, even if one was thought dead."""
    bring(site, edition("one", PAGES), store)

    def take_over(objects: Mapping[str, bytes]) -> None:
        if "assets" in "".join(objects) and ".publish/lock.json" in objects:
            store.objects[".publish/lock.json"] = b"somebody else's"

    store.looks = take_over
    with pytest.raises(SiteError) as caught:
        bring(site, edition("two", PAGES), store)
    assert ["another-publisher"] == [each.code for each in caught.value.diagnostics]
    assert edition("one", PAGES)["index.html"] == store.objects["index.html"]
    assert b"somebody else's" == store.objects[".publish/lock.json"]
