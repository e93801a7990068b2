"""The system's Chromium: nothing here downloads a browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str:
    """Return the path of the browser that the environment variable CHROMIUM names, or else of the system's own.

    Raises:
        LookupError: if it is not there.

    """
    named = os.environ.get("CHROMIUM")
    for name in (named,) if named else NAMES:
        if path := shutil.which(name):
            return path
    raise LookupError(f"There is no {named or 'Chromium'}: scripts/install-browser tells what to do.")


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Headless Chromium, the one at `path`, with a new, empty profile."""
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=FLAGS) as browser:
        yield browser
