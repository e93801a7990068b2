"""The record of a build: whole, or none."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Raw, msgpack

from sitegen.cache import Growth, Ledger, Seen, Summary, ledger, note, recall
from sitegen.cache.stamps import COARSE, FINE, SECOND, is_settled

SEEN = Seen("a", (1, 2, 3, 4), b"d", is_settled=True)
LEDGER = Ledger(b"w", b"f", "UTC", b"r", 1.0, 2.0, (SEEN,), (), Summary(), Raw(msgpack.encode(Growth())))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the record of a build is kept."""
    return tmp_path_factory.mktemp("cache") / "a.ledger"


def test_what_is_noted_is_recalled(path: Path) -> None:
    """All of it, and nothing is left beside it."""
    note(path, LEDGER)
    assert msgpack.encode(LEDGER) == msgpack.encode(recall(path))
    assert [path] == list(path.parent.iterdir())


def test_a_record_that_is_cut_anywhere_is_none(path: Path) -> None:
    """At every length."""
    note(path, LEDGER)
    data = path.read_bytes()
    recalled = []
    for length in range(len(data)):
        path.write_bytes(data[:length])
        recalled.append(recall(path))
    assert [None] * len(data) == recalled


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_record_with_another_byte_anywhere_is_none(path: Path, place: int, difference: int) -> None:
    """Whichever it is."""
    note(path, LEDGER)
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= difference
    path.write_bytes(data)
    assert recall(path) is None


def test_a_record_of_another_program_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may mean other things by the same fields."""
    monkeypatch.setattr(ledger, "program", lambda: b"another")
    note(tmp_path / "a.ledger", LEDGER)
    monkeypatch.undo()
    assert recall(tmp_path / "a.ledger") is None


def test_where_nothing_can_be_noted_nothing_is_recalled(tmp_path: Path) -> None:
    """And nothing is raised."""
    (tmp_path / "a.ledger").mkdir()
    note(tmp_path / "a.ledger", LEDGER)
    note(tmp_path / "a.ledger" / "b" / "c", LEDGER)
    note(None, LEDGER)
    assert (None, None) == (recall(tmp_path / "a.ledger"), recall(None))


@pytest.mark.parametrize(
    ("time", "now", "settled"),
    [
        (SECOND + 1, SECOND + 1 + FINE, True),
        (SECOND + 1, SECOND + FINE, False),
        (SECOND, SECOND + COARSE, True),
        (SECOND, SECOND + COARSE - 1, False),
        (9 * SECOND, SECOND, False),
    ],
)
def test_a_stamp_is_believed_once_a_later_change_must_have_another(time: int, now: int, settled: bool) -> None:  # noqa: FBT001  # expected
    """After a tick of the clock that wrote it: a coarse one, if it has no fraction of a second."""
    assert settled == is_settled((time,), now)
    assert not is_settled((time, now), now)
