"""The list of tasks, chosen from: a page for each choice, and a script that combines them in place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from sitegen.model import Job
from sitegen.plan import units
from sitegen.plan.assets import Assets
from sitegen.urls import Linker
from tests.browser import Serve
from tests.campaign import Tree
from tests.crowd import tasks
from tests.in_memory import assembled
from tests.pages import dead_addresses, document, link_to, links, metadata, text, words_in
from tests.sites import CAMPAIGN, built, edit, plant, problems, run

HERE = "https://example.org/a/b/"
HEAD = """-- content/pages/tasks.ko.md --
---
{title: 과제 목록, summary: 과제를 모았습니다., lists: task}
---
-- content/pages/tasks.en.md --
---
{title: All tasks, summary: The tasks we know.}
---
"""
ROWS = "[data-marks]:visible"
ASSETS = Assets("assets/site.css", "assets/icon.svg", ())


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a campaign with 301 tasks, built to be published at HERE."""
    folder = plant(tmp_path_factory.mktemp("choices"), CAMPAIGN + tasks(300) + HEAD)
    built(folder, "--base-url", HERE)
    return folder


@pytest.fixture(scope="module")
def finished(long: Path) -> Tree:
    """Its finished files."""
    site = long / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def long_address(long: Path, served: Serve) -> str:
    """Where that campaign is served."""
    return served(long / "site", "a/b/")


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The list of tasks of the project's own site; nothing may be asked of another host, and nothing go wrong."""
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
    opened.goto(f"{address}tasks/")
    yield opened
    assert [] == wrong


def test_a_choice_has_a_page_whose_heading_says_what_it_leaves(finished: Tree) -> None:
    """With the particle that the agency's name asks for, and of how many tasks those are."""
    assert "In progress: 150" not in text(finished["en/tasks/index.html"])
    page = finished["tasks/status/in_progress/index.html"]
    assert "추진 중인 과제는 150개입니다" == words_in(document(page).find(".//h1"))
    assert "출처에서 이름을 확인한 과제 301개 가운데 150개입니다." in text(page)


def test_a_page_of_a_choice_is_one_of_both_languages(finished: Tree) -> None:
    """It is its own canonical address, has the other language beside it, and leads up to the whole list."""
    page, there = finished["en/tasks/status/planned/index.html"], "tasks/status/planned/"
    assert {"": f"{HERE}en/{there}"} == metadata(page, "canonical")
    assert {"ko": HERE + there, "en": f"{HERE}en/{there}", "x-default": HERE + there} == metadata(page, "alternate")
    assert link_to("See the list of all tasks", page).href.endswith("/en/tasks/")


def test_a_choice_that_leaves_many_has_pages_too(finished: Tree) -> None:
    """Fifty rows each; the second says which it is."""
    page = finished["en/tasks/status/planned/page/2/index.html"]
    assert "151 tasks have not begun yet (page 2 of 4)" == words_in(document(page).find(".//h1"))
    assert 50 == len([link for link in links(page) if "/tasks/number-" in link.href])


def test_a_choice_that_leaves_too_much_to_page_through_shows_the_newest(tmp_path: Path) -> None:
    """Fifty of 202, and it says so."""
    site = built(plant(tmp_path, CAMPAIGN + tasks(404) + HEAD))
    page = site["en/tasks/status/in_progress/index.html"]
    assert "There are 202. These are the 50 that were updated last." in text(page)
    assert 50 == len([link for link in links(page) if "/tasks/number-" in link.href])
    assert "en/tasks/status/in_progress/page/2/index.html" not in site


def test_what_all_tasks_have_in_common_is_no_choice(finished: Tree) -> None:
    """One agency leads them all, and all carry out one strategy: to choose it would leave everything."""
    assert not [path for path in finished if "tasks/agency" in path or "tasks/strategy" in path]
    assert b'data-name="agency"' not in finished["tasks/index.html"]


def test_nothing_is_chosen_from_a_short_list(tmp_path: Path) -> None:
    """Nine tasks are read sooner: no filters, no pages of choices, no script; the legend is there all the same."""
    site = built(plant(tmp_path, CAMPAIGN + tasks(8) + HEAD))
    assert b"data-choices" not in site["tasks/index.html"]
    assert b"<script" not in site["tasks/index.html"]
    below = [path for path in site if re.match(r"tasks/(agency|field|strategy|status)/", path)]
    assert ["tasks/status/index.html"] == below


def test_every_address_leads_somewhere(finished: Tree) -> None:
    """From the pages of choices, their further pages and the legend too."""
    assert [] == dead_addresses(finished, HERE)


def test_the_sitemap_leaves_the_pages_of_choices_out(finished: Tree) -> None:
    """What stands on them is on the list and its pages, which are named; the legend is not on any of those."""
    sitemap = finished["sitemap.xml"].decode()
    assert f"<loc>{HERE}tasks/status/</loc>" in sitemap
    assert "tasks/status/planned/" not in sitemap


@pytest.mark.parametrize("name", ["status", "agency", "field", "strategy"])
def test_no_task_can_have_the_address_of_a_filter(tmp_path: Path, name: str) -> None:
    """It would stand above the pages of its choices."""
    folder = plant(tmp_path, CAMPAIGN)
    for language in ("ko", "en"):
        task = folder / f"content/tasks/solar-roofs.{language}.md"
        edit(folder, {f"content/tasks/{name}.{language}.md": task.read_text(encoding="utf-8")})
    edit(folder, {f"content/tasks/{name}.updates.yaml": (task.parent / "solar-roofs.updates.yaml").read_text("utf-8")})
    assert "address-reserved" in [problem["code"] for problem in problems(folder)]


def test_an_agency_that_is_not_published_is_no_choice_and_no_mark() -> None:
    """Its id would tell that it is there: here, the agency that leads every other task is not on the site."""
    lead = "lead_agency: energy-office"
    site = assembled(HEAD + tasks(20).replace(lead, "lead_agency: secret-office", 10))
    listed = next(unit for unit in units(site.site, Linker(), ASSETS) if unit.name == "list/task/en")
    assert "secret" not in str([each.context["view"] for each in listed.make(site.witness()) if isinstance(each, Job)])


def test_the_edit_of_a_body_leaves_all_lists_as_they_are(long: Path) -> None:
    """Only the page of the task itself is written."""
    task = long / "content/tasks/number-00007.en.md"
    task.write_text(task.read_text(encoding="utf-8") + "One more sentence.\n", encoding="utf-8")
    before = _times(long / "site")
    done = run(long, "build", "--base-url", HERE)
    assert done.returncode == 0, done.stderr
    changed = {path for path, time in _times(long / "site").items() if before.get(path) != time}
    assert {"en/tasks/number-00007/index.html"} == {path for path in changed if path.startswith(("tasks", "en/tasks"))}


def test_lists_look_at_no_body() -> None:
    """So that the edit of one cannot concern them."""
    site = assembled(HEAD + tasks(20))
    unit = next(unit for unit in units(site.site, Linker(), ASSETS) if unit.name == "list/task/en")
    witness = site.witness()
    made = [each.output for each in unit.make(witness) if isinstance(each, Job)]
    assert "en/tasks/status/planned/index.html" in made
    assert [] == [cell for cell in witness.seen if cell.startswith("body/task")]


def test_choices_are_combined_in_place(page: Page) -> None:
    """The count is said, the address can be passed on, and what is chosen can be taken away."""
    _choose(page, "status", "completed")
    _choose(page, "field", "finance")

    expect(page).to_have_url(re.compile(r"/tasks/\?status=completed&field=finance$"))
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page.locator(".choices__found")).to_have_text("조건에 맞는 과제는 16개 가운데 2개입니다.")
    assert ["완료", "금융", "조건 모두 지우기"] == _chips(page).all_inner_texts()
    assert ["완료"] == [text for text in page.locator("section:visible h2 .status").all_inner_texts() if text]


def test_whoever_chooses_faster_than_rows_are_loaded_has_chosen_both(page: Page) -> None:
    """Two clicks in one instant, the first ones on the page."""
    page.evaluate("""for (const to of ['status/completed', 'field/finance'])
                         document.querySelector(`a[href*='${to}']`).click()""")
    expect(page.locator("[data-chips] a")).to_have_count(3)
    expect(page).to_have_url(re.compile(r"/tasks/\?status=completed&field=finance$"))


def test_a_choice_is_taken_away(page: Page) -> None:
    """By its chip; whoever did that with the keyboard goes on where the result is told."""
    page.goto(f"{page.url}?status=completed&field=finance")
    expect(page.locator(ROWS)).to_have_count(2)
    page.get_by_role("link", name="조건 지우기: 금융").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/tasks/\?status=completed$"))
    expect(page.locator(ROWS)).to_have_count(4)
    expect(page.locator(".choices__found")).to_be_focused()
    assert ["완료"] == _chips(page).all_inner_texts()


def test_all_choices_are_taken_away_at_once(page: Page) -> None:
    """And the address is that of the list."""
    page.goto(f"{page.url}?status=completed&field=finance")
    page.get_by_role("link", name="조건 모두 지우기").click()

    expect(page).to_have_url(re.compile(r"/tasks/$"))
    expect(page.locator(ROWS)).to_have_count(16)
    expect(page.locator(".choices__found")).to_have_text("과제 16개를 모두 보여 드립니다.")


def test_the_back_button_takes_back_one_choice(page: Page) -> None:
    """And forward makes it again."""
    _choose(page, "status", "unknown")
    expect(page.locator(ROWS)).to_have_count(12)
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(16)
    page.go_forward()
    expect(page.locator(ROWS)).to_have_count(12)


def test_a_choice_that_would_leave_nothing_is_shown_as_such(page: Page) -> None:
    """It says so, and cannot be followed."""
    _choose(page, "status", "completed")
    option = _option(page, "field", "media")
    expect(option).not_to_have_attribute("href", re.compile(".*"))
    expect(option.locator("xpath=../*[@data-shown]")).to_have_text("0개")


def test_the_other_language_keeps_what_is_chosen(page: Page, address: str) -> None:
    """The address is the same but for the language."""
    _choose(page, "status", "completed")
    page.get_by_role("link", name="English").first.click()

    expect(page).to_have_url(f"{address}en/tasks/?status=completed")
    expect(page.locator(".choices__found")).to_have_text("Tasks that fit what you chose: 4 of 16.")


def test_choices_that_fit_nothing_say_so(page: Page) -> None:
    """They can only come from an address that somebody made up; what is no choice at all is passed over."""
    page.goto(f"{page.url}?status=completed&field=media&agency=nobody")
    expect(page.locator(".choices__found")).to_have_text("조건에 모두 맞는 과제가 없습니다. 조건을 하나 지워 보세요.")
    expect(page.locator(ROWS)).to_have_count(0)


def test_a_choice_is_made_with_the_keyboard_and_keeps_the_focus(page: Page) -> None:
    """Enter on the link; the next Tab goes on from there."""
    _option(page, "status", "completed").focus()
    page.keyboard.press("Enter")

    expect(page.locator(ROWS)).to_have_count(4)
    expect(_option(page, "status", "completed")).to_be_focused()
    expect(_option(page, "status", "completed")).to_have_attribute("aria-current", "true")


def test_without_scripts_each_choice_is_a_link(browser: Browser, address: str) -> None:
    """Whatever the address says, the whole list is there, and a choice leads to its page."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}tasks/?status=completed")
    assert 16 == page.locator(ROWS).count()
    page.locator("summary", has_text="맡은 기관").click()
    page.get_by_role("link", name="경찰청", exact=True).first.click()

    assert page.url == f"{address}tasks/agency/national-police-agency/"
    assert "경찰청이 맡은 과제는 1개입니다" == page.locator("h1").inner_text()
    page.close()


def test_a_list_of_several_pages_is_chosen_from_as_a_whole(context: BrowserContext, long_address: str) -> None:
    """Its rows are loaded when somebody first chooses, and not before."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{long_address}en/tasks/")
    assert "rows.json" not in asked
    _choose(page, "status", "planned")

    expect(page.locator("[data-results] > li:visible")).to_have_count(151)
    expect(page.locator(".choices__found")).to_have_text("Tasks that fit what you chose: 151 of 301.")
    expect(page.locator(".pagination")).to_be_hidden()
    page.get_by_role("link", name="Task number 299").click()
    page.wait_for_url("**/en/tasks/number-00299/")


def test_a_list_that_cannot_be_loaded_says_so(context: BrowserContext, long_address: str) -> None:
    """And stays as it was."""
    page = context.new_page()
    page.route("**/rows.json", lambda route: route.abort())
    page.goto(f"{long_address}tasks/?status=planned")
    expect(page.locator(".choices__found")).to_contain_text("목록을 불러오지 못했습니다.")
    expect(page.locator(".pagination")).to_be_visible()


def _times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.*")
            if path.is_file()}  # fmt: skip


def _option(page: Page, name: str, option: str) -> Locator:
    return page.locator(f'[data-name="{name}"] [data-option="{option}"]')


def _choose(page: Page, name: str, option: str) -> None:
    """Choose as somebody does who has opened the list of options if they are in one."""
    found = _option(page, name, option)
    if not found.is_visible():
        page.locator("details", has=found).locator("summary").click()
    found.click()


def _chips(page: Page) -> Locator:
    return page.locator("[data-chips] a")
