"""The institutions of a region as one seat sees them, and the chronicle of what was done openly."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.engine.definitions.region import Region
from game.engine.turn import DONE
from game.text.catalogue import mark
from game.text.region_table import TableReader
from game.text.region_targets import region_news
from game.text.region_words import MEMBER, REGION
from game.text.table_words import COHESION

_SHOWN_AS_SHARE = frozenset({"bp"})
_OPEN_LEVERS = (
    "propose_card",
    "cartel_pledge",
    "join_label",
    "ev_role",
    "share_data",
    "fund_contribution",
    "initiative",
    "friends_club",
)
"""What members do in the open; whether a cut is kept is each one's secret."""
_ONLY_IF_ANY = frozenset({"contribution", "grant", "window_debt", "joint_share"})
_QUIET_RULES = frozenset({"meeting"})


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure of an institution; ``share`` is 0 to 1 where it can be drawn as a bar."""

    path: str
    name: str
    text: str
    share: float | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """What an institution shows of one member. ``warning``: it was caught at something."""

    state: str
    name: str
    text: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Institution:
    """Something that the members have in common.

    Attributes:
        levers: (id, name) of what the seat can change in it.
        own: The seat's own part in it, and what is ordered this turn; empty without a lever.
    """

    id: str
    title: str
    line: str
    figures: tuple[FigureLine, ...]
    members: tuple[MemberLine, ...]
    levers: tuple[tuple[str, str], ...]
    own: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an institution is made of: its figures, what it shows of members, its levers."""

    id: str
    there: Callable[[Region], bool]
    title: str
    figures: tuple[str, ...]
    shown: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    named: str = ""


_PLANS = (
    _Plan("voice", lambda r: True, mark("One voice"), ("cohesion",)),
    _Plan(
        "cartel", lambda r: bool(r.cartel), mark("Cut in output"),
        ("cut", "joint_share"), ("pledge",), ("cartel_pledge", "cartel_output"),
    ),
    _Plan(
        "label", lambda r: r.label is not None, mark("Shared certificate"),
        ("strictness", "audit", "label_trust", "coverage", "equal"), ("labelled",), ("join_label",),
    ),
    _Plan(
        "roles", lambda r: bool(r.roles), mark("Parts in making electric cars"),
        ("lead_body",), ("role",), ("ev_role",),
    ),
    _Plan(
        "data", lambda r: r.data >= 0, mark("Shared data base"),
        ("data_quality",), ("shares_data",), ("share_data",),
    ),
    _Plan(
        "fund", lambda r: r.fund, mark("Trust fund"),
        ("fund",), ("contribution", "grant"), ("fund_contribution",),
    ),
    _Plan("award", lambda r: r.award, mark("Award for good practice"), (), ("awards",)),
    _Plan(
        "window", lambda r: r.window is not None, mark("Shared lending window"),
        ("window",), ("window_debt",), ("draw_window",),
    ),
    _Plan(
        "initiative", lambda r: r.initiative is not None, mark("Green mining initiative"),
        (), ("initiative",), ("initiative",), "initiative.name",
    ),
    _Plan(
        "club", lambda r: r.club is not None, mark("Club of careful friends"),
        (), ("club",), ("friends_club",), "club.name",
    ),
    _Plan(
        "limits", lambda r: r.restrictions >= 0, mark("Limits on trade in the world"),
        ("restrictions",),
    ),
)  # fmt: skip
_LINES = {
    "voice": COHESION,
    "award": mark("Each meeting honours the best standards, if buyers can see them."),
    "limits": mark("The more limits there are, the likelier a tariff in answer to one of yours."),
}


def institutions_of(table: TableReader) -> tuple[Institution, ...]:
    """Return the institutions of the seat's region; none without one."""
    region = table.world.level.region
    if region is None:
        return ()
    return tuple(_institution(table, plan) for plan in _PLANS if plan.there(region))


def _institution(table: TableReader, plan: _Plan) -> Institution:
    words = table.words
    levers = tuple(x for x in plan.levers if table.targets(x))
    line = _LINES.get(plan.id) or words.lever(plan.levers[0]).line
    return Institution(
        plan.id,
        (words.names.text(plan.named) if plan.named else "") or words.say(plan.title),
        words.say(line) if plan.id in _LINES else line,
        tuple(_figures(table, plan.figures)),
        tuple(_members(table, plan.shown)) if plan.shown else (),
        tuple((lever, words.lever(lever).title) for lever in levers),
        " ".join(_own(table, lever) for lever in levers),
    )


def _figures(table: TableReader, names: tuple[str, ...]) -> Iterator[FigureLine]:
    """The figures; the members' weight is counted only while a cut holds."""
    for name in names:
        if name not in _ONLY_IF_ANY or table.value(f"region/{name}"):
            yield _figure(table, name)


def _figure(table: TableReader, name: str) -> FigureLine:
    path = f"region/{name}"
    value = table.value(path) or 0
    unit = table.world.layout.variables[table.world.layout.slots[path]].unit
    share = value / 10_000 if unit in _SHOWN_AS_SHARE else None
    return FigureLine(path, table.words.say(REGION[name]), table.reads(path, value), share)


def _members(table: TableReader, shown: tuple[str, ...]) -> Iterator[MemberLine]:
    words, region = table.words, table.world.layout.region
    assert region is not None
    for member in region.members:
        if "pledge" in shown and member.chain is None:
            continue
        texts = []
        for name in shown:
            path = f"{member.state}/region/{name}"
            value = table.value(path)
            if value is None or (name in _ONLY_IF_ANY and not value):
                continue  # hidden from this seat, or nothing to tell
            texts.append(_member_figure(table, name, path, value))
        caught = table.value(f"{member.state}/region/caught") if "pledge" in shown else 0
        warning = ""
        if caught:
            date = words.numbers.date_of_step(words.level, caught - 1)
            warning = words.say(mark("caught digging too much in {date}"), date=date)
        text = "; ".join(texts) or words.say(mark("nothing so far"))
        yield MemberLine(member.state, table.state(member.state), text, warning)


def _member_figure(table: TableReader, name: str, path: str, value: int) -> str:
    words = table.words
    if name == "role":
        return words.setting("ev_role", (value,))
    if name in ("labelled", "shares_data", "initiative", "club"):
        return table.reads(path, value)
    if name == "pledge" and value:
        share = words.numbers.share(value)
        return words.say(mark("pledges a cut of {share}"), share=share)
    if name == "pledge":
        return words.say(mark("pledges no cut"))
    label = words.say(MEMBER[name])
    return words.say(mark("{name}: {value}"), name=label, value=table.reads(path, value))


def _own(table: TableReader, lever: str) -> str:
    """The seat's setting, and what the sheet orders: "Keep the cut or not: Keep the agreed cut"."""
    words, target = table.words, table.targets(lever)[0]
    text = words.say(
        mark("{lever}: {now}."),
        lever=words.lever(lever).title,
        now=words.setting(lever, table.options.now(lever, target)),
    )
    ordered = next((x for x in table.draft if (x.lever, x.target) == (lever, target)), None)
    if ordered is None:
        return text
    then = words.setting(lever, ordered.setting)
    return f"{text} {words.say(mark('Ordered: {setting}.'), setting=then)}"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was done in the open; ``bad`` for what hurts trust among members."""

    date: str
    text: str
    bad: bool = False


_BAD = frozenset({"cartel_caught", "greenwash", "deal_broken"})


def chronicle(table: TableReader, most: int = 40) -> tuple[Happening, ...]:
    """Return what states did in the open and what became of it, the latest first."""
    found: list[Happening] = []
    for number in reversed(range(len(table.turns))):
        found += _of_turn(table, number)
        if len(found) >= most:
            break
    return tuple(found[:most])


def _of_turn(table: TableReader, number: int) -> Iterator[Happening]:
    words, turn = table.words, table.turns[number]
    date = words.numbers.date(words.level, number)
    for entry in turn.ledger:
        if entry.path or not entry.thing or entry.rule in _QUIET_RULES:
            continue
        if told := region_news(words, table.seat, entry.rule, entry.thing):
            yield Happening(date, told, entry.rule in _BAD)
    for result in turn.results:
        order = result.order
        if result.status != DONE or order.lever not in _OPEN_LEVERS:
            continue
        setting = words.setting(order.lever, order.setting)
        if order.lever == "propose_card":
            setting = words.names.name("card", order.target)
        yield Happening(
            date,
            words.say(
                mark("{deed}: {setting}"),
                deed=words.cause(f"order:{order.lever}:", table.seat, result.seat),
                setting=setting,
            ),
        )
