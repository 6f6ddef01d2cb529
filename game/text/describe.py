"""``Words``: one object that names and describes everything of a level, in one language."""

from collections.abc import Mapping

from game.engine.definitions.level import Level
from game.engine.definitions.places import HOME
from game.engine.orders import Order
from game.engine.problems import CAPITAL_SHORT, MONEY_SHORT, Problem
from game.engine.record import RecordFault
from game.engine.world import Contract, Offer, World
from game.text import cap_words, lever_words, outcome_words, problem_words, rule_words
from game.text.catalogue import Catalogue, mark
from game.text.figure_words import SHARES
from game.text.level_texts import LevelTexts, LevelWords, readable
from game.text.lever_words import LeverWords, SettingReader
from game.text.numbers import Numbers
from game.text.outcome_words import OutcomeWords
from game.text.places import Place, place_of
from game.text.region_targets import region_target
from game.text.rule_words import CAP, RuleWords

OUTSIDE = "outside"

ABOUT_MINERALS = ("chain", "mineral", "control", "outlet", "know-how", "inputs")
"""Kinds of places that belong to one mineral."""


class Words:
    """Says everything of one level in one language.

    Attributes:
        catalogue: The game's own sentences.
        numbers: Numbers of that language.
        names: The level's texts.
        level: The level.
    """

    def __init__(self, catalogue: Catalogue, level: Level, texts: LevelTexts) -> None:
        self.catalogue = catalogue
        self.numbers = Numbers(catalogue)
        self.names = LevelWords(texts)
        self.level = level
        roles = level.region.roles if level.region is not None else ()
        named = tuple(self.names.name("role", role.id) for role in roles)
        families = tuple(self.names.name("family", name) for name in level.families)
        self._settings = SettingReader(catalogue, self.numbers, level, named, families)

    def say(self, message: str, **values: object) -> str:
        """Return one of the game's own sentences."""
        return self.catalogue.say(message, **values)

    # ---- levers and orders

    def lever(self, lever_id: str) -> LeverWords:
        """Return a lever's words; a readable name for one that is unknown."""
        found = lever_words.LEVERS.get(lever_id)
        if found is None:
            return LeverWords(readable(lever_id), "", readable(lever_id))
        return LeverWords(self.say(found.title), self.say(found.line), self.say(found.deed))

    def area(self, area_id: str) -> str:
        """Return the name of an area of levers, the tab they stand under."""
        return self.say(lever_words.AREAS.get(area_id, readable(area_id)))

    def target(self, target: str) -> str:
        """Return what a lever is pulled on: "Nickel ore", a province, a partner, an offer."""
        if not target:
            return ""
        mineral, _, stage = target.partition(".")
        if stage == "ore" and any(x.id == mineral for x in self.level.minerals):
            return self.say(mark("{mineral} ore"), mineral=self.names.name("mineral", mineral))
        for kind, ids in (
            ("mineral", [x.id for x in self.level.minerals]),
            ("partner", [x.id for x in self.level.partners]),
            ("province", [p.id for x in self.level.states for p in x.provinces]),
            ("field", [f.id for x in self.level.states for f in x.fields]),
            ("agreement", [x.id for x in self.level.agreements]),
        ):
            if target in ids:
                return self.names.name(kind, target)
        if self.level.region is not None:
            found = region_target(self, target)
            if found:
                return found
        return self.offer_title(target.rpartition(".")[0] or target)

    def setting(self, lever_id: str, setting: tuple[int, ...]) -> str:
        """Return how a setting of a lever reads."""
        return self._settings.read(lever_id, setting)

    def ban(self, share: int) -> str:
        """Return the share of ore that may not leave: "Half of the ore may not leave"."""
        return self._settings.ban(share)

    def when(self, turns: int) -> str:
        """Return a notice of some turns: "from next year"."""
        return self._settings.when(turns)

    def begins(self, turns: int) -> str:
        """Return a notice of some turns after the word "Begins": "next year"."""
        return self._settings.begins(turns)

    def order(self, order: Order) -> str:
        """Return an order in one line: "Royalty, Nickel: 10 %"."""
        title, target = self.lever(order.lever).title, self.target(order.target)
        name = f"{title}, {target}" if target else title
        return self.say(
            mark("{name}: {setting}"), name=name, setting=self.setting(order.lever, order.setting)
        )

    # ---- figures

    def outcome(self, name: str) -> OutcomeWords:
        """Return the words of an outcome or a resource, by its figure's name."""
        found = outcome_words.FIGURES[name]
        return OutcomeWords(
            name=self.say(found.name),
            short=self.say(found.short),
            unit=found.unit,
            counts=self.say(found.counts),
            formula=self.say(found.formula),
            icon=found.icon,
        )

    def figure(self, path: str, seat: str = "") -> str:
        """Return the name of a figure with its place: "Ore exports", "Sulawesi: Grievance".

        Args:
            path: The figure's path.
            seat: The reader's state; its own figures go without the state's name.
        """
        place = place_of(self.level, path)
        label = self.say(place.label)
        where = self._where(place, seat)
        return self.say(mark("{place}: {figure}"), place=where, figure=label) if where else label

    def _where(self, place: Place, seat: str) -> str:
        parts = []
        if place.state and place.state != seat:
            parts.append(self.names.name("state", place.state))
        if place.kind in (
            "province",
            "field",
            "rival",
            "partner",
            "concession",
            "agreement",
            "substitute",
        ):
            parts.append(self.names.name(place.kind, place.subject))
        elif place.kind == "card":
            parts.append(self.names.name("card", place.subject))
        elif place.kind in ("tie", "bond"):
            parts.append(self.names.name("partner", place.subject))
        elif place.kind in ABOUT_MINERALS and len(self.level.minerals) > 1:
            parts.append(self.names.name("mineral", place.subject))
        return ", ".join(parts)

    def unit(self, world: World, path: str) -> str:
        """Return the unit a figure is read in; a share in bp is ``share``."""
        unit = world.layout.variables[world.layout.slots[path]].unit
        if unit == "bp" and path.rpartition("/")[2] in SHARES:
            return "share"
        return unit

    def amount(self, world: World, path: str, value: int) -> str:
        """Return a figure's value in its unit."""
        unit = self.unit(world, path)
        if unit == "turn":
            return self.numbers.date_of_step(self.level, value) if value else self.say(mark("none"))
        return self.numbers.amount(unit, value)

    def change(self, world: World, path: str, value: int) -> str:
        """Return a change of a figure with its sign."""
        return self.numbers.change(self.unit(world, path), value)

    # ---- rules and causes

    def rule(self, rule_id: str) -> RuleWords:
        """Return the title and sentence of a rule of the ledger."""
        found = rule_words.RULES.get(rule_id.removeprefix(CAP))
        if found is None:
            return RuleWords(readable(rule_id.removeprefix(CAP)), "")
        capped = rule_id.startswith(CAP) and rule_id.removeprefix(CAP) not in cap_words.LIMITS
        line = rule_words.CAPPED if capped else found.line
        return RuleWords(self.say(found.title), self.say(line))

    def cause(self, cause: str, seat: str = "", actor: str = "") -> str:
        """Return who or what set a change off: "You changed the royalty", "The market".

        Args:
            cause: As it stands in the ledger.
            seat: The reader's state.
            actor: The state whose figure changed; orders are its government's.
        """
        kind, _, rest = cause.partition(":")
        if kind == "order":
            return self._deed(rest.partition(":")[0], seat, actor or seat)
        if kind == "event":
            return self.say(mark("Event: {headline}"), headline=self.event(rest))
        if kind == "partner":
            return self.firms(rest, actor if actor != seat else "")
        if kind == "market":
            return self.say(mark("The market"))
        return self.say(mark("The usual course"))

    def _deed(self, lever_id: str, seat: str, actor: str) -> str:
        deed = self.lever(lever_id).deed
        if actor == seat:
            return self.say(mark("You {deed}"), deed=deed)
        state = self.names.name("state", actor)
        return self.say(mark("{state} {deed}"), state=state, deed=deed)

    def firms(self, owner: str, abroad: str = "") -> str:
        """Return the firms of an owner of plants: "China's firms", "Firms at home".

        Args:
            owner: A partner's id, ``home``, ``outside``, or a state's own id.
            abroad: The state whose plants they are, when it is not the reader's.
        """
        if owner == HOME:
            people = self.names.text(f"state.{abroad}.people") if abroad else ""
            return people or self.say(mark("Firms at home"))
        if owner == OUTSIDE:
            return self.say(mark("Other foreign firms"))
        if any(state.id == owner for state in self.level.states):
            return self.say(mark("State firms"))
        people = self.names.text(f"partner.{owner}.people")
        name = self.names.name("partner", owner)
        return people or self.say(mark("Firms from {partner}"), partner=name)

    def event(self, event_id: str) -> str:
        """Return an event's headline."""
        return self.names.text(f"event.{event_id}.headline") or readable(event_id)

    def offer_title(self, plan_id: str) -> str:
        """Return the title of an offer, by its plan."""
        return self.names.text(f"offer.{plan_id}.title") or readable(plan_id)

    def contract(self, contract: Contract | Offer) -> str:
        """Return a contract or offer in a few words: "China: Smelter at the port"."""
        partner = self.names.name("partner", contract.partner)
        return self.say(
            mark("{partner}: {title}"), partner=partner, title=self.offer_title(contract.plan)
        )

    def memory(self, code: str) -> str:
        """Return what a partner remembers, after its name: "remembers your visit"."""
        return self.say(problem_words.MEMORIES.get(code, readable(code)))

    # ---- problems

    def problem(self, problem: Problem) -> str:
        """Return one sentence: what is wrong and what to do."""
        details = dict(problem.details)
        return self.say(problem_words.PROBLEMS[_variant(problem, details)], **self._filled(details))

    def _filled(self, details: Mapping[str, str]) -> dict[str, object]:
        filled: dict[str, object] = {"lever": "", "needs": "", "has": ""}
        if "lever" in details:
            filled["lever"] = self.lever(details["lever"]).title
        for name in ("needs", "has"):
            number = int(details.get(name, "0"))
            filled[name] = self.numbers.money(number) if number > 99 else str(number)
        return filled

    def record_fault(self, fault: RecordFault) -> str:
        """Return one sentence on a saved game that cannot be read."""
        message = problem_words.RECORD_FAULTS.get(fault.code, problem_words.RECORD_FAULT_OTHER)
        return self.say(message, line=fault.line)


def _variant(problem: Problem, details: Mapping[str, str]) -> str:
    """A shortage comes with sums and without, of one order and of the whole sheet."""
    code = problem.code
    if code not in (CAPITAL_SHORT, MONEY_SHORT):
        return code
    if "needs" not in details:
        return "capital_short_all" if code == CAPITAL_SHORT else code
    if problem.order < 0:
        return f"{code}_together"
    return "money_short_of" if code == MONEY_SHORT else code


def words_for(level: Level, texts: LevelTexts, locale: str = "en") -> Words:
    """Return the words of a level.

    Args:
        level: The level.
        texts: Its texts in that language (docs/text_keys.md).
        locale: Language of the game's own sentences and numbers.
    """
    return Words(Catalogue(locale), level, texts)
