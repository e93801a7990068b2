"""The preview's server: python-livereload on tornado, for this machine only."""

import logging
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import datetime
from functools import cache
from http import HTTPStatus
from mimetypes import guess_type

import msgspec
from livereload import Server
from livereload.handlers import LiveReloadHandler
from msgspec import Struct
from tornado import ioloop, web

from sitegen.arguments import moment
from sitegen.serve.folder import Elsewhere, Found, find
from sitegen.serve.guard import HOST, may_ask
from sitegen.serve.injection import ROOM, WAITING, injected, version
from sitegen.serve.panel import CLIENT, panel
from sitegen.serve.policy import with_policy
from sitegen.serve.showing import Showing

TYPES = {"feed.xml": "application/atom+xml", ".ics": "text/calendar", ".webmanifest": "application/manifest+json"}
TEXT = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
NOTHING = "-"
"""The version of a page that shows that there is no site yet."""


class Wish(Struct):
    """What a browser says when somebody wants to see another moment; empty means now."""

    as_of: str = ""


class Info(Struct):
    """What a browser says of itself: the page it shows, by the path of its address, and in which version."""

    command: str = ""
    path: str = ""
    version: str = ""


class Preview:
    """What all requests share: what is shown, who is looking, and how to ask for another moment."""

    def __init__(self, showing: Showing, port: int, editor: str, move: Callable[[datetime | None], None]) -> None:
        self.showing = showing
        self.port = port
        self.editor = editor
        self.move = move
        self.sockets: dict[Socket, Info] = {}
        self.wanted: frozenset[str] = frozenset()

    def show(self, showing: Showing) -> None:
        """Show something else from now on, to everybody who looks."""
        self.showing = showing
        for socket in tuple(self.sockets):
            self.renew(socket)
        for socket in tuple(self.sockets):
            self.tell(socket)

    def heard(self, socket: "Socket", info: Info) -> None:
        """Take note of the page that a browser shows, and bring it up to date."""
        self.sockets[socket] = info
        self._count()
        self.renew(socket)
        self.tell(socket)

    def gone(self, socket: "Socket") -> None:
        """Take note that a browser looks no more."""
        self.sockets.pop(socket, None)
        self._count()

    def renew(self, socket: "Socket") -> None:
        """Tell a browser to ask again, unless its page is as it would be then."""
        found = self.find(self.sockets[socket].path)
        if _version(found) != self.sockets[socket].version:
            socket.say({"command": "reload", "path": "*", "liveCSS": True})

    def tell(self, socket: "Socket") -> None:
        """Tell a browser what is to be said beside its page, unless it knows."""
        html = panel(self.showing, self.find(self.sockets[socket].path), self.editor)
        if html != socket.told:
            socket.told = html
            socket.say({"command": "panel", "html": html})

    def find(self, path: str) -> Found | None:
        """Return what is shown at an address in the end."""
        found = find(self.showing, path)
        return found if isinstance(found, Found) else None

    def _count(self) -> None:
        found = (self.find(info.path) for info in self.sockets.values())
        self.wanted = frozenset(page.path for page in found if page)


class Guarded(web.RequestHandler):
    """Lets nobody in but pages of this preview, and people on this machine."""

    preview: Preview

    def initialize(self, preview: Preview) -> None:
        """Know what all requests share."""
        self.preview = preview

    def prepare(self) -> None:
        """Turn others away."""
        headers = self.request.headers
        if not may_ask(headers.get("Host"), headers.get("Origin"), self.preview.port):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)

    def set_default_headers(self) -> None:
        """Let no other page have what is shown here, and no browser keep it."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:
        """Say what is wrong in a line."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")


class PageHandler(Guarded):
    """Shows the files of the preview."""

    def get(self) -> None:
        """Show a file; a page with what the preview adds to it."""
        found = find(self.preview.showing, self.request.path)
        if isinstance(found, Elsewhere):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(found.address + query)
            return
        if found is None or not found.is_it:
            self.set_status(HTTPStatus.NOT_FOUND if found else HTTPStatus.SERVICE_UNAVAILABLE)
        path = found.path if found else "index.html"
        self.set_header("Content-Type", content_type(path))
        if path.endswith(".html"):
            self._show_page(found)
        elif found:
            self.finish(found.data)

    head = get

    def _show_page(self, found: Found | None) -> None:
        page, policies = with_policy(found.data if found else WAITING, self.request.host)
        for policy in policies:
            self.add_header("Content-Security-Policy", policy)
        self.finish(injected(page, _version(found)))


class ClientHandler(Guarded):
    """Gives the preview's script."""

    def get(self) -> None:
        """Give it."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_client())


class MomentHandler(Guarded):
    """Takes the wish to see another moment."""

    def post(self) -> None:
        """Pass the wish on; only a page of this preview can say so."""
        try:
            wish = msgspec.json.decode(self.request.body, type=Wish)
            as_of = moment(wish.as_of) if wish.as_of else None
        except (msgspec.DecodeError, ArgumentTypeError, UnicodeDecodeError):
            raise web.HTTPError(HTTPStatus.BAD_REQUEST) from None
        if "Origin" not in self.request.headers:
            raise web.HTTPError(HTTPStatus.FORBIDDEN)
        self.preview.move(as_of)
        self.set_status(HTTPStatus.ACCEPTED)
        self.finish()


class Socket(LiveReloadHandler):  # type: ignore[misc]  # as below
    """A browser that looks at a page: python-livereload's handshake, and what we say beyond it."""

    preview: Preview
    told = ""

    def initialize(self, preview: Preview) -> None:
        """Know what all requests share."""
        self.preview = preview

    def prepare(self) -> None:
        """Turn others away."""
        headers = self.request.headers
        if not may_ask(headers.get("Host"), headers.get("Origin"), self.preview.port):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        """Whether a page of this preview has opened the socket."""
        return may_ask(self.request.host, origin, self.preview.port)

    def on_message(self, message: str | bytes) -> None:
        """Answer a browser's greeting, or take note of the page it shows; what is neither ends the talk."""
        try:
            info = msgspec.json.decode(message, type=Info)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.close()
            return
        if info.command == "info":
            self.preview.heard(self, info)
        elif info.command == "hello":
            super().on_message(message)

    def on_close(self) -> None:
        """Take note that the browser has gone."""
        self.preview.gone(self)

    def say(self, message: object) -> None:
        """Tell the browser something, if it is still there."""
        if self.ws_connection and not self.ws_connection.is_closing():
            self.write_message(msgspec.json.encode(message).decode())


class Beginning:
    """Takes the place of python-livereload's own watcher: it starts ours, which build on a thread of their own."""

    filepath: str | None = None

    def __init__(self, begin: Callable[[], None]) -> None:
        self._begin = begin
        self._tasks = {"": ""}  # if there are none, it watches all there is
        self._changes: list[object] = []  # the server adds to it

    def start(self, callback: Callable[[], object]) -> bool:
        """Begin; return that the server need not look for changes."""
        del callback
        self._begin()
        return True


class PreviewServer(Server):  # type: ignore[misc]  # it has no types
    """python-livereload's server with our handlers."""

    def __init__(self, preview: Preview, begin: Callable[[], None]) -> None:
        super().__init__(watcher=Beginning(begin))
        self._preview = preview

    def application(self, port: int, host: str, **_: object) -> None:
        """Listen.

        Raises:
            OSError: if the port cannot be used.

        """
        LiveReloadHandler.watcher = self.watcher
        shared = {"preview": self._preview}
        handlers = [
            ("/livereload", Socket, shared),
            (f"{ROOM}client.js", ClientHandler, shared),
            (f"{ROOM}as-of", MomentHandler, shared),
            ("/.*", PageHandler, shared),
        ]
        web.Application(handlers, compress_response=False).listen(port, address=host, max_body_size=4096)

    def _setup_logging(self) -> None:
        """Say nothing of requests: what is wrong with pages is said where they are built."""
        for name in ("livereload", "tornado.access", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        logging.getLogger("tornado").addHandler(logging.StreamHandler())


def listen(preview: Preview, begin: Callable[[Callable[[Showing], None]], None]) -> None:
    """Serve until interrupted; `begin` is called once the port is ours, with how to show something from any thread.

    Raises:
        OSError: if the port cannot be used.

    """

    def started() -> None:
        loop = ioloop.IOLoop.current()
        begin(lambda showing: loop.add_callback(preview.show, showing))

    PreviewServer(preview, started).serve(preview.port, host=HOST)


def content_type(path: str) -> str:
    """Return how a server announces a file."""
    name = path.rpartition("/")[2]
    known = next((kind for end, kind in TYPES.items() if name.endswith(end)), None)
    kind = known or guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(TEXT) else kind


def _version(found: Found | None) -> str:
    return version(found.data) if found else NOTHING


@cache
def _client() -> str:
    style = msgspec.json.encode((CLIENT / "panel.css").read_text("utf-8")).decode()
    return f"const STYLE = {style};\n{(CLIENT / 'client.js').read_text('utf-8')}"
