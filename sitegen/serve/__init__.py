"""serve: the site in a browser while somebody writes: watched, built and shown again after every change."""

import gc
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from socket import socket

from msgspec import Struct, structs

from sitegen.build import Options, Outcome
from sitegen.diagnostics import ExitStatus, Translatable
from sitegen.serve.audience import Preview
from sitegen.serve.building import Builder, Voice
from sitegen.serve.guard import HOST
from sitegen.serve.lease import leased
from sitegen.serve.server import bound, listen
from sitegen.serve.showing import Showing
from sitegen.serve.terms import Terms
from sitegen.serve.watching import Watching
from sitegen.serve.words import WORDS
from sitegen.speech import Language

__all__ = ["Speech", "Terms", "serve"]

PROMPT = 0.0005  # seconds after which one thread lets another go on: a page must not wait for a build


class Speech(Struct, frozen=True):
    """How to tell whoever started it what happens: a build's outcome, a line, a line about what is wrong."""

    outcome: Callable[[Outcome], None]
    line: Callable[[str], None]
    wrong: Callable[[str], None]


def serve(options: Options, terms: Terms, speech: Speech) -> ExitStatus:
    """Serve the preview until interrupted. If another one has the folder, this one takes another."""
    with ExitStack() as held:
        try:
            folder = held.enter_context(leased(options.output))
        except OSError as problem:
            speech.wrong(
                terms.language.say(
                    "The preview must write into {folder}/, which cannot be used ({reason}).",
                    folder=options.output.parent,
                    reason=Translatable(problem.strerror or problem),
                )
            )
            return ExitStatus.ENVIRONMENT
        return _served(structs.replace(options, output=folder), terms, speech)


def _served(options: Options, terms: Terms, speech: Speech) -> ExitStatus:
    try:
        sockets = bound(terms.port)
    except OSError as problem:
        speech.wrong(
            terms.language.say(
                "Port {port} cannot be used ({reason}). Try --port {next}.",
                port=terms.port,
                reason=Translatable(problem.strerror or problem),
                next=terms.port + 1,
            )
        )
        return ExitStatus.ENVIRONMENT
    _show(options, terms, speech, sockets)
    return ExitStatus.FINE


def _show(options: Options, terms: Terms, speech: Speech, sockets: Sequence[socket]) -> None:
    """Build and show the site until interrupted."""
    language = terms.language
    builder = Builder(options, polls=terms.polls)
    preview = Preview(Showing(options.output), terms, builder.move)

    def complain(fault: str) -> None:
        speech.wrong(f"{language.translated(WORDS['fault'])}\n{fault}")

    def begin(show: Callable[[Showing], None]) -> None:
        builder.start(terms.as_of, Voice(lambda: preview.wanted, show, speech.outcome, complain))
        _announce(terms, speech)
        if not terms.polls:
            Watching(options.folders, builder.changed, lambda told: speech.wrong(language.tell(told))).start()

    gc.disable()  # the builder looks for waste when there is nothing else to do
    sys.setswitchinterval(PROMPT)
    try:
        listen(preview, sockets, begin)
    finally:
        builder.end()


def _announce(terms: Terms, speech: Speech) -> None:
    address = f"http://{HOST}:{terms.port}/"
    language = terms.language
    speech.line(language.say("Preview at {address} - Ctrl+C ends it.", address=address))
    if terms.opens_browser:
        threading.Thread(target=_open, args=(address, speech, language), daemon=True).start()


def _open(address: str, speech: Speech, language: Language) -> None:
    """Open the browser, or say that it is to be opened."""
    try:
        is_open = webbrowser.open(address)
    except (webbrowser.Error, OSError):
        is_open = False
    if not is_open:
        speech.wrong(language.say("No browser could be opened: open {address} yourself.", address=address))
