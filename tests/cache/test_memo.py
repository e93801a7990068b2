"""Remembering pure functions: what is kept is not worked out again, what is damaged is."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen.cache.memo import BATCH, Memo, Wanted
from sitegen.cache.store import Store
from sitegen.results import Result
from sitegen.workers import Workers

Function = Callable[[Sequence[int]], tuple[Result, ...]]


def _ask(path: Path | None, function: Function, count: int = 3) -> list[bytes]:
    with Workers(1) as workers, Store(path) as store:
        memo = Memo(store, workers)
        wanted = [Wanted(memo.key("stage", str(number)), lambda number=number: number) for number in range(count)]
        return list(memo.heads(function, wanted))


def _noting(asked: list[int]) -> Function:
    def texts(values: Sequence[int]) -> tuple[Result, ...]:
        asked.extend(values)
        return tuple(Result(str(value).encode(), b"rest") for value in values)

    return texts


def test_a_result_is_worked_out_once(tmp_path: Path) -> None:
    """Whatever function is asked the next time."""
    asked: list[int] = []
    results = [_ask(tmp_path / "results.sqlite", _noting(asked)) for _ in range(2)]
    assert [[b"0", b"1", b"2"]] * 2 == results
    assert [0, 1, 2] == asked


def test_without_a_file_nothing_is_remembered() -> None:
    """Each process starts anew."""
    asked: list[int] = []
    assert [[b"0", b"1", b"2"]] * 2 == [_ask(None, _noting(asked)) for _ in range(2)]
    assert [0, 1, 2, 0, 1, 2] == asked


def test_results_come_in_the_order_they_are_wanted(tmp_path: Path) -> None:
    """Also if there are more than are in memory at once."""
    expected = [str(number).encode() for number in range(2 * BATCH + 1)]
    assert expected == _ask(tmp_path / "results.sqlite", _noting([]), len(expected))


def test_a_damaged_result_is_worked_out_again(tmp_path: Path) -> None:
    """The others are not."""
    _ask(tmp_path / "results.sqlite", _noting([]))
    connection = sqlite3.connect(tmp_path / "results.sqlite")
    with connection:
        connection.execute("UPDATE results SET head = x'00' WHERE rowid = 2")
    connection.close()
    asked: list[int] = []
    assert [b"0", b"1", b"2"] == _ask(tmp_path / "results.sqlite", _noting(asked))
    assert 1 == len(asked)
