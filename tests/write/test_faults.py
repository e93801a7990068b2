"""Full disks, missing rights, and requests to stop."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.write import Destination
from sitegen.write.exchange import Exchange, in_one_step, in_two_steps
from sitegen.write.publication import publish
from tests.write.publishing import (
    beside,
    build,
    codes,
    destination_at,
    largest_file,
    outputs,
    spooled,
    stamps,
    tree,
    without_privileges,
)


def test_a_full_disk_leaves_the_old_site(small_disk: Path) -> None:
    """The stage is removed, so that what was free before is free again."""
    destination = destination_at(small_disk / "site")
    build(destination, {"a.html": "1"})
    before = stamps(destination.path)
    with pytest.raises(SiteError) as caught:
        build(destination, {"a.html": "2", "b/large.html": "x" * 2**19})
    assert (ExitStatus.ENVIRONMENT, ["cannot-write"]) == (caught.value.status, codes(caught.value))
    assert f"{destination.folder}/b/large.html" in caught.value.diagnostics[0].text()
    assert (before, ["content", "site"]) == (stamps(destination.path), beside(destination))


def test_a_file_larger_than_allowed_leaves_the_old_site(destination: Destination) -> None:
    """The path where it would have been published is told, and the system's reason."""
    build(destination, {"a.html": "1"})
    before = stamps(destination.path)
    with largest_file(2**18), pytest.raises(SiteError) as caught:
        build(destination, {"a.html": "2", "large.html": "x" * 2**19})
    assert caught.value.diagnostics[0].text().endswith(f" {destination.folder}/large.html: File too large")
    assert before == stamps(destination.path)


def test_a_folder_that_may_not_be_written_in_is_named() -> None:
    """The old site stays, and whoever builds is told what to ask for."""
    with tempfile.TemporaryDirectory() as folder:
        destination = destination_at(Path(folder) / "site")
        build(destination, {"a.html": "1"})
        Path(folder).chmod(0o555)
        with without_privileges(), spooled(outputs({"a.html": "2"})) as site, pytest.raises(SiteError) as caught:
            publish(site, destination)
        assert (ExitStatus.ENVIRONMENT, ["cannot-write"]) == (caught.value.status, codes(caught.value))
        assert caught.value.diagnostics[0].text().endswith(f" {folder}/site: Permission denied")
        assert {"a.html": "1"} == tree(destination.path)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@pytest.fixture(params=[signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def request_to_stop(request: pytest.FixtureRequest) -> Iterator[signal.Signals]:
    """A signal that raises KeyboardInterrupt."""
    usual = signal.signal(request.param, _stop)
    yield request.param
    signal.signal(request.param, usual)


@pytest.mark.parametrize("way", [in_one_step, in_two_steps])
def test_a_request_to_stop_waits_until_the_exchange_is_done(
    destination: Destination, way: Exchange, request_to_stop: signal.Signals
) -> None:
    """Then it does what it always does, and nothing is left behind."""

    def interrupted(stage: Path, where: Destination) -> None:
        os.kill(os.getpid(), request_to_stop)
        way(stage, where)

    build(destination, {"a.html": "1"})
    with pytest.raises(KeyboardInterrupt):
        build(destination, {"a.html": "2"}, interrupted)
    assert _stop is signal.getsignal(request_to_stop)
    assert ({"a.html": "2"}, ["content", "site"]) == (tree(destination.path), beside(destination))


def test_an_interrupted_build_leaves_no_stage(destination: Destination) -> None:
    """Before the exchange, the old site stays."""

    def interrupted(_stage: Path, _where: Destination) -> None:
        raise KeyboardInterrupt

    build(destination, {"a.html": "1"})
    with pytest.raises(KeyboardInterrupt):
        build(destination, {"a.html": "2"}, interrupted)
    assert ({"a.html": "1"}, ["content", "site"]) == (tree(destination.path), beside(destination))
