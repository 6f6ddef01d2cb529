"""The parts of the report that hold figures: outcomes, turning points, shares, ranking, quiz."""

from collections.abc import Sequence
from html import escape

from game.debrief.debrief import Debrief
from game.debrief.ghost import Lines, lines_of
from game.debrief.measures import MONEY, SCORE
from game.debrief.report_chart import Chart, ChartLine, chart_svg, tick_values
from game.debrief.reweigh import ranking
from game.debrief.shares import Share, Shares
from game.debrief.telling import TOGETHER, Telling
from game.debrief.turning_points import TurningPoint
from game.engine.definitions.level import OUTCOMES
from game.text.briefing import aims_told
from game.text.catalogue import mark
from game.text.page import link_citations, section, table

# ---- outcomes


def outcomes_part(debrief: Debrief, telling: Telling) -> str:
    """Return the six outcomes, before any total: a table, and a chart of each against history."""
    if debrief.held is None:
        return ""
    held, say = debrief.held, telling.words.say
    found = {name: lines_of(debrief.played, name, debrief.history, held) for name in OUTCOMES}
    heads = [escape(say(x)) for x in (mark("Outcome in the last turn"), mark("Your path"))]
    if debrief.history:
        heads.append(escape(say(mark("History"))))
    heads.append(escape(say(mark("Holding still"))))
    rows = [_outcome_row(telling, name, found[name]) for name in OUTCOMES]
    note = say(
        mark(
            "History and holding still are played by the same rules with the same luck as your "
            "game."
        )
    )
    charts = "\n".join(
        f"<div>{_outcome_chart(debrief, telling, name, found[name])}</div>" for name in OUTCOMES
    )
    return section(
        say(mark("What happened")),
        f'{table(heads, rows, 1)}<p class="small">{escape(note)}</p><div class="pair">{charts}'
        f"</div>{_aims(debrief, telling)}",
    )


def _aims(debrief: Debrief, telling: Telling) -> str:
    """What the goal hoped to see at the end, and whether it came about."""
    say, played = telling.words.say, debrief.played
    told = [
        f"{line}: {say(mark('It came about.') if met else mark('It did not come about.'))}"
        for line, met in aims_told(telling.words, played.mandate, played.worlds[-1])
    ]
    if not told:
        return ""
    rows = "".join(f"<li>{escape(line)}</li>" for line in told)
    return f"<h3>{escape(say(mark('What your goal hoped to see')))}</h3><ul>{rows}</ul>"


def _outcome_row(telling: Telling, name: str, lines: Lines) -> list[str]:
    words = telling.words.outcome(name)
    ends = [lines.mine[-1], *lines.history[-1:], lines.held[-1]]
    label = f'{escape(words.name)}<br><span class="small">{escape(words.counts)}</span>'
    return [label, *(escape(telling.amount(name, value)) for value in ends)]


def _outcome_chart(debrief: Debrief, telling: Telling, name: str, lines: Lines) -> str:
    marks = tuple((point.number, point.decision.turn) for point in debrief.points)
    drawn = [_line(telling, name, telling.way("mine"), "mine", lines.mine)]
    if lines.history:
        drawn.append(_line(telling, name, telling.way("history"), "history", lines.history))
    return _drawn(telling, name, drawn, marks)


def _line(
    telling: Telling, outcome: str, name: str, kind: str, values: tuple[int, ...]
) -> ChartLine:
    return ChartLine(name, kind, values, telling.amount(outcome, values[-1]))


def _drawn(
    telling: Telling,
    outcome: str,
    lines: Sequence[ChartLine],
    marks: tuple[tuple[int, int], ...] = (),
) -> str:
    title = telling.outcome(outcome)
    turns = len(lines[0].values)
    chart = Chart(
        title=title,
        lines=tuple(lines),
        labels=tuple(telling.date(turn) for turn in range(turns)),
        ticks=tuple(
            (value, telling.amount(outcome, value))
            for value in tick_values([v for line in lines for v in line.values])
        ),
        marks=marks,
    )
    return f"<h3>{escape(title)}</h3>{chart_svg(chart)}"


# ---- turning points


def turning_points_part(debrief: Debrief, telling: Telling) -> str:
    """Return the turning points, each with its prediction and the game without it."""
    say = telling.words.say
    note = say(
        mark(
            "Each comparison is your game played again with the same luck and without the decision."
        )
    )
    points = "\n".join(_turning_point(telling, point) for point in debrief.points)
    policies = "".join(
        f"<p>{escape(telling.headed(claim))}</p>"
        for finding in debrief.told_policies
        for claim in finding.claims[:1]
    )
    if policies:
        policies = f"<h3>{escape(say(mark('Orders that belong together')))}</h3>{policies}"
    if not points and not policies:
        points = f"<p>{escape(say(mark('No decision changed an outcome enough to be told.')))}</p>"
    return section(
        say(mark("Why it turned out this way")),
        f'<p class="small">{escape(note)}</p>{points}{policies}',
    )


def _turning_point(telling: Telling, point: TurningPoint) -> str:
    texts = [telling.claim(claim) for claim in point.told] + [telling.remark(point.told)]
    if point.prediction is not None:
        texts.insert(0, telling.prediction(point.prediction))
    if point.stability is not None:
        texts.append(telling.stability(point.stability))
    strip, say = point.strip, telling.words.say
    lines = [
        _line(telling, strip.outcome, say(mark("Your game")), "mine", strip.having),
        _line(telling, strip.outcome, say(mark("Without it")), "without", strip.lacking),
    ]
    body = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    chart = _drawn(telling, strip.outcome, lines, ((point.number, point.decision.turn),))
    heading = f"{point.number}. {telling.decision(point.decision)}"
    return f'<h3>{escape(heading)}</h3><div class="pair"><div>{body}</div><div>{chart}</div></div>'


# ---- shares and ranking


def shares_part(debrief: Debrief, telling: Telling) -> str:
    """Return the Shapley shares of the turning points in the score against holding still."""
    found = debrief.shares.get(SCORE)
    if found is None:
        return ""
    say = telling.words.say
    heads = [
        escape(say(x))
        for x in (mark("Decision"), mark("Share"), mark("Points"), mark("Alone, points"))
    ]
    reach = max(1, *(abs(row.shapley) for row in found.rows), abs(found.acting_together))
    rows = [_share_row(telling, row, reach) for row in found.rows]
    rows.append(
        [
            f"<em>{escape(say(TOGETHER))}</em>",
            _bar(found.acting_together, reach),
            escape(telling.change(SCORE, found.acting_together)),
            "",
        ]
    )
    note = say(
        mark(
            "A share is the decision's mean part over all orders in which the decisions could "
            "have been added. Acting together is what none of them brings alone; it is inside "
            "the shares above."
        )
    )
    return section(
        say(mark("Shares in your score")),
        f"<p>{escape(telling.shares(found))}</p>{table(heads, rows, 2)}"
        f'<p class="small">{escape(note)}</p>{_money_shares(debrief.shares, telling)}',
    )


def _share_row(telling: Telling, row: Share, reach: int) -> list[str]:
    return [
        escape(telling.shared_by(row.decision)),
        _bar(row.shapley, reach),
        escape(telling.change(SCORE, row.shapley)),
        escape(telling.change(SCORE, row.alone)),
    ]


def _bar(value: int, reach: int) -> str:
    """A bar from a middle line, at most half the width to either side."""
    wide = abs(value) * 50 // reach
    left = 50 if value >= 0 else 50 - wide
    kind = "up" if value >= 0 else "down"
    return (
        f'<div class="axis"><i class="{kind}" style="left:{left}%;width:{wide}%"></i>'
        '<b style="left:50%"></b></div>'
    )


def _money_shares(found: dict[str, Shares], telling: Telling) -> str:
    texts = [
        f"<strong>{escape(telling.outcome(name))}.</strong> {escape(telling.shares(found[name]))}"
        for name in MONEY
    ]
    return "".join(f"<p>{text}</p>" for text in texts)


def ranking_part(debrief: Debrief, telling: Telling) -> str:
    """Return the total under every mandate of the level, for each way through it."""
    say, names = telling.words.say, telling.words.names
    ways = debrief.parts
    heads = [escape(say(mark("Goal"))), *(escape(telling.way(who)) for who in ways)]
    rows = []
    for mandate in debrief.played.level.mandates:
        by_way = {found.who: found for found in ranking(ways, mandate.weights)}
        totals = [escape(telling.words.numbers.points(by_way[who].total)) for who in ways]
        rows.append([escape(names.name("mandate", mandate.id)), *totals])
    note = say(mark("The same six outcomes, weighed as each goal weighs them: 0 to 100 points."))
    return section(
        say(mark("The total, under each goal")),
        f'{table(heads, rows, 1)}<p class="small">{escape(note)}</p>',
    )


# ---- predictions and quiz


def predictions_part(debrief: Debrief, telling: Telling) -> str:
    """Return the predictions made, apart from success."""
    found = []
    for outcome in debrief.played.predictions:
        world = debrief.played.worlds[0]
        found.append(
            f"<h3>{escape(telling.question(outcome))}</h3>"
            f"<p>{escape(telling.prediction(outcome))} "
            f"{link_citations(telling.reason(outcome.answer))}</p>"
            f'<p class="small">{escape(telling.predicted_change(outcome, world))}</p>'
        )
    return section(telling.words.say(mark("What you predicted")), "\n".join(found))


def quiz_part(telling: Telling) -> str:
    """Return the quiz; each right answer is folded away below its question."""
    names, say = telling.words.names, telling.words.say
    found = []
    for number, question in names.numbered("quiz.{n}.question"):
        answers = [text for _, text in names.numbered(f"quiz.{number}.answer.{{n}}")]
        right = names.text(f"quiz.{number}.right")
        listed = "".join(f"<li>{link_citations(answer)}</li>" for answer in answers)
        told = ""
        if right.isdigit() and 1 <= int(right) <= len(answers):
            told = (
                f"<details><summary>{escape(say(mark('Answer')))}</summary>"
                f"{link_citations(answers[int(right) - 1])}</details>"
            )
        found.append(f'<p>{link_citations(question)}</p><ol type="A">{listed}</ol>{told}')
    return section(say(mark("Quiz")), "\n".join(found))
