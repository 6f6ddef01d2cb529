"""All sign tests: those of the history notes, then those derived from the casebook's systems."""

from game.lab.signs.capital_signs import SIGNS as CAPITAL
from game.lab.signs.history_signs import SIGNS as HISTORY
from game.lab.signs.people_signs import SIGNS as PEOPLE
from game.lab.signs.sign import Sign
from game.lab.signs.trade_signs import SIGNS as TRADE

CASEBOOK: tuple[Sign, ...] = tuple(sorted((*TRADE, *CAPITAL, *PEOPLE), key=lambda x: x.id))
ALL: tuple[Sign, ...] = (*HISTORY, *CASEBOOK)
