"""Cards: what stands beside a page's address where that is shared."""

import io
import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PIL import Image

from sitegen.draw.cards import draw_card
from sitegen.draw.cards.lettering import Size, fitted
from sitegen.draw.cards.painting import ROOM, TITLE, missing
from sitegen.draw.cards.shapes import MARKS, Mark
from sitegen.model import Card
from sitegen.plan import Assets, units
from sitegen.urls import EMBEDS, Linker
from tests.campaign import Tree
from tests.in_memory import Assembled, assembled
from tests.pages import document, target
from tests.sites import MINIMAL, PROJECT, SHARED, files_in

FACE = (PROJECT / "assets/fonts/card.otf").read_bytes()
LONG = Card(
    "", "시험 캠페인", "추진과제", "delayed", "늦어짐", "아주 긴 제목이 그래도 그림 안에 들어가야 합니다 " * 9, ""
)
HERE = "https://example.org/a/b/"
SIZES = (Size(20, 0, 2), Size(10, 0, 3))
words = st.lists(st.text("가나다라마바사", min_size=1, max_size=9), min_size=1, max_size=40).map(" ".join)


def properties(page: bytes) -> Mapping[str, str]:
    """Return what a page says of itself to whoever shows its address."""
    found = document(page).iterfind("head/meta")
    return {tag.get("property") or tag.get("name") or "": tag.get("content", "") for tag in found}


def test_every_page_that_is_meant_to_be_found_names_a_card_that_there_is(shared: Tree) -> None:
    """By its full address, in the size that it has, and in words."""
    pages = {path: properties(data) for path, data in shared.items() if path.endswith(".html")}
    found = {path for path, told in pages.items() if told.get("robots") != "noindex" and f"/{EMBEDS}" not in f"/{path}"}
    named = {path: pages[path]["og:image"] for path in found}
    assert {target("", address, HERE) for address in named.values()} == cards(shared)
    assert all(pages[path]["og:image:alt"] for path in named)
    assert {(told["og:image:width"], told["og:image:height"]) for path, told in pages.items() if path in named} == {
        ("1200", "630")
    }


def test_a_page_that_is_not_meant_to_be_found_has_no_card(shared: Tree) -> None:
    """Such as the page for addresses that do not exist."""
    assert "og:image" not in properties(shared["404.html"])


def test_a_card_says_in_words_what_is_on_it(shared: Tree) -> None:
    """What it is about, and how that stands."""
    told = properties(shared["en/tasks/solar-roofs/index.html"])
    assert told["og:image:alt"] == f"Task, Planned: {told['og:title']}"
    assert told["twitter:card"] == "summary_large_image"


def test_pages_without_a_card_of_their_own_share_the_site_s(shared: Tree) -> None:
    """In their language."""
    source, agency = (
        properties(shared[f"en/{path}/index.html"]) for path in ("sources/report", "agencies/energy-office")
    )
    assert source["og:image"] == agency["og:image"]
    assert "/assets/cards/en/site." in source["og:image"]


def test_a_page_names_its_other_languages_and_when_it_was_changed(shared: Tree) -> None:
    """As Open Graph has it."""
    told = properties(shared["events/arbor-day/index.html"])
    assert (told["og:locale"], told["og:locale:alternate"]) == ("ko_KR", "en_GB")


def test_without_an_address_there_are_no_cards() -> None:
    """Nobody could ask for them."""
    assert drawn(assembled(SHARED), Linker(HERE))
    assert not drawn(assembled(SHARED), Linker())


def test_a_site_that_does_not_ask_for_cards_has_none(published: Tree) -> None:
    """Nor anything that speaks of them."""
    assert not cards(published)
    assert {"og:image", "twitter:card"}.isdisjoint(properties(published["index.html"]))


def test_what_is_withheld_has_no_card() -> None:
    """As it has no page."""
    path = "content/tasks/solar-roofs.ko.md"
    withheld = files_in(SHARED)[path].replace("---\n", "---\ndraft: true\n", 1)
    titles = {card.title for card in drawn(assembled(f"-- {path} --\n{withheld}", MINIMAL + SHARED), Linker(HERE))}
    assert {card.title for card in drawn(assembled(SHARED), Linker(HERE))} - titles == {
        "햇빛 지붕",
        "Sun on the roofs",
    }


def test_the_address_of_a_card_changes_with_what_is_on_it() -> None:
    """Whoever has shown it keeps it for long."""
    before, after = (
        {card.path for card in drawn(assembled(text), Linker(HERE))}
        for text in (SHARED, SHARED.replace("title: Sun on the roofs", "title: Sun and roofs"))
    )
    assert {path.partition(".")[0] for path in before - after} == {"assets/cards/en/tasks/solar-roofs"}


def test_a_card_holds_pixels_of_sixteen_colours_and_nothing_else() -> None:
    """It is small, and tells nothing of who made it, when or with what."""
    png, _ = draw_card(LONG, FACE)
    picture = Image.open(io.BytesIO(png))
    assert (picture.size, picture.mode, len(picture.getcolors())) == ((1200, 630), "P", 16)
    assert chunks(png) == {"IHDR", "PLTE", "IDAT", "IEND"}
    assert len(png) <= 25 * 1024


def test_a_card_is_the_same_wherever_it_is_drawn(tmp_path: Path) -> None:
    """Another process, with no font of the system's within reach, draws the same bytes."""
    (tmp_path / "face").write_bytes(FACE)
    program = (
        "import sys; from sitegen.draw.cards import draw_card; from sitegen.model import Card;"
        f"sys.stdout.buffer.write(draw_card({LONG!r}, open('face', 'rb').read())[0])"
    )
    elsewhere = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=True,
        env={"PYTHONPATH": str(PROJECT), "FONTCONFIG_FILE": "/dev/null", "HOME": str(tmp_path), "LC_ALL": "C"},
    )  # fmt: skip
    assert elsewhere.stdout == draw_card(LONG, FACE)[0]


def test_nothing_is_drawn_at_the_edge_of_a_card_but_the_line() -> None:
    """However long the title: no word is cut off."""
    picture = Image.open(io.BytesIO(draw_card(LONG, FACE)[0])).convert("L")
    right, above = picture.crop((1200 - 60, 0, 1200, 500)), picture.crop((0, 0, 1200, 40))
    assert right.getextrema() == above.getextrema() == (255, 255)


@pytest.mark.parametrize("title", ["탄소중립 紹介", "emoji 🌱", "가\u200d나"])
def test_a_character_that_the_font_lacks_is_named(title: str) -> None:
    """It would be a box."""
    found = missing(Card("", "가", "", "", "", title, ""), FACE)
    assert found
    assert set(found) <= set(title)


def test_the_font_has_what_korean_and_english_need() -> None:
    """Every syllable of Hangul there can be, and the marks that titles have."""
    title = "".join(map(chr, range(0xAC00, 0xD7A4))) + "「」『』“”·…—CO₂ ℃ ₩ ① é"
    assert not missing(Card("", "", "", "", "", title, ""), FACE)


def width(size: int) -> object:
    """Return a measure of letters that are all as wide as they are high."""
    return lambda text: size * len(text)


@given(words)
def test_lines_have_room_and_words_are_whole(title: str) -> None:
    """What is shown are the words in their order, in as many lines as there is room for; the rest is cut off."""
    size, lines = fitted(title, SIZES, 200, width)
    assert len(lines) <= size.lines
    assert all(size.letters * len(line) <= 200 for line in lines)
    shown = " ".join(lines)
    assert shown == title or (size == SIZES[-1] and title.startswith(shown.removesuffix("...")))


@given(words)
def test_no_line_could_be_shorter_without_another_line(title: str) -> None:
    """The longest line is as short as it can be: lines are even."""
    _, lines = fitted(title, (Size(10, 0, 99),), 200, width)
    longest = max(map(len, lines))
    assert all(
        len(f"{line} {following.split()[0]}") >= longest or len(line) <= longest for line, following in pairwise(lines)
    )


def test_a_word_that_is_wider_than_a_card_is_broken() -> None:
    """It would be cut off."""
    assert fitted("가" * 25, (Size(10, 0, 3),), 100, width)[1] == ["가" * 10, "가" * 10, "가" * 5]


def test_a_title_of_usual_length_is_set_large() -> None:
    """And a longer one smaller, before it is cut."""
    found = [fitted("가나다라 마바사아 " * count, TITLE, ROOM, width)[0] for count in (1, 2, 4, 9)]
    assert [TITLE.index(size) for size in found] == sorted(TITLE.index(size) for size in found)
    assert found[0] == TITLE[0]


@pytest.mark.parametrize("code", [code for code in MARKS if code != "site"])
def test_the_mark_of_a_status_is_that_of_the_pages(code: str) -> None:
    """Point by point."""
    template = (PROJECT / "templates/components/status.html").read_text(encoding="utf-8")
    drawn = re.search(rf'code == "{code}" %}}(?P<svg>.*)' if code != "unknown" else r"{% else %}(?P<svg>.*)", template)
    assert drawn
    assert numbers(MARKS[code]) == sorted(
        float(number) for number in re.findall(r"\d+(?:\.\d+)?", shapes(drawn["svg"]))
    )


def test_words_that_take_the_whole_line_leave_no_room_for_others() -> None:
    """Those are cut off, and the card is drawn all the same."""
    png, _ = draw_card(structs.replace(LONG, site_name="긴 이름 " * 40, key="긴 낱말 " * 40), FACE)
    assert Image.open(io.BytesIO(png)).size == (1200, 630)


def numbers(mark: Mark) -> list[float]:
    """Return every coordinate and radius of a mark, sorted."""
    points = [point for stroke in mark.strokes for point in stroke] + [*(mark.ahead or ())]
    round_ones = [number for (x, y), radius in filter(None, (mark.dot, mark.ring)) for number in (x, y, radius)]
    return sorted([*(float(number) for point in points for number in point), *round_ones])


def shapes(svg: str) -> str:
    """Return the coordinates and radii in an SVG; `H` is followed by one only, and its other one is that before."""
    told = " ".join(re.findall(r' (?:cx|cy|r|d)="([^"]+)"', svg))
    return re.sub(r"M([\d.]+) ([\d.]+)H([\d.]+)", r"M\1 \2 \3 \2", told)


def drawn(found: Assembled, linker: Linker) -> list[Card]:
    """Return every card that is planned for a site."""
    assets = Assets("assets/site.css", "assets/icon.svg", (), {"share": "assets/share.js"}, face="a font")
    products = (made for unit in units(found.site, linker, assets) for made in unit.make(found.witness()))
    return [made for made in products if isinstance(made, Card)]


def cards(site: Mapping[str, bytes]) -> set[str]:
    """Return the paths of all cards of a site."""
    return {path for path in site if path.startswith("assets/cards/")}


def chunks(png: bytes) -> set[str]:
    """Return the names of the parts of a PNG file: https://www.w3.org/TR/png-3/#5Chunk-layout."""
    found, start = set(), 8
    while start < len(png):
        (length,) = struct.unpack(">I", png[start : start + 4])
        found.add(png[start + 4 : start + 8].decode())
        start += length + 12
    return found
