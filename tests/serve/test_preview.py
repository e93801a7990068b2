"""The preview: drafts included, on this machine only, and built anew after every change."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.serve.previews import DRAFT, HOME, PATIENCE, Preview, previewing, soon
from tests.sites import PROJECT, built, edit, plant, run, tree


def test_the_site_is_shown_with_drafts(preview: Preview) -> None:
    """Pages are served as they are published, and drafts beside them."""
    assert preview.shows("This is the home page.", "/en/")
    assert preview.shows("Only a draft", "/en/draft/")


def test_a_changed_text_is_shown(preview: Preview) -> None:
    """A file that is saved is seen without any command."""
    assert preview.shows("This is the home page.", "/en/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Another title")})
    assert preview.shows("Another title", "/en/")


def test_a_changed_template_is_shown(preview: Preview) -> None:
    """So is a change of what surrounds the text."""
    assert preview.shows("This is the home page.", "/en/")
    template = preview.folder / "templates/base.html"
    edit(preview.folder, {"templates/base.html": template.read_text("utf-8").replace("</body>", "<p>Ad</p>\n</body>")})
    assert preview.shows("<p>Ad</p>", "/en/")


def test_a_mistake_leaves_the_last_good_preview(preview: Preview) -> None:
    """What cannot be built is not shown, and what is mended is."""
    assert preview.shows("Only a draft", "/en/draft/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="[unclosed")})
    edit(preview.folder, {"content/pages/draft.en.md": DRAFT.replace("Only", "Still")})
    assert preview.says("The preview was not changed: 1 error, 0 warnings.")
    assert "Only a draft" in preview.page("/en/draft/")
    edit(preview.folder, {"content/pages/home.en.md": HOME.format(title="Mended")})
    assert preview.shows("Mended", "/en/")
    assert preview.shows("Still a draft", "/en/draft/")


def test_the_published_site_is_not_touched(preview: Preview) -> None:
    """The preview is in a folder of its own."""
    assert preview.shows("home page", "/en/")
    assert not (preview.folder / "site").exists()
    assert soon(lambda: "en/index.html" in tree(preview.folder / ".cache/preview"))


@pytest.mark.parametrize("option", ["--drafts", "--format=json"])
def test_what_would_do_nothing_is_not_offered(tmp_path: Path, option: str) -> None:
    """Drafts are shown in any case, and problems are printed for people."""
    done = run(tmp_path, "serve", "--no-open", option)
    assert (2, True) == (done.returncode, f"unrecognized arguments: {option}" in done.stderr)


def test_the_preview_can_be_strict(tmp_path: Path) -> None:
    """Then it is not changed while there is a warning, as the site would not be."""
    edit(plant(tmp_path, ""), {"content/pages/home.en.md": HOME.format(title="Home") + "[www.korea.kr](page:home)\n"})
    with previewing(tmp_path, "--strict") as preview:
        assert preview.says("The preview was not changed: 0 errors, 1 warning.")


def test_a_port_that_is_taken_is_told(preview: Preview) -> None:
    """Status 3, and another port to try."""
    assert preview.shows("home page", "/en/")
    command = (sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--port", str(preview.port))
    done = subprocess.run(command, cwd=preview.folder, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603  # our own program
    assert 3 == done.returncode
    assert re.search(rf"Port {preview.port} cannot be used .*Try --port {preview.port + 1}\.", done.stderr)


def test_two_previews_of_a_site_do_not_disturb_each_other(preview: Preview) -> None:
    """Each shows the moment it was asked for, whatever the other one builds; afterwards no folder more is needed."""
    july = "2026-07-01T09:00"
    edit(preview.folder, {"content/pages/launch.en.md": DRAFT.replace("draft: true", f"publish_at: {july}")})
    assert preview.begins()
    with previewing(preview.folder, as_of=july) as other:
        assert other.shows("Only a draft", "/en/launch/")
        for number in range(3):
            edit(preview.folder, {"content/pages/home.en.md": HOME.format(title=f"Both {number}")})
            assert preview.shows(f"Both {number}", "/en/")
            assert other.shows(f"Both {number}", "/en/")
        assert _launched(preview.folder) == [False, True]
        assert (404, 200) == (preview.ask("/en/launch/").status, other.ask("/en/launch/").status)
    with previewing(preview.folder, as_of=july) as other:
        assert other.shows("Only a draft", "/en/launch/")
        assert _launched(preview.folder) == [False, True]


def test_the_next_preview_takes_the_folder_of_one_that_was_killed(preview: Preview) -> None:
    """Nothing is left behind that keeps it out."""
    assert soon(lambda: _launched(preview.folder) == [False])
    preview.process.kill()
    preview.process.wait(PATIENCE)
    with previewing(preview.folder) as other:
        assert other.begins()
        assert _launched(preview.folder) == [False]


def _launched(folder: Path) -> list[bool]:
    """Return for each preview's folder whether the page for July is in it."""
    return [(found / "en/launch").is_dir() for found in sorted((folder / ".cache").glob("preview*"))]


def test_the_preview_goes_on_when_nobody_reads_what_it_says(preview: Preview) -> None:
    """As in `serve | head -1`: it is no fault of the port's, nor of the program's, and the browser shows it all."""
    assert preview.process.stdout
    assert "Preview at" in preview.process.stdout.readline()
    preview.process.stdout.close()
    for number in range(3):
        edit(preview.folder, {"content/pages/home.en.md": HOME.format(title=f"Unheard {number}")})
        assert preview.shows(f"Unheard {number}", "/en/")
    assert soon(lambda: b"Unheard 2" in tree(preview.folder / ".cache/preview")["en/index.html"])
    preview.process.terminate()
    assert preview.process.stderr
    assert ("", 143) == (preview.process.stderr.read(), preview.process.wait(PATIENCE))


def test_the_preview_begins_though_nobody_reads_what_it_says(tmp_path: Path) -> None:
    """Not even its first line."""
    with previewing(plant(tmp_path, "")) as preview:
        assert preview.process.stdout
        preview.process.stdout.close()
        assert preview.begins()
        preview.process.terminate()
        assert preview.process.stderr
        assert ("", 143) == (preview.process.stderr.read(), preview.process.wait(PATIENCE))


def test_the_preview_ends_when_it_is_told_to(preview: Preview) -> None:
    """It stops at once, with the status of the signal and without a traceback."""
    assert preview.shows("home page", "/en/")
    preview.process.terminate()
    _, told = preview.process.communicate(timeout=PATIENCE)
    assert (143, False) == (preview.process.returncode, "Traceback" in told)


def test_the_preview_is_what_a_build_would_write(tmp_path: Path) -> None:
    """Byte for byte: what the preview adds to a page is added on its way to the browser."""
    edit(plant(tmp_path, ""), {"content/pages/draft.en.md": DRAFT})
    with previewing(tmp_path) as preview:
        assert preview.shows("home page", "/en/")
        edit(tmp_path, {"content/pages/home.en.md": HOME.format(title="Edited")})
        assert preview.shows("Edited", "/en/")
        assert soon(lambda: b"Edited" in tree(tmp_path / ".cache/preview")["en/index.html"])
    assert built(tmp_path, "--drafts") == tree(tmp_path / ".cache/preview")


def test_one_burst_of_changes_is_one_build(preview: Preview) -> None:
    """Five files saved at once, or hundreds that a checkout writes, are built once."""
    assert preview.shows("home page", "/en/")
    page = "---\ntitle: Page {number}\nsummary: One of many.\n---\n"
    edit(preview.folder, {f"content/pages/many-{number}.en.md": page.format(number=number) for number in range(300)})
    assert preview.shows("Page 299", "/en/many-299/")
    preview.process.terminate()
    said, _ = preview.process.communicate(timeout=PATIENCE)
    assert ["5 pages", "305 pages"] == re.findall(r"^(\d+ pages)", said, re.MULTILINE)


def test_a_folder_that_cannot_be_used_is_told_in_a_line(tmp_path: Path) -> None:
    """Status 3, and nothing is started."""
    plant(tmp_path, "")
    (tmp_path / ".cache").write_text("in the way")
    done = run(tmp_path, "serve", "--no-open")
    assert (3, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert ".cache/" in done.stderr


def test_a_missing_browser_is_told_in_a_line(tmp_path: Path) -> None:
    """The address to open is in it, and the preview goes on."""
    plant(tmp_path, "")
    with previewing(tmp_path, opens=True) as preview:
        assert preview.says(f"No browser could be opened: open {preview.address} yourself.")
        assert preview.shows("home page", "/en/")


def test_the_site_goes_on_with_time(tmp_path: Path) -> None:
    """Without a moment it is shown as of now: what is published at some hour is there at that hour."""
    with previewing(plant(tmp_path, ""), as_of="") as preview:
        assert preview.shows("home page", "/en/")
        soon_after = (datetime.now(UTC) + timedelta(seconds=6)).isoformat(timespec="seconds")
        launch = f"---\ntitle: The launch\nsummary: It is time.\npublish_at: {soon_after}\n---\n"
        edit(tmp_path, {"content/pages/launch.en.md": launch, "content/pages/home.en.md": HOME.format(title="Soon")})
        assert preview.shows("Soon", "/en/")
        assert 404 == preview.ask("/en/launch/").status
        assert preview.shows("The launch", "/en/launch/")


def test_the_preview_of_a_site_below_a_path_is_below_it(tmp_path: Path) -> None:
    """Its not-found page has its styles there, and the root leads there."""
    with previewing(plant(tmp_path, ""), "--base-url", "https://example.org/a/b/") as preview:
        assert preview.shows("home page", "/a/b/en/")
        assert "/a/b/" == preview.ask("/").headers["Location"]
        lost = preview.ask("/a/b/en/nowhere/")
        assert 404 == lost.status
        (stylesheet,) = re.findall(r'rel="stylesheet" href="([^"]+)"', lost.text)
        assert 200 == preview.ask(stylesheet).status
