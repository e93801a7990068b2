"""What is written for servers beside a site that asks for it: the same in every build, and no more."""

import gzip
import json
from pathlib import Path

import brotli
import pytest

from tests.hosting.site import HOSTING, SITE
from tests.sites import CAMPAIGN, built, edit, plant, run, tree

SERVERS = {
    ".htaccess", "assets/.htaccess", "embed/.htaccess", "en/.htaccess", "en/embed/.htaccess", ".server/nginx.conf",
    ".server/Caddyfile", "_headers", "_redirects",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site that is made for servers, built once."""
    folder = plant(tmp_path, SITE)
    built(folder)
    return folder


def test_a_site_that_asks_for_nothing_gets_nothing(tmp_path: Path) -> None:
    """No file, no policy and no digest."""
    site = built(plant(tmp_path, CAMPAIGN))
    assert not SERVERS & site.keys()
    assert not [path for path in site if path.endswith((".br", ".gz"))]
    assert b"integrity" not in site["index.html"]
    assert b"Content-Security-Policy" not in site["index.html"]


def test_what_is_written_is_listed_in_the_manifest(project: Path) -> None:
    """Configuration and compressed files are the site's own, and go when they are asked for no more."""
    listed = {entry["path"] for entry in json.loads((project / "site/build-manifest.json").read_bytes())["files"]}
    assert SERVERS <= listed
    edit(project, {"content/site.yaml": _settings(project).replace(HOSTING, "hosting: {servers: [caddy]}\n")})
    site = built(project)
    assert SERVERS & site.keys() == {".server/Caddyfile"}
    assert not [path for path in site if path.endswith((".br", ".gz"))]


def test_every_text_that_is_not_short_is_compressed_to_what_it_was(project: Path) -> None:
    """In both forms, and always to the same bytes; what is short, hidden or a picture is not."""
    site = {path.relative_to(project / "site").as_posix(): path for path in (project / "site").rglob("*.*")}
    style = next(path for path in site if path.endswith(".css"))
    for path in ("index.html", style, "en/tasks/index.html"):
        data = site[path].read_bytes()
        assert brotli.decompress(site[f"{path}.br"].read_bytes()) == data
        assert gzip.decompress(site[f"{path}.gz"].read_bytes()) == data
        assert site[f"{path}.gz"].read_bytes()[4:8] == bytes(4)  # the time
    assert not {"robots.txt.br", ".htaccess.gz", ".server/Caddyfile.br", "build-manifest.json.br"} & site.keys()


def test_an_edit_changes_what_a_build_from_nothing_would(project: Path) -> None:
    """Pages, compressed files, redirects and policies are those of a clean build, byte for byte."""
    page = project / "content/pages/contact.ko.md"
    page.write_text(page.read_text(encoding="utf-8").replace("/old/address/", "/older/") + "\n본문\n", encoding="utf-8")
    again = built(project)
    run(project, "build", "--no-cache", "--output", "clean")
    assert again == tree(project / "clean")
    assert b"older" in again[".server/nginx.conf"]


def test_a_compressed_file_that_was_damaged_is_made_again(project: Path) -> None:
    """As any other file of ours."""
    file = project / "site/index.html.br"
    data = file.read_bytes()
    file.write_bytes(b"damaged")
    assert built(project)["index.html.br"] == data


def test_a_page_and_the_build_after_it_touch_nothing_else(project: Path) -> None:
    """A second build writes nothing."""
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    assert ": 0 files written" in run(project, "build").stdout
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == before


def test_the_policy_of_a_page_is_what_this_page_needs(project: Path) -> None:
    """Read off the page, the style sheet, and the scripts with all that they load."""
    site = project / "site"
    assert b"connect-src 'self'" in (site / "search/index.html").read_bytes()
    assert b"connect-src" not in (site / "contact/index.html").read_bytes()
    assert b"script-src" not in (site / "embed/tasks/index.html").read_bytes()
    stub = (site / "old/address/index.html").read_bytes()
    assert b"content=\"default-src 'none'; base-uri 'none'; form-action 'none'\"" in stub


def test_the_policy_stands_before_what_it_governs(project: Path) -> None:
    """A policy counts for what comes after it."""
    head = (project / "site/search/index.html").read_text(encoding="utf-8")
    assert head.index("Content-Security-Policy") < min(head.index("<link"), head.index("<script"), head.index("<title"))


def _settings(folder: Path) -> str:
    return (folder / "content/site.yaml").read_text(encoding="utf-8")
