"""Numbers as people read them: money, masses, shares, persons, dates; whole numbers come in.

Values stay whole numbers; only what is printed is rounded, half to even, by ``decimal``.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from game.engine.definitions.level import Level
from game.text.catalogue import Catalogue, mark

MINUS, PLUS, NARROW = "\u2212", "+", "\u00a0"
"""A true minus sign, a plus sign, and a space at which lines do not break."""

_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


@dataclass(frozen=True, slots=True)
class Symbols:
    """A locale's decimal and thousands signs."""

    decimal: str
    group: str


@lru_cache(maxsize=16)
def symbols(locale: str) -> Symbols:
    """Return the signs of a locale, English ones when it is unknown."""
    if locale == "en":
        return Symbols(".", ",")  # spares the first frame the loading of locale data
    from babel import Locale, UnknownLocaleError

    try:
        found = Locale.parse(locale).number_symbols["latn"]
    except (UnknownLocaleError, ValueError, KeyError):
        return Symbols(".", ",")
    return Symbols(str(found["decimal"]), str(found["group"]))


class Numbers:
    """Prints whole numbers of the engine's units in one language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._say = catalogue
        self._symbols = symbols(catalogue.locale)

    # ---- plain numbers

    def whole(self, value: int) -> str:
        """Return a whole number with thousands signs and a true minus.

        >>> Numbers(Catalogue("en")).whole(-1234567)
        '−1,234,567'
        """
        return self._decimal(Decimal(value), 0)

    def _decimal(self, value: Decimal, places: int) -> str:
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
        digits, _, fraction = f"{abs(rounded):,.{places}f}".partition(".")
        text = digits.replace(",", self._symbols.group)
        if fraction:
            text += self._symbols.decimal + fraction
        return (MINUS if rounded < 0 else "") + text

    def _short(self, value: Decimal, places: int = 1) -> str:
        """A number with decimals only while it is small, so that three digits tell it."""
        magnitude = abs(value)
        if magnitude >= 100 or value == value.to_integral_value():
            return self._decimal(value, 0)
        return self._decimal(value, places)

    def signed(self, text: str, value: int) -> str:
        """Return a printed change with its sign: + for more, ± for nothing."""
        if not value or not any(sign in text for sign in "123456789"):
            return "±" + text.replace(MINUS, "")
        return text if value < 0 else PLUS + text

    # ---- amounts with their units

    def money(self, usd: int) -> str:
        """Return US$ in billions, millions or thousands: "US$ 1.2 bn", "US$ 610 m"."""
        amount, pattern = Decimal(usd), mark("US$ {amount}")
        for size, scaled in (
            (1_000_000_000, mark("US$ {amount} bn")),
            (1_000_000, mark("US$ {amount} m")),
            (1_000, mark("US$ {amount} k")),
        ):
            if abs(usd) * 1_000 >= size * 995:
                amount, pattern = Decimal(usd) / size, scaled
                break
        return self._with_sign_first(pattern, self._short(amount))

    def _with_sign_first(self, pattern: str, text: str) -> str:
        minus = MINUS if text.startswith(MINUS) else ""
        said = self._say.say(pattern, amount=text.removeprefix(MINUS))
        return minus + said.replace(" ", NARROW)

    def mass(self, kilograms: int) -> str:
        """Return a mass in million, thousand or single tonnes: "1.4 Mt", "152 kt", "40 t"."""
        amount, pattern = Decimal(kilograms) / 1_000, mark("{amount} t")
        for size, scaled in ((10**9, mark("{amount} Mt")), (10**6, mark("{amount} kt"))):
            if abs(kilograms) * 1_000 >= size * 995:
                amount, pattern = Decimal(kilograms) / size, scaled
                break
        return self._with_sign_first(pattern, self._short(amount))

    def share(self, bp: int) -> str:
        """Return ten-thousandths as a percentage: "12.5 %"."""
        return self._with_sign_first(mark("{amount} %"), self._short(Decimal(bp) / 100))

    def index(self, bp: int) -> str:
        """Return a meter from 0 to 100 as a whole number."""
        return self._decimal(Decimal(bp) / 100, 0)

    def points(self, bp: int) -> str:
        """Return a change of a meter, with one decimal while it is small."""
        return self._short(Decimal(bp) / 100)

    def price(self, cents_per_tonne: int) -> str:
        """Return a price: "US$ 14,667 per tonne"."""
        text = self._decimal(Decimal(cents_per_tonne) / 100, 0)
        return self._with_sign_first(mark("US$ {amount} per tonne"), text)

    def persons(self, count: int) -> str:
        """Return a number of people: "318,000", rounded to thousands above ten thousand."""
        if abs(count) < 10_000:
            return self.whole(count)
        rounded = int((Decimal(count) / 1_000).quantize(Decimal(1), ROUND_HALF_EVEN)) * 1_000
        return self.whole(rounded)

    def area(self, hectares: int) -> str:
        """Return an area: "1,250 ha"."""
        return self._with_sign_first(mark("{amount} ha"), self.whole(hectares))

    def power(self, kilowatts: int) -> str:
        """Return power in megawatts: "900 MW"."""
        return self._with_sign_first(mark("{amount} MW"), self._short(Decimal(kilowatts) / 1_000))

    def years(self, count: int) -> str:
        """Return a number of years: "5 years"."""
        return self._say.count("{count} year", "{count} years", count)

    def attention(self, count: int) -> str:
        """Return points of political capital: "2 points"."""
        return self._say.count("{count} point", "{count} points", count)

    # ---- by unit

    def amount(self, unit: str, value: int) -> str:
        """Return a figure in its unit; the units are those of ``engine.variables``."""
        if unit == "bp":
            return self.index(value)
        return self._plain(unit, value)

    def change(self, unit: str, value: int) -> str:
        """Return a change with its sign, in the unit of its figure."""
        text = self.points(value) if unit == "bp" else self._plain(unit, value)
        return self.signed(text, value)

    def _plain(self, unit: str, value: int) -> str:
        if unit == "kg/year":
            return self._say.say(mark("{amount} a year"), amount=self.mass(value))
        prints = {
            "usd": self.money,
            "kg": self.mass,
            "share": self.share,
            "persons": self.persons,
            "ha": self.area,
            "kw": self.power,
            "cents/t": self.price,
            "years": self.years,
            "points": self.attention,
        }
        return prints.get(unit, self.whole)(value)

    # ---- time

    def date(self, level: Level, turn: int) -> str:
        """Return the date of a turn: "2014", or "July 2014" for shorter turns."""
        return self.date_of_step(level, turn * level.steps)

    def date_of_step(self, level: Level, step: int) -> str:
        """Return the date of a step of the rules; dates in a world are counted in steps."""
        months = level.first_month - 1 + step * level.months
        year = level.first_year + months // 12
        if level.months % 12 == 0:
            return str(year)
        month = self._say.say(_MONTHS[months % 12])
        return self._say.say(mark("{month} {year}"), month=month, year=year)

    def span(self, level: Level, steps: int) -> str:
        """Return a stretch of steps of the rules: "2 years", "1 half-year", "3 quarters"."""
        if level.months % 12 == 0:
            return self.years(steps * level.months // 12)
        if level.months == 6:
            return self._say.count("{count} half-year", "{count} half-years", steps)
        return self._say.count("{count} quarter", "{count} quarters", steps)
