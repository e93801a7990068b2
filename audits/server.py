"""A static server on this machine only, which does what any good host does: right types, compression, caching."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " + "; ".join(
    f"{what}-src 'self'" for what in ("connect", "font", "img", "manifest", "media", "script", "style")
)
"""What every page must work under: no inline script, no inline style, no other host. Only `/embed/` may be framed by
others (docs/sharing.md), which no audit tries."""
TYPES = {".md": "text/markdown", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json"}
IS_TEXT = ("text/", "application/json", "application/xml", "image/svg+xml", "application/manifest+json")
KEPT = "public, max-age=31536000, immutable"  # a year: files in assets/ are named after what is in them


@contextmanager
def reserved() -> Iterator[ThreadingHTTPServer]:
    """Listen on a free port, so that a site can be built for its address before it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.daemon_threads = True
        yield server


def address(server: ThreadingHTTPServer) -> str:
    """Return the address of a server."""
    return f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def serving(server: ThreadingHTTPServer, folder: Path) -> Iterator[None]:
    """Serve a folder."""
    server.RequestHandlerClass = partial(_Handler, folder=folder)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Path) -> None:  # noqa: ANN401  # what the server passes on
        self._folder = folder
        super().__init__(*args)

    def do_GET(self) -> None:  # the base class names it so
        file = self._folder / unquote(urlsplit(self.path).path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if ".." in file.parts or not file.is_file():
            self._send(HTTPStatus.NOT_FOUND, self._folder / "404.html")
        else:
            self._send(HTTPStatus.OK, file)

    def do_HEAD(self) -> None:  # the base class names it so
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing: an audit reports what it saw."""

    def _send(self, status: HTTPStatus, file: Path) -> None:
        kind, plain, small = _content(file)
        is_small = bool(small) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = small if is_small else plain
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if small else kind)
        if is_small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT if "assets" in file.parts else "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


@cache
def _content(file: Path) -> tuple[str, bytes, bytes]:
    """Return the type of a file and its bytes, and these compressed if it is text."""
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    data = file.read_bytes()
    return kind, data, gzip.compress(data, 9) if kind.startswith(IS_TEXT) else b""
