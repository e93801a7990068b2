"""Fixtures that every test may ask for, and the options of a run."""

import os

import pytest
from hypothesis import settings

import sitegen.sheets  # noqa: F401  # before a test loads openpyxl, which is told there how to write
from tests.browser import address, browser, context, own_site, served
from tests.campaign import campaign, published, shared

__all__ = ["address", "browser", "campaign", "context", "own_site", "published", "served", "shared"]

settings.register_profile("everyday", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("audit", max_examples=5000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what a run may be told."""
    parser.addoption(
        "--renew-golden", action="store_true", help="write what the golden sites give now as what they must give"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Hear English, whoever runs this, and try properties with few examples, the same ones every day.

    An audit tries many, and always other ones.
    """
    os.environ["LC_ALL"] = "C.UTF-8"
    settings.load_profile("audit" if _is_audit(config) else "everyday")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Make properties part of the audit, though they are part of every other run too."""
    for item in items if _is_audit(config) else ():
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("audit")


def _is_audit(config: pytest.Config) -> bool:
    return config.getoption("markexpr") == "audit"
