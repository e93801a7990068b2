"""When the builder of the preview builds, and of which moment: seen from inside, as the terminal is told little."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.build import Options, Outcome
from sitegen.read import Folders
from sitegen.serve import building
from sitegen.serve.building import Builder, Voice
from sitegen.serve.showing import Showing
from tests.serve.previews import HOME, soon
from tests.sites import edit, plant, tree

AS_OF = datetime(2026, 6, 5, 3, tzinfo=UTC)
MISTAKE = {"content/pages/home.en.md": "---\ntitle: Home\nsumary: Not so.\n---\n"}
PAUSES = 5  # pauses between two looks at the files that a test waits for, to see that nothing happens


class Workshop:
    """A builder, and all that it has said and shown."""

    def __init__(self, folder: Path, *, polls: bool) -> None:
        folders = Folders(folder / "content", folder / "templates", folder / "assets")
        self.folder = folder
        self.outcomes: list[Outcome] = []
        self.faults: list[str] = []
        self.shown: list[Showing] = [Showing(folder / "preview")]
        options = Options(folders=folders, output=folder / "preview", as_of=AS_OF, cache=None)
        self.builder = Builder(options, polls=polls)

    def start(self, as_of: datetime | None = AS_OF, wanted: Callable[[], frozenset[str]] = frozenset) -> None:
        """Begin to build."""
        self.builder.start(as_of, Voice(wanted, self.shown.append, self.outcomes.append, self.faults.append))

    def save(self, files: dict[str, str]) -> None:
        """Write files, and tell of them."""
        edit(self.folder, files)
        self.builder.changed(frozenset(str(self.folder / path) for path in files))


@contextmanager
def working(folder: Path, *, polls: bool = False) -> Iterator[Workshop]:
    """A builder that has yet to begin, until the end of the block."""
    workshop = Workshop(plant(folder, ""), polls=polls)
    try:
        yield workshop
    finally:
        workshop.builder.end()


def test_a_mistake_at_the_start_is_built_once(tmp_path: Path) -> None:
    """There is no site yet, but building again would not make one."""
    with working(tmp_path, polls=True) as workshop:
        edit(tmp_path, MISTAKE)
        workshop.start()
        assert soon(lambda: bool(workshop.outcomes))
        time.sleep(PAUSES * 0.4)
        assert 1 == len(workshop.outcomes)


def test_of_two_wishes_the_later_one_is_fulfilled(tmp_path: Path) -> None:
    """Also if something is wrong when they come, and the first of them is looked at only to see whether one does."""
    june, july = (datetime(2026, month, 1, tzinfo=UTC) for month in (6, 7))
    with working(tmp_path) as workshop:
        edit(tmp_path, MISTAKE)
        workshop.builder.move(june)
        workshop.builder.move(july)
        workshop.start()
        assert soon(lambda: bool(workshop.outcomes))
        workshop.save({"content/pages/home.en.md": HOME.format(title="Mended")})
        assert soon(lambda: workshop.shown[-1].known.as_of is not None)
        assert july == workshop.shown[-1].known.as_of


class Faulty(frozenset[str]):
    """Pages that somebody looks at, in which something of ours goes wrong."""

    def __contains__(self, path: object) -> bool:
        """Go wrong."""
        raise ZeroDivisionError(path)


def test_a_fault_ahead_of_a_build_is_told_once_and_does_no_harm(tmp_path: Path) -> None:
    """The build shows what was edited all the same."""
    with working(tmp_path) as workshop:
        workshop.start(wanted=lambda: Faulty({"en/index.html"}))
        assert soon(lambda: workshop.outcomes[:1] != [])
        for number in range(3):
            workshop.save({"content/pages/home.en.md": HOME.format(title=f"Edit {number}")})
            assert soon(lambda: len(workshop.outcomes) > number + 1)  # noqa: B023  # it is asked at once
        assert b"Edit 2" in tree(tmp_path / "preview")["en/index.html"]
    assert [True] == ["ZeroDivisionError" in fault for fault in workshop.faults]


def test_no_glimpse_is_no_fault(tmp_path: Path) -> None:
    """Where an edit reaches further, is wrong, or the file is gone again, only the build says something."""
    with working(tmp_path) as workshop:
        workshop.start(wanted=lambda: frozenset({"en/index.html"}))
        assert soon(lambda: workshop.outcomes[:1] != [])
        for number, text in enumerate((HOME.format(title="[unclosed"), HOME.format(title="Mended"), "")):
            workshop.save({"content/pages/home.en.md": text})
            assert soon(lambda: len(workshop.outcomes) > number + 1)  # noqa: B023  # it is asked at once
        (tmp_path / "content/pages/home.en.md").unlink()
        workshop.builder.changed(frozenset({str(tmp_path / "content/pages/home.en.md")}))
        assert soon(lambda: len(workshop.outcomes) > 4)
    assert [] == workshop.faults


def test_what_is_published_at_a_moment_is_shown_at_that_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the pause is between two looks at all files, as it is where there are many."""
    monkeypatch.setattr(building, "PAUSES", (3600.0, 3600.0))
    launch = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=8)
    page = f"---\ntitle: Launch\nsummary: Now.\npublish_at: {launch.isoformat()}\n---\n"
    with working(tmp_path) as workshop:
        edit(tmp_path, {"content/pages/launch.en.md": page})
        workshop.start(None)
        assert soon(lambda: "en/launch/index.html" in workshop.shown[-1].known.pages)
