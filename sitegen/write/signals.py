"""Keeping a moment free from interruptions."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

HELD = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def held_back() -> Iterator[None]:
    """Let requests to stop wait until the block is done, then act on them as before.

    Python handles signals in the main thread only, so in any other there is nothing to hold back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[signal.Signals] = []

    def note(number: int, _frame: FrameType | None) -> None:
        arrived.append(signal.Signals(number))

    usual = {number: handler for number in HELD if (handler := signal.getsignal(number)) is not None}
    try:
        for number in usual:
            signal.signal(number, note)
        yield
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)
        for number in arrived:
            signal.raise_signal(number)
