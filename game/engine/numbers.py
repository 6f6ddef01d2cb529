"""Whole-number arithmetic: the only functions of the engine that divide.

Float sums differ between Python versions, so the rules use whole numbers alone. Shares and
meters are in ten-thousandths (``BP`` makes a whole).
"""

from collections.abc import Sequence
from typing import Final

BP: Final = 10_000
"""Ten thousand ten-thousandths: a share of one whole."""

CENTS_AND_KILOGRAMS: Final = 100_000
"""Cents in a dollar times kilograms in a tonne: turns kg x cents per tonne into dollars."""


def muldiv(a: int, b: int, c: int) -> int:
    """Return ``a * b / c`` rounded half to even, for ``c > 0``.

    >>> muldiv(5, 1, 2), muldiv(7, 1, 2), muldiv(-5, 1, 2)
    (2, 4, -2)
    """
    product = a * b
    quotient = product // c
    rest = 2 * (product % c)
    if rest > c or (rest == c and quotient & 1):
        return quotient + 1
    return quotient


def part(amount: int, share_bp: int) -> int:
    """Return a share in ten-thousandths of an amount, rounded half to even.

    >>> part(250, 5_000)
    125
    """
    product = amount * share_bp
    quotient = product // BP
    rest = product % BP
    if rest > 5_000 or (rest == 5_000 and quotient & 1):
        return quotient + 1
    return quotient


def ratio(amount: int, whole: int) -> int:
    """Return ``amount / whole`` in ten-thousandths; 0 when the whole is not above zero.

    >>> ratio(1, 4), ratio(3, 0)
    (2500, 0)
    """
    return muldiv(amount, BP, whole) if whole > 0 else 0


def clamp(value: int, low: int = 0, high: int = BP) -> int:
    """Return the value kept inside its bounds.

    >>> clamp(12_000), clamp(-3)
    (10000, 0)
    """
    return low if value < low else high if value > high else value


def dollars(kilograms: int, cents_per_tonne: int) -> int:
    """Return what a mass is worth in whole US dollars.

    >>> dollars(2_000, 1_500_000)
    30000
    """
    return muldiv(kilograms, cents_per_tonne, CENTS_AND_KILOGRAMS)


def split(total: int, weights: list[int], keys: Sequence[str]) -> list[int]:
    """Share a whole number out by weights, exactly: largest remainders first, ties by key.

    Args:
        total: What is shared out, zero or more.
        weights: Zero or more, one for each receiver. All zero shares out nothing.
        keys: A name for each receiver; only used to break ties.

    Returns:
        The parts in the order of the weights; they sum to ``total`` unless all weights are zero.

    >>> split(10, [1, 1, 1], ["b", "a", "c"])
    [3, 4, 3]
    """
    whole = 0
    for weight in weights:  # sum() would be looked up by its name in compiled rules
        whole += weight
    if whole <= 0 or not total:
        return [0] * len(weights)
    if len(weights) == 1:
        return [total]
    parts: list[int] = []
    rests: list[int] = []
    missing = total
    for weight in weights:
        product = total * weight
        share = product // whole
        parts.append(share)
        rests.append(product % whole)
        missing -= share
    while missing:
        place = _largest(rests, keys)
        parts[place] += 1
        rests[place] = -1
        missing -= 1
    return parts


def _largest(rests: list[int], keys: Sequence[str]) -> int:
    """Return the place of the largest remainder; of equal ones that with the first key."""
    found, most = 0, -1
    for place, rest in enumerate(rests):
        if rest > most or (rest == most and keys[place] < keys[found]):
            found, most = place, rest
    return found


def split_capped(total: int, weights: list[int], caps: list[int], keys: Sequence[str]) -> list[int]:
    """Share out by weights, nobody above a cap; what a cap turns away goes to the others.

    >>> split_capped(10, [1, 1], [2, 20], ["a", "b"])
    [2, 8]
    """
    if len(weights) == 1:
        return [max(0, min(total, caps[0])) if weights[0] > 0 else 0]
    total = min(total, sum(caps))
    parts = [0] * len(weights)
    open_to = [i for i, weight in enumerate(weights) if weight > 0 and caps[i] > 0]
    while total > 0 and open_to:
        shares = split(total, [weights[i] for i in open_to], [keys[i] for i in open_to])
        still_open = []
        for i, share in zip(open_to, shares, strict=True):
            room = caps[i] - parts[i]
            taken = min(share, room)
            parts[i] += taken
            total -= taken
            if taken < room:
                still_open.append(i)
        if len(still_open) == len(open_to):
            break
        open_to = still_open
    return parts


def interpolate(table: Sequence[tuple[int, int]], x: int) -> int:
    """Read a table of (x, y) points, straight between points and flat beyond its ends.

    >>> interpolate([(0, 0), (100, 50)], 30)
    15
    """
    previous_x, previous_y = table[0]
    if x <= previous_x:
        return previous_y
    for point_x, point_y in table[1:]:
        if x <= point_x:
            return previous_y + muldiv(point_y - previous_y, x - previous_x, point_x - previous_x)
        previous_x, previous_y = point_x, point_y
    return previous_y


def fade(months: int, monthly_bp: int) -> int:
    """Return the share left, in ten-thousandths, of something that fades each month.

    >>> fade(12, 1_500)
    1422
    """
    left = BP * BP
    for _ in range(months):
        left = muldiv(left, BP - monthly_bp, BP)
    return muldiv(left, 1, BP)
