"""Records at the end of lists, however these are written."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from sitegen.commands import main
from tests.sites import MINIMAL, NOON, plant

HEAD = "---\ntitle: 용어\nsummary: 용어를 풀이합니다.\n"
FIRST = b"- id: net-zero\n  term: {ko: A}\n  short: {ko: B}\n"
SECOND = b"- id: other\n  term: {ko: C}\n  short: {ko: D}\n"
ADDED = """\
# ✎로 시작하는 글을 고쳐 쓰고, [확인]을 붙인 값을 살핀 뒤, #으로 시작하는 줄은 지워도 됩니다.
- id: forest
  # 용어: 풀이할 말
  term:
    ko: 숲
    en: ✎ 숲
  # 짧은 풀이: 무슨 뜻인지 한 문장으로
  short:
    ko: ✎ 무슨 뜻인지 한 문장으로
    en: ✎ what it means, in a sentence
  # 초안: true로 두면 초안입니다. --drafts를 붙여 만들 때만 나옵니다
  draft: true
  # 더 적을 수 있는 것: long, hanja, see, sources, publish_at, expires_at
""".encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a small site with a glossary that has no terms yet."""
    glossary = (
        f"-- content/pages/glossary.ko.md --\n{HEAD}lists: term\n---\n-- content/pages/glossary.en.md --\n{HEAD}---\n"
    )
    return plant(tmp_path, glossary, MINIMAL)


def _add(site: Path) -> int:
    with chdir(site):
        return main(("new", "term", "숲", "--id", "forest", "--as-of", NOON))


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (b"", ADDED),
        (b"\n", ADDED),
        (FIRST, b"\n" + ADDED),
        (FIRST.rstrip(b"\n"), b"\n\n" + ADDED),
        (FIRST + SECOND, ADDED),
        (FIRST + b"\n" + SECOND, b"\n" + ADDED),
        (FIRST + b"\n" + SECOND + b"\n", ADDED),
        (b"\xef\xbb\xbf" + FIRST + SECOND, ADDED),
        (FIRST + SECOND + b"# the last line\n", ADDED),
        ((FIRST + SECOND).replace(b"\n", b"\r\n"), ADDED.replace(b"\n", b"\r\n")),
        (
            b"  " + (FIRST + SECOND).replace(b"\n", b"\n  ").rstrip(b" "),
            b"  " + ADDED[:-1].replace(b"\n", b"\n  ") + b"\n",
        ),
        (FIRST + b"  long:\n    ko: |\n      E\n", b"\n" + ADDED),
    ],
)
def test_a_record_is_added_as_the_others_are_written(before: bytes, added: bytes, site: Path) -> None:
    """Same indentation, same line breaks, same empty lines; and every byte before it stays."""
    path = site / "content/glossary.yaml"
    path.write_bytes(before)
    assert 0 == _add(site)
    assert path.read_bytes() == (before if before.strip() else b"") + added


@pytest.mark.parametrize("before", [b"[{id: net-zero, term: {ko: A}, short: {ko: B}}]\n", b"[]\n", FIRST + b"...\n"])
def test_a_list_that_cannot_be_added_to_stays_and_the_record_is_shown(
    before: bytes, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It can be added by hand."""
    path = site / "content/glossary.yaml"
    path.write_bytes(before)
    assert 2 == _add(site)
    assert before == path.read_bytes()
    assert ADDED.decode() in capsys.readouterr().err


def test_a_list_keeps_who_may_write_it(site: Path) -> None:
    """Its permissions are not those of a new file."""
    path = site / "content/glossary.yaml"
    path.write_bytes(FIRST)
    path.chmod(0o640)
    assert 0 == _add(site)
    assert 0o640 == path.stat().st_mode & 0o777


def test_the_same_record_is_not_added_twice(site: Path) -> None:
    """The second time it is there already."""
    assert 0 == _add(site)
    before = shutil.copy(site / "content/glossary.yaml", site / "before")
    assert 2 == _add(site)
    assert Path(before).read_bytes() == (site / "content/glossary.yaml").read_bytes()
