"""The pledge: chosen, added up, kept, cleared, passed on and printed, in a real browser."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sitegen.quantities import rounded, written

GUIDE = {
    "unplug-the-rice-cooker": Decimal("141.9"),
    "fill-the-fridge-less": Decimal(40),
    "wash-dishes-in-a-basin": Decimal("19.5"),
    "watch-less-television": Decimal("16.5"),
    "wash-once-less-a-week": Decimal("4.9"),
    "no-disposable-cutlery": Decimal("1.1"),
    "bills-without-paper": Decimal("0.6"),
}
"""What one article reports of one edition of a guide, in kg a year: the only numbers that may be added up."""
SUBSETS = tuple(chain.from_iterable(combinations(GUIDE, size) for size in range(2, len(GUIDE) + 1)))
TWO = (
    "이 가운데 2가지는 2021년 안내서에 어림값이 있습니다."
    " 그것만 더하면 한 해에 이산화탄소 약 180kg입니다. 잰 값이 아닙니다."
)
ONE = (
    "For one of them the guide of 2021 gives an estimate: about 0.6 kg of carbon dioxide a year."
    " This is not a measurement."
)
REFUSING = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
CHOOSE_EACH = """subsets => subsets.map(ids => {
  for (const box of document.querySelectorAll("[data-choice]")) box.checked = ids.includes(box.value);
  document.querySelector("[data-choice]").dispatchEvent(new Event("change", {bubbles: true}));
  return document.querySelector("[data-sum]").textContent;
})"""


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The pledge in Korean on a small phone; nothing may be asked of another host, and no cookie may be left."""
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{address}pledge/")
    yield opened
    assert [] == [url for url in asked if not url.startswith(address)]
    assert [] == context.cookies()


def test_what_is_chosen_is_counted_in_plain_words(page: Page) -> None:
    """What may be added up apart from what may not."""
    _choose(page, "unplug-the-rice-cooker", "fill-the-fridge-less", "adjust-room-temperature", "leave-no-food")

    assert _said(page) == [
        "실천 4가지를 골랐습니다.",
        TWO,
        "2가지는 더하지 않았습니다. 줄어드는 양을 알 수 없거나, 다른 방법으로 셈한 것입니다.",
    ]


def test_what_the_whole_country_saves_is_never_added(page: Page) -> None:
    """Nor what a text without a date says of a home."""
    _choose(page, "reusable-cup", "shopping-bag", "adjust-room-temperature")

    assert _said(page)[1:] == ["3가지는 더하지 않았습니다. 줄어드는 양을 알 수 없거나, 다른 방법으로 셈한 것입니다."]


def test_one_is_said_as_one(page: Page, address: str) -> None:
    """In English, too."""
    page.goto(f"{address}en/pledge/")
    _choose(page, "bills-without-paper")

    assert _said(page) == [
        "You have chosen 1 action.",
        ONE,
    ]


@pytest.mark.parametrize(
    ("language", "unit", "said"), [("", "kg", "약 {}입니다"), ("en/", " kg", "about {} of carbon")]
)
def test_every_sum_is_right(page: Page, address: str, language: str, unit: str, said: str) -> None:
    """Of any choice of the seven, rounded to two digits as the build would round it."""
    page.goto(f"{address}{language}pledge/")
    sums = page.evaluate(CHOOSE_EACH, [list(subset) for subset in SUBSETS])

    totals = (sum((GUIDE[name] for name in subset), Decimal(0)) for subset in SUBSETS)
    expected = [
        said.format(f"{written(rounded(total, 2), 'ko_KR' if unit == 'kg' else 'en_GB')}{unit}") for total in totals
    ]
    assert [] == [(words, text) for words, text in zip(expected, sums, strict=True) if words not in text]


def test_a_choice_is_there_again_after_a_reload(page: Page) -> None:
    """In both languages, which are one site."""
    _choose(page, "reusable-cup", "leave-no-food")
    page.reload()

    assert ["reusable-cup", "leave-no-food"] == _chosen(page)
    page.get_by_role("link", name="English").first.click()
    expect(page.locator("[data-chosen]")).to_have_text("You have chosen 2 actions.")


def test_clearing_leaves_nothing_in_the_browser(page: Page) -> None:
    """And says so."""
    _choose(page, "reusable-cup")
    page.get_by_role("button", name="모두 지우기").click()

    expect(page.locator("[data-news]")).to_have_text("모두 지웠습니다. 이 브라우저에도 남아 있지 않습니다.")
    assert [] == _chosen(page)
    assert 0 == page.evaluate("localStorage.length")


def test_a_link_carries_what_is_chosen_and_nothing_else(page: Page, address: str) -> None:
    """Behind the #, which browsers send to nobody."""
    _choose(page, "reusable-cup", "leave-no-food")

    assert f"{address}pledge/#reusable-cup,leave-no-food" == page.locator("[data-address]").input_value()


def test_a_link_that_cannot_be_copied_is_selected_with_a_word(page: Page) -> None:
    """As where a browser lets no script write to the clipboard."""
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); }; }")
    _choose(page, "reusable-cup")
    page.locator("[data-does=copy]").click()

    expect(page.locator("[data-news]")).to_contain_text("복사하지 못했습니다")
    assert (
        page.locator("[data-address]").evaluate("field => field.value.slice(field.selectionStart)")
        == f"{page.url}#reusable-cup"
    )


def test_a_link_shows_what_somebody_else_chose_and_keeps_mine(page: Page) -> None:
    """Until I take it over."""
    _choose(page, "reusable-cup")
    page.evaluate("location.hash = 'leave-no-food,meet-by-video'")

    expect(page.locator(":focus")).to_have_text("이 링크에는 다른 사람이 고른 실천 2가지가 담겨 있습니다.")
    assert ["leave-no-food", "meet-by-video"] == _chosen(page)
    assert "reusable-cup" == page.evaluate("localStorage.getItem('pledge')")
    page.get_by_role("button", name="더하지 않고 나의 약속 보기").click()
    assert ["reusable-cup"] == _chosen(page)


def test_somebodys_pledge_can_be_added_to_mine(page: Page) -> None:
    """It stays, and the address no longer asks for it."""
    _choose(page, "reusable-cup")
    page.goto(f"{page.url}#leave-no-food,meet-by-video")
    page.get_by_role("button", name="나의 약속에 더하기").click()
    page.reload()

    assert ["reusable-cup", "leave-no-food", "meet-by-video"] == _chosen(page)
    assert "#" not in page.url


def test_what_is_not_on_the_site_is_left_out_of_a_link_with_a_word(page: Page) -> None:
    """An action may have gone since."""
    page.goto(f"{page.url}#leave-no-food,fly-to-the-moon")

    expect(page.locator("[data-news]")).to_have_text("링크에 담긴 것 가운데 이 누리집에 없는 실천은 뺐습니다.")
    assert ["leave-no-food"] == _chosen(page)


def test_an_action_is_added_from_its_own_page(page: Page, address: str) -> None:
    """At once, with the focus on it; and only once, however often the page is loaded again."""
    page.goto(f"{address}actions/reusable-cup/")
    page.get_by_role("link", name="나의 약속에 넣기").click()

    expect(page.locator("[value=reusable-cup]")).to_be_focused()
    expect(page.locator("[data-news]")).to_have_text("나의 약속에 넣었습니다.")
    page.keyboard.press("Space")
    page.reload()
    assert [] == _chosen(page)


def test_the_skip_link_is_no_pledge(page: Page) -> None:
    """What is an anchor of the page is only that."""
    page.goto(f"{page.url}#page.main")

    expect(page.locator("[data-offer]")).to_be_hidden()
    expect(page.locator("[data-news]")).to_have_text("")


def test_dates_appear_with_the_actions_they_belong_to(page: Page) -> None:
    """With the day, a link to what happens then, and a file for one's own calendar."""
    expect(page.locator("[data-dates]")).to_be_hidden()
    _choose(page, "lights-out-for-ten-minutes")

    links = page.locator("[data-of]:visible a")
    assert links.first.inner_text() == "기후변화를 생각하는 지구의 날"
    assert str(links.last.get_attribute("href")).endswith("events/earth-day.ics")


def test_a_browser_that_keeps_nothing_can_choose_all_the_same(context: BrowserContext, address: str) -> None:
    """It is told that the choice will not last."""
    context.add_init_script(REFUSING)
    page = context.new_page()
    page.goto(f"{address}pledge/#page.add-reusable-cup")
    _choose(page, "leave-no-food")

    assert ["reusable-cup", "leave-no-food"] == _chosen(page)
    expect(page.locator("[data-refused]")).to_be_visible()
    assert page.locator("[data-address]").input_value().endswith("#reusable-cup,leave-no-food")


def test_the_card_is_one_small_page_with_what_is_chosen(page: Page) -> None:
    """And with the sum, how to read it, and room for a name; nothing of the site around it."""
    _choose(page, "reusable-cup", "unplug-the-rice-cooker", "fill-the-fridge-less", "leave-no-food")
    card = _printed(page)

    assert 1 == _pages(page, "A5")
    assert "나는 밥솥을 보온으로 오래 켜 두지 않겠습니다." in card
    assert "약 180kg" in card
    assert "이미 하고 있던 일이라면" in card
    assert "이름" in card
    assert "나는 빨래를 모아서 하겠습니다." not in card
    assert "용어집" not in card


def test_without_scripts_it_is_a_list_to_tick_with_a_pen(browser: Browser, address: str) -> None:
    """All of it is printed, and nothing is there that would need a script."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}pledge/")

    assert 0 == page.locator("button:visible").count()
    assert "나는 빨래를 모아서 하겠습니다." in _printed(page)
    assert "이름" in _printed(page)
    page.close()


def _choose(page: Page, *actions: str) -> None:
    for action in actions:
        page.locator(f"[value={action}]").check()


def _chosen(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("[data-choice]:checked", "boxes => boxes.map(box => box.value)")
    return found


def _said(page: Page) -> list[str]:
    return [text for text in page.locator(".pledge__said p:visible").all_inner_texts() if text]


def _printed(page: Page) -> str:
    """Return the words that are printed."""
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


def _pages(page: Page, paper: str) -> int:
    """Return how many sheets of paper it takes, with narrow margins."""
    pdf = page.pdf(format=paper, margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
