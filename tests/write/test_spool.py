"""Finished files while a site is made."""

from pathlib import Path

import pytest

from sitegen.files import Output
from sitegen.write.destination import Destination
from sitegen.write.manifest import entry_of
from sitegen.write.spool import Spool
from tests.write.publishing import spooled

FILES = tuple(Output(f"{number}.html", str(number).encode() * 999) for number in range(9))


def test_every_file_comes_back_as_it_was() -> None:
    """In whatever order, and while others are added."""
    with spooled(FILES) as spool:
        assert [file.data for file in reversed(FILES)] == [spool.contents(file.path) for file in reversed(FILES)]
        spool.add(Output("more.html", b"more"))
        assert [FILES[0].data, b"more"] == [spool.contents("0.html"), spool.contents("more.html")]


def test_a_file_that_was_not_made_has_no_contents() -> None:
    """It is a file of the site all the same."""
    with Spool() as spool:
        spool.keep(entry_of(FILES[0]))
        assert (None, ("0.html",)) == (spool.contents("0.html"), spool.paths)


def test_a_path_that_is_given_twice_is_told_twice() -> None:
    """So that it can be refused."""
    with spooled([FILES[0], FILES[0]]) as spool:
        assert ("0.html", "0.html") == spool.paths


def test_much_goes_to_the_disk_of_the_output_and_leaves_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no name at any time."""
    monkeypatch.setattr("sitegen.write.spool.IN_MEMORY", 10)
    with Spool(Destination(tmp_path / "site", (), tmp_path / "project")) as spool:
        for file in FILES:
            spool.add(file)
        assert [] == list(tmp_path.iterdir())
        assert FILES[5].data == spool.contents("5.html")
    assert [] == list(tmp_path.iterdir())
