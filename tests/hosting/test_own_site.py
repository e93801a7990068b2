"""The project's own site, whole, on real servers: every file, plain and compressed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec import Struct

from sitegen.hosting.types import type_of
from tests.hosting.servers import PATIENCE, SERVERS, open_folder, serving
from tests.sites import NOON, PROJECT, run, tree

pytestmark = pytest.mark.audit

BASES = ("/", "/a/b/")
LEAST = 500  # pages: there are more


class Rule(Struct, frozen=True):
    """The headers that the site's own `_headers` promises below a folder, and those that it takes away."""

    folder: str
    given: Mapping[str, str]
    taken: frozenset[str]


@pytest.fixture(scope="module", params=BASES)
def laid_out(request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """A path, and the site in folders called so."""
    base: str = request.param
    with open_folder() as ground:
        site = ground / "host" / base.strip("/")
        where = ("--output", str(site), "--base-url", f"https://example.org{base}")
        done = run(PROJECT, "build", *where, "--as-of", NOON, "--strict")
        assert done.returncode == 0, done.stderr
        yield base, site


@pytest.mark.parametrize("name", SERVERS)
def test_every_file_is_answered_as_it_is_promised(name: str, laid_out: tuple[str, Path], tmp_path: Path) -> None:
    """Byte for byte, plain and in both compressed forms, with its type and with the headers of its folder."""
    base, site = laid_out
    files = tree(site)
    rules = list(_rules(files["_headers"].decode()))
    public = [path for path in files if _is_public(path)]
    assert len([path for path in public if path.endswith(".html")]) > LEAST

    with serving(name, site, tmp_path / "home", base) as server, closing(_connection(server.port)) as connection:
        for path in public:
            for form, coding in (("", "identity"), (".br", "br"), (".gz", "gzip")):
                if path + form in files:
                    status, told, body = _ask(connection, base + _address(path), coding)
                    assert (status, body) == (200, files[path + form]), (path, coding)
                    assert told.get("content-encoding", "identity") == coding, path
                    assert told["content-type"] == type_of(path), path
                    assert _promised(path, rules).items() <= told.items(), path


def _connection(port: int) -> HTTPConnection:
    return HTTPConnection("127.0.0.1", port, timeout=PATIENCE)


def _ask(connection: HTTPConnection, address: str, coding: str) -> tuple[int, dict[str, str], bytes]:
    connection.request("GET", address, headers={"Accept-Encoding": coding})
    response = connection.getresponse()
    told = {name.lower(): value for name, value in response.getheaders()}
    return response.status, told, response.read()


def _is_public(path: str) -> bool:
    hidden = "/." in f"/{path}" and not path.startswith(".well-known/")
    return not hidden and not path.endswith((".br", ".gz")) and path not in {"_headers", "_redirects"}


def _address(path: str) -> str:
    return quote(path.removesuffix("index.html"))


def _rules(text: str) -> Iterator[Rule]:
    """Yield what `_headers` says, the folder last that lies deepest."""
    for part in text.split("\n/"):
        head, *lines = part.splitlines()
        names = [line.strip() for line in lines]
        given = dict(name.split(": ", 1) for name in names if not name.startswith("! "))
        taken = frozenset(name.removeprefix("! ").lower() for name in names if name.startswith("! "))
        lower = {name.lower(): value for name, value in given.items()}
        yield Rule(head.strip("/").removesuffix("*"), lower, taken - lower.keys())


def _promised(path: str, rules: Sequence[Rule]) -> Mapping[str, str]:
    promised: dict[str, str] = {}
    for rule in rules:
        if path.startswith(rule.folder):
            promised = {name: value for name, value in promised.items() if name not in rule.taken} | dict(rule.given)
    return promised
