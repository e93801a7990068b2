"""The live preview: how long from saving a file until the browser has painted it, and what it costs to wait."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

from benchmarks.comparison import WORK, prepare
from benchmarks.corpus import Page
from benchmarks.edits import TITLE, Subject
from benchmarks.generator import HERE, PROJECT
from benchmarks.layouts import OURS
from benchmarks.machine import machine
from benchmarks.markdown_table import lines

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

FILE = HERE / "preview.md"
SAVES = 30
FEW_SAVES = 5  # of what makes every page anew
PAUSE = 1.0  # seconds between two saves, as with a person who is in a hurry
LIMIT = 600  # seconds until a preview must show its first page
IDLE = 60  # seconds
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu")
BUILT = re.compile(r"^\d+ pages: ", re.MULTILINE)
TICK = os.sysconf("SC_CLK_TCK")

PAINTED = """(mark) => {
    window.painted = new Promise((resolve) => {
        const look = () => {
            const style = getComputedStyle(document.querySelector("h1")).outlineColor;
            if (!document.body.textContent.includes(mark) && style !== mark) return requestAnimationFrame(look);
            const frame = new MessageChannel();
            frame.port1.onmessage = () => resolve(Date.now());
            requestAnimationFrame(() => frame.port2.postMessage(null));
        };
        look();
    });
}"""
"""Resolves with the time, in milliseconds since 1970, at which a frame with the mark in it has been handed over."""

HEAD = """\
# What the live preview takes

`python -m benchmarks preview` measured this and wrote it down; [README.md](README.md) says how.
"""


class Figure(Struct, frozen=True):
    """Something measured: what, how often, the middle of it and its extremes, in milliseconds."""

    name: str
    times: tuple[float, ...]


class Running(Struct, frozen=True):
    """A running preview."""

    subject: Subject
    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    def builds(self) -> int:
        """Return how many builds have gone well so far."""
        return len(BUILT.findall(self.log.read_text("utf-8")))

    def cpu(self) -> float:
        """Return the seconds of processor time that the process has used, and those it has waited for."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICK


def write(size: int, idle_size: int) -> None:
    """Measure, and write the report."""
    with _running(size) as preview, _tab(preview) as tab:
        figures = tuple(_figures(preview, tab))
        bursts = tuple((files, _burst(preview, files)) for files in (1, 5, 300))
    with _running(idle_size) as preview, _tab(preview):
        share = _idle(preview)
    FILE.write_text("\n".join(_report(size, idle_size, figures, bursts, share)), encoding="utf-8")


def _figures(preview: Running, tab: "Tab") -> Iterator[Figure]:
    """Yield how long it takes from a save to the repaint, by what is saved and which page is looked at."""
    subject = preview.subject
    text = subject.site / OURS.source(subject.page)
    base = subject.site / "assets/css/base.css"
    template = subject.site / OURS.template
    own, other = (_address(preview, page) for page in (subject.page, subject.reader))
    end = OURS.end_of_page

    def edit(mark: str) -> None:
        _rewrite(text, lambda old: f"{old}\n\n{mark}\n")

    def retitle(mark: str) -> None:
        _rewrite(text, lambda old: TITLE.sub(f"title: {mark}", old, count=1))

    def restyle(mark: str) -> None:
        _rewrite(base, lambda old: f"{old}\nh1 {{ outline-color: {mark}; }}\n")

    def reprint(mark: str) -> None:
        _rewrite(template, lambda old: old.replace(end, f"<p>{mark}</p>\n{end}"))

    yield _measured("text of the page in view", tab, own, SAVES, edit)
    yield _measured("title of the page in view", tab, own, SAVES, retitle)
    yield _measured("title of another page that it shows", tab, other, SAVES, retitle)
    yield _measured("a stylesheet", tab, own, FEW_SAVES, restyle, "rgb(1{}, 2, 3)")
    yield _measured("a template of all pages", tab, own, FEW_SAVES, reprint)


def _address(preview: Running, page: Page) -> str:
    path = OURS.finished(page).removeprefix(f"{OURS.output}/").removesuffix("index.html")
    return f"http://127.0.0.1:{preview.port}/{path}"


def _measured(  # noqa: PLR0913  # what is saved, where it is seen, how often
    name: str, tab: "Tab", address: str, saves: int, save: Callable[[str], None], mark: str = ""
) -> Figure:
    """Save again and again; each time a mark is to be seen, with the number of the save in it."""
    mark = mark or f"{name.replace(' ', '-')}-{{}}-times"
    tab.goto(address)
    tab.locator("sitegen-preview .bar").wait_for()
    times = []
    for number in range(saves):
        time.sleep(PAUSE)
        tab.evaluate(PAINTED, mark.format(number))
        began = time.time()
        save(mark.format(number))
        times.append(float(tab.evaluate("window.painted")) - began * 1000)
        print(f"{name}: {times[-1]:.0f} ms", flush=True)
    _quiet(tab)
    return Figure(name, tuple(times))


def _quiet(tab: "Tab") -> None:
    """Wait until what a save has set going is done."""
    tab.wait_for_timeout(PAUSE * 1000)
    tab.locator("sitegen-preview .bar__state", has_text=re.compile("이상 없음|All fine")).wait_for(timeout=LIMIT * 1000)


def _burst(preview: Running, files: int) -> int:
    """Return how many builds it takes to take in files that are saved at once."""
    tasks = sorted((preview.subject.site / "content/tasks").glob("*.ko.md"))[:files]
    before = preview.builds()
    for task in tasks:
        _rewrite(task, lambda old: f"{old}\n\nburst-{files}\n")
    time.sleep(PAUSE * 10)
    return preview.builds() - before


def _idle(preview: Running) -> float:
    """Return the share of a core that the preview uses while nothing happens, with a browser looking."""
    time.sleep(IDLE / 3)
    before = preview.cpu()
    time.sleep(IDLE)
    return (preview.cpu() - before) / IDLE


@contextlib.contextmanager
def _running(size: int) -> Iterator[Running]:
    """Run the preview of a site of so many pages."""
    (subject,) = prepare((OURS,), size, WORK / "preview")
    for role in ("assets", "templates"):
        _own(subject.site / role)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = subject.site.with_suffix(".log")
    command = (sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--port", str(port))
    with log.open("wb") as stream:
        process = subprocess.Popen(command, cwd=subject.site, stdout=stream, stderr=stream)  # noqa: S603  # our own
    preview = Running(subject, port, process, log)
    try:
        end = time.monotonic() + LIMIT
        while not preview.builds():
            if process.poll() is not None or time.monotonic() > end:
                sys.exit(log.read_text("utf-8"))
            time.sleep(0.1)
        yield preview
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(subject.site)


def _own(folder: Path) -> None:
    """Put a copy in the place of a link, so that nothing but the site itself is edited."""
    if folder.is_symlink():
        target = folder.resolve()
        folder.unlink()
        shutil.copytree(target, folder)


@contextlib.contextmanager
def _tab(preview: Running) -> Iterator["Tab"]:
    """Open a tab of Chromium at the home page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only this benchmark needs a browser

    path = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), "chromium", "google-chrome"))), None)
    if path is None:
        sys.exit("There is no Chromium: scripts/install-browser tells what to do.")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=FLAGS) as chromium:
        tab = chromium.new_page()
        tab.goto(f"http://127.0.0.1:{preview.port}/")
        yield tab


def _rewrite(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def _report(
    size: int, idle_size: int, figures: tuple[Figure, ...], bursts: tuple[tuple[int, int], ...], share: float
) -> Iterator[str]:
    known = machine()
    yield HEAD
    yield f"On {datetime.now(UTC):%Y-%m-%d}: {known.processor}, {known.cores} cores, Python {known.python}.\n"
    yield f"From saving to repaint in Chromium, {size:,} pages, in milliseconds:\n"
    rows = ([figure.name, *(f"{each:.0f}" for each in (median(figure.times), min(figure.times), max(figure.times))),
             str(len(figure.times))] for figure in figures)  # fmt: skip
    yield from lines(["what is saved", "median", "least", "most", "saves"], rows)
    yield "\nBuilds for files saved at once:\n"
    yield from lines(["files", "builds"], ([str(files), str(builds)] for files, builds in bursts))
    yield f"\nProcessor time while nothing happens, {idle_size:,} pages, a browser looking: {share:.1%} of a core.\n"
