"""Pictures on a site: named by id, published in formats that weigh little, each file once, and only those shown."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.photographs import photograph, saved
from tests.sites import MINIMAL, PROJECT, built, edit, files_in, plant, problems, run, tree

SITE = """
-- content/images.yaml --
- id: forest
  file: forest.jpg
  alt: {ko: 해가 뜨는 숲, en: A forest at sunrise}
  caption: {ko: 아침의 숲}
  credit: {ko: 홍길동, en: Hong Gildong}
  licence: CC0
- id: leaf
  file: leaf.png
  decorative: true
  credit: {ko: 홍길동}
  licence: CC0
- id: unused
  file: leaf.png
  alt: {ko: 잎}
  credit: {ko: 홍길동}
  licence: CC0
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개합니다.
image: forest
---

글입니다.

![](image:leaf)

끝입니다.
-- content/pages/about.en.md --
---
title: About
summary: About this.
---

![](image:forest)
"""
ADDRESS = re.compile(r"\S+\.(?:avif|webp|jpg|png)\b")
FILES = ("content/images/forest.jpg", "content/images/leaf.png")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two pictures, built."""
    folder = _planted(tmp_path_factory.mktemp("pictures"))
    built(folder)
    return folder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The same site, to be changed."""
    return _planted(tmp_path)


def test_a_page_begins_with_its_picture(folder: Path) -> None:
    """Which is loaded at once, takes its place before, and says in words what it shows and who made it."""
    page = _page(folder, "about/index.html")
    (picture,) = re.findall(r'<figure class="picture">.*?forest.*?</figure>', page, re.DOTALL)
    assert 'width="500" height="300" alt="해가 뜨는 숲" decoding="async">' in picture
    assert picture.index("image/avif") < picture.index("image/webp") < picture.index("<img")
    assert "아침의 숲" in picture
    assert "만든 이: 홍길동. 이용 조건: CC0" in picture


def test_a_picture_in_the_text_waits_until_it_is_near(folder: Path) -> None:
    """It stands between two paragraphs; one that decorates has an empty description."""
    page = _page(folder, "about/index.html")
    (picture,) = re.findall(r'<p>글입니다.</p>\n<figure class="picture">(.*?)</figure>\n<p>끝입니다.', page, re.DOTALL)
    assert 'alt="" decoding="async" loading="lazy">' in picture


def test_every_file_that_a_page_offers_is_there_and_no_other(folder: Path) -> None:
    """Of pictures that nobody shows, none is published."""
    page = _page(folder, "about/index.html") + _page(folder, "en/about/index.html")
    offered = {address.removeprefix("../").removeprefix("../") for address in ADDRESS.findall(page.replace('"', " "))}
    published = {path for path in tree(folder / "site") if path.startswith("assets/images/")}
    assert offered == published
    assert {path.partition("-")[0] for path in published} == {"assets/images/forest", "assets/images/leaf"}


def test_words_in_another_language_are_marked(folder: Path) -> None:
    """The caption has no English."""
    assert '<span lang="ko">아침의 숲</span>' in _page(folder, "en/about/index.html")


def test_a_site_is_the_same_however_its_pictures_are_made(folder: Path, draft: Path) -> None:
    """By one process or by two."""
    assert tree(folder / "site") == built(draft, "--jobs", "2")


def test_a_second_build_writes_nothing_and_a_new_photograph_is_published(draft: Path) -> None:
    """Under a new name, with the pages that show it."""
    before = built(draft)
    assert "0 files written" in run(draft, "build").stdout
    (draft / FILES[0]).write_bytes(photograph((300, 200)))
    after = built(draft)
    assert after == built(draft, "--no-cache")
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if path.endswith(".html")} == {"about/index.html", "en/about/index.html"}
    assert sorted(_widths(after, "forest")) == ["300"] * 3


def test_a_picture_that_is_not_published_is_nowhere(draft: Path) -> None:
    """What shows it is a mistake, which says so."""
    text = files_in(SITE)["content/images.yaml"].replace("id: forest", "id: forest\n  publish_at: 2030-01-01")
    edit(draft, {"content/images.yaml": text})
    found = {problem["code"] for problem in problems(draft)}
    assert "link-unpublished" in found


def test_words_come_first_where_the_site_says_so(draft: Path) -> None:
    """A link says what each picture shows, and it waits in a template; decoration is left out."""
    _add(draft, "images: text-first\n")
    page = built(draft)["about/index.html"].decode()
    assert re.search(
        r'<a class="picture__show" href="\S+forest-500\S+">그림 보기: 해가 뜨는 숲</a>\s*<template>\s*<picture>', page
    )
    assert "leaf" not in page


@pytest.mark.parametrize(("images", "counts"), [("shown", True), ("text-first", False)])
def test_a_picture_weighs_what_a_large_screen_loads(draft: Path, images: str, counts: bool) -> None:  # noqa: FBT001  # a case
    """The widest of the lightest format, and nothing before it is asked for."""
    _add(draft, f"images: {images}\nfootprint: {{page: about}}\n")
    (draft / FILES[0]).write_bytes(_noise())
    files = built(draft)
    said = re.search(r"transfers (\d+) KB", files["en/about/index.html"].decode())
    (widest,) = (data for path, data in files.items() if re.search(r"forest-500\..*avif", path))
    assert said
    assert len(widest) > 20_000
    assert (int(said[1]) * 1_000 > len(widest)) == counts


def test_a_site_without_pictures_does_not_pay_for_them(tmp_path: Path) -> None:
    """The library is not even imported."""
    plant(tmp_path, "")
    code = "import sys; from sitegen.commands import main; main(['build', '--jobs', '1']); print('PIL' in sys.modules)"
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "False"


def _planted(folder: Path) -> Path:
    plant(folder, SITE)
    (folder / "content/images").mkdir()
    for path, size in zip(FILES, ((500, 300), (60, 40)), strict=True):
        (folder / path).write_bytes(photograph(size, "PNG" if path.endswith("png") else "JPEG"))
    return folder


def _add(folder: Path, settings: str) -> None:
    edit(folder, {"content/site.yaml": files_in(MINIMAL)["content/site.yaml"] + settings})


def _page(folder: Path, path: str) -> str:
    return (folder / "site" / path).read_text(encoding="utf-8")


def _widths(files: dict[str, bytes], name: str) -> Iterator[str]:
    found = (re.fullmatch(rf"assets/images/{name}-(\d+)\..*", path) for path in files)
    return (match[1] for match in found if match)


def _noise() -> bytes:
    return saved(Image.effect_noise((500, 300), 90).convert("RGB"), "JPEG")
