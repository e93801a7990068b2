"""Builds a site as build.py does, and notes what it is busy with: python sampled.py TRACE [ARGUMENT...].

Every few milliseconds of processor time, in this process and in those it starts, the stage at work is looked up on the
stack and put down in the trace with the processor time that has passed since the last look.
The stages are known by their packages, so that this needs to know nothing of how a build puts them together.
"""

import os
import signal
import struct
import sys
import time
from pathlib import Path
from types import FrameType

EVERY = 0.004  # seconds of processor time
PROJECT = Path(__file__).resolve().parent.parent
GENERATOR = str(PROJECT / "sitegen") + os.sep
STAGES = ("read", "parse", "convert", "assemble", "check", "plan", "render", "verify", "write", "cache")
OTHERWISE = ("imports", "workers", "rest")
"""Loading modules; handing values to other processes and back; whatever is in between."""
NAMES = (*STAGES, *OTHERWISE)
LOOK = struct.Struct("<Bd")


class Sampler:
    """Puts down what the process is busy with, and what its copies are busy with."""

    def __init__(self, trace: Path) -> None:
        self.trace = os.open(trace, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        self.first = os.getpid()
        self.spent = 0.0
        os.register_at_fork(after_in_child=self.start)

    def start(self) -> None:
        """Begin to look; a copy of a process inherits everything but its timer."""
        self.spent = time.process_time()
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)

    def stop(self) -> None:
        """Look no more: a process that is ending could not take the signal."""
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self, number: int, frame: FrameType | None) -> None:
        del number
        spent = time.process_time()
        os.write(self.trace, LOOK.pack(NAMES.index(self._busy_with(frame)), spent - self.spent))
        self.spent = spent

    def _busy_with(self, frame: FrameType | None) -> str:
        """Return the innermost stage on the stack."""
        is_ours = False
        while frame:
            path = frame.f_code.co_filename
            if path.startswith("<frozen importlib"):
                return "imports"
            if path.startswith(GENERATOR):
                is_ours = True
                name = path.removeprefix(GENERATOR).partition(os.sep)[0].removesuffix(".py")
                if name in NAMES:
                    return name
            frame = frame.f_back
        return "rest" if is_ours or os.getpid() == self.first else "workers"


def main(trace: str, *arguments: str) -> int:
    """Build, and return the exit status."""
    sys.path[0] = str(PROJECT)
    sampler = Sampler(Path(trace))
    sampler.start()
    from sitegen.commands import main as build  # noqa: PLC0415  # loading it is part of what is looked at

    try:
        return build(arguments)
    finally:
        sampler.stop()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
