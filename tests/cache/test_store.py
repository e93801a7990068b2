"""Results on disk: what comes back is what was kept, or nothing."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from sitegen.cache import store as module
from sitegen.cache.store import Store
from sitegen.results import Result

RESULTS = {bytes([number]) * 16: Result(bytes([number]) * 600, bytes([number]) * 300) for number in range(60)}
HEADS = {key: result.head for key, result in RESULTS.items()}
CHANCE = Random(7)  # noqa: S311  # anyone must be able to repeat it
PAGE = 4096  # bytes; SQLite's own


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with results."""
    with Store(tmp_path / "results.sqlite") as store:
        store.put(RESULTS)
    return tmp_path / "results.sqlite"


def test_results_are_kept_from_one_process_to_the_next(path: Path) -> None:
    """Under their keys; what was never kept is missing."""
    with Store(path) as store:
        assert HEADS == store.heads([*RESULTS, b"other"])
        assert list(RESULTS.values()) == [Result(HEADS[key], store.rest(key) or b"") for key in RESULTS]
        assert store.rest(b"other") is None


def test_rests_come_in_whatever_order_they_are_asked_for(path: Path) -> None:
    """Again and again, with others kept in between."""
    with Store(path) as store:
        for turn, key in enumerate(CHANCE.choices(list(RESULTS), k=500)):
            assert store.rest(key) == RESULTS[key].rest
            store.put({bytes([200, turn % 7]): Result(b"", b"another")})


@pytest.mark.parametrize("page", range(16))
@pytest.mark.parametrize("how", ["flipped", "zero", "cut"])
def test_a_file_that_is_damaged_anywhere_gives_nothing_wrong(path: Path, page: int, how: str) -> None:
    """Each result is right or missing, and new ones can be kept."""
    data = bytearray(path.read_bytes())
    start = min(page * PAGE, len(data) - PAGE)
    if how == "flipped":
        for place in CHANCE.sample(range(start, start + PAGE), 40):
            data[place] ^= 0xFF
    else:
        data[start:] = b"" if how == "cut" else bytes(PAGE) + data[start + PAGE :]
    path.write_bytes(data)
    _assert_usable(path)


@pytest.mark.parametrize(
    "column", ["a", "key, value", "value, key", "key BLOB PRIMARY KEY, head BLOB, rest BLOB, more"]
)
def test_somebody_elses_database_is_as_good_as_an_empty_one(tmp_path: Path, column: str) -> None:
    """Whatever its table is like."""
    path = tmp_path / "results.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE results ({column})")
    connection.close()
    _assert_usable(path)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.write_text("no database")], ids=["folder", "text"])
def test_what_is_no_database_is_as_good_as_an_empty_one(tmp_path: Path, make: object) -> None:
    """A folder, or a text."""
    make(tmp_path / "results.sqlite")
    _assert_usable(tmp_path / "results.sqlite")


def test_where_nothing_can_be_kept_results_last_as_long_as_the_process(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").touch()
    _assert_usable(tmp_path / "cache" / "results.sqlite")


def test_a_result_under_another_key_is_missing(path: Path) -> None:
    """Its checksum is over both."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "UPDATE results SET head = (SELECT max(head) FROM results), rest = (SELECT max(rest) FROM results)"
        )
    connection.close()
    with Store(path) as store:
        assert 1 == len(store.heads(list(RESULTS)))
        assert 1 == sum(store.rest(key) is not None for key in RESULTS)


def test_while_another_process_writes_results_are_kept_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays, as it is somebody's work."""
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Store(path) as store:
        store.put({b"new": Result(b"head", b"rest")})
        assert {b"new": b"head"} == store.heads([b"new"])
    other.execute("ROLLBACK")
    other.close()
    with Store(path) as store:
        assert HEADS == store.heads(list(RESULTS))


def test_where_the_disk_is_full_results_are_kept_aside(path: Path) -> None:
    """The file stays sound."""
    with Store(path) as store:
        store._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001  # as if the disk ended here
        store.put({b"new": Result(b"head", bytes(10**6))})
        assert bytes(10**6) == store.rest(b"new")
    with Store(path) as store:
        assert HEADS == store.heads(list(RESULTS))


def test_what_is_not_used_goes_once_there_is_much_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to twice what is used, and some, is kept: the next build may want it again."""
    used = list(RESULTS)[:5]
    with Store(path) as store:
        store.tidy(used)
        assert HEADS == store.heads(list(RESULTS))
        monkeypatch.setattr(module, "SURPLUS", 10)
        store.tidy(used)
        assert set(used) == store.heads(list(RESULTS)).keys()


def test_a_file_that_is_too_large_is_emptied(path: Path) -> None:
    """What is used stays if that is enough."""
    with Store(path, limit=30_000) as store:
        store.tidy(list(RESULTS)[:5])
        assert 5 == len(store.heads(list(RESULTS)))
    with Store(path, limit=10) as store:
        store.tidy(list(RESULTS))
        assert {} == store.heads(list(RESULTS))


def _assert_usable(path: Path) -> None:
    with Store(path) as store:
        assert store.heads(list(RESULTS)).items() <= HEADS.items()
        assert all(store.rest(key) in {None, result.rest} for key, result in RESULTS.items())
        store.put(RESULTS)
        assert HEADS == store.heads(list(RESULTS))
