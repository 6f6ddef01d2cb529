"""What a level fixes about deals between governments and firms; all of it is optional."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concession:
    """A firm's right to dig a field until a date.

    Attributes:
        state, field: Whose mine it is, and which.
        partner: The firm's home among the partners.
        expires: Turn in which the right ends.
        state_share: The government's share of the mine at the start, bp.
        claim: Part of the years after the end that the firm hopes a court would give it, bp.
    """

    id: str
    state: str
    field: str
    partner: str
    expires: int
    state_share: int
    claim: int
