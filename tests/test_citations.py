"""Citations on pages: from the claim to the passage and back, and that nothing they rest on can change unnoticed."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.pages import dead_addresses, document, links, words_in
from tests.sites import CAMPAIGN, built, edit, plant, run

ABOUT = "content/pages/about.ko.md"
PAGE = "about/index.html"
SOURCE = "content/sources/report.ko.md"
HEAD = "---\ntitle: 소개\nsummary: 소개합니다.\n---\n"
CITING = f"""{HEAD}
과제는 30개입니다. [@report#count] 모두 새 과제입니다. [@report "30 new tasks"]

다시 말하면 30개입니다. [@report#count]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with a page that cites a source; tests only read it."""
    folder = plant(tmp_path_factory.mktemp("citing"), CAMPAIGN)
    edit(folder, {ABOUT: CITING})
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    """Its finished files."""
    return built(folder)


def with_role(page: bytes, role: str) -> list[Element]:
    """Return the elements of a page that have a role."""
    return [element for element in document(page).iter() if element.get("role") == role]


def ids(page: bytes) -> dict[str, Element]:
    """Return the elements of a page by id."""
    return {element.attrib["id"]: element for element in document(page).iter() if "id" in element.attrib}


def test_each_number_leads_to_its_reference_and_back(site: dict[str, bytes]) -> None:
    """One number for what says the same, and a way back to each place."""
    marks, found = with_role(site[PAGE], "doc-noteref"), ids(site[PAGE])
    assert ["[1]", "[2]", "[1]"] == [mark.text for mark in marks]
    references = [found[mark.attrib["href"].removeprefix("#")] for mark in marks]
    assert ["1", "2", "1"] == [reference.get("value") for reference in references]
    for mark, reference in zip(marks, references, strict=True):
        back = [link.attrib["href"] for link in reference.iter("a") if link.get("role") == "doc-backlink"]
        assert f"#{mark.attrib['id']}" in back
    assert 3 == len(with_role(site[PAGE], "doc-backlink"))


def test_a_reference_says_who_published_what_and_when(site: dict[str, bytes]) -> None:
    """And the words that are quoted, or else a short passage, marked as being in their language."""
    (notes,) = with_role(site[PAGE], "doc-endnotes")
    first, second = notes.findall("ol/li")
    assert "보고서 · 에너지청 · 2021년 1분기" in words_in(first)
    quotations = [(quotation.text, quotation.get("lang")) for note in (first, second) for quotation in note.iter("q")]
    assert [("There are 30 new tasks.", "en"), ("30 new tasks", "en")] == quotations


def test_a_reference_leads_to_the_passage(site: dict[str, bytes]) -> None:
    """Also where only words of it are quoted; and no address on any page leads nowhere."""
    (notes,) = with_role(site[PAGE], "doc-endnotes")
    assert ["../sources/report/#passage-count"] * 2 == [note.find("span/a").attrib["href"] for note in notes.iter("li")]  # type: ignore[union-attr]
    assert [] == dead_addresses(site)


def test_a_source_names_what_cites_it_in_its_text(site: dict[str, bytes]) -> None:
    """As it names what lists it among its sources."""
    assert "../../about/" in {link.href for link in links(site["sources/report/index.html"])}


def test_a_page_without_citations_has_no_references(site: dict[str, bytes]) -> None:
    """Not even an empty list."""
    assert [] == with_role(site["tasks/solar-roofs/index.html"], "doc-endnotes")


def test_a_source_that_a_reference_leads_to_is_not_named_again(tmp_path: Path) -> None:
    """It is while nothing on the page cites it."""
    folder = plant(tmp_path, CAMPAIGN)
    listing = HEAD.replace("summary", "sources: [report]\nsummary")
    edit(folder, {ABOUT: CITING.replace(HEAD, listing)})
    assert document(built(folder)[PAGE]).find(".//*[@id='page.sources']") is None
    edit(folder, {ABOUT: f"{listing}\n과제를 찾았습니다.\n"})
    assert document(built(folder)[PAGE]).find(".//*[@id='page.sources']") is not None


def test_a_citation_that_comes_or_goes_reaches_the_source(tmp_path: Path) -> None:
    """Though it is in a body, which few other pages look at: as a build from nothing would have it."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT: HEAD})
    built(folder)
    for body in (CITING, HEAD):
        edit(folder, {ABOUT: body})
        assert built(folder) == built(folder, "--output", str(tmp_path / "anew"), "--no-cache")


def test_one_word_changed_in_a_passage_fails_at_each_place_that_quotes_it(tmp_path: Path) -> None:
    """With the line, in whatever file it is."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT: CITING, "content/pages/about.en.md": f"{HEAD}\nAll are new. [@report “30 new tasks”]\n"})
    text = (folder / SOURCE).read_text("utf-8")
    edit(folder, {SOURCE: text.replace("30 new tasks", "31 new tasks")})
    said = run(folder, "check").stderr
    assert f"{ABOUT}:6:41: error[citation-words]" in said
    assert "content/pages/about.en.md:6:14: error[citation-words]" in said


def test_a_source_that_is_taken_away_fails_at_each_place_that_cites_it(tmp_path: Path) -> None:
    """Every one of them."""
    folder = plant(tmp_path, CAMPAIGN)
    edit(folder, {ABOUT: CITING})
    for language in ("ko", "en"):
        (folder / f"content/sources/report.{language}.md").unlink()
    said = run(folder, "check").stderr
    assert 3 == said.count(f"{ABOUT}:") == said.count("error[citation-source]")


def test_words_are_compared_in_one_form_of_unicode_and_with_any_white_space(tmp_path: Path) -> None:
    """As they come from different keyboards, and lines are broken anywhere; nothing else may differ."""
    folder = plant(tmp_path, CAMPAIGN)
    text = (folder / SOURCE).read_text("utf-8")
    new = text.replace("passages:\n", "passages:\n  - {id: ko, language: ko, text: 숲은 모두 45곳이다.}\n")
    edit(folder, {SOURCE: new, ABOUT: f'{HEAD}\n45곳입니다. [@report "\u1109\u116e\u11c1\u110b\u1173\u11ab\n모두"]\n'})
    assert 0 == run(folder, "seal", "report").returncode
    assert "" == run(folder, "check").stderr
    edit(folder, {ABOUT: f'{HEAD}\n45곳입니다. [@report "숲은모두"]\n'})
    assert "error[citation-words]" in run(folder, "check").stderr
