"""Figures on pages: one record, written once, shown wherever it is used, leading to where it comes from and back."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest
from msgspec import Struct

from sitegen.files import File
from sitegen.kinds.telling import tellings
from sitegen.parse import Parsed, Reading, decode, parse_files
from sitegen.parse.languages import Languages
from tests.pages import dead_addresses, document, links, words_in
from tests.sites import CAMPAIGN, built, edit, plant, run

SEOUL = ZoneInfo("Asia/Seoul")

ABOUT = "content/pages/about.ko.md"
ABOUT_EN = "content/pages/about.en.md"
FIGURES = "content/figures.yaml"
KO = """---
title: 소개
summary: 배출량은 [=emissions]입니다.
---

2018년에 [=emissions ~2]을 내보냈습니다. 다시 말하면 [=emissions number] 톤입니다. [@report#count]
"""
EN = """---
title: About
summary: Emissions were [=emissions].
---

In 2018, it was [=emissions ~2].
"""

GLOSSARY = """- id: net-zero
  term: {ko: 탄소중립, en: Net zero}
  short: {ko: "2018년에는 [=emissions]을 내보냈습니다.", en: "In 2018, it was [=emissions]."}
"""
QUESTIONS = """- id: why
  question: {ko: 왜 하나요?, en: Why do it?}
  answer: {ko: "더워지기 때문입니다. [@report#count]", en: "Because it gets warmer. [@report#count]"}
  reviewed_on: 2026-06-01
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with a page that shows a figure; tests only read it."""
    folder = plant(tmp_path_factory.mktemp("figures"), CAMPAIGN)
    edit(folder, {ABOUT: KO, ABOUT_EN: EN})
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    """Its finished files."""
    return built(folder)


def shown(page: bytes) -> list[Element]:
    """Return the figures on a page."""
    return [element for element in document(page).iter("a") if element.get("class") == "figure"]


def ids(page: bytes) -> dict[str, Element]:
    """Return the elements of a page by id."""
    return {element.attrib["id"]: element for element in document(page).iter() if "id" in element.attrib}


def test_a_figure_is_written_as_its_language_writes_it(site: dict[str, bytes]) -> None:
    """Whole, rounded and said to be so, and without its unit."""
    assert ["7억 2,760만 톤", "약 7억 3,000만 톤", "7억 2,760만"] == [
        each.text for each in shown(site["about/index.html"])
    ]
    assert ["727.6 million tonnes", "about 730 million tonnes"] == [
        each.text for each in shown(site["en/about/index.html"])
    ]


def test_a_figure_leads_to_its_reference_and_back(site: dict[str, bytes]) -> None:
    """One reference for all its places, before that of the citation, which comes after it in the text."""
    page = site["about/index.html"]
    found = ids(page)
    (reference,) = {found[each.attrib["href"].removeprefix("#")] for each in shown(page)}
    assert "1" == reference.get("value")
    back = [link.attrib["href"] for link in reference.iter("a") if link.get("role") == "doc-backlink"]
    assert [f"#{each.attrib['id']}" for each in shown(page)] == back
    assert ["[2]"] == [each.text for each in document(page).iter("a") if (each.text or "").startswith("[")]


def test_a_reference_says_what_is_counted_when_and_in_whose_words(site: dict[str, bytes]) -> None:
    """With a way to the passage, and to the figure among all figures."""
    page = site["about/index.html"]
    (notes,) = [element for element in document(page).iter() if element.get("role") == "doc-endnotes"]
    first = next(notes.iter("li"))
    assert "한 해 배출량: 7억 2,760만 톤 (2018년)" in words_in(first)
    assert ["727.6 million tonnes"] == [quotation.text for quotation in first.iter("q")]
    assert {"../figures/#emissions", "../sources/inventory/#passage-emissions"} <= {
        link.attrib["href"] for link in first.iter("a")
    }


def test_the_list_of_figures_gives_each_with_its_passage(site: dict[str, bytes]) -> None:
    """At its own anchor."""
    entry = ids(site["figures/index.html"])["emissions"]
    assert "7억 2,760만 톤" in words_in(entry)
    assert "../sources/inventory/#passage-emissions" in {link.attrib["href"] for link in entry.iter("a")}


def test_elsewhere_a_figure_is_words_like_others(site: dict[str, bytes]) -> None:
    """In what search engines show, and in lists."""
    assert '<meta name="description" content="배출량은 7억 2,760만 톤입니다.">' in site["about/index.html"].decode()


def test_a_source_names_what_rests_on_a_figure_of_it(tmp_path: Path) -> None:
    """Though that names the figure only, and no citation the source."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT_EN: EN})
    assert "../../../en/about/" in {link.href for link in links(built(folder)["en/sources/inventory/index.html"])}


def test_a_source_names_the_records_that_rest_on_it(tmp_path: Path) -> None:
    """In a field of theirs, by a citation in a text, and by a figure that they show."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {
        "content/glossary.yaml": GLOSSARY,
        "content/questions.yaml": QUESTIONS,
    })  # fmt: skip
    page = built(folder)
    report = {link.href for link in links(page["sources/report/index.html"])}
    assert {"../../timeline/#goal-set", "../../questions/#why"} <= report
    assert "../../glossary/#net-zero" in {link.href for link in links(page["sources/inventory/index.html"])}
    assert "../../glossary/#net-zero" not in report


def test_no_address_leads_nowhere(site: dict[str, bytes]) -> None:
    """Of references, passages, and places that lead back."""
    assert [] == dead_addresses(site)


def test_another_value_reaches_every_page_and_only_those(tmp_path: Path) -> None:
    """As a build from nothing would have it."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT: KO, ABOUT_EN: EN})
    before = built(folder)
    for path in (FIGURES, "content/sources/inventory.ko.md"):
        text = (folder / path).read_text("utf-8")
        edit(folder, {path: text.replace("727600000", "727500000").replace("727.6 million", "727.5 million")})
    assert 0 == run(folder, "seal", "inventory").returncode
    after = built(folder)
    assert after == built(folder, "--output", str(tmp_path / "anew"), "--no-cache")
    changed = {path for path in after if path.endswith(".html") and before.get(path) != after[path]}
    assert {"about/index.html", "en/about/index.html", "figures/index.html", "en/figures/index.html"} <= changed
    assert all("about" in path or "figures" in path or "sources" in path for path in changed)


def test_a_figure_that_changes_its_source_changes_both_sources(tmp_path: Path) -> None:
    """Each names what rests on it: as a build from nothing would have it."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT: KO, ABOUT_EN: EN})
    for language in ("ko", "en"):
        path = f"content/sources/inventory.{language}.md"
        if (folder / path).exists():
            edit(folder, {path.replace("inventory", "other"): (folder / path).read_text("utf-8")})
    assert 0 == run(folder, "seal", "other").returncode
    built(folder)
    edit(folder, {FIGURES: (folder / FIGURES).read_text("utf-8").replace("source: inventory", "source: other")})
    after = built(folder)
    assert after == built(folder, "--output", str(tmp_path / "anew"), "--no-cache")
    assert "../../about/" in {link.href for link in links(after["sources/other/index.html"])}


def test_what_is_provisional_says_so_and_so_does_its_basis(tmp_path: Path) -> None:
    """The first wherever it is shown, the second where it is explained."""
    folder = plant(tmp_path, CAMPAIGN)
    text = (folder / FIGURES).read_text("utf-8")
    edit(folder, {ABOUT: KO, FIGURES: f"{text.rstrip()}\n  provisional: true\n  basis: ipcc-2006\n"})
    page = built(folder)["about/index.html"]
    assert "7억 2,760만 톤(잠정)" == shown(page)[0].text
    assert "2006년 IPCC 지침" in words_in(document(page))


def test_a_claim_can_stand_in_every_text_that_readers_are_told(tmp_path: Path) -> None:
    """In all kinds: each is shown on its page, and each leads to a reference and back."""
    folder = plant(tmp_path, CAMPAIGN)
    marked = sum(mark(file, folder) for file in sorted((folder / "content").rglob("*.*")))
    assert marked > 60  # two a text, and the campaign has something of every kind
    site = built(folder)
    assert [] == dead_addresses(site)
    assert [] == [path for path, data in site.items() if path.endswith(".html") and (b"[=" in data or b"[@" in data)]


def mark(file: Path, folder: Path) -> int:
    """Add a figure and a citation to each text of a file that readers are told, and return how many texts these are."""
    path, text = file.relative_to(folder).as_posix(), file.read_text("utf-8")
    if "strings" in file.parts or file.name == "site.yaml" or file.suffix == ".csv":
        return 0
    reading = Reading(File(path, text.encode()), path.replace(".en.md", ".ko.md"), Languages(("ko", "en"), SEOUL))
    (result,) = parse_files((reading,))
    told = {telling.text for value in values_in(decode(result.head)) for telling in tellings(value)}
    for words in told:
        text = re.sub(rf"(?<=[:,-] ){re.escape(words)}(?=[,}}\n\]])", rf'"{words} [=emissions] [@report#count]"', text)
    file.write_text(text, encoding="utf-8")
    return len(told)


def values_in(parsed: Parsed) -> Iterator[Struct]:
    """Yield everything that a file says."""
    yield from (record.value for record in parsed.records)
    yield from parsed.log.updates if parsed.log else ()
    if parsed.document:
        yield parsed.document.words
        yield from (parsed.document.facts,) if parsed.document.has_facts else ()
