"""The sockets through which browsers learn that a page has changed: python-livereload's."""

import msgspec
from livereload.handlers import LiveReloadHandler

from sitegen.serve.audience import Info
from sitegen.serve.guard import Guarded


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]  # python-livereload has no types
    """A browser that looks at a page: python-livereload's handshake, and what we say beyond it."""

    told = ""

    def check_origin(self, origin: str) -> bool:
        """Whether a page of this preview has opened the socket, by whatever header says so."""
        return self.may_come_from(origin)

    def on_message(self, message: str | bytes) -> None:
        """Answer a browser's greeting, or take note of the page it shows; what is neither ends the talk."""
        try:
            info = msgspec.json.decode(message, type=Info)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.close()
            return
        if info.command == "info" and info.version:  # other programs speak this language, too
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
