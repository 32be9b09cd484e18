"""What may be said of a group beside the census, at the limits of each rule."""

import pytest

from readings.ratio import FEWER, MORE, TOO_FEW, UNCLEAR, interval, ratio, wilson


@pytest.mark.parametrize(
    "count, base, low, high",
    [
        # p = 0: low 0, high z²/(n + z²) = 3.8416 / 103.8416
        (0, 100, 0.0, 0.036995),
        # p = 1/2: 0.5 ± 1.96 √(0.0025 + 3.8416/40000) / 1.038416 = 0.5 ± 0.096170
        (50, 100, 0.403830, 0.596170),
        # p = 1: the mirror of p = 0
        (100, 100, 0.963005, 1.0),
        # p = 0.1, n = 10: (0.1 + 0.19208 ± 1.96 √(0.009 + 0.009604)) / 1.38416
        (1, 10, 0.017876, 0.404156),
    ],
)
def test_wilson_interval_is_the_one_computed_by_hand(count, base, low, high):
    assert wilson(count, base) == pytest.approx((low, high), abs=1e-6)


def test_bounded_count_has_the_widest_interval():
    assert interval(115, 117, 297, 297) == (wilson(115, 297)[0], wilson(117, 297)[1])


def test_base_that_is_bounded_too_widens_the_interval():
    assert interval(10, 12, 90, 100) == (wilson(10, 100)[0], wilson(12, 90)[1])


def test_nothing_is_said_of_no_base():
    assert interval(0, 0, 0, 0) is None


def word(low: float, high: float, *, count: int = 50, base: int = 100) -> str:
    """Of an interval of the ratio; the census share is one half, so doubling is exact."""
    found = ratio((low + high) * 25, low * 50, high * 50, 50, count, base)
    assert found is not None
    assert (found.low, found.high) == (low, high)
    return found.word


@pytest.mark.parametrize("low, high, expected", [
    (0.5, 0.75, FEWER),
    (0.5, 1.0, UNCLEAR),  # touches 1
    (0.75, 1.25, UNCLEAR),
    (1.0, 1.5, UNCLEAR),  # touches 1
    (1.25, 1.5, MORE),
    (0.5, 2.0, TOO_FEW),  # half and double are covered
    (0.25, 4.0, TOO_FEW),
    (0.5, 1.75, UNCLEAR),  # not double
    (0.625, 2.0, UNCLEAR),  # not half
    (0.0, 0.25, FEWER),  # nobody at all
    (3.0, 9.0, MORE),
])  # fmt: skip
def test_word_holds_only_where_the_whole_interval_does(low, high, expected):
    assert word(low, high) == expected


@pytest.mark.parametrize("count, expected", [(4, UNCLEAR), (5, MORE)])
def test_more_is_said_from_five_on(count, expected):
    assert word(1.25, 1.5, count=count) == expected


@pytest.mark.parametrize("count", [0, 4])
def test_fewer_is_said_of_few_too(count):
    assert word(0.25, 0.5, count=count) == FEWER


@pytest.mark.parametrize("limits, expected", [((0.25, 0.5), FEWER), ((1.25, 1.5), MORE)])
def test_nothing_is_said_of_a_base_under_thirty(limits, expected):
    assert word(*limits, base=29) == TOO_FEW
    assert word(*limits, base=30) == expected


@pytest.mark.parametrize("census", [None, 0.0])
def test_group_that_the_census_does_not_know_has_no_ratio(census):
    assert ratio(10, 5, 15, census, 10, 100) is None


def test_ratio_is_share_over_census_share():
    found = ratio(39.0, 33.5, 45.0, 50.0, 115, 297)
    assert (found.value, found.low, found.high) == (0.78, 0.67, 0.9)
