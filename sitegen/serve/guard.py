"""Who may ask: pages that this very preview has shown, and whoever types its address on this machine.

A page of another site can send a browser here, under a name of its own that leads to this machine (DNS rebinding), or
open a socket to it: drafts must not be read that way.
"""

from http import HTTPStatus

from tornado import web

from sitegen.serve.audience import Preview

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
HTTP = 80  # the port that a browser leaves out


def hosts(port: int) -> frozenset[str]:
    """Return what a request's Host may say."""
    named = {f"{name}:{port}" for name in NAMES}
    return frozenset(named | {*NAMES} if port == HTTP else named)


def may_ask(host: str | None, origin: str | None, port: int) -> bool:
    """Whether a request is for this preview, and no page of another site has sent it."""
    known = hosts(port)
    return host in known and (origin is None or origin in {f"http://{name}" for name in known})


class Guarded(web.RequestHandler):
    """A request of whatever kind: it gets no further unless it may ask."""

    preview: Preview

    def initialize(self, preview: Preview) -> None:
        """Know what all requests share."""
        self.preview = preview

    def prepare(self) -> None:
        """Turn others away."""
        if not self.may_come_from(self.request.headers.get("Origin")):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)

    def may_come_from(self, origin: str | None) -> bool:
        """Whether this request is for this preview, and such an origin is none of another site."""
        return may_ask(self.request.headers.get("Host"), origin, self.preview.port)
