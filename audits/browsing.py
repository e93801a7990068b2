"""Every page in a real browser, in as many processes as there are processors."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from types import MappingProxyType

from audits.chromium import chromium, find_chromium
from audits.outcome import Outcome, numbered, sorted_findings
from audits.visits import Fault, Visitor

AT_ONCE = 24  # pages a browser sees before it starts anew, so that none grows
ASKED: Mapping[str, str] = MappingProxyType(
    {
        "axe": "axe-core finds nothing, at 320 and 1280 pixels, light and dark",
        "other hosts": "no request to another host",
        "console": "no error or warning in the console, no failed request",
        "stability": "nothing on the screen moves while the page loads (CLS 0)",
        "reading without scripts": "with scripts off, every word can be read",
        "reflow": "at 320 pixels, nothing stands beyond the edge (WCAG 1.4.10)",
        "cut off": "at 320 pixels, nothing hides a part of its words",
        "text twice as large": "at 1280 pixels with text at 200 %, nothing is beyond the edge or hidden (WCAG 1.4.4)",
        "text spacing": "with the spacing of WCAG 1.4.12, nothing is beyond the edge or hidden",
        "targets": "menus, buttons and what is filled in are 44 pixels high or more (24 for the rest: axe)",
        "keyboard": "the Tab key reaches everything in the order of the page, with a ring that is seen, in forced "
        "colours too; the first stop skips the menus",
        "motion": "nothing moves by itself, and nothing at all for those who ask for that",
        "forced colours": "drawings and marks are seen in the colours that a person chooses",
        "print": "in print, drawings are seen, and nothing is hidden",
    }
)
"""What the audits of a visit ask of a page."""

Found = Mapping[str, Sequence[Fault]]
"""Faults by page."""


def browse(address: str, axe: str, paths: Sequence[str], jobs: int) -> tuple[Outcome, ...]:
    """Return what is found on some pages; `axe` is the program of axe-core."""
    found: dict[str, Sequence[Fault]] = {}
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        tasks = [pool.submit(look, address, axe, batch) for batch in _batches(paths)]
        for task in as_completed(tasks):
            found |= task.result()
            _tell(len(found), len(paths))
    return tuple(_outcome(audit, found) for audit in ASKED)


def look(address: str, axe: str, paths: Sequence[str]) -> Found:
    """Return what one browser finds on some pages."""
    with chromium(find_chromium()) as browser:
        visitor = Visitor(browser, address, axe)
        found = {path: visitor.visit(path) for path in paths}
        visitor.close()
    return found


def _batches(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    return (paths[start : start + AT_ONCE] for start in range(0, len(paths), AT_ONCE))


def _outcome(audit: str, found: Found) -> Outcome:
    told = ((path, f"{fault.where}: {fault.what}") for path in found for fault in found[path] if fault.audit == audit)
    return Outcome(audit, ASKED[audit], numbered(len(found), "page", "pages"), sorted_findings(told))


def _tell(done: int, of: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} of {of} pages in the browser" + ("\n" if done == of else ""))
