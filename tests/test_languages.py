"""Pages in two languages lead to each other; a page in one language only is found from both, and marked."""

import pytest

from sitegen.model import AnyItem
from sitegen.translations import OUTDATED, state_of
from tests.campaign import Tree
from tests.in_memory import assembled
from tests.pages import dead_addresses, document, link_to, links, metadata, target, text
from tests.sites import CAMPAIGN, MINIMAL, built, edit, plant

KOREAN_ONLY = """
-- content/actions/walk.ko.md --
---
title: 걷기
summary: 가까운 곳은 걷습니다.
steps: [걷습니다.]
pledge: 걷겠습니다.
audience: [home]
field: transport
stage: 1
---
"""
KOREAN_ONLY += """
-- content/events/fair.ko.md --
---
title: 박람회
summary: 박람회입니다.
meaning: 뜻입니다.
type: campaign
start: 2026-06-06
---
-- content/strategy/part.ko.md --
---
title: 갈래
summary: 갈래입니다.
meaning: 뜻입니다.
level: direction
parent: plan
order: 1
adopted_on: 2020-12-07
naming: {ko: official}
---
"""
ENGLISH_ONLY = """
-- content/actions/cycle.en.md --
---
title: Cycling
summary: Go by bicycle.
steps: [Cycle.]
pledge: I will cycle.
audience: [home]
field: transport
stage: 2
---
"""


@pytest.fixture(scope="module")
def one_sided(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The campaign with an action in Korean only and one in English only."""
    folder = plant(tmp_path_factory.mktemp("site"), CAMPAIGN + KOREAN_ONLY + ENGLISH_ONLY)
    return built(folder, "--base-url", "https://example.org/")


@pytest.fixture(scope="module")
def stale(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The campaign with two translations whose originals have changed since: one into English, one into Korean."""
    folder = plant(tmp_path_factory.mktemp("stale"), CAMPAIGN)
    for path in ("content/tasks/solar-roofs.en.md", "content/news/release.ko.md"):
        words = (folder / path).read_text(encoding="utf-8")
        edit(folder, {path: words.replace("\n---", "\ntranslated_from: 0123456789-abcdef0123\n---", 1)})
    return built(folder)


def test_the_language_switch_leads_to_the_same_page(campaign: Tree) -> None:
    """The link to the other language leads to the very same thing on every page but the not-found pages."""
    pages = [path for path in campaign if path.endswith("/index.html") or path == "index.html"]
    switches = {path: target(path, link_to(_other(path), campaign[path]).href) for path in pages}
    assert {path: _translated(path) for path in pages} == switches


@pytest.mark.parametrize("path", ["actions/walk/index.html", "en/actions/cycle/index.html"])
def test_a_page_in_one_language_exists_once(one_sided: Tree, path: str) -> None:
    """It comes out in its own language and not in the other."""
    assert path in one_sided
    assert _translated(path) not in one_sided


@pytest.mark.parametrize(
    ("path", "title", "language"),
    [
        ("en/actions/index.html", "걷기", "ko"),
        ("actions/index.html", "걷기", "ko"),
        ("actions/index.html", "Cycling", "en"),
        ("en/actions/index.html", "Cycling", "en"),
    ],
)
def test_a_page_in_one_language_is_listed_in_both(one_sided: Tree, path: str, title: str, language: str) -> None:
    """Lists in both languages link to it, and mark its title as being in its language."""
    assert language == link_to(title, one_sided[path]).language


@pytest.mark.parametrize(
    ("path", "other"), [("actions/walk/index.html", "English"), ("en/actions/cycle/index.html", "한국어")]
)
def test_a_page_in_one_language_offers_no_other(one_sided: Tree, path: str, other: str) -> None:
    """There is no language link where there is no page to lead to."""
    assert other not in {link.words for link in links(one_sided[path])}


@pytest.mark.parametrize("path", ["actions/walk/index.html", "en/actions/cycle/index.html"])
def test_search_engines_are_told_of_no_translation_that_is_not_there(one_sided: Tree, path: str) -> None:
    """A page in one language has a canonical address but names no alternates."""
    assert {} == metadata(one_sided[path], "alternate")
    assert {"": f"https://example.org/{path.removesuffix('index.html')}"} == metadata(one_sided[path], "canonical")


def test_every_link_of_a_one_sided_site_leads_somewhere(one_sided: Tree) -> None:
    """No page links to a translation that is not there."""
    assert [] == dead_addresses(one_sided, "https://example.org/")


def test_a_translation_that_says_so_links_to_its_original(campaign: Tree) -> None:
    """The Korean page of news first written in English leads to the English text, marked as English."""
    link = link_to("A meeting was held", campaign["news/release/index.html"])
    assert ("en/news/release/index.html", "en") == (target("news/release/index.html", link.href), link.language)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("en/actions/index.html", "Available in Korean only"),
        ("actions/index.html", "영어 글만 있습니다"),
        ("en/strategy/index.html", "Available in Korean only"),
        ("en/index.html", "Available in Korean only"),
    ],
)
def test_what_is_there_in_another_language_only_is_said_to_be(one_sided: Tree, path: str, marked: str) -> None:
    """In lists, in the tree of the strategy, and for the next date, before anybody opens it in vain."""
    assert marked in text(one_sided[path])


def test_what_is_there_in_this_language_has_no_such_mark(campaign: Tree) -> None:
    """The campaign has everything in both."""
    pages = [text(data) for path, data in campaign.items() if path.endswith(".html")]
    assert not [page for page in pages if "Available in" in page or "글만 있습니다" in page]


def test_a_page_whose_original_has_changed_says_so(stale: Tree) -> None:
    """And leads to the original, marked as being in its language."""
    page = stale["en/tasks/solar-roofs/index.html"]
    assert "This translation may be out of date: the Korean original has been changed since." in text(page)
    link = link_to("햇빛 지붕", page)
    assert ("tasks/solar-roofs/index.html", "ko") == (
        target("en/tasks/solar-roofs/index.html", link.href),
        link.language,
    )


def test_a_korean_page_whose_english_original_has_changed_says_so(stale: Tree) -> None:
    """Beside what it says of being a translation, with one link to the original."""
    words = text(stale["news/release/index.html"])
    notice = "이 글은 번역문입니다. 번역한 뒤에 영어 원문이 바뀌었습니다. 이 글은 최신 내용이 아닐 수 있습니다."
    assert f"{notice} 원문: A meeting was held" in words


@pytest.mark.parametrize(
    "path", ["tasks/solar-roofs/index.html", "en/news/release/index.html", "en/about/index.html", "about/index.html"]
)
def test_originals_and_translations_that_nobody_has_stamped_say_nothing(stale: Tree, path: str) -> None:
    """It is not known of them that they are out of date."""
    assert [] == [words for words in ("out of date", "최신") if words in text(stale[path])]


@pytest.mark.parametrize(
    ("original", "translation", "is_told"),
    [("", "", False), ("새 말.", "", True), ("새 말.", "New.", True), ("", "New.", False), ("\n \n", "\n", False)],
    ids=["nothing", "the original", "both", "the translation", "layout only"],
)
def test_readers_are_told_of_a_change_of_the_original_alone(original: str, translation: str, *, is_told: bool) -> None:
    """A translation that was edited after it was stamped, or words that were laid out anew, are not out of date."""
    korean, english = _roofs(CAMPAIGN).documents.values()
    stamp = f"translated_from: {korean.meaning}-{english.meaning}"
    edited = CAMPAIGN.replace("---\n본문", f"---\n{original}본문")
    edited = edited.replace("---\nThis is", f"{stamp}\n---\n{translation}This is")
    assert is_told == (state_of(_roofs(edited), "en") in OUTDATED)


def _roofs(campaign: str) -> AnyItem:
    return assembled(campaign, MINIMAL).site.items["task"]["solar-roofs"]


def test_a_name_that_is_known_in_one_language_is_marked_in_the_other(campaign: Tree) -> None:
    """An agency without an English name keeps its Korean one on its English page, marked as Korean."""
    heading = document(campaign["en/agencies/forest-service/index.html"]).find(".//h1")
    assert heading is not None
    assert ("숲관리청", "ko") == ("".join(heading.itertext()), heading.get("lang"))


def _other(path: str) -> str:
    return "한국어" if path.startswith("en/") else "English"


def _translated(path: str) -> str:
    return path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
