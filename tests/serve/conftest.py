"""Fixtures of the tests of the preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.previews import DRAFT, PATIENCE, Preview, previewing
from tests.sites import CAMPAIGN, edit, plant

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview of a small site with a draft."""
    edit(plant(tmp_path, ""), {"content/pages/draft.en.md": DRAFT})
    with previewing(tmp_path) as running:
        yield running


@pytest.fixture
def campaign_preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview of a campaign with something of every kind."""
    with previewing(plant(tmp_path, CAMPAIGN)) as running:
        assert running.begins()
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of the browser in which nothing may go wrong that a script or the browser itself complains of."""
    complaints: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
    opened.on("pageerror", lambda problem: complaints.append(str(problem)))
    opened.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield opened
    opened.close()
    assert [] == complaints
