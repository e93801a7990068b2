"""Other executors in the place of our own processes: the site is the same, byte for byte."""

from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from sitegen.build import Options, build
from sitegen.diagnostics import ExitStatus
from sitegen.read import Folders
from tests.campaign import Tree
from tests.crowd import tasks
from tests.sites import CAMPAIGN, NOON, plant, tree

SITE = CAMPAIGN + tasks(60)
"""Enough pages that they are not all made here."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site."""
    return plant(tmp_path_factory.mktemp("executors"), SITE)


@pytest.fixture(scope="module")
def alone(folder: Path) -> Tree:
    """The finished files as one process makes them."""
    return _built(folder, "alone", None, jobs=1)


def test_our_own_processes_make_the_same_site(folder: Path, alone: Tree) -> None:
    """Three of them."""
    assert alone == _built(folder, "own", None, jobs=3)


def test_processes_that_start_from_nothing_make_the_same_site(folder: Path, alone: Tree) -> None:
    """As they do on macOS and Windows."""
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        assert alone == _built(folder, "spawned", executor, jobs=2)


def test_a_cluster_makes_the_same_site(folder: Path, alone: Tree) -> None:
    """Dask's, on this machine: whatever is a `concurrent.futures.Executor` will do."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]  # it has no types
        Client(cluster) as client,  # type: ignore[no-untyped-call]  # as above
    ):
        assert alone == _built(folder, "dask", client.get_executor(), jobs=2)  # type: ignore[no-untyped-call]  # as above


def _built(folder: Path, name: str, executor: Executor | None, *, jobs: int) -> Tree:
    folders = Folders(folder / "content", folder / "templates", folder / "assets")
    as_of = datetime.fromisoformat(NOON)
    options = Options(folders=folders, output=folder / name / "site", as_of=as_of, jobs=jobs, cache=None)
    assert ExitStatus.FINE is build(options, executor).status
    return tree(folder / name / "site")
