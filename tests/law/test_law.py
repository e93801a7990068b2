"""The law: whatever has happened before, a build gives what a build from nothing gives, byte for byte."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.law.choices import START
from tests.law.machine import Law
from tests.law.trial import Trial

EXAMPLES, STEPS = 3, 12
TWINS: Mapping[str, str] = {
    "one/id": "wind-turbines", "one/body": "", "two/there": "no", "two/id": "zephyrs", "two/body": "",
    "two/title": START["one/title"], "five/kind": "page", "five/id": "wind-turbines", "five/draft": "draft: true",
}  # fmt: skip
"""A published task and a draft whose address is part of the task's; a second task is as the first, but for its id."""


def test_whatever_has_happened_a_build_gives_what_a_build_from_nothing_gives() -> None:
    """The same status, words and bytes; only what differs is written, and a second build writes nothing."""
    everyday = settings(
        max_examples=EXAMPLES, stateful_step_count=STEPS, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        Law.executor, Law.counted = executor, Counter()
        run_state_machine_as_test(Law, settings=everyday)
    assert {"fine", "content"} <= {step.rpartition(": ")[2] for step in Law.counted}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"two/body": "[x](term:net-zero)\n"}, {"two/body": "[x](term:net-zero)\n", "template/component": "-id"}),
        (TWINS, {**TWINS, "two/there": "in both"}),
    ],
    ids=["a link on a page that stays leads nowhere any more", "a thing is copied under another id"],
)
def test_what_once_broke_the_law(tmp_path: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Each of these was wrong before."""
    with ProcessPoolExecutor(1) as executor:
        trial = Trial(tmp_path, executor, Counter())
        for choice in (before, after):
            trial.choose({**START, **choice})
            trial.judge("")
