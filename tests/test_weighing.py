"""What pages say of their weight: it is that of the finished page, or nothing if nobody asks."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.files import Output
from sitegen.footprint import GRAMS, RATING, SIZE, in_country, per_visit, rating
from sitegen.kinds.site import Footprint, Settings
from sitegen.making.weighing import Weighing, weighed
from sitegen.values import Text
from sitegen.weight import Scale, parts, scale_of, weight
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


def test_where_no_number_is_true_empty_lines_make_one_true() -> None:
    """The number is part of what it counts: 9 may weigh what is written 10, and 10 what is written 9."""
    page = len(gzip.compress(_page(500), 6))
    scales = [Scale({"assets/site.css": files - page}) for files in range(9_300, 9_800)]
    found = [_weighed(scale) for scale in scales]
    assert [said for said, _, _ in found] == [expected for _, expected, _ in found]
    assert any(page.endswith(b"\n") for _, _, page in found)


def _weighed(scale: Scale) -> tuple[tuple[str, str, str], tuple[str, str, str], bytes]:
    """Return what a page says of its weight, what it should say, and the page."""
    weighing = Weighing(scale, "/", SETTINGS)
    page, _ = weighed(Output("index.html", _page(500)), "pages/text.html", weighing)
    said = re.search(r"<p>(\d+) KB, (\S+) g, (\S+)</p>", page.data.decode())
    assert said
    size, grams, rated = said.groups()
    return (size, grams, rated), weighing.says(sum(parts("index.html", page.data, "/", scale).values())), page.data


def _page(length: int) -> bytes:
    words = " ".join(str(number * number * 7919 % 100_003) for number in range(length))
    return f'<link rel="stylesheet" href="assets/site.css"><p>{words}</p>{LINE}'.encode()


def _numbers(path: str, files: Mapping[str, bytes]) -> tuple[str, str, str]:
    """Return what a finished page should say."""
    total = weight(path, files[path], "/", files.get)
    grams = per_visit(total, in_country("KOR"))
    return f"{total / 1000:.0f}", f"{grams:.4f}", rating(grams)
