"""Numbers in words: what sources write is read as the number it is, and each language writes numbers in its own way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.quantities import numbers_in, rounded, with_unit, written

READ = {
    "7억2760만t": "727600000",
    "6억 9,158만톤": "691580000",
    "1만8,123톤": "18123",
    "2만2천 톤": "22000",
    "2천773곳": "2773",
    "3천만 그루": "30000000",
    "6억3천897만톤": "638970000",
    "2천70만 톤": "20700000",
    "1천5백만 톤": "15000000",
    "1억2천3백만": "123000000",
    "103만 5394개소": "1035394",
    "약 128억 건": "12800000000",
    "12조원": "12000000000000",
    "727.6 million tonnes": "727600000",
    "1.28 Billion": "1280000000",
    "61,617 t": "61617",
    "24.4 percent": "24.4",
    "0.6㎏": "0.6",
    "combines three previous bodies": "3",
    "세 기구": "3",
    "두번째와 세가지": "2 3",
    "세계가 한국에서 연 네덜란드 행사와 세기, 세대": "",
    "45 agencies, 30 tasks": "45 30",
    "1,2": "1 2",
    "no number": "",
    "한국은 세계의 열린 나라": "",
    "나라 열네 곳 가운데 다섯이, 한번에": "14 5 1",
    "서른 개": "30",
    "twenty-five of Thirty": "25 30",
    "１２곳": "12",  # as some type them
    "-3, −4": "-3 -4",  # noqa: RUF001  # a minus
    "3-5, COVID-19": "3 5 19",
    "△5.4%, 영하 6도": "5.4 -5.4 6 -6",
}
WRITTEN = {
    "727600000": ("7억 2,760만 톤", "727.6 million tonnes"),
    "691580000": ("6억 9,158만 톤", "691.58 million tonnes"),
    "12800000000": ("128억 톤", "12.8 billion tonnes"),
    "100000000": ("1억 톤", "100 million tonnes"),
    "1035394": ("103만 5,394톤", "1,035,394 tonnes"),
    "61617": ("6만 1,617톤", "61,617 tonnes"),
    "10000": ("1만 톤", "10,000 tonnes"),
    "45": ("45톤", "45 tonnes"),
    "24.40": ("24.40톤", "24.40 tonnes"),
    "-45": ("-45톤", "-45 tonnes"),
    "-20000": ("-2만 톤", "-20,000 tonnes"),
    "0": ("0톤", "0 tonnes"),
}


@pytest.mark.parametrize(("words", "numbers"), READ.items())
def test_a_number_is_read_as_the_number_it_is(words: str, numbers: str) -> None:
    """Ten thousands and their powers in Korean, millions in English, and small numbers in words."""
    assert [Decimal(number) for number in numbers.split()] == list(numbers_in(words))


@pytest.mark.parametrize(("number", "expected"), WRITTEN.items())
def test_each_language_writes_a_number_in_its_own_way(number: str, expected: tuple[str, str]) -> None:
    """With all its digits, and its unit joined to digits in Korean only."""
    korean = with_unit(written(Decimal(number), "ko_KR"), "톤", "ko_KR")
    english = with_unit(written(Decimal(number), "en_GB"), "tonnes", "en_GB")
    assert expected == (korean, english)


def test_a_percent_sign_is_joined_in_every_language_and_no_unit_adds_nothing() -> None:
    """Not so in all style guides, but in those of both governments."""
    assert ("24.4%", "24.4%", "45") == (
        with_unit("24.4", "%", "ko_KR"), with_unit("24.4", "%", "en_GB"), with_unit("45", "", "en_GB"),
    )  # fmt: skip


@given(st.decimals(0, 10**14, places=2) | st.integers(0, 10**15).map(Decimal))
def test_what_is_written_is_read_again_as_the_same_number(number: Decimal) -> None:
    """In both languages, so that nothing is lost on the way to readers."""
    for locale in ("ko_KR", "en_GB"):
        assert [number] == list(numbers_in(written(number, locale)))


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        ("727600000", 2, "730000000"),
        ("141.9", 3, "142"),
        ("0.65", 1, "0.7"),
        ("45", 0, "45"),
        ("25", 1, "30"),
        ("0", 2, "0"),
    ],
)
def test_rounding_keeps_so_many_digits_with_halves_away_from_zero(number: str, digits: int, expected: str) -> None:
    """And is a plain number again, without a power of ten."""
    assert expected == f"{rounded(Decimal(number), digits):f}"
