"""What the preview holds in memory is only ever what the store itself would say."""

from collections.abc import Iterator

import pytest

from sitegen.results import Result
from sitegen.serve.memory import WarmStore

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
