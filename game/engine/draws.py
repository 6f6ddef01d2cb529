"""Luck: keyed, never sequential.

A draw is a function of the match's seed, the turn, a purpose and a subject. Taking one decision
out of a game therefore changes only what that decision caused, and no draw shifts another.
"""

from hashlib import blake2b


def draw(seed: int, turn: int, purpose: str, subject: str, below: int = 10_000) -> int:
    """Return a whole number from 0 up to, and without, ``below``.

    Args:
        seed: The match's seed.
        turn: The turn in which the draw is made.
        purpose: What the draw is for, e.g. ``"blockade"``.
        subject: Whom it concerns, e.g. ``"indonesia.sulawesi"``.
        below: The number of equally likely outcomes.

    >>> draw(1, 2, "blockade", "indonesia.sulawesi") == draw(1, 2, "blockade", "indonesia.sulawesi")
    True
    """
    key = f"{seed}/{turn}/{purpose}/{subject}".encode()
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") % below


def derive_seed(seed: int, purpose: str) -> int:
    """Return a seed for another use that tells nothing about the first, e.g. for forecasts."""
    return int.from_bytes(blake2b(f"{seed}/{purpose}".encode(), digest_size=7).digest(), "big")
