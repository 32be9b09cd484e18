"""How a group's share among those who took part stands to its share in the census."""

from dataclasses import dataclass
from math import sqrt

Z = 1.96  # of a 95 % interval
FEWEST = 30  # of a base from which anything is said
FEWEST_MORE = 5  # of a group that is said to be more than in the census
HALF, DOUBLE = 0.5, 2

FEWER, MORE, UNCLEAR, TOO_FEW = "fewer", "more", "unclear", "too_few"


@dataclass(frozen=True)
class Ratio:
    """Share ÷ census share with its interval, and what may be said of it."""

    value: float
    low: float
    high: float
    word: str


def wilson(count: int, base: int) -> tuple[float, float]:
    """The 95 % Wilson interval of count ÷ base, both ends between 0 and 1."""
    share, scale = count / base, 1 + Z * Z / base
    middle = (share + Z * Z / (2 * base)) / scale
    half = Z * sqrt(share * (1 - share) / base + Z * Z / (4 * base * base)) / scale
    return max(middle - half, 0.0), min(middle + half, 1.0)


def interval(
    count_low: int, count_high: int, base_low: int, base_high: int
) -> tuple[float, float] | None:
    """The widest interval over all counts and bases possible; none over no base."""
    if base_low <= 0:
        return None
    low, _ = wilson(min(count_low, base_high), base_high)
    _, high = wilson(min(count_high, base_low), base_low)
    return low, high


def ratio(
    share: float, low: float, high: float, census: float | None, count: int, base: int
) -> Ratio | None:
    """Share and interval over the census share; none where the census knows no such group.

    `count` and `base` are the lowest possible.
    """
    if not census:
        return None
    low, high = low / census, high / census
    return Ratio(share / census, low, high, _word(low, high, count, base))


def _word(low: float, high: float, count: int, base: int) -> str:
    if base < FEWEST or (low <= HALF and high >= DOUBLE):
        return TOO_FEW
    if high < 1:
        return FEWER
    return MORE if low > 1 and count >= FEWEST_MORE else UNCLEAR
