"""A real browser, and a static server on this machine only, for tests that look at finished pages."""

import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext

from audits import chromium
from tests.sites import NOON, PROJECT, run


class Serve(Protocol):
    """Starts servers that run until the tests end."""

    def __call__(self, folder: Path, prefix: str = "") -> str:
        """Serve a folder, under a path as in `campaign/` if one is given, and return its address."""


def find_chromium() -> str:
    """Return the path of the browser that the environment variable CHROMIUM names, or else of the system's own.

    Raises:
        pytest.fail.Exception: if it is not there, so that the test fails and is not skipped.

    """
    try:
        return chromium.find_chromium()
    except LookupError as missing:
        pytest.fail(str(missing), pytrace=False)


@contextmanager
def serving(folder: Path, prefix: str = "") -> Iterator[str]:
    """Serve a folder, under a path as in `campaign/` if one is given; the value is its address.

    Only this machine can reach it: it listens on a free port of the loopback interface.
    """
    handler = partial(_Handler, directory=folder, root=f"/{prefix}")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{prefix}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium with a new, empty profile."""
    with chromium.chromium(find_chromium()) as started:
        yield started


@pytest.fixture(scope="session")
def served() -> Iterator[Serve]:
    """A function that serves a folder."""
    with ExitStack() as stack:
        yield lambda folder, prefix="": stack.enter_context(serving(folder, prefix))


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built now for the path below which it is served."""
    output = tmp_path_factory.mktemp("own") / "site"
    where = ("--output", str(output), "--base-url", "https://example.org/campaign/")
    done = run(PROJECT, "build", *where, "--as-of", NOON, "--strict")
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def address(own_site: Path, served: Serve) -> str:
    """The address of the project's own site."""
    return served(own_site, "campaign/")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window of its own for each test, as wide as a small phone."""
    opened = browser.new_context(viewport={"width": 320, "height": 700})
    yield opened
    opened.close()


class _Handler(SimpleHTTPRequestHandler):
    """Shows the files of a folder below `root`, and nothing above it."""

    def __init__(self, *args: Any, directory: Path, root: str) -> None:  # noqa: ANN401  # what the server passes on
        self._root = root
        super().__init__(*args, directory=directory)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if self.path.startswith(self._root):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._root))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing: a test reports what it saw."""
