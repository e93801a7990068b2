"""What is refused before anything goes anywhere, and in which words."""

from pathlib import Path

import pytest

from tests.publish.editions import codes, edition, lay, publish
from tests.sites import plant, run, tree


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """A folder to publish to, which does not exist yet."""
    return tmp_path / "www"


def test_there_must_be_a_finished_site(site: Path, www: Path) -> None:
    """A folder without a manifest is none."""
    site.mkdir()
    done = publish(str(www), "--output", str(site))
    assert (1, ["not-built"], False) == (done.returncode, codes(done), www.exists())


def test_the_site_must_be_as_it_was_built(site: Path, www: Path) -> None:
    """Every file that has changed or is missing is named, and nothing goes."""
    lay(site, edition("one"))
    (site / "page-1/index.html").write_bytes(b"by hand")
    (site / "data.json").unlink()
    done = publish(str(www), "--output", str(site))
    assert (1, ["not-as-built", "not-as-built"], False) == (done.returncode, codes(done), www.exists())
    assert f"{site}/page-1/index.html:1:1" in done.stderr
    assert f"{site}/data.json:1:1" in done.stderr


def test_a_link_in_the_place_of_a_file_is_not_followed(site: Path, www: Path) -> None:
    """Nobody publishes by it what is not part of the site."""
    lay(site, edition("one"))
    (site / "data.json").rename(site.parent / "data.json")
    (site / "data.json").symlink_to(site.parent / "data.json")
    assert ["not-as-built"] == codes(publish(str(www), "--output", str(site)))


@pytest.mark.parametrize("target", ["site", "site/inside", "."])
def test_a_site_is_not_published_into_itself(site: Path, target: str) -> None:
    """Nor into a folder that holds it."""
    done = publish(str(site.parent / target), "--output", str(lay(site, edition("one"))))
    assert 2 == done.returncode
    assert "is the output folder, lies in it, or contains it" in done.stderr


@pytest.mark.parametrize("arguments", ["--keep 1", "--keep many", "--grace -1", "--allow-deleting all"])
def test_numbers_must_make_sense(site: Path, www: Path, arguments: str) -> None:
    """What readers get and what they got until now must stay."""
    done = publish(str(www), "--output", str(site), *arguments.split())
    assert (2, False) == (done.returncode, www.exists())


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    """Not even in the message."""
    done = publish("sftp://www:hush@localhost/www")
    assert (2, False) == (done.returncode, "hush" in done.stderr + done.stdout)
    assert done.stderr.startswith("There is a password in the address of the target")


def test_stores_have_no_releases_to_go_back_to() -> None:
    """The message says what to do instead."""
    done = publish("s3://campaign/site", "--rollback")
    assert 2 == done.returncode
    assert "build an earlier state of the content" in done.stderr


def test_a_missing_library_is_named(site: Path, tmp_path: Path) -> None:
    """With the command that installs it; the site itself needs none of them."""
    lay(site, edition("one"))
    (tmp_path / "asyncssh.py").write_text("raise ImportError", encoding="utf-8")
    without = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from sitegen.commands import main; sys.exit(main())"
    done = publish("sftp://localhost/www", "--output", str(site), before=("-c", without))
    assert 2 == done.returncode
    assert "pip install --require-hashes --requirement requirements/publish.txt" in done.stderr


def test_korean_says_it_too(site: Path, www: Path) -> None:
    """What is wrong and what to do."""
    site.mkdir()
    done = publish(str(www), "--output", str(site), "--lang", "ko")
    assert "오류[not-built] 여기에는 완성된 누리집이 없습니다" in done.stderr


def test_what_a_build_has_made_is_published(tmp_path: Path, www: Path) -> None:
    """A real one, from content to what readers get."""
    run(plant(tmp_path / "project", ""), "build")
    done = publish(str(www), "--output", str(tmp_path / "project/site"))
    assert 0 == done.returncode, done.stderr
    assert tree(tmp_path / "project/site") == tree((www / "current").resolve())
