"""A reader who looks at the site all the time while it is published, with pages that were open before."""

import http.server
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from tests.publish.editions import assets_of, is_whole


class Reader(threading.Thread):
    """Asks for a page, then for what it loads, over and over; and for what pages load that were read before."""

    def __init__(self, address: str, paths: list[str]) -> None:
        super().__init__(daemon=True)
        self._address = address
        self._paths = paths
        self._loaded: set[str] = set()
        self._done = threading.Event()
        self.wrong: list[str] = []
        self.seen: set[bytes] = set()
        self.asked = 0

    def run(self) -> None:
        """Read until told to stop."""
        while not self._done.is_set():
            for path in self._paths:
                self._read(path)

    def stop(self) -> None:
        """Read no more."""
        self._done.set()
        self.join()

    def _read(self, path: str) -> None:
        body = self._get(path)
        if body is None or not is_whole(body):
            self.wrong.append(f"{path}: {'missing' if body is None else 'not whole'}")
            return
        self.seen.add(body)
        self._loaded.update(assets_of(body))
        self.wrong += [f"{path} needs {asset}" for asset in sorted(self._loaded) if self._get(asset) is None]

    def _get(self, path: str) -> bytes | None:
        self.asked += 1
        try:
            with urllib.request.urlopen(f"{self._address}/{quote(path)}", timeout=20) as answer:  # noqa: S310  # on loopback
                return bytes(answer.read())
        except urllib.error.HTTPError:
            return None


@contextmanager
def reading(address: str, paths: list[str]) -> Iterator[Reader]:
    """Have somebody read during the block."""
    reader = Reader(address, paths)
    reader.start()
    try:
        yield reader
    finally:
        reader.stop()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def plain_server(folder: Path) -> Iterator[str]:
    """Serve a folder, or what a link of that name points to, on loopback; yield its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=partial(server.serve_forever, 0.02), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
