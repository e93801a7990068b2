"""A running preview, as a person would start it, and what a browser or anybody else gets from it."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from playwright.sync_api import Page

from tests.sites import NOON, PROJECT

PATIENCE = 60  # seconds; a slow machine only makes a failing test slow
HOME = "---\ntitle: {title}\nsummary: This is the home page.\n---\n"
DRAFT = "---\ntitle: Only a draft\nsummary: It is not ready.\ndraft: true\n---\n"


class Answer(Struct, frozen=True):
    """What a server answers."""

    status: int
    headers: Mapping[str, str]
    text: str


class Preview(Struct, frozen=True):
    """A running preview and the folder of the site it shows."""

    folder: Path
    port: int
    process: "subprocess.Popen[str]"

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """Return what anybody gets who sends a request; the path goes out as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))

    def page(self, address: str) -> str:
        """Return what a browser gets, or nothing if there is nobody to ask yet."""
        try:
            return self.ask(quote(address)).text
        except ConnectionError:
            return ""

    def shows(self, words: str, address: str) -> bool:
        """Whether a page shows some words, now or soon."""
        return soon(lambda: words in self.page(address))

    def says(self, words: str) -> bool:
        """Whether the command says something on its error channel, now or later; it waits until it does or ends."""
        return any(words in line for line in self.process.stderr or ())

    def begins(self) -> bool:
        """Whether there is a site, now or soon."""
        return soon(self._is_there)

    def _is_there(self) -> bool:
        try:
            return self.ask("/").status == 200
        except ConnectionError:
            return False


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether something is so, now or before patience ends."""
    end = time.monotonic() + PATIENCE
    while not (so := is_so()) and time.monotonic() < end:
        time.sleep(0.03)
    return so


@contextlib.contextmanager
def previewing(folder: Path, *arguments: str, as_of: str = NOON, opens: bool = False) -> Iterator[Preview]:
    """Run a preview of the site in a folder until the end of the block; a browser to open is not to be found."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    moment = ("--as-of", as_of) if as_of else ()
    wishes = (*moment, *(() if opens else ("--no-open",)), *arguments)
    command = (sys.executable, str(PROJECT / "build.py"), "serve", "--port", str(port), *wishes)
    with subprocess.Popen(  # noqa: S603  # our own program
        command,
        cwd=folder,
        env={"PATH": "/nowhere"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        preview = Preview(folder, port, process)
        try:
            yield preview
        finally:
            process.terminate()
            with contextlib.suppress(ValueError):  # a test has heard it out already
                process.communicate(timeout=PATIENCE)


def state(page: Page) -> str:
    """Return what the status bar says of the preview."""
    return page.locator("sitegen-preview .bar__state").inner_text()


def mark(page: Page) -> None:
    """Leave something in the page that is gone if it is loaded anew."""
    page.evaluate("window.marked = true")


def is_marked(page: Page) -> bool:
    """Whether the page is still the one that was marked."""
    return bool(page.evaluate("window.marked === true"))
