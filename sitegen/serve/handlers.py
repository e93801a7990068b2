"""What the preview answers to a browser that asks."""

from argparse import ArgumentTypeError
from functools import cache
from http import HTTPStatus
from mimetypes import guess_type

import msgspec
from msgspec import Struct
from tornado import web

from sitegen.arguments import moment
from sitegen.hosting.types import type_of
from sitegen.serve.audience import version_of
from sitegen.serve.folder import Elsewhere, Found, find
from sitegen.serve.guard import Guarded
from sitegen.serve.injection import WAITING, injected
from sitegen.serve.panel import CLIENT
from sitegen.serve.policy import with_policy


class Wish(Struct):
    """What a browser says when somebody wants to see another moment; empty means now."""

    as_of: str = ""


class Answer(Guarded):
    """An answer that no page of another site may have, and no browser keep."""

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


class PageHandler(Answer):
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
        self.finish(injected(page, version_of(found)))


class ClientHandler(Answer):
    """Gives the preview's script."""

    def get(self) -> None:
        """Give it."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_client())


class MomentHandler(Answer):
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


def content_type(path: str) -> str:
    """Return how a server announces a file."""
    return type_of(path) or guess_type(path)[0] or "application/octet-stream"


@cache
def _client() -> str:
    style = msgspec.json.encode((CLIENT / "panel.css").read_text("utf-8")).decode()
    return f"const STYLE = {style};\n{(CLIENT / 'client.js').read_text('utf-8')}"
