"""Run the audits: `python -m audits`, some of them, `python -m audits nu lighthouse`, or on few pages, `--sample`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from msgspec import Struct

from audits import contrast, kwcag, lighthouse, nu, record, report, titles
from audits.borrowed import AXE, ROOT, versions
from audits.browsing import browse
from audits.chromium import find_chromium
from audits.outcome import Finding, Outcome, numbered
from audits.sample import every_page, sample, text
from audits.server import address, reserved, serving
from benchmarks.machine import machine


class Finished(Struct, frozen=True):
    """The finished site: where it lies and is served, its pages, and in how many processes these are looked at."""

    folder: Path
    address: str
    pages: Sequence[str]
    kinds: Sequence[str]
    """Pages that stand for all."""
    looked_at: Sequence[str]
    """Those that are looked at in the browser: all, or some that stand for all."""
    jobs: int


def in_browser(site: Finished) -> Sequence[Outcome]:
    """Look at pages in a real browser."""
    return browse(site.address, AXE.read_text(encoding="utf-8"), site.looked_at, site.jobs)


def in_checker(site: Finished) -> Sequence[Outcome]:
    """Check files with the Nu Html Checker."""
    return nu.check(site.folder)


def in_titles(site: Finished) -> Sequence[Outcome]:
    """Compare the titles of pages."""
    return (titles.compare({path: text(site.folder, path) for path in site.pages}),)


def in_lighthouse(site: Finished) -> Sequence[Outcome]:
    """Measure pages that stand for all with Lighthouse."""
    return (lighthouse.measure(site.address, site.kinds),)


def in_tokens(_: Finished) -> Sequence[Outcome]:
    """Compute the contrast of colours."""
    found = contrast.pairs(ROOT / "assets/css")
    faults = [Finding("tokens.css", contrast.told(pair)) for pair in found if not pair.is_enough]
    asked = "4.5:1 for text, 3:1 for what is drawn, in both themes"
    return (Outcome("contrast", asked, numbered(len(found), "pair", "pairs"), faults),)


AUDITS: Mapping[str, Callable[[Finished], Sequence[Outcome]]] = MappingProxyType(
    {"browser": in_browser, "nu": in_checker, "titles": in_titles, "lighthouse": in_lighthouse, "contrast": in_tokens}
)


def main() -> int:
    """Run what is asked for, and write the reports after each audit. Return 1 if anything was found."""
    asked, is_sound = _arguments(), True
    commit = _told("git", "describe", "--always", "--dirty")  # before reports are written
    with _finished(asked.sample, asked.jobs) as site:
        for name in asked.audits or AUDITS:
            outcomes = AUDITS[name](site)
            is_sound = is_sound and not any(outcome.findings for outcome in outcomes)
            for outcome in outcomes:
                _tell(outcome)
            _keep(outcomes, len(site.pages), commit)
    return int(not is_sound)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m audits", description=__doc__)
    parser.add_argument("audits", nargs="*", choices=[*AUDITS, []], metavar="AUDIT", help=", ".join(AUDITS))
    parser.add_argument("--sample", action="store_true", help="in the browser, look only at pages that stand for all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="browsers at once")
    return parser.parse_args()


@contextmanager
def _finished(is_sample: bool, jobs: int) -> Iterator[Finished]:  # noqa: FBT001  # as the option is
    """Build the site for the address at which it is then served."""
    with TemporaryDirectory() as folder, reserved() as server:
        site, where = Path(folder) / "site", address(server)
        build = (sys.executable, "build.py", "build", "--output", str(site), "--base-url", where, "--strict")
        subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603  # our own command
        kinds = sample(site)
        with serving(server, site):
            pages = every_page(site)
            yield Finished(site, where, pages, kinds, kinds if is_sample else pages, jobs)


def _tell(outcome: Outcome) -> None:
    print(f"{outcome.audit}: {len(outcome.findings)} ({outcome.looked_at})")
    for finding in outcome.findings:
        print(f"  {finding.path or '/'} {finding.what}")


def _keep(outcomes: Sequence[Outcome], pages: int, commit: str) -> None:
    when = date.today().isoformat()  # noqa: DTZ011  # the day where the audit is run
    entries = [record.entry(outcome, when, commit) for outcome in outcomes]
    record.save(record.Record(pages, machine(), {"Chromium": _browser(), **versions()}, entries))
    report.write(record.load())
    kwcag.write(record.load())


def _browser() -> str:
    return _told(find_chromium(), "--version").split()[1]


def _told(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603  # fixed words
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
