"""What pages say of their weight: it is that of the finished page, or nothing if nobody asks."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.files import Output
from sitegen.footprint import GRAMS, RATING, SIZE, in_country, per_visit, rating
from sitegen.kinds.site import Footprint, Settings
from sitegen.making.weighing import SURE, Weighing, weighed
from sitegen.values import Text
from sitegen.weight import scale_of, weight
from tests.crowd import tasks
from tests.sites import CAMPAIGN, MINIMAL, built, files_in, plant, tree

ASKED = "footprint: {page: home, country: KOR}\n"
SAID = re.compile(r"transfers (\d+) KB.*?about ([\d.]+) g.*?rated ([A-F]\+?):")
SETTINGS = Settings(name=Text({}), description=Text({}), languages=(), footprint=Footprint(page="home"))
LINE = f"<p>{SIZE} KB, {GRAMS} g, {RATING}</p>"
STYLES = {"assets/site.css": b"".join(b"h%d{}" % number for number in range(900))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign whose pages say what they weigh."""
    folder = plant(tmp_path_factory.mktemp("asked"), CAMPAIGN + tasks(60))
    (folder / "content/site.yaml").write_text(ASKED + files_in(MINIMAL)["content/site.yaml"], encoding="utf-8")
    built(folder)
    return folder


def test_every_page_says_what_the_finished_page_weighs(folder: Path) -> None:
    """Kilobytes, grams and rating are those of the very file that is published, with all that it loads."""
    files = tree(folder / "site")
    pages = {path: said for path, data in files.items() if (said := SAID.search(data.decode("utf-8", "replace")))}
    assert len(pages) > 60
    assert {path: said.groups() for path, said in pages.items()} == {path: _numbers(path, files) for path in pages}


def test_no_stand_in_is_published(folder: Path) -> None:
    """Neither on pages nor in feeds."""
    standins = tuple(standin.encode() for standin in (SIZE, GRAMS, RATING))
    found = [path for path, data in tree(folder / "site").items() if any(standin in data for standin in standins)]
    assert found == []


def test_a_page_says_what_it_weighs_after_the_styles_have_changed(folder: Path) -> None:
    """In a build that remembers the last one, as in one that does not."""
    with (folder / "assets/css/base.css").open("a", encoding="utf-8") as styles:
        styles.writelines(f".another-{number * number} {{ order: {number} }}\n" for number in range(800))
    remembered = built(folder)
    assert remembered == built(folder, "--no-cache", "--output", "site")
    assert SAID.search(remembered["en/index.html"].decode()).groups() == _numbers("en/index.html", remembered)  # type: ignore[union-attr]  # said above


def test_a_site_that_does_not_ask_says_nothing(tmp_path: Path) -> None:
    """The line, and what would be weighed for it, are left out."""
    assert SAID.search(built(plant(tmp_path, ""))["en/index.html"].decode()) is None


@pytest.mark.parametrize("length", range(1, 6_000, 31))
def test_a_page_of_any_length_says_what_it_weighs(length: int) -> None:
    """Near the next kilobyte too, where the number itself decides which it is."""
    weighing = Weighing(scale_of(STYLES.items()), "/", SETTINGS)
    page, problems = weighed(Output("index.html", _page(length)), "pages/text.html", weighing)
    total = weight("index.html", page.data, "/", STYLES.get)
    said = re.search(r"<p>(\d+) KB, (\S+) g, (\S+)</p>", page.data.decode())
    assert (weighing.says(total), ()) == (said.groups() if said else None, problems)


@pytest.mark.parametrize("length", range(5, 6_000, 397))
def test_numbers_of_the_same_sort_change_what_a_page_weighs_by_little(length: int) -> None:
    """By less than what is taken for sure not to matter."""
    weights = [weight("index.html", _filled(length, size), "/", STYLES.get) for size in ("7", "18", "96", "150")]
    assert max(weights) - min(weights) < SURE / 2


def _page(length: int) -> bytes:
    words = " ".join(str(number * number * 7919 % 100_003) for number in range(length))
    return f'<link rel="stylesheet" href="assets/site.css"><p>{words}</p>{LINE}'.encode()


def _filled(length: int, size: str) -> bytes:
    filled = _page(length).decode().replace(SIZE, size).replace(GRAMS, f"0.{size}83").replace(RATING, "A+")
    return filled.encode()


def _numbers(path: str, files: Mapping[str, bytes]) -> tuple[str, str, str]:
    """Return what a finished page should say."""
    total = weight(path, files[path], "/", files.get)
    grams = per_visit(total, in_country("KOR"))
    return f"{total / 1000:.0f}", f"{grams:.4f}", rating(grams)
