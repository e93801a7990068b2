"""The preview's server: python-livereload on tornado, for this machine only."""

import logging
from collections.abc import Callable, Iterable
from socket import socket

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado import ioloop, web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from sitegen.serve.audience import Preview
from sitegen.serve.guard import HOST
from sitegen.serve.handlers import ClientHandler, MomentHandler, PageHandler
from sitegen.serve.injection import ROOM
from sitegen.serve.showing import Showing
from sitegen.serve.sockets import Socket


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

    def __init__(self, preview: Preview, sockets: Iterable[socket], begin: Callable[[], None]) -> None:
        super().__init__(watcher=Beginning(begin))
        self._preview = preview
        self._sockets = sockets

    def application(self, *_: object, **__: object) -> None:
        """Answer whoever comes to the sockets."""
        LiveReloadHandler.watcher = self.watcher
        shared = {"preview": self._preview}
        handlers = [
            ("/livereload", Socket, shared),
            (f"{ROOM}client.js", ClientHandler, shared),
            (f"{ROOM}as-of", MomentHandler, shared),
            ("/.*", PageHandler, shared),
        ]
        application = web.Application(handlers, compress_response=False)
        HTTPServer(application, max_body_size=4096).add_sockets(self._sockets)

    def _setup_logging(self) -> None:
        """Say nothing of requests: what is wrong with pages is said where they are built."""
        for name in ("livereload", "tornado.access", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        logging.getLogger("tornado").addHandler(logging.StreamHandler())


def bound(port: int) -> list[socket]:
    """Return the sockets of a port of this machine, which is ours from now on.

    Raises:
        OSError: if the port cannot be used.

    """
    return bind_sockets(port, HOST)


def listen(preview: Preview, sockets: Iterable[socket], begin: Callable[[Callable[[Showing], None]], None]) -> None:
    """Serve until interrupted; `begin` is called with how to show something from any thread."""

    def started() -> None:
        loop = ioloop.IOLoop.current()
        begin(lambda showing: loop.add_callback(preview.show, showing))

    PreviewServer(preview, sockets, started).serve(preview.port, host=HOST)
