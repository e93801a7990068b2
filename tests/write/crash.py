"""Break off builds again and again, and count what is left: the old site, the new one, or something else.

Three trials: `kills` ends a process that publishes over and over at random moments; `steps` ends a build before each
single thing that it does to the disk; `faults` makes the disk refuse each single thing instead. For example:

    PYTHONPATH=. python tests/write/crash.py kills --times 2000 --method two-steps

The method `in-place` is how sites are often published, and shows that the trials find what they look for.
Prints the counts as JSON; the exit status is 1 if anything but a whole site was left.
"""

import argparse
import errno
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, cycle
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from sitegen.diagnostics import SiteError
from sitegen.files import Output
from sitegen.write import MANIFEST, Destination, lock, recover
from sitegen.write.disk import discard
from sitegen.write.exchange import Exchange, in_one_step, in_two_steps
from sitegen.write.manifest import encode, entry_of, manifest_of
from sitegen.write.paths import folders_of
from sitegen.write.publication import publish
from tests.write.publishing import spooled

PAGES = 2
SITES: Mapping[str, Sequence[Output]] = MappingProxyType(
    {
        name: (
            Output("index.html", name.encode() * 999),
            Output(f"only-{name}/deep/index.html", b"only here"),
            *(Output(f"same/{number}/index.html", b"same" * number) for number in range(PAGES)),
            *(Output(f"other/{number}.html", name.encode() * number) for number in range(1, PAGES + 1)),
        )
        for name in ("old", "new")
    }
)
FOREIGN: Mapping[str, bytes] = MappingProxyType({"upload.pdf": b"not ours", "folder/inside.txt": b"not ours"})
ON_DISK = ("open", "os.", "fcntl.", "shutil.", "tempfile.")  # how the names of these audit events of Python's begin
REASONS = (errno.ENOSPC, errno.EACCES)  # with which a disk refuses
UNDISTURBED, SURVIVED, REFUSED = 0, 10, 11  # exit statuses of builds


def in_place(outputs: Sequence[Output], destination: Destination) -> None:
    """Publish as it must not be done: the new files over the old ones, one after the other."""
    for output in _whole(outputs):
        file = destination.path / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    for path in _tree(destination.path).keys() - _expected(outputs, FOREIGN).keys():
        stray = destination.path / path
        discard(stray) if stray.is_dir() else stray.unlink(missing_ok=True)


def _publish(outputs: Sequence[Output], destination: Destination, **how: bool | Exchange) -> None:
    with spooled(outputs) as site:
        publish(site, destination, **how)


METHODS: Mapping[str, Callable[[Sequence[Output], Destination], object]] = MappingProxyType(
    {
        "one-step": partial(_publish, exchange=in_one_step),
        "one-step-spare": partial(_publish, exchange=in_one_step, keep_spare=True),
        "two-steps": partial(_publish, exchange=in_two_steps),
        "two-steps-spare": partial(_publish, exchange=in_two_steps, keep_spare=True),
        "in-place": in_place,
    }
)


class Trial(Struct, frozen=True):
    """Where and how sites are published, and what is there before: `old`, or nothing at all (`absent`)."""

    destination: Destination
    method: str
    start: str

    def set_up(self) -> None:
        """Make the output folder what it is to be before a build is broken off."""
        if self.start == "absent":
            discard(self.destination.path)
            return
        self.build("new")
        self.build("old")
        for path, data in FOREIGN.items():
            (self.destination.path / path).parent.mkdir(exist_ok=True)
            (self.destination.path / path).write_bytes(data)

    def build(self, name: str) -> None:
        """Publish one of the two sites, as a build does."""
        with lock(self.destination):
            recover(self.destination)
            METHODS[self.method](SITES[name], self.destination)

    def outcome(self) -> str:
        """Return which site is left, or what is wrong; after an exchange in two steps, once it is recovered."""
        at_once = self.found()
        with lock(self.destination):
            recover(self.destination)
        recovered = self.found()
        if leftovers := sorted(path.name for path in self.destination.path.parent.glob(".site.[!s]*")):
            return f"leftovers: {leftovers}"
        return recovered if self.method.startswith("two-steps") or recovered not in SITES else at_once

    def found(self) -> str:
        """Return which of the two sites is there, with everything that is not ours; `absent`; or `a mixture`."""
        if not self.destination.path.exists():
            return "absent"
        foreign = FOREIGN if self.start == "old" else {}
        tree = _tree(self.destination.path)
        return next((name for name in SITES if tree == _expected(SITES[name], foreign)), "a mixture")


def kills(trial: Trial, times: int, chance: random.Random) -> Iterator[str]:
    """Yield what is left each time that a process which publishes over and over is killed."""
    trial.set_up()
    began = time.perf_counter()
    trial.build("new")
    trial.build("old")
    both = time.perf_counter() - began
    for _ in range(times):
        child = _fork(lambda: list(map(trial.build, cycle(SITES))))
        time.sleep(chance.uniform(0, 2 * both))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        yield trial.outcome()


def steps(trial: Trial) -> Iterator[str]:
    """Yield what is left when a build is killed before the first thing that it does to the disk, the second, ..."""
    for number in count(1):
        trial.set_up()
        if _disturbed(trial, number, lambda: os.kill(os.getpid(), signal.SIGKILL)) == UNDISTURBED:
            return
        yield trial.outcome()


def faults(trial: Trial, reason: int) -> Iterator[str]:
    """Yield what is left when the first thing that a build does to the disk is refused, the second, ..."""
    expected = {SURVIVED: "new", REFUSED: trial.start}
    for number in count(1):
        trial.set_up()
        status = _disturbed(trial, number, lambda: _refuse(reason))
        if status == UNDISTURBED:
            return
        outcomes = (trial.found(), trial.outcome())
        yield outcomes[0] if {expected.get(status)} == set(outcomes) else f"{status} at {number}, but {outcomes}"


def _disturbed(trial: Trial, number: int, disturb: Callable[[], None]) -> int:
    """Return the exit status of a build that is disturbed before one of the things it does to the disk."""
    return os.waitstatus_to_exitcode(os.waitpid(_fork(lambda: _build_disturbed(trial, number, disturb)), 0)[1])


def _build_disturbed(trial: Trial, number: int, disturb: Callable[[], None]) -> None:
    things = count(1)

    def notice(event: str, _: object) -> None:
        if event.startswith(ON_DISK) and next(things) == number:
            disturb()

    sys.addaudithook(notice)
    try:
        trial.build("new")
    except SiteError as problem:
        os._exit(REFUSED if [each.code for each in problem.diagnostics] == ["cannot-write"] else 1)
    os._exit(SURVIVED if next(things) > number else UNDISTURBED)


def _refuse(reason: int) -> None:
    raise OSError(reason, os.strerror(reason))


def _fork(work: Callable[[], object]) -> int:
    """Start a process that does this work and nothing after it, and return its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on as its parent's double
            traceback.print_exc()
        finally:
            os._exit(1)
    return child


def _whole(outputs: Sequence[Output]) -> tuple[Output, ...]:
    return (*outputs, Output(MANIFEST, encode(manifest_of(map(entry_of, outputs)))))


def _expected(outputs: Sequence[Output], foreign: Mapping[str, bytes]) -> dict[str, bytes | None]:
    files = {**{output.path: output.data for output in _whole(outputs)}, **foreign}
    return {**files, **dict.fromkeys(folders_of(files))}


def _tree(folder: Path) -> dict[str, bytes | None]:
    """Return the data of everything below a folder by path, None for folders."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: None if path.is_dir() else path.read_bytes() for name, path in found.items()}


def _outcomes(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    trial = Trial(Destination(folder / "site", (folder / "content",), folder), options.method, options.start)
    match options.trial:
        case "kills":
            yield from kills(trial, options.times, random.Random(options.seed))  # noqa: S311 - not cryptography
        case "steps":
            yield from steps(trial)
        case "faults":
            for reason in REASONS:
                yield from faults(trial, reason)


def main() -> int:
    """Run one trial and print what was left how often."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trial", choices=["kills", "steps", "faults"])
    parser.add_argument("--method", choices=list(METHODS), default="one-step")
    parser.add_argument("--start", choices=["old", "absent"], default="old")
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        left = Counter(_outcomes(options, Path(folder)))
    print(json.dumps(left))  # noqa: T201 - this is a command
    return int(not left.keys() <= {"new", options.start})


if __name__ == "__main__":
    sys.exit(main())
