"""What the preview holds in memory is only ever what the store itself would say."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.build import Options, build_again
from sitegen.read import Folders
from sitegen.results import Result
from sitegen.serve.memory import Memory, WarmStore
from tests.serve.previews import HOME
from tests.sites import edit, plant

MOST = 3
RESULTS = {bytes([number]): Result(b"head %d" % number, b"rest") for number in range(10)}


@pytest.fixture
def store() -> Iterator[WarmStore]:
    """A store with more in it than it holds in memory."""
    with WarmStore(None, MOST) as opened:
        for key, result in RESULTS.items():
            opened.put({key: result})
        yield opened


def test_nothing_is_forgotten_that_is_asked_for(store: WarmStore) -> None:
    """Although what is held is cleared whenever it has become too much, in the middle of an answer for example."""
    expected = {key: result.head for key, result in RESULTS.items()}
    assert [expected] * 3 == [store.heads([*RESULTS]) for _ in range(3)]
    assert [{key: head} for key, head in expected.items()] == [store.heads([key]) for key in RESULTS]
    assert expected == store.heads([*RESULTS])


def test_what_there_is_not_is_not_answered(store: WarmStore) -> None:
    """Neither before nor after it has been asked for."""
    assert [{}, {}] == [store.heads([b"nothing"]) for _ in range(2)]


def test_what_an_edit_leaves_behind_is_let_go(tmp_path: Path) -> None:
    """After any number of edits no more is held than after the first one."""
    plant(tmp_path, "")
    folders = Folders(tmp_path / "content", tmp_path / "templates", tmp_path / "assets")
    options = Options(folders=folders, output=tmp_path / "preview", as_of=datetime(2026, 6, 5, tzinfo=UTC), cache=None)
    held = []
    with Memory(options, lambda _: None) as memory:
        for number in range(5):
            edit(tmp_path, {"content/pages/home.en.md": HOME.format(title=f"Edit {number}")})
            assert build_again(options, memory).written
            held.append(len(memory.store._known))  # type: ignore[attr-defined]  # noqa: SLF001  # it is seen nowhere else
    assert held[0] > 0
    assert held[:1] * 5 == held
