"""What actions save: which numbers a page offers to be added up, and which never."""

from collections.abc import Mapping

import pytest

from tests.campaign import Tree
from tests.pages import document, text
from tests.sites import CAMPAIGN, built, files_in, plant, run

FIGURE = """- id: {id}
  label: {{ko: "{id}의 양", en: "What {id} saves"}}
  value: {value}
  unit: {{ko: {unit}, en: {unit}}}
  as_of: {as_of}
  source: guide
  passage: all
  quote: {value}{unit}
"""
ACTION = """-- content/actions/{id}.ko.md --
---
title: {id}
summary: 합니다.
steps: [합니다.]
pledge: {id}를 하겠습니다.
audience: [home]
field: energy
stage: 1
effect:
  figure: {id}
  assumption: {{ko: 그렇게 가정했습니다.}}
  adds_up: {adds_up}
---
"""
FIGURES = {
    "basin": ("19.5", "kg", "2021", "true"),
    "fridge": ("40", "kg", "2021", "true"),
    "laundry": ("6.7", "kg", "2023", "true"),
    "bags": ("616", "t", "2021", "true"),
    "heating": ("75.1", "kg", "2021", "false"),
}
"""Value, unit, date, and whether it may be added up."""
REST = """-- content/sources/guide.ko.md --
---
title: 안내서
summary: 안내서입니다.
publisher: 환경부
type: document
grade: official
published_on: 2021
accessed_on: 2026-01-01
language: ko
licence: unknown
passages:
  - {id: all, language: ko, text: "19.5kg 40kg 6.7kg 616t 75.1kg"}
---
-- content/pages/pledge.ko.md --
---
title: 약속
summary: 고릅니다.
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The finished files of a campaign whose actions save amounts of several kinds."""
    figures = "".join(
        FIGURE.format(id=name, value=value, unit=unit, as_of=as_of) for name, (value, unit, as_of, _) in FIGURES.items()
    )
    actions = "".join(ACTION.format(id=name, adds_up=known[3]) for name, known in FIGURES.items())
    known = files_in(CAMPAIGN)["content/figures.yaml"]
    whole = f"{CAMPAIGN}{REST}{actions}-- content/figures.yaml --\n{known}{figures}"
    folder = plant(tmp_path_factory.mktemp("savings"), whole)
    run(folder, "seal", "guide")
    return built(folder)


def test_only_numbers_of_one_time_and_unit_are_added_to_each_other(site: Tree) -> None:
    """Of the same source these two are of one count; another year or unit is another sum."""
    ways = {name: box["data-way"] for name, box in _boxes(site).items() if box["data-way"]}
    assert ways["basin"] == ways["fridge"]
    assert len({*ways.values()}) == 3


def test_what_may_not_be_added_up_has_no_number_for_the_script(site: Tree) -> None:
    """It is shown all the same."""
    boxes = _boxes(site)
    assert ("", "") == (boxes["heating"]["data-value"], boxes["heating"]["data-way"])
    assert ("", "") == (boxes["switch-off"]["data-value"], boxes["switch-off"]["data-way"])
    assert "한 해에 75.1kg." in text(site["pledge/index.html"])


def test_each_sum_is_said_with_its_date_and_unit(site: Tree) -> None:
    """As the build writes them; the script only puts in the numbers."""
    sums = [place.get("data-many", "") for place in document(site["pledge/index.html"]).iter("p")]
    said = [words for words in sums if "{amount}" in words]
    assert ["2021", "2021", "2023"] == sorted(words.split("년")[0][-4:] for words in said)
    assert ["{amount}kg", "{amount}kg", "{amount}t"] == sorted(
        words[words.index("{amount}") :].split("입")[0] for words in said
    )


def test_a_list_says_who_gives_the_number(site: Tree) -> None:
    """With the assumption, and the way to the passage."""
    assert "한 해에 19.5kg. 그렇게 가정했습니다. 출처: 환경부(2021년)" in text(site["actions/index.html"])


def _boxes(site: Tree) -> Mapping[str, Mapping[str, str]]:
    found = document(site["pledge/index.html"]).iter("input")
    return {box.get("value", ""): box.attrib for box in found if box.get("type") == "checkbox"}
