"""A small site with one thing of every kind, to bring sheets into."""

import shutil
from pathlib import Path

import pytest

from tests.sites import CAMPAIGN, plant


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The campaign as it was before anything was imported."""
    return plant(tmp_path_factory.mktemp("planted"), CAMPAIGN)


@pytest.fixture
def site(planted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The campaign, to be changed, as the current folder."""
    folder = Path(shutil.copytree(planted, tmp_path / "site"))
    monkeypatch.chdir(folder)
    return folder
