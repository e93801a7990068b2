"""The report: docs/audit.md, from the record of what each audit found last."""

from collections.abc import Iterable, Iterator

from audits.borrowed import ROOT
from audits.contrast import Pair, pairs
from audits.record import Entry, Record
from benchmarks.markdown_table import lines

FILE = ROOT / "docs/audit.md"
HEAD = """\
# What audits find on the site

`make audit` builds the site, looks at every page with programs that others keep and with a real browser,
and writes this page. It finds only what a program can find. What a person must still check, item by item,
is in [kwcag.md](kwcag.md) ([한국어](kwcag.ko.md)): this page does not say that the site conforms to any guideline.
[audit-log.csv](audit-log.csv) has a line for each audit of each run.
Where fewer pages were looked at than there are, these are the fewest that show every kind of page and every component
in both languages.
"""


def write(record: Record) -> None:
    """Write the report."""
    FILE.write_text(report(record), encoding="utf-8")


def report(record: Record) -> str:
    """Return the report."""
    found = [entry for entry in record.entries if entry.count]
    parts = [HEAD, _circumstances(record), "\n".join(_summary(record)), *(_findings(entry) for entry in found)]
    return "\n".join([*parts, "\n".join(_contrast(pairs(ROOT / "assets/css")))]) + "\n"


def _circumstances(record: Record) -> str:
    known = record.machine
    versions = ", ".join(f"{name} {version}" for name, version in record.versions.items())
    return (
        f"The site has {record.pages} pages. Looked at with {versions}, on "
        f"{known.processor}, {known.cores} cores, {known.memory_gb} GB, {known.system}, Python {known.python}.\n"
    )


def _summary(record: Record) -> Iterator[str]:
    yield "| audit | what is asked | looked at | findings | when | commit |"
    yield "|---|---|---:|---:|---|---|"
    for one in record.entries:
        yield f"| {one.audit} | {one.asked} | {one.looked_at} | {one.count} | {one.date} | {one.commit} |"
    yield ""


def _findings(entry: Entry) -> str:
    worst = ", ".join(f"`{path or '/'}` {count}" for path, count in entry.worst)
    told = "\n".join(f"- `{finding.path or '/'}` {_plain(finding.what)}" for finding in entry.findings)
    more = f"\n- and {entry.count - len(entry.findings)} more" if entry.count > len(entry.findings) else ""
    return f"## {entry.audit}: {entry.count}\n\nMost on {worst}.\n\n{told}{more}\n"


def _contrast(found: Iterable[Pair]) -> Iterator[str]:
    yield "## Contrast\n"
    yield "Each pair of tokens in `assets/css/tokens.css` that the stylesheet can bring together: text and its ground "
    yield "(4.5:1, WCAG and KWCAG 1.4.3), and what says something by being drawn (3:1, WCAG 1.4.11).\n"
    rows: dict[tuple[str, str, float], list[str]] = {}
    for pair in found:
        rows.setdefault((pair.front, pair.ground, pair.least), []).append(f"{pair.ratio:.2f}")
    yield from lines(("pair", "at least", "light", "dark"), (_row(pair, ratios) for pair, ratios in rows.items()))


def _row(pair: tuple[str, str, float], ratios: list[str]) -> tuple[str, ...]:
    front, ground, least = pair
    return f"{front} on {ground}", f"{least:.1f}", *ratios


def _plain(text: str) -> str:
    """Return what a page says so that Markdown takes it as text."""
    return f"`{' '.join(text.replace('`', ' ').split())}`"
