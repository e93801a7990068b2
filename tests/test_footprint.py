"""The footprint: the Sustainable Web Design Model, version 4, with the very bits that co2.js gives."""

import pytest

from sitegen.footprint import GIGABYTE, Running, grid_of, in_country, per_byte, per_visit, rating

KOREA = in_country("KOR")
WORKED = [  # each was worked out by npm's @tgwf/co2 0.19.0
    (per_byte(1_000_000), 0.1482, "C"),
    (per_byte(1_000_000, green=1), 0.12103, "B"),
    (per_byte(150_000, KOREA), 0.019950014999999995, "A+"),
    (per_byte(100_000, KOREA, 0.5), 0.012156972500000002, "A+"),
    (per_visit(300_000, KOREA, first=0.75, returning=0.25, reloaded=0.02), 0.030124522649999992, "A+"),
    (per_byte(150_000, KOREA, 1), 0.016520902499999997, "A+"),
    (per_visit(2_500_000), 0.37050000000000005, "F"),
    (per_byte(150_000), 0.022229999999999996, "A+"),
    (per_byte(500_000, KOREA), 0.06650005, "A"),
    (per_byte(1_000_000, Running(0, 0, 0)), 0.052364, "A"),
    (per_byte(1), 1.4820000000000002e-7, "A+"),
]
LARGEST = [  # the most bytes that have each rating: on the world's electricity, on Korea's, and there with green hosts
    ("A+", 269_905, 300_751, 363_176),
    ("A", 533_063, 593_984, 717_273),
    ("B", 978_407, 1_090_224, 1_316_514),
    ("C", 1_410_256, 1_571_427, 1_897_596),
    ("D", 1_875_843, 2_090_223, 2_524_075),
    ("E", 2_422_402, 2_699_246, 3_259_507),
]


@pytest.mark.parametrize(("ours", "theirs", "rated"), WORKED)
def test_the_model_gives_what_co2_js_gives(ours: float, theirs: float, rated: str) -> None:
    """To the last bit: constants, parameters and the order of summation are the same."""
    assert ours == theirs
    assert rated == rating(ours)


def test_nothing_transferred_is_nothing_emitted() -> None:
    """By byte and by visit."""
    assert (per_byte(0), per_visit(0)) == (0, 0)


@pytest.mark.parametrize("of_segment", ["data_centre", "network", "device"])
def test_each_segment_may_run_on_its_own_electricity(of_segment: str) -> None:
    """What one segment saves on clean electricity are its own kilowatt hours: what is made for it stays."""
    saved = per_byte(GIGABYTE) - per_byte(GIGABYTE, Running(**{of_segment: 0}))
    assert saved == pytest.approx(494 * {"data_centre": 0.055, "network": 0.059, "device": 0.080}[of_segment])


def test_a_visit_is_added_up_from_left_to_right() -> None:
    """For these bytes the sum of segments differs from it in the last bit."""
    assert (per_byte(9_101), per_visit(9_101)) == (0.0013487682, 0.0013487681999999998)


@pytest.mark.parametrize(("rated", "world", "korea", "green"), LARGEST)
def test_a_rating_ends_where_that_of_the_model_ends(rated: str, world: int, korea: int, green: int) -> None:
    """The last byte still has it, and the next one has not."""
    assert [rated] * 3 == [rating(per_byte(world)), rating(per_byte(korea, KOREA)), rating(per_byte(green, KOREA, 1))]
    more = rating(per_byte(world + 1)), rating(per_byte(korea + 1, KOREA)), rating(per_byte(green + 1, KOREA, 1))
    assert rated not in more


def test_a_country_whose_electricity_is_not_known_is_an_error() -> None:
    """Co2.js would count with the world's."""
    assert (grid_of("KOR").intensity, grid_of("KOR").year, grid_of(None).intensity) == (415.65, 2024, 494)
    with pytest.raises(KeyError):
        grid_of("PRK")
