"""What a server bears that serves the site: nginx, configured as a build says, asked by wrk and h2load."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from msgspec import Struct

from benchmarks.generator import HERE, PROJECT
from benchmarks.machine import machine
from benchmarks.markdown_table import lines
from sitegen.weight import loaded
from tests.hosting.servers import Server, open_folder, self_signed, serving

FILE = HERE / "load.md"
SECONDS = 10
CONNECTIONS = 64
STREAMS = 8  # requests at once on a connection, with HTTP/2
EACH = 900  # requests on a connection, with HTTP/2: nginx ends one after 1,000, and h2load makes no other
UNITS: Mapping[str, float] = MappingProxyType({"us": 0.001, "ms": 1, "s": 1000})
RATE = re.compile(r"Requests/sec: +([\d.]+)|finished in [\d.]+\w*, ([\d.]+) req/s")
TRAFFIC = re.compile(r"Transfer/sec: +([\d.]+)([KMG]?)B|req/s, ([\d.]+)([KMG]?)B/s")
SLOWEST = re.compile(r"^ +99% +([\d.]+)(us|ms|s)", re.MULTILINE)
FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: connect (\d+)|(\d+) failed, ")
SCALE: Mapping[str, float] = MappingProxyType({"": 1e-6, "K": 1.024e-3, "M": 1.048576, "G": 1073.741824})

HEAD = """\
# What a server bears

`python -m benchmarks load` measured this and wrote it down: nginx, one process, with the project's own site and the
configuration that it brings, files compressed by Brotli; server and clients on the same machine.
[docs/hosting/load.md](../docs/hosting/load.md) says what follows from it.
"""


class Case(Struct, frozen=True):
    """Something to ask for again and again: how, and with which headers; `by` is the program."""

    name: str
    paths: tuple[str, ...]
    headers: tuple[str, ...] = ("Accept-Encoding: br",)
    is_secure: bool = False
    by: str = "wrk"


class Borne(Struct, frozen=True):
    """What was answered: requests and megabytes a second, the 99th percentile of milliseconds if known, failures."""

    rate: float
    megabytes: float
    slowest: float | None
    failed: int


def write() -> None:
    """Measure, and write the report."""
    missing = [name for name in ("nginx", "wrk", "h2load") if shutil.which(name, path="/usr/sbin:/usr/bin") is None]
    if missing:
        sys.exit(f"Not installed: {', '.join(missing)}; scripts/install-servers, apt install wrk nghttp2-client")
    with open_folder() as folder, TemporaryDirectory() as home:
        site = _built(folder)
        secure = self_signed(Path(home))
        with (
            serving("nginx", site, Path(home) / "plain") as plain,
            serving("nginx", site, Path(home) / "secure", secure=secure) as safe,
        ):
            borne = [(case, _measured(case, plain, safe)) for case in _cases(site, plain)]
    FILE.write_text("\n".join(_report(borne)) + "\n", encoding="utf-8")
    print(FILE.read_text("utf-8"))


def _built(folder: Path) -> Path:
    site = folder / "site"
    command = (sys.executable, "build.py", "build", "--output", str(site))
    subprocess.run(command, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)  # noqa: S603  # our own
    return site


def _cases(site: Path, plain: Server) -> Iterator[Case]:
    home = (site / "index.html").read_bytes()
    files = loaded("index.html", home, "", lambda path: (site / path).read_bytes())
    visit = ("/", *(f"/{path}" for path in sorted(files)))
    sheet = next(path for path in visit if path.endswith(".css"))
    yield Case("the home page, compressed", ("/",))
    yield Case("the home page, not compressed", ("/",), ("Accept-Encoding: identity",))
    yield Case("the home page, which the browser has already (304)", ("/",), (f"If-None-Match: {_mark(plain)}",))
    yield Case("the style sheet, compressed", (sheet,))
    once = ("Accept-Encoding: br", "Connection: close")
    yield Case("the home page, HTTPS, a new connection each time", ("/",), once, is_secure=True)
    whole = f"a first visit to the home page, {len(visit)} files, HTTPS and HTTP/2"
    yield Case(whole, visit, is_secure=True, by="h2load")


def _mark(server: Server) -> str:
    connection = HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", "/", headers={"Accept-Encoding": "identity"})
    mark = connection.getresponse().headers["ETag"]
    connection.close()
    return str(mark)


def _measured(case: Case, plain: Server, secure: Server) -> Borne:
    here = f"https://127.0.0.1:{secure.port}" if case.is_secure else f"http://127.0.0.1:{plain.port}"
    told = [option for header in case.headers for option in ("-H", header)]
    common = (f"-c{CONNECTIONS}", *told)
    if case.by == "wrk":
        command = ("wrk", "-t1", f"-d{SECONDS}s", "--latency", *common, here + case.paths[0])
    else:
        command = ("h2load", f"-n{CONNECTIONS * EACH}", f"-m{STREAMS}", *common, *(here + path for path in case.paths))
    print(case.name, flush=True)
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # fixed words
    return _borne(done.stdout)


def _borne(said: str) -> Borne:
    """Return what wrk or h2load has found out."""
    rate, traffic, slowest = RATE.search(said), TRAFFIC.search(said), SLOWEST.search(said)
    if rate is None or traffic is None:
        sys.exit(said)
    size, unit = traffic[1] or traffic[3], traffic[2] or traffic[4] or ""
    return Borne(
        rate=float(rate[1] or rate[2]),
        megabytes=float(size) * SCALE[unit],
        slowest=float(slowest[1]) * UNITS[slowest[2]] if slowest else None,
        failed=sum(int(number) for found in FAILED.findall(said) for number in found if number),
    )


def _report(borne: list[tuple[Case, Borne]]) -> Iterator[str]:
    known = machine()
    yield HEAD
    yield (
        f"On {datetime.now(UTC):%Y-%m-%d}: {known.processor}, {known.cores} cores, {known.system}."
        f" {CONNECTIONS} connections, {SECONDS} seconds each, {STREAMS} requests at once on a connection of HTTP/2.\n"
    )
    head = ["what is asked for", "requests/s", "MB/s", "99 % answered within, ms", "failed"]
    yield from lines(head, (_row(case, each) for case, each in borne))


def _row(case: Case, found: Borne) -> list[str]:
    slowest = f"{found.slowest:.1f}" if found.slowest is not None else "not told"
    return [case.name, f"{found.rate:,.0f}", f"{found.megabytes:.1f}", slowest, f"{found.failed:,}"]
