"""Try the law for a long time: `python -m tests.law --steps 3000 [--seed 7]`; a line on each run goes into docs/law.md.

Prints how many steps of which sorts were judged; the exit status is 1 if the law was broken.
"""

import argparse
import secrets
import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.law.machine import Law

LOG = Path(__file__).parents[2] / "docs/law.md"
STEPS = 40  # from one project to the next


def main() -> int:
    """Run until enough steps have been judged, or the law is broken; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.law", description=__doc__)
    parser.add_argument("--steps", type=int, default=3000, help="how many steps (3000)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="repeats a run (by chance)")
    options = parser.parse_args()
    Law.counted = Counter()
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        Law.executor = executor
        failures = _tried(options.seed, options.steps)
    for sort, number in sorted(Law.counted.items()):
        print(f"{number:6} {sort}")  # noqa: T201  # it speaks to whoever started it
    line = f"| {datetime.now(UTC):%Y-%m-%d} | {Law.counted.total()} | {options.seed} | {failures} |"
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")
    print(line)  # noqa: T201  # as above
    return min(failures, 1)


def _tried(number: int, steps: int) -> int:
    """Return how many failures there were: none, or the one that ended the run."""
    while Law.counted.total() < steps:
        try:
            run_state_machine_as_test(seed(number)(Law), settings=_long(steps - Law.counted.total()))
        except Exception:  # noqa: BLE001  # whatever it is, it breaks the law
            traceback.print_exc()
            return 1
        number += 1
    return 0


def _long(steps: int) -> settings:
    return settings(
        max_examples=max(steps // STEPS, 1), stateful_step_count=STEPS, deadline=None, database=None,
        derandomize=False, phases=[Phase.generate], suppress_health_check=[*HealthCheck],
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
