"""The site on real servers, with the configuration that it brings: at the root of a host, and under a path."""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urljoin

import brotli
import pytest
from msgspec import Struct

from tests.hosting.servers import SERVERS, Reply, Server, open_folder, serving
from tests.hosting.site import finished
from tests.sites import tree

UNDER = "/a/b/"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "xml": "application/xml",
    }
)
NAMED: Mapping[str, str] = MappingProxyType(
    {
        "corrections.json": "application/feed+json",
        "corrections.xml": "application/atom+xml",
        "feed.json": "application/feed+json",
        "feed.xml": "application/atom+xml",
        "opensearch.xml": "application/opensearchdescription+xml",
    }
)
EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": "strict-origin-when-cross-origin",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
    }
)
SCRIPTED = "require-trusted-types-for 'script'; trusted-types 'none'"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    f"form-action 'self'; {SCRIPTED}; frame-ancestors 'none'"
)
FRAMED = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
GUARDED: Mapping[str, str] = MappingProxyType(
    {
        "cache-control": "no-cache",
        "content-security-policy": POLICY,
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": "DENY",
    }
)
KEPT: Mapping[str, str] = MappingProxyType(
    {
        **GUARDED,
        "cache-control": "public, max-age=31536000, immutable",
        "cross-origin-resource-policy": "cross-origin",
    }
)
OPEN: Mapping[str, str] = MappingProxyType(
    {"cache-control": "no-cache", "content-security-policy": FRAMED, "cross-origin-resource-policy": "cross-origin"}
)


class Served(Struct, frozen=True):
    """A server, and the files that it serves, by path."""

    server: Server
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def ground() -> Iterator[Path]:
    """A folder that servers may read."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def at_root(ground: Path) -> Path:
    """The site, built for an address that is not known."""
    return finished(ground / "root")


@pytest.fixture(scope="module")
def under_path(ground: Path) -> Path:
    """The site, built to be published under a path, and lying in folders called so."""
    folder = ground / "path"
    site = finished(folder, f"https://example.org{UNDER}")
    there = folder / "host" / UNDER.strip("/")
    there.parent.mkdir(parents=True)
    return site.rename(there)


@pytest.fixture(scope="module", params=[(name, base) for name in SERVERS for base in ("/", UNDER)], ids=" at ".join)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site on each of the servers, at the root and under a path."""
    name, base = request.param
    site: Path = request.getfixturevalue("at_root" if base == "/" else "under_path")
    with serving(name, site, tmp_path_factory.mktemp(name), base) as server:
        yield Served(server, tree(site))


def test_every_file_is_there_with_its_type_and_its_headers(served: Served) -> None:
    """What was finished is what is answered, byte for byte, with the headers that are promised for it."""
    found = {path: served.server.get(_address(path)) for path in _public(served.files)}
    assert {path: reply.status for path, reply in found.items()} == dict.fromkeys(found, 200)
    assert {path: reply.body for path, reply in found.items()} == {path: served.files[path] for path in found}
    types = {path: reply.headers["content-type"] for path, reply in found.items()}
    assert types == {path: _type(path) for path in found}
    assert {path: _told(reply) for path, reply in found.items()} == {path: _promised(path) for path in found}


def test_a_compressed_file_is_answered_to_whoever_takes_it(served: Served) -> None:
    """Brotli before gzip, each as it lies there; plain to others, and caches are told to keep them apart."""
    for path in (path for path in _public(served.files) if f"{path}.br" in served.files):
        for accepted, form, unpack in (("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)):
            reply = served.server.get(_address(path), Accept_Encoding=accepted)
            assert (reply.status, reply.headers.get("content-encoding")) == (200, form), path
            assert unpack(reply.body) == served.files[path]
            assert "accept-encoding" in reply.headers["vary"].lower(), path
            assert reply.headers["content-type"] == _type(path), path
            assert _told(reply) == _promised(path), path
        assert "content-encoding" not in served.server.get(_address(path), Accept_Encoding="identity").headers


def test_who_refuses_a_form_does_not_get_it(served: Served) -> None:
    """A quality of nothing is a refusal."""
    assert served.server.get("", Accept_Encoding="gzip;q=0").headers.get("content-encoding") is None


def test_an_address_that_does_not_exist_gets_the_page_for_it(served: Served) -> None:
    """With its status, in the language of the address, and with the headers of any page."""
    for asked, page in (
        ("nothing", "404.html"), ("nothing/at/all.ics", "404.html"), ("en/nothing/", "en/404.html"),
        ("en/tasks/nothing", "en/404.html"), ("en/embed/nothing/", "en/404.html"), ("news.do?boardNo=1", "404.html"),
    ):  # fmt: skip
        reply = served.server.get(asked)
        assert (reply.status, reply.body) == (404, served.files[page]), asked
        assert reply.headers["content-type"] == TYPES["html"]
        assert EVERYWHERE.items() <= _told(reply).items()


def test_hidden_files_are_refused(served: Served) -> None:
    """Whether they are there or not; what is well known is no secret."""
    hidden = [path for path in served.files if "/." in f"/{path}" and not path.startswith(".well-known/")]
    assert {".server/nginx.conf", ".server/Caddyfile", ".htaccess", "embed/.htaccess"} <= set(hidden)
    for path in (*hidden, ".git/config", "tasks/.env", "assets/.hidden"):
        assert served.server.get(path).status in {403, 404}, path
        assert served.files.get(path, b"nothing") not in served.server.get(path).body
    assert served.server.get(".well-known/security.txt").status == 200


@pytest.mark.parametrize(
    ("former", "there"),
    [
        ("old/address/", "contact/"),
        ("en/old/address/", "en/contact/"),
        ("former.html", "contact/"),
        ("news.do?boardNo=542", "contact/"),
        ("en/news.do?boardNo=542", "en/contact/"),
        ("news.do?from=mail&boardNo=542", "contact/"),
        ("news.do?boardNo=542&lang=ko", "contact/"),
        ("?page_id=7", "contact/"),
        (quote("옛주소/"), "contact/"),
    ],
)
def test_a_former_address_leads_on_for_good(served: Served, former: str, there: str) -> None:
    """With 301, to the page that is there now, and without the query that only the former one knew."""
    reply = served.server.get(former)
    assert reply.status == 301
    here = f"http://127.0.0.1:{served.server.port}{served.server.base}"
    assert urljoin(here + former, reply.headers["location"]) == here + there


def test_a_query_that_nobody_knows_changes_nothing(served: Served) -> None:
    """A page is answered whatever is asked beside it."""
    for asked in ("?page_id=77", "?utm=x", "tasks/?page_id=7"):
        assert served.server.get(asked).status == 200, asked


@pytest.mark.parametrize("name", ["apache", "caddy"])
def test_what_says_nothing_of_its_path_can_be_moved(name: str, at_root: Path, ground: Path, tmp_path: Path) -> None:
    """A site that was built for the root works under a path, former addresses, compressed files and frames too."""
    there = ground / name / UNDER.strip("/")
    there.parent.mkdir(parents=True)
    there.symlink_to(at_root)
    with serving(name, there, tmp_path / "home", UNDER) as server:
        assert server.get("tasks/").status == 200
        moved = server.get("old/address/")
        where = urljoin(f"http://127.0.0.1:{server.port}{UNDER}old/address/", moved.headers["location"])
        assert where == f"http://127.0.0.1:{server.port}{UNDER}contact/"
        assert server.get("nothing").status == 404
        assert server.get("tasks/", Accept_Encoding="br").headers["content-encoding"] == "br"
        assert server.get("en/embed/tasks/").headers["content-security-policy"] == FRAMED


def _public(files: Mapping[str, bytes]) -> list[str]:
    """Return the paths of files that are answered as they are: a former address is not, though it has a page."""
    formers = ("old/", "en/old/", "former.html", "en/former.html", "옛주소/", "en/옛주소/")
    return [path for path in files if not path.startswith(formers) and path.rpartition(".")[2] in TYPES]


def _type(path: str) -> str:
    return NAMED.get(path.rpartition("/")[2]) or TYPES[path.rpartition(".")[2]]


def _address(path: str) -> str:
    return quote(path.removesuffix("index.html"))


def _promised(path: str) -> Mapping[str, str]:
    if path.startswith("assets/"):
        return {**EVERYWHERE, **KEPT}
    return {**EVERYWHERE, **(OPEN if path.startswith(("embed/", "en/embed/")) else GUARDED)}


def _told(reply: Reply) -> Mapping[str, str]:
    """Return what a reply says of the headers that are promised somewhere."""
    names = {*EVERYWHERE, *GUARDED}
    return {name: value for name, value in reply.headers.items() if name in names}
