"""The preview: drafts included, on this machine only, and built anew after every change."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from msgspec import Struct

from tests.sites import NOON, PROJECT, edit, plant, tree

PATIENCE = 60  # seconds; a slow machine only makes a failing test slow
HOME = "---\ntitle: {title}\nsummary: This is the home page.\n---\n"
DRAFT = "---\ntitle: Only a draft\nsummary: It is not ready.\ndraft: true\n---\n"


class Preview(Struct, frozen=True):
    """A running preview and the folder of the site it shows."""

    folder: Path
    port: int
    process: "subprocess.Popen[str]"

    def page(self, address: str) -> str:
        """Return what a browser gets, or nothing if there is nobody to ask yet."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", address)
            return connection.getresponse().read().decode()
        except ConnectionError:
            return ""
        finally:
            connection.close()

    def shows(self, words: str, address: str) -> bool:
        """Whether a page shows some words, now or soon."""
        end = time.monotonic() + PATIENCE
        while words not in self.page(address) and time.monotonic() < end:
            time.sleep(0.05)
        return words in self.page(address)

    def says(self, words: str) -> bool:
        """Whether the command says something on its error channel, now or later; it waits until it does or ends."""
        return any(words in line for line in self.process.stderr or ())


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview of a small site with a draft."""
    edit(plant(tmp_path, ""), {"content/pages/draft.en.md": DRAFT})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--port", str(port), "--as-of", NOON)
    with subprocess.Popen(  # noqa: S603  # our own program
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield Preview(tmp_path, port, process)
        process.terminate()
        process.wait(PATIENCE)


def test_the_site_is_shown_with_drafts(preview: Preview) -> None:
    """Pages are served as they are published, and drafts beside them."""
    assert preview.shows("This is the home page.", "/en/")
    assert preview.shows("Only a draft", "/en/draft/")


def test_a_changed_text_is_shown(preview: Preview) -> None:
    """A file that is saved is seen without any command."""
    assert preview.shows("This is the home page.", "/en/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Another title")})
    assert preview.shows("Another title", "/en/")


def test_a_changed_template_is_shown(preview: Preview) -> None:
    """So is a change of what surrounds the text."""
    assert preview.shows("This is the home page.", "/en/")
    template = preview.folder / "templates/base.html"
    edit(preview.folder, {"templates/base.html": template.read_text("utf-8").replace("</body>", "<p>Ad</p>\n</body>")})
    assert preview.shows("<p>Ad</p>", "/en/")


def test_a_mistake_leaves_the_last_good_preview(preview: Preview) -> None:
    """What cannot be built is not shown, and what is mended is."""
    assert preview.shows("Only a draft", "/en/draft/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="[unclosed")})
    edit(preview.folder, {"content/pages/draft.en.md": DRAFT.replace("Only", "Still")})
    assert preview.says("The preview was not changed.")
    assert "Only a draft" in preview.page("/en/draft/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Mended")})
    assert preview.shows("Mended", "/en/")
    assert preview.shows("Still a draft", "/en/draft/")


def test_the_published_site_is_not_touched(preview: Preview) -> None:
    """The preview is in a folder of its own."""
    assert preview.shows("home page", "/en/")
    assert not (preview.folder / "site").exists()
    assert "en/index.html" in tree(preview.folder / ".cache/preview")


def test_a_port_that_is_taken_is_told(preview: Preview) -> None:
    """Status 3, and another port to try."""
    assert preview.shows("home page", "/en/")
    command = (sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--port", str(preview.port))
    done = subprocess.run(command, cwd=preview.folder, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603  # our own program
    assert 3 == done.returncode
    assert re.search(rf"Port {preview.port} cannot be used .*Try --port {preview.port + 1}\.", done.stderr)


def test_the_preview_ends_when_it_is_told_to(preview: Preview) -> None:
    """It stops at once, with the status of the signal and without a traceback."""
    assert preview.shows("home page", "/en/")
    preview.process.terminate()
    _, told = preview.process.communicate(timeout=PATIENCE)
    assert (143, False) == (preview.process.returncode, "Traceback" in told)
