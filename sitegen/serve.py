"""Live preview: the site in a browser, built anew after every change, into a folder of its own."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler
from msgspec import structs
from tornado import ioloop
from watchfiles import watch

from sitegen.build import Options, build
from sitegen.console import as_text
from sitegen.diagnostics import ExitStatus, Translatable
from sitegen.speech import Language

HOST = "127.0.0.1"
QUIET = 100  # milliseconds without a change before a burst of changes counts as over


def serve(options: Options, port: int, language: Language, *, opens_browser: bool) -> ExitStatus:
    """Serve the preview until interrupted; drafts are shown."""
    options = structs.replace(options, with_drafts=True)
    _rebuild(options, language)
    server = Server(watcher=_Watcher(_folders(options), lambda: _rebuild(options, language)))
    print(language.say("Preview at {address} - Ctrl+C ends it.", address=f"http://{HOST}:{port}/"), flush=True)
    try:
        server.serve(port, host=HOST, root=str(options.output), open_url_delay=1 if opens_browser else None)
    except OSError as problem:
        said = language.say(
            "Port {port} cannot be used ({reason}). Try --port {next}.",
            port=port,
            reason=Translatable(problem.strerror),
            next=port + 1,
        )
        print(said, file=sys.stderr)
        return ExitStatus.ENVIRONMENT
    return ExitStatus.FINE


class _Watcher:
    """Watches folders on a thread of its own: one rebuild for a burst of changes, and then one reload.

    The server's own watcher builds once for each changed file and blocks requests while it does.
    """

    filepath: str | None = None

    def __init__(self, folders: tuple[Path, ...], rebuild: Callable[[], bool]) -> None:
        self._tasks: dict[str, dict[str, object]] = {
            str(folder): {} for folder in folders
        }  # if there are none, it watches all
        self._changes: list[object] = []  # the server adds to it
        self._rebuild = rebuild

    def start(self, callback: Callable[[], object]) -> bool:
        """Begin watching; return that the server need not poll."""
        del callback
        loop = ioloop.IOLoop.current()
        threading.Thread(target=self._run, args=(loop,), daemon=True).start()
        return True

    def examine(self) -> tuple[None, None]:
        """Return that there is nothing to do: changes are told as they come."""
        return None, None

    def _succeeds(self) -> bool:
        try:
            return self._rebuild()
        except Exception:  # noqa: BLE001  # a fault of ours must not end the watching
            traceback.print_exc()
            return False

    def _run(self, loop: ioloop.IOLoop) -> None:
        for _ in watch(*self._tasks, debounce=1000, step=QUIET, raise_interrupt=False):
            if self._succeeds():
                loop.add_callback(LiveReloadHandler.reload_waiters, "*")


def _rebuild(options: Options, language: Language) -> bool:
    """Build once, say how it went, and return whether there is something new to see."""
    outcome = build(options)
    if outcome.problems:
        print(as_text(outcome.problems, outcome.excerpts, language), file=sys.stderr, flush=True)
    if outcome.written is None:
        print(language.say("The preview was not changed."), file=sys.stderr, flush=True)
        return False
    print(language.say("{count} pages.", count=outcome.pages), flush=True)
    return True


def _folders(options: Options) -> tuple[Path, ...]:
    return options.folders.content, options.folders.templates, options.folders.assets
