"""The quiz in a real browser: with a script it says whether an answer is right, without one it shows the answer."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The quiz in English, as a phone shows it."""
    opened = context.new_page()
    opened.goto(f"{address}en/quiz/")
    return opened


def test_a_right_answer_is_said_to_be_right_and_explained(page: Page) -> None:
    """The explanation opens, with its source."""
    question = _answered(page, "law", right=True)

    expect(question.get_by_role("status")).to_have_text(
        "That is right. Questions so far: 1. Right at the first try: 1."
    )
    expect(question.get_by_text("The definition is in article 2(3).")).to_be_visible()


def test_a_wrong_answer_is_said_to_be_wrong_and_explained(page: Page) -> None:
    """What is right stands in the explanation."""
    question = _answered(page, "law", right=False)

    expect(question.get_by_role("status")).to_contain_text("Another answer is right.")
    expect(question.locator(".quiz__right")).to_have_text("Answer: The Framework Act on Carbon Neutrality")


def test_only_the_first_try_counts(page: Page) -> None:
    """Of two questions, one was wrong at first."""
    _answered(page, "law", right=False)
    _answered(page, "law", right=True)
    question = _answered(page, "meaning", right=True)

    expect(question.get_by_role("status")).to_contain_text("Questions so far: 2. Right at the first try: 1.")


def test_who_has_not_chosen_is_asked_to(page: Page) -> None:
    """With the focus on the first choice, and the answer still closed."""
    question = page.locator("#law")
    question.get_by_role("button").click()

    expect(question.get_by_role("status")).to_have_text("Choose an answer first.")
    expect(question.get_by_role("radio").first).to_be_focused()
    expect(question.locator(".quiz__right")).to_be_hidden()


def test_nothing_of_it_is_kept(page: Page) -> None:
    """Neither here nor in an address; a reload begins anew."""
    before = page.url
    _answered(page, "law", right=True)

    assert before == page.url
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    page.reload()
    expect(page.locator("#law").get_by_role("status")).to_have_text("")


def test_without_scripts_the_answer_is_there_to_be_opened(browser: Browser, address: str) -> None:
    """And there is no button that would do nothing."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}quiz/")
    page.locator("#law").get_by_text("답과 풀이 보기").click()

    expect(page.locator("#law .quiz__right")).to_be_visible()
    assert 0 == page.locator("main button:visible").count()
    page.close()


def _answered(page: Page, name: str, *, right: bool) -> Locator:
    question = page.locator(f"#{name}")
    question.locator("input[data-right]" if right else "input:not([data-right])").first.check()
    question.get_by_role("button").click()
    return question
