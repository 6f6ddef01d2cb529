"""What every lever is called, what it does, and how each of its settings reads."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.definitions.level import Level
from game.text import region_words, site_words
from game.text.catalogue import Catalogue, mark
from game.text.lever_words_processing import PROCESSING, read_processing
from game.text.numbers import Numbers

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class LeverWords:
    """A lever's title, one sentence on what it does, and how it reads as a deed.

    ``deed`` begins with a verb in the past tense and follows "You": "changed the export tax".
    """

    title: str
    line: str
    deed: str


AREAS: dict[str, str] = {
    "trade": mark("Trade"),
    "industry": mark("Industry"),
    "people": mark("People and nature"),
    "partners": mark("Partners"),
    "treasury": mark("Treasury"),
    "region": mark("Region and neighbours"),
}

LEVERS: dict[str, LeverWords] = {
    "export_ban": LeverWords(
        mark("Ban on ore exports"),
        mark("A share of the ore may not leave. Notice gives buyers time to store ore."),
        mark("changed the ban on ore exports"),
    ),
    "export_tax": LeverWords(
        mark("Tax on ore exports"),
        mark("Each tonne of ore that leaves pays this share of its price."),
        mark("changed the tax on ore exports"),
    ),
    "export_quota": LeverWords(
        mark("Limit on ore exports"),
        mark("At most this share of the ore may be offered abroad."),
        mark("changed the limit on ore exports"),
    ),
    "processing_duty": LeverWords(
        mark("Duty to process at home"),
        mark("From a set date, only as much ore may leave as plants at home can answer for."),
        mark("changed the duty to process at home"),
    ),
    "royalty": LeverWords(
        mark("Royalty"),
        mark("The state takes this share of the value of all ore that is dug."),
        mark("changed the royalty"),
    ),
    "tax_holiday": LeverWords(
        mark("Tax holiday for new plants"),
        mark("New plants pay no tax on profit for these years. It draws in builders."),
        mark("changed the tax holiday"),
    ),
    "state_share": LeverWords(
        mark("State share in new plants"),
        mark("The treasury buys this share of each new plant and later earns its profit."),
        mark("changed the state share in new plants"),
    ),
    "park": LeverWords(
        mark("Industrial park and port"),
        mark("Yearly money for roads, port and water. Plants need them."),
        mark("changed the park budget"),
    ),
    "exploration": LeverWords(
        mark("Exploration"),
        mark("Yearly money to look for new deposits. A find takes ten years or more to dig."),
        mark("changed the exploration budget"),
    ),
    "licence": LeverWords(
        mark("Licence of a mine"),
        mark("Whether a mine may go on, only without its hazardous stage, or must stop."),
        mark("changed a mine's licence"),
    ),
    "green_power": LeverWords(
        mark("Power without coal"),
        mark("Yearly money for water, sun and wind power in a province."),
        mark("changed the budget for power without coal"),
    ),
    "state_plant": LeverWords(
        mark("State plant"),
        mark("The state builds a plant with its own money and owns it."),
        mark("began a state plant"),
    ),
    "eia": LeverWords(
        mark("Strict review of new mines"),
        mark("Mines grow more slowly and clear less forest, as far as inspectors reach."),
        mark("changed how strictly new mines are reviewed"),
    ),
    "safety": LeverWords(
        mark("Safety rules"),
        mark("Fewer grave accidents, as far as inspectors reach. Plants pay a little more."),
        mark("changed the safety rules"),
    ),
    "coal_rule": LeverWords(
        mark("Rule on coal power"),
        mark("New plants may not run on coal. They cost more and need other power."),
        mark("changed the rule on coal power"),
    ),
    "carbon_reporting": LeverWords(
        mark("Carbon reports"),
        mark("Plants must publish what they emit. Careful buyers ask for it."),
        mark("changed the rule on carbon reports"),
    ),
    "district_sharing": LeverWords(
        mark("Share for the districts"),
        mark("Mining districts get this share of mineral revenue. It calms anger."),
        mark("changed the share for the districts"),
    ),
    "inspection": LeverWords(
        mark("Inspection budget"),
        mark("Yearly money for inspectors and customs. Rules bite only as far as they reach."),
        mark("changed the inspection budget"),
    ),
    "training": LeverWords(
        mark("Training budget"),
        mark("Yearly money for schools and technicians. Skills open the later stages."),
        mark("changed the training budget"),
    ),
    "customs_link": LeverWords(
        mark("Customs data shared with buyers"),
        mark("Both sides compare their lists of ships. Smuggling becomes harder."),
        mark("changed the sharing of customs data"),
    ),
    "answer_offer": LeverWords(
        mark("Answer an offer"),
        mark("Accept it, refuse it, or ask for other terms. No answer lets it lapse in time."),
        mark("answered an offer"),
    ),
    "court": LeverWords(
        mark("Visit a partner"),
        mark("A visit at the top warms relations, most where they are cool."),
        mark("visited a partner"),
    ),
    "answer_dispute": LeverWords(
        mark("Answer the trade dispute"),
        mark("Talk and ease the ban, defend it before the court, or appeal its ruling."),
        mark("answered the trade dispute"),
    ),
    "social_spending": LeverWords(
        mark("Social spending"),
        mark("Yearly money for schools and health where people live from minerals."),
        mark("changed social spending"),
    ),
    **{name: LeverWords(*words) for name, words in PROCESSING.items()},
    "save_windfall": LeverWords(
        mark("Save windfalls"),
        mark("Part of what comes in above need goes to a fund. It earns a little and waits."),
        mark("changed what is saved"),
    ),
    "draw_savings": LeverWords(
        mark("Use savings"),
        mark("Money from the fund goes into the treasury now."),
        mark("used savings"),
    ),
    "stockpile": LeverWords(
        mark("Store of metal"),
        mark("Buy metal to keep it off the market, or sell what is stored."),
        mark("changed the store of metal"),
    ),
    "reopen_contract": LeverWords(
        mark("Open a contract again"),
        mark("Ask for a better price for promised ore, or break the contract off at its cost."),
        mark("opened a contract again"),
    ),
    "lure_makers": LeverWords(
        mark("Lure makers of goods"),
        mark("Yearly money for firms that bring technology for finished goods."),
        mark("changed the money to lure makers"),
    ),
    "ratify": LeverWords(
        mark("Treaty"),
        mark("Join or leave a treaty. It lowers tariffs or protects investors, and binds you."),
        mark("joined or left a treaty"),
    ),
    "answer_claim": LeverWords(
        mark("Investor's claim"),
        mark("A firm wants money for what a policy took from it. Settle, or defend yourself."),
        mark("answered an investor's claim"),
    ),
    "borrow": LeverWords(
        mark("Borrow"),
        mark("Money now, interest every year, and a larger debt at the end."),
        mark("borrowed money"),
    ),
    "repay": LeverWords(
        mark("Repay debt"),
        mark("Less debt and less interest. The money leaves the treasury now."),
        mark("repaid debt"),
    ),
    **{key: LeverWords(*words) for key, words in site_words.LEVER_WORDS.items()},
    **{name: LeverWords(*words) for name, words in region_words.LEVERS.items()},
}

_STRICTNESS = {
    0: mark("Off"),
    2_500: mark("Light"),
    5_000: mark("Medium"),
    7_500: mark("Strict"),
    10_000: mark("Very strict"),
}
_BAN_SHARES = {
    2_500: mark("A quarter of the ore may not leave"),
    5_000: mark("Half of the ore may not leave"),
    7_500: mark("Three quarters of the ore may not leave"),
    10_000: mark("No ore may leave"),
}
_DISPUTE = {
    0: mark("No answer yet"),
    1: mark("Talk: ease a ban above one half, and settle"),
    2: mark("Defend the rules before the court (lawyers cost US$ 5 m)"),
    3: mark("Appeal the ruling (lawyers cost US$ 5 m)"),
}
_SWITCHES = {
    "coal_rule": (mark("Coal power is allowed"), mark("No coal power for new plants")),
    "carbon_reporting": (mark("No duty to report"), mark("Plants must report")),
    "customs_link": (mark("Data is not shared"), mark("Data is shared")),
    **site_words.SWITCH_WORDS,
}
_REOPEN = (
    mark("As it stands"),
    mark("Ask for a better price"),
    mark("Break it off and pay what it names"),
)
_TREATY = (mark("Outside the treaty"), mark("Bound by the treaty"))
_CLAIM = (
    mark("No answer yet"),
    mark("Settle: pay a quarter of the claim"),
    mark("Defend (lawyers cost US$ 10 m)"),
)
_LICENCES = (mark("In force"), mark("Without its hazardous stage"), mark("Suspended"))
_BUDGETS = (
    *(
        "park",
        "green_power",
        "exploration",
        "inspection",
        "training",
        "social_spending",
        "lure_makers",
    ),
    *site_words.BUDGETS,
)


class SettingReader:
    """Reads a lever's setting aloud."""

    def __init__(
        self,
        catalogue: Catalogue,
        numbers: Numbers,
        level: Level,
        roles: tuple[str, ...] = (),
        families: tuple[str, ...] = (),
    ) -> None:
        self._say = catalogue.say
        self._numbers = numbers
        self._level = level
        self._texts_of_roles = roles
        self._families = families

    def read(self, lever: str, setting: tuple[int, ...]) -> str:
        """Return a setting as a phrase that can stand alone on a button.

        >>> # SettingReader(...).read("export_ban", (5000, 1))
        >>> # 'Half of the ore may not leave, from next year'
        """
        readers: dict[str, Callable[[tuple[int, ...]], str]] = {
            "export_ban": self._ban,
            "processing_duty": self._duty,
            "answer_offer": self._answer,
            "answer_dispute": lambda given: self._say(_DISPUTE[given[0]]),
            "stockpile": self._store,
            "reopen_contract": lambda given: self._say(_REOPEN[given[0]]),
            "ratify": lambda given: self._say(_TREATY[1 if given[0] else 0]),
            "answer_claim": lambda given: self._say(_CLAIM[given[0]]),
            "licence": lambda given: self._say(_LICENCES[given[0]]),
            "court": lambda given: self._say(mark("Visit") if given[0] else mark("No visit")),
        }
        if lever in readers:
            return readers[lever](setting)
        if lever in region_words.SETTINGS:
            return self._say(region_words.SETTINGS[lever][setting[0]])
        if lever in region_words.LEVERS:
            return self._in_region(lever, setting)
        if lever in PROCESSING:
            if lever == "standard_family":
                return self._family(setting[0])
            return read_processing(lever, setting[0], self._say, self._numbers)
        return self._number(lever, setting[0])

    def _in_region(self, lever: str, setting: tuple[int, ...]) -> str:
        """Return an amount of a region's lever: a cut, a contribution, a loan, a part, a deal."""
        value, numbers = setting[0], self._numbers
        if lever == "cartel_pledge":
            return numbers.share(value) if value else self._say(mark("No pledge"))
        if lever == "fund_contribution":
            return self._budget(value)
        if lever == "draw_window":
            return numbers.money(value * MILLION) if value else self._say(mark("Nothing now"))
        if lever == "ev_role":
            return self._role(value)
        if value < 0:
            return self._say(mark("Nothing proposed"))
        return self._deal(value, setting[1])

    def _role(self, number: int) -> str:
        region = self._level.region
        if not number or region is None:
            return self._say(mark("No part"))
        return self._texts_of_roles[number - 1]

    def _deal(self, size: int, years: int) -> str:
        """Return the size and length of a deal; the target says of which kind it is."""
        span = self._numbers.years(years)
        if size == 1:
            return self._say(mark("for {span}"), span=span)
        amount = self._numbers.share(size) if size >= 500 else self._numbers.money(size * MILLION)
        return self._say(mark("{amount}, for {span}"), amount=amount, span=span)

    def _number(self, lever: str, value: int) -> str:
        numbers, say = self._numbers, self._say
        if lever in _SWITCHES:
            return say(_SWITCHES[lever][1 if value else 0])
        if lever in site_words.STEP_WORDS:
            return say(site_words.STEP_WORDS[lever][value])
        if lever in site_words.YEARS:
            return numbers.years(value) if value else say(site_words.YEARS[lever])
        if lever in ("eia", "safety", *site_words.STRICTNESS):
            known = _STRICTNESS.get(value)
            return say(known) if known else numbers.index(value)
        if lever in _BUDGETS:
            return self._budget(value)
        if lever == "export_quota":
            return self._quota(value)
        if lever == "tax_holiday":
            return numbers.years(value) if value else say(mark("No holiday"))
        if lever in ("borrow", "repay", "draw_savings", "state_plant", *site_words.PAYMENTS):
            return numbers.money(value * MILLION) if value else say(mark("Nothing now"))
        return self._share(lever, value)

    def _store(self, setting: tuple[int, ...]) -> str:
        share = self._numbers.share(abs(setting[0]))
        if not setting[0]:
            return self._say(mark("Neither store nor sell"))
        said = mark("Sell {share} of the store a year")
        said = mark("Store {share} of the metal") if setting[0] > 0 else said
        return self._say(said, share=share)

    def _share(self, lever: str, value: int) -> str:
        zero = {
            "export_tax": mark("No tax"),
            "royalty": mark("No royalty"),
            "state_share": mark("No state share"),
            "district_sharing": mark("Nothing shared"),
            **site_words.ZERO_WORDS,
        }
        if not value and lever in zero:
            return self._say(zero[lever])
        return self._numbers.share(value)

    def _family(self, number: int) -> str:
        """Return the name of a family of standards; 0 stands for rules of one's own."""
        if not 0 < number <= len(self._families):
            return self._say(mark("Own rules"))
        return self._families[number - 1]

    def _budget(self, usd: int) -> str:
        if not usd:
            return self._say(mark("No money"))
        return self._say(mark("{amount} a year"), amount=self._numbers.money(usd))

    def _quota(self, bp: int) -> str:
        if bp >= 10_000:
            return self._say(mark("No limit"))
        return self._say(mark("At most {share} of the ore"), share=self._numbers.share(bp))

    def when(self, turns: int) -> str:
        """Return a notice: "from now on", "from next year", "in 2 years"."""
        if turns <= 0:
            return self._say(mark("from now on"))
        if turns == 1 and self._level.months == 12:
            return self._say(mark("from next year"))
        return self._say(mark("in {span}"), span=self._numbers.span(self._level, turns))

    def begins(self, turns: int) -> str:
        """Return a notice after the word "Begins": "now", "next year", "in 2 years"."""
        if turns <= 0:
            return self._say(mark("now"))
        if turns == 1 and self._level.months == 12:
            return self._say(mark("next year"))
        return self._say(mark("in {span}"), span=self._numbers.span(self._level, turns))

    def ban(self, share: int) -> str:
        """Return the share of ore that may not leave, without a date."""
        if not share:
            return self._say(mark("No ban: all ore may leave"))
        known = _BAN_SHARES.get(share)
        if known:
            return self._say(known)
        return self._say(mark("{share} of the ore may not leave"), share=self._numbers.share(share))

    def _ban(self, setting: tuple[int, ...]) -> str:
        share, notice = setting[0], setting[1] if len(setting) > 1 else 0
        if not share:
            return self.ban(share)
        return self._say(mark("{what}, {when}"), what=self.ban(share), when=self.when(notice))

    def _duty(self, setting: tuple[int, ...]) -> str:
        if not setting[0]:
            return self._say(mark("No duty"))
        return self._say(mark("Process at home {when}"), when=self.when(setting[0]))

    def _answer(self, setting: tuple[int, ...]) -> str:
        """Terms of a counter are read with their offer, by ``game.text.offers``."""
        answers = {
            -1: mark("No answer yet"),
            0: mark("Refuse"),
            1: mark("Accept"),
            2: mark("Ask for other terms"),
        }
        return self._say(answers[setting[0]])
