"""A small campaign that has something of every kind, built once for all tests that only look at it."""

from collections.abc import Mapping

import pytest

from tests.sites import CAMPAIGN, SHARED, built, plant

Tree = Mapping[str, bytes]


@pytest.fixture(scope="session")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of the campaign, published at an address that is not known."""
    return built(plant(tmp_path_factory.mktemp("campaign"), CAMPAIGN))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of the campaign, published at https://example.org/a/b/."""
    folder = plant(tmp_path_factory.mktemp("published"), CAMPAIGN)
    return built(folder, "--base-url", "https://example.org/a/b/")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of the campaign, made to be passed on, published at https://example.org/a/b/."""
    folder = plant(tmp_path_factory.mktemp("shared"), SHARED)
    return built(folder, "--base-url", "https://example.org/a/b/")
