"""Source files by the fingerprints of their bytes: one that changes during a build stops it."""

import os
from pathlib import Path

import pytest

from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.read import Folders, survey
from sitegen.sources import Sources, moment, take_stock
from tests.sites import plant

HOME = "content/pages/home.ko.md"
MUCH_LATER = 10**18  # nanoseconds


def _stock(folder: Path, known: Sources | None = None, later: int = 0) -> Sources:
    found = survey(Folders(folder / "content", folder / "templates", folder / "assets"))
    return take_stock(found, known.seen.values() if known else (), moment() + later)


def test_a_file_that_was_changed_meanwhile_is_told(tmp_path: Path) -> None:
    """And its new bytes are not used."""
    sources = _stock(plant(tmp_path, ""))
    (tmp_path / HOME).write_text("other", encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        sources.file(HOME)
    told = caught.value.diagnostics[0]
    assert (ExitStatus.ENVIRONMENT, "changed-meanwhile", HOME) == (caught.value.status, told.code, told.place.path)


def test_a_file_that_was_removed_meanwhile_is_told(tmp_path: Path) -> None:
    """As one that cannot be read; whoever wants its text only to show it gets none."""
    sources = _stock(plant(tmp_path, ""))
    (tmp_path / HOME).unlink()
    with pytest.raises(SiteError) as caught:
        sources.file(HOME)
    assert ("cannot-read", None) == (caught.value.diagnostics[0].code, sources.text(HOME))


def test_what_is_settled_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor opened."""
    known = _stock(plant(tmp_path, ""), later=MUCH_LATER)
    monkeypatch.setattr("sitegen.sources.load", None)
    assert known == _stock(tmp_path, known)


def test_a_file_with_its_old_size_and_date_but_other_bytes_is_noticed(tmp_path: Path) -> None:
    """The time of its last change of any kind cannot be set back."""
    known = _stock(plant(tmp_path, ""), later=MUCH_LATER)
    file = tmp_path / HOME
    status, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("첫", "끝"), encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    again = _stock(tmp_path, known)
    assert [HOME] == [path for path in known.seen if known.digest(path) != again.digest(path)]


def test_what_a_changed_file_was_before_is_known(tmp_path: Path) -> None:
    """One that is new, gone or the same was nothing else before."""
    known = _stock(plant(tmp_path, ""))
    home, other = tmp_path / HOME, tmp_path / "content/pages/home.en.md"
    home.write_text("other", encoding="utf-8")
    other.unlink()
    (tmp_path / "content/pages/new.ko.md").touch()
    assert {HOME: known.digest(HOME)} == _stock(tmp_path, known).last
