"""Publishing to every kind of place: what is sent, what readers get meanwhile, and what is left when it breaks off."""

import re
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.publish.conftest import Place
from tests.publish.editions import PAGES, codes, edition, lay, page
from tests.publish.reader import reading
from tests.sites import PROJECT

BROKEN_OFF = str(PROJECT / "tests/publish/broken_off.py")
SENT = re.compile(
    r"^(\d+) files (?:to send|sent) \(([\d,]+) bytes\), (\d+) (?:were )?there already, "
    r"(\d+) (?:to remove|removed), (\d+) (?:to keep|kept)",
    re.MULTILINE,
)
READ = ["index.html", *(f"page-{number}/index.html" for number in range(PAGES))]


def counts(said: str) -> tuple[int, ...]:
    """Return how many files are sent, are there, are removed and are kept for a while."""
    found = SENT.search(said)
    assert found, said
    return tuple(int(found[number]) for number in (1, 3, 4, 5))


def got(place: Place, path: str) -> bytes:
    """Return what readers get."""
    with urllib.request.urlopen(f"{place.address}/{quote(path)}", timeout=20) as answer:  # noqa: S310  # on loopback
        return bytes(answer.read())


def shown(place: Place, files: dict[str, bytes]) -> bool:
    """Whether readers get every file of a site."""
    return all(got(place, path) == data for path, data in files.items())


def test_only_what_is_new_is_sent(place: Place, site: Path) -> None:
    """First everything; then nothing; then one page; and readers get it."""
    files = edition("one")
    first = place.publish(lay(site, files))
    assert (0, (len(files), 0, 0, 0)) == (first.returncode, counts(first.stdout)), first.stderr
    assert shown(place, files)
    again = place.publish(site)
    assert (0, (0, len(files), 0, 0)) == (again.returncode, counts(again.stdout)), again.stderr
    assert "Nothing was done." in again.stdout
    files["page-1/index.html"] = page("edited", "")
    edited = place.publish(lay(site, files))
    assert (0, (1, len(files) - 1, 0, 0)) == (edited.returncode, counts(edited.stdout)), edited.stderr
    assert shown(place, files)


def test_readers_always_get_whole_pages_with_what_they_load(place: Place, site: Path) -> None:
    """While three editions are published one after the other, also on pages that were open before."""
    place.publish(lay(site, edition("one")))
    with reading(place.address, READ) as reader:
        for word in ("two", "three"):
            done = place.publish(lay(site, edition(word)))
            assert 0 == done.returncode, done.stderr
    assert [] == reader.wrong
    assert len(reader.seen) >= 2


def test_a_publisher_that_is_killed_has_done_no_harm(place: Place, site: Path) -> None:
    """At a handful of instants from the first thing it writes to the last; the next one finishes what it began."""
    _kill_and_resume(place, site, instants=4)


@pytest.mark.audit
def test_a_publisher_can_be_killed_before_each_thing_it_writes(place: Place, site: Path) -> None:
    """Each in turn."""
    _kill_and_resume(place, site, instants=10_000)


def _kill_and_resume(place: Place, site: Path, instants: int) -> None:
    place.publish(lay(site, edition("0")))
    files = edition("counted")
    counted = place.publish(lay(site, files), before=(BROKEN_OFF, "0"))
    writes = int(counted.stderr.split()[-1])
    assert writes > len(files) // 2
    numbers = sorted(
        {round(1 + step * (writes - 1) / (instants - 1)) for step in range(instants)} & {*range(1, writes + 1)}
    )
    with reading(place.address, READ) as reader:
        for number in numbers:
            files = edition(f"killed at {number}")
            killed = place.publish(lay(site, files), before=(BROKEN_OFF, str(number)))
            assert -9 == killed.returncode, killed.stderr
            assert not (place.has_releases and number < writes / 2 and shown_at_all(place, files))
            resumed = place.publish(site)
            assert 0 == resumed.returncode, resumed.stderr
            assert shown(place, files)
    assert [] == reader.wrong


def shown_at_all(place: Place, files: dict[str, bytes]) -> bool:
    """Whether readers get any page of a site that they did not get before."""
    return any(got(place, path) == data for path, data in files.items() if path in READ)


def test_a_broken_connection_is_told_and_resumed(place: Place, site: Path) -> None:
    """The exit status is 3, nothing half is shown, and what has arrived is not sent again."""
    writes = int(place.publish(lay(site, edition("one", 30)), before=(BROKEN_OFF, "0")).stderr.split()[-1])
    files = edition("two", 30)
    broken = place.publish(lay(site, files), before=(BROKEN_OFF, str(-writes * 3 // 4)))
    assert (3, ["cannot-publish"]) == (broken.returncode, codes(broken))
    assert "Traceback" not in broken.stderr
    resumed = place.publish(site, "--break-lock")
    assert 0 == resumed.returncode, resumed.stderr
    assert counts(resumed.stdout)[0] < len(files) - 2
    assert shown(place, files)


def test_many_pages_go_only_if_that_is_said(place: Place, site: Path) -> None:
    """The message says how many, and the option must name as many."""
    before = edition("one", pages=30)
    place.publish(lay(site, before))
    after = edition("one", pages=2)
    refused = place.publish(lay(site, after))
    assert (1, ["mass-deletion"]) == (refused.returncode, codes(refused))
    assert " 28 published pages" in refused.stderr
    assert shown(place, before)
    assert 1 == place.publish(site, "--allow-deleting", "27").returncode
    assert 0 == place.publish(site, "--allow-deleting", "28").returncode
    with pytest.raises(OSError, match="404"):
        got(place, "page-20/index.html")


def test_a_dry_run_names_every_file_and_touches_nothing(place: Place, site: Path) -> None:
    """In the order in which they would go, and what it says comes true."""
    place.publish(lay(site, edition("one")))
    files = edition("two")
    before = stamps(place)
    dry = place.publish(lay(site, files), "--dry-run")
    named = re.findall(r"^send (.+) \(\S+ bytes\)$", dry.stdout, re.MULTILINE)
    assert {path for path in files if path != "same/index.html"} == set(named)
    assert ["assets", "assets", "자료/개요 ", "data.j", "page-0"] == [path[:6] for path in named[:5]]
    assert ["index.html", "sitemap.xml"] == named[-2:]
    assert before == stamps(place)
    assert counts(dry.stdout) == counts(place.publish(site).stdout)


def stamps(place: Place) -> object:
    """Return what would differ if anything were touched."""
    if place.folder is None:
        return got(place, ".publish/state.json"), got(place, "build-manifest.json")
    return sorted((str(path), path.lstat().st_mtime_ns) for path in place.folder.rglob("*"))


def test_what_is_not_from_us_is_not_overwritten(place: Place, site: Path) -> None:
    """Somebody else's home page stays, and the message names it."""
    foreign = _put_home_page(place)
    refused = place.publish(lay(site, edition("one")))
    assert (3, ["target-not-ours"]) == (refused.returncode, codes(refused))
    assert "] index.html " in refused.stderr
    assert foreign == _home_page(place)


def _put_home_page(place: Place) -> bytes:
    foreign = b"somebody else's"
    place.put("index.html", foreign)
    return foreign


def _home_page(place: Place) -> bytes:
    return got(place, "index.html") if place.folder is None else (place.folder / "index.html").read_bytes()


def test_two_publishers_do_not_mix(place: Place, site: Path) -> None:
    """The second is told who holds the lock and since when, unless it is told to break it."""
    place.publish(lay(site, edition("one")))
    _hold(place)
    second = place.publish(lay(site, edition("two")))
    assert (4, ["another-publisher"]) == (second.returncode, codes(second))
    assert "somebody@elsewhere is publishing here since 2026-06-05T03:00:00+00:00" in second.stderr
    assert shown(place, edition("one"))
    assert 0 == place.publish(site, "--break-lock").returncode
    assert shown(place, edition("two"))


def _hold(place: Place) -> None:
    lock = (
        b'{"machine":"elsewhere","process":7,"since":"2026-06-05T03:00:00Z","started":"1","token":"x",'
        b'"who":"somebody@elsewhere"}'
    )
    place.put(".publish/lock.json", lock)
