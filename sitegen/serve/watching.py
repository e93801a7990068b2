"""Watching the folders that a site is made from: what has changed is told as soon as nothing more does."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, watch

from sitegen.diagnostics import Message
from sitegen.read import Folders, is_ignored

QUIET = 20  # milliseconds without a change before what has changed is told
LONGEST = 1_000  # milliseconds after which it is told in any case
LOOK = 2_000  # milliseconds between two looks at whether the folders are still the ones that are watched

Tell = Callable[[frozenset[str]], None]
"""Is called with the absolute paths of what has changed; with none if anything may have."""


class Watching:
    """Watches the three folders on a thread of its own, until the process ends."""

    def __init__(self, folders: Folders, tell: Tell, complain: Callable[[Message], None]) -> None:
        named = folders.content, folders.templates, folders.assets
        self._roots = tuple(Path(os.path.abspath(folder)) for folder in named)  # noqa: PTH100  # resolve follows links
        self._tell = tell
        self._complain = complain

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, daemon=True, name="watching").start()

    def _run(self) -> None:
        """Watch; once more from the start if a folder is renamed, removed or put back.

        Where the system does not let us watch, the looks that the builder takes anyway must do.
        """
        try:
            while True:
                self._watch(_identities(self._roots))
        except Exception as problem:  # noqa: BLE001  # what the library raises differs from system to system
            told = "Changes cannot be watched here ({problem}), so they are looked for; try --poll."
            self._complain(Message(told, {"problem": problem}))

    def _watch(self, known: tuple[int, ...]) -> None:
        roots = [root for root, identity in zip(self._roots, known, strict=True) if identity]
        if not roots:
            threading.Event().wait(LOOK / 1000)
            return
        for changes in watch(
            *roots, watch_filter=self._concerns, debounce=LONGEST, step=QUIET, rust_timeout=LOOK,
            yield_on_timeout=True, raise_interrupt=False, force_polling=False,
        ):  # fmt: skip
            if changes:
                self._tell(frozenset(path for _, path in changes))
            if _identities(self._roots) != known:
                self._tell(frozenset())
                return

    def _concerns(self, change: Change, path: str) -> bool:
        """Whether a build would look at a file: no editor's temporary files, and nothing in folders of the system's."""
        del change
        root = next((root for root in self._roots if path.startswith(f"{root}{os.sep}")), None)
        return root is None or not any(map(is_ignored, Path(path).relative_to(root).parts))


def _identities(roots: tuple[Path, ...]) -> tuple[int, ...]:
    return tuple(map(_identity, roots))


def _identity(root: Path) -> int:
    """Return what tells a folder from another one of the same name, 0 if there is none."""
    try:
        return root.stat().st_ino
    except OSError:
        return 0
