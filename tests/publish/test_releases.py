"""Releases in folders and on SFTP servers: how they are kept, gone back to, made whole, and checked."""

import errno
import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.diagnostics import SiteError
from sitegen.publish.folder import FolderHost
from sitegen.publish.host import Parcel
from sitegen.publish.outcome import Wishes
from sitegen.publish.releases import publish, roll_back
from sitegen.publish.site import finished
from tests.publish.editions import assets_of, edition, lay, page
from tests.publish.reader import plain_server, reading
from tests.sites import tree

NOON = datetime(2026, 6, 5, 3, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """A folder to publish to."""
    return tmp_path / "www"


def wishes(now: datetime = NOON, keep: int = 5, grace: timedelta = DAY) -> Wishes:
    """Return how to publish."""
    return Wishes("www", now, grace, keep, allowed=1000)


def current(www: Path) -> dict[str, bytes]:
    """Return what readers get, but for the manifest."""
    found = tree((www / "current").resolve())
    return {path: data for path, data in found.items() if path != "build-manifest.json"}


def released(www: Path) -> list[str]:
    """Return the names of all releases."""
    return sorted(path.name for path in (www / "releases").iterdir())


def test_old_releases_go_and_as_many_stay_as_are_wanted(site: Path, www: Path) -> None:
    """With that which readers get, and nothing half beside them."""
    for hour in range(6):
        publish(finished(lay(site, edition(str(hour)))), FolderHost(www), wishes(NOON + hour * HOUR, keep=3))
    assert ["2026-06-05T060000Z", "2026-06-05T070000Z", "2026-06-05T080000Z"] == [name[:18] for name in released(www)]
    assert edition("5").items() <= current(www).items()


def test_it_can_be_gone_back_again_and_again(site: Path, www: Path) -> None:
    """To the release before, and the one before that; then there is none."""
    for hour in range(3):
        publish(finished(lay(site, edition(str(hour)))), FolderHost(www), wishes(NOON + hour * HOUR))
    for word in ("1", "0"):
        assert roll_back(FolderHost(www), wishes()).is_changed
        assert edition(word).items() <= current(www).items()
    with pytest.raises(SiteError) as caught:
        roll_back(FolderHost(www), wishes())
    assert ["no-former-release"] == [each.code for each in caught.value.diagnostics]
    assert 3 == len(released(www))


def test_readers_get_whole_pages_while_it_is_gone_back_and_forth(site: Path, www: Path) -> None:
    """And pages that were open before find what they load."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    with plain_server(www / "current") as address, reading(address, ["index.html", "page-0/index.html"]) as reader:
        for hour in range(1, 9):
            publish(finished(lay(site, edition("two"))), FolderHost(www), wishes(NOON + hour * HOUR))
            roll_back(FolderHost(www), wishes(NOON + hour * HOUR))
    assert [] == reader.wrong
    assert 2 == len(reader.seen)


def test_going_back_names_pages_that_return(site: Path, www: Path) -> None:
    """One of them may have been taken down on purpose."""
    publish(finished(lay(site, edition("one", 3))), FolderHost(www), wishes())
    publish(finished(lay(site, edition("one", 2))), FolderHost(www), wishes(NOON + HOUR))
    assert ("page-2/index.html",) == roll_back(FolderHost(www), wishes(NOON + HOUR)).returning


def test_a_release_that_was_gone_back_from_is_used_again(site: Path, www: Path) -> None:
    """Publishing the same site makes no other."""
    for word in ("one", "two"):
        publish(finished(lay(site, edition(word))), FolderHost(www), wishes())
    before = released(www)
    roll_back(FolderHost(www), wishes())
    publish(finished(site), FolderHost(www), wishes())
    assert before == released(www)
    assert edition("two").items() <= current(www).items()


def test_what_has_not_changed_is_the_same_file(site: Path, www: Path) -> None:
    """Second names take no room; the site in the output folder is a copy of its own."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    publish(finished(lay(site, edition("two"))), FolderHost(www), wishes())
    assert 2 == (www / "current/same/index.html").stat().st_nlink
    assert 1 == (site / "same/index.html").stat().st_nlink


def test_assets_of_the_edition_before_stay_for_a_while(site: Path, www: Path) -> None:
    """And are gone when that is over, or at once if that is asked for."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    old = set(assets_of(edition("one")["index.html"]))
    publish(finished(lay(site, edition("two"))), FolderHost(www), wishes(NOON + HOUR))
    assert old <= current(www).keys()
    publish(finished(site), FolderHost(www), wishes(NOON + HOUR + DAY))
    assert edition("two") == current(www)
    publish(finished(lay(site, edition("three"))), FolderHost(www), wishes(NOON + 2 * DAY, grace=timedelta(0)))
    assert edition("three") == current(www)


def test_nothing_stays_of_what_must_go_at_once(site: Path, www: Path) -> None:
    """Even if it was published with grace before."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    publish(finished(lay(site, edition("two"))), FolderHost(www), wishes(NOON + HOUR))
    assert publish(finished(site), FolderHost(www), wishes(NOON + HOUR, grace=timedelta(0))).is_changed
    assert edition("two") == current(www)


def test_what_somebody_has_changed_in_a_release_is_made_good(site: Path, www: Path) -> None:
    """It is neither taken for the site nor linked into the next release."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    (www / "current/same/index.html").write_bytes(b"x" * len(page("same", "")))
    assert publish(finished(site), FolderHost(www), wishes(NOON + HOUR)).is_changed
    assert edition("one") == current(www)


def test_releases_are_readable_whatever_the_umask(site: Path, www: Path) -> None:
    """A web server is another user."""
    usual = os.umask(0o077)
    try:
        publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    finally:
        os.umask(usual)
    assert (0o755, 0o644) == tuple(
        (www / path).stat().st_mode & 0o777 for path in ("current/page-0", "current/index.html")
    )


class WithoutLinks(FolderHost):
    """A file system that knows no symbolic links, as on many memory cards."""

    def point(self, link: str, to: str) -> None:
        """Refuse as such a system does."""
        del to
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), link)


def test_without_symbolic_links_nothing_is_published(site: Path, www: Path) -> None:
    """The message says what can be done instead."""
    with pytest.raises(SiteError) as caught:
        publish(finished(lay(site, edition("one"))), WithoutLinks(www), wishes())
    assert ["no-symbolic-links"] == [each.code for each in caught.value.diagnostics]
    assert {".publish", "releases"} == {path.name for path in www.iterdir()}


class Damaging(FolderHost):
    """A disk that returns something else than was written."""

    def send(self, parcels: Sequence[Parcel], sent: Callable[[int], None]) -> None:
        """Write the last byte of each file wrong."""
        super().send([(path, lambda read=read: read()[:-1] + b"?") for path, read in parcels], sent)


def test_what_arrives_damaged_is_not_shown(site: Path, www: Path) -> None:
    """Every file is read back before readers get any."""
    publish(finished(lay(site, edition("one"))), FolderHost(www), wishes())
    with pytest.raises(SiteError) as caught:
        publish(finished(lay(site, edition("two"))), Damaging(www), wishes(NOON + HOUR))
    assert {"upload-damaged"} == {each.code for each in caught.value.diagnostics}
    assert edition("one") == current(www)


def test_a_file_of_the_site_that_changes_while_it_is_sent_stops_it(site: Path, www: Path) -> None:
    """Another build may end meanwhile."""
    lay(site, edition("one"))
    before = finished(site)
    lay(site, edition("two"))
    with pytest.raises(SiteError) as caught:
        publish(before, FolderHost(www), wishes())
    assert "not-as-built" in {each.code for each in caught.value.diagnostics}
    assert not (www / "current").exists()


def test_a_site_that_is_shown_without_order_is_noticed(www: Path) -> None:
    """So a reader finds what the tests look for."""
    lay(www, edition("one"))
    with plain_server(www) as address, reading(address, ["index.html", "page-0/index.html"]) as reader:
        for word in ("two", "three", "four"):
            time.sleep(0.1)  # in which the reader opens pages
            lay(www, edition(word))
    assert reader.wrong
