"""Who may ask, and for what: pages of other sites learn nothing, and nothing outside the folder is served."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado import httpclient, websocket

from tests.serve.previews import Preview, previewing, soon
from tests.sites import edit, plant

UNTOLD = "Nobody is to read this."


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of a small site, with things in and beside its folder that are not of the site."""
    folder = plant(tmp_path_factory.mktemp("guarded"), "")
    edit(folder, {"secret.txt": UNTOLD, ".cache/secret.txt": UNTOLD})
    with previewing(folder) as running:
        assert soon((folder / ".cache/preview/en").is_dir)
        (folder / ".cache/preview/link.txt").symlink_to(folder / "secret.txt")
        (folder / ".cache/preview/folder").symlink_to(folder, target_is_directory=True)
        (folder / ".cache/preview/own.txt").write_text("It is in the folder.")
        yield running


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/en/%2e%2e/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/....//secret.txt",
        "//secret.txt",
        "/%00",
        "/secret.txt%00.html",
        "/%ff",
        "/link.txt",
        "/folder/secret.txt",
        "/folder/",
        "{folder}/secret.txt",
        "/%2f{folder}/secret.txt",
        "/" + "a" * 5000,
        "/" + "a/" * 10_000,
        "/.preview/../secret.txt",
        "/.preview/",
        "/.preview/panel.html",
        "/forcereload",
        "/livereload.js",
    ],
)
def test_nothing_outside_the_folder_is_served(preview: Preview, path: str) -> None:
    """Whatever is asked for, it is not found."""
    answer = preview.ask(path.format(folder=preview.folder))
    assert (404, False) == (answer.status, UNTOLD in answer.text)


def test_what_is_in_the_folder_is_served(preview: Preview) -> None:
    """The test above would find a file if there were one."""
    assert "It is in the folder." == preview.ask("/own.txt").text


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org", "", "[::]"])
@pytest.mark.parametrize("path", ["/", "/en/", "/.preview/client.js", "/livereload", "/nowhere"])
def test_a_foreign_host_is_turned_away(preview: Preview, host: str, path: str) -> None:
    """A name of somebody else's that leads to this machine gets nothing to read."""
    answer = preview.ask(path, Host=host)
    assert (403, False) == (answer.status, "home page" in answer.text)


@pytest.mark.parametrize("origin", ["http://example.org", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", ""])
def test_a_foreign_origin_is_turned_away(preview: Preview, origin: str) -> None:
    """So is a page of another site."""
    assert 403 == preview.ask("/en/", Origin=origin.format(port=preview.port)).status
    assert 403 == preview.ask("/.preview/as-of", "POST", "{}", Origin=origin.format(port=preview.port)).status


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_this_machine_may_ask(preview: Preview, name: str) -> None:
    """By either of its names."""
    own = f"{name}:{preview.port}"
    assert 200 == preview.ask("/en/", Host=own, Origin=f"http://{own}").status


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:{port}", "http://127.0.0.1:{port}", 101),
        ("127.0.0.1:{port}", "http://example.org", 403),
        ("127.0.0.1:{port}", "null", 403),
        ("example.org:{port}", "http://example.org:{port}", 403),
    ],
)
def test_a_foreign_page_gets_no_socket(preview: Preview, host: str, origin: str, status: int) -> None:
    """It would learn which pages there are."""
    assert status == _handshake(preview, host.format(port=preview.port), origin.format(port=preview.port))


def test_only_a_page_of_the_preview_can_move_it_in_time(preview: Preview) -> None:
    """A request without any origin does not come from one."""
    assert 403 == preview.ask("/.preview/as-of", "POST", '{"as_of": ""}').status


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"as_of": 5}', '{"as_of": "soon"}', '{"as_of": "2026-02-30"}', "\xff"]
)
def test_what_is_no_moment_is_refused(preview: Preview, body: str) -> None:
    """Nothing changes, and nothing breaks."""
    own = f"http://127.0.0.1:{preview.port}"
    assert 400 == preview.ask("/.preview/as-of", "POST", body, Origin=own).status


def test_nobody_else_may_have_what_is_shown(preview: Preview) -> None:
    """Neither an image nor a frame of another site."""
    headers = preview.ask("/en/").headers
    assert ("same-origin", "nosniff") == (headers["Cross-Origin-Resource-Policy"], headers["X-Content-Type-Options"])
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_only_this_machine_is_listened_to(preview: Preview) -> None:
    """The preview has no other address."""
    ports = Path("/proc/net/tcp").read_text("utf-8")
    assert {"0100007F"} == {
        line.split()[1].partition(":")[0] for line in ports.splitlines() if f":{preview.port:04X} 00000000:0000" in line
    }


def _handshake(preview: Preview, host: str, origin: str) -> int:
    """Return the status that a websocket's first request gets; 101 if the socket opens."""

    async def attempt() -> int:
        request = httpclient.HTTPRequest(
            f"ws://127.0.0.1:{preview.port}/livereload", headers={"Host": host, "Origin": origin}
        )
        try:
            connection = await websocket.websocket_connect(request)
        except httpclient.HTTPClientError as problem:
            return int(problem.code)
        connection.close()
        return 101

    with ThreadPoolExecutor(1) as another:  # in this one, a browser of other tests may have its loop
        return int(another.submit(asyncio.run, attempt()).result())
