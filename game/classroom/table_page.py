"""The table as one page of HTML: it needs no network and no script, and shows no person's name.

The names of the lower half are left out unless asked for: a ranking should shame nobody. What
looks like a copy is told to the organiser alone, so it is not here.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from html import escape

from game.classroom.standings import Row, Standings
from game.classroom.table_csv import table_csv
from game.text.catalogue import Catalogue
from game.text.classroom_words import RANKING, page_words
from game.text.page import listed, page, section

_STYLE = """
body{font-size:16px}th,td{padding:7px 14px 7px 0;white-space:nowrap}
th{font-size:13px;white-space:normal;vertical-align:bottom}
td.rank{font-weight:700}tr.first td{background:#fdf6e7}tr.reference td{color:#576775}
.small{font-size:14px}code{font-size:13px;overflow-wrap:anywhere;white-space:normal}
"""


def table_page(
    table: Standings,
    say: Catalogue,
    title: str,
    says: Sequence[str],
    outcome_names: Sequence[str],
    *,
    all_names: bool = False,
) -> str:
    """Return the page.

    Args:
        table: The standings.
        say: The language.
        title: Names the level.
        says: The rules of the round, in words.
        outcome_names: Of the six outcomes, with their units.
        all_names: Whether the lower half is named too.
    """
    words = page_words(say)
    parts = [
        _section(words["table"], [_results(table, words, all_names), _below(table, words)]),
        _section(words["outcomes"], [_outcomes(table, words, outcome_names, all_names)]),
        _section(words["ranked"], [listed(map(say.say, RANKING), "ol")]),
        _section(words["rules"], [listed(says)]),
        _section(words["luck"], [_luck(table, words)]),
    ]
    return page(say.locale, title, [table.round.deadline], parts, _STYLE)


def _section(title: str, parts: Iterable[str]) -> str:
    return section(title, "\n".join(part for part in parts if part))


def _cells(cells: Iterable[tuple[str, bool]], tag: str = "td") -> str:
    return "".join(
        f"<{tag}{' class=n' if number else ''}>{escape(text)}</{tag}>" for text, number in cells
    )


def _points(hundredths: int, *, signed: bool = False) -> str:
    tenths = (abs(hundredths) + 5) // 10
    sign = "−" if hundredths < 0 and tenths else "+" if signed else ""
    return f"{sign}{tenths // 10}.{tenths % 10}"


def _name(row: Row, rows: int, words: dict[str, str], all_names: bool) -> str:
    shown = all_names or 2 * row.rank <= rows + 1
    return f"{row.name} ({row.number})" if shown else words["hidden"]


def _results(table: Standings, words: dict[str, str], all_names: bool) -> str:
    games = range(1, table.round.games + 1)
    head = _cells(
        [
            (words["rank"], False),
            (words["who"], False),
            (words["above"], True),
            (words["score"], True),
            *((words["game"].format(number=game), True) for game in games),
        ],
        "th",
    )
    body = []
    for row in table.rows:
        cells = _cells(
            [
                (_name(row, len(table.rows), words, all_names), False),
                (_points(row.above, signed=True), True),
                (_points(row.score), True),
                *((_points(score), True) for score in row.scores),
            ]
        )
        first = " class=first" if row.rank == 1 else ""
        body.append(f'<tr{first}><td class="rank">{row.rank}</td>{cells}</tr>')
    for name, scores in table.references:
        mean = sum(scores) // len(scores)
        cells = _cells(
            [
                ("", False),
                (words["reference"].format(name=words.get(name, name)), False),
                ("", True),
                (_points(mean), True),
                *((_points(score), True) for score in scores),
            ]
        )
        body.append(f"<tr class=reference>{cells}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _below(table: Standings, words: dict[str, str]) -> str:
    notes = [words["above_means"]]
    held = [row for row in table.rows if row.unplayed]
    if held:
        notes.append(words["unfinished"].format(count=len(held)))
    if table.refused:
        notes.append(words["refused"].format(count=len(table.refused)))
    return "".join(f'<p class="small">{escape(note)}</p>' for note in notes)


def _outcomes(
    table: Standings, words: dict[str, str], names: Sequence[str], all_names: bool
) -> str:
    head = _cells([(words["who"], False), *((name, True) for name in names)], "th")
    body = []
    for row in table.rows:
        money = [f"{x // 1_000_000:,}" for x in row.outcomes[:2]]
        cells = [*money, *map(_points, row.outcomes[2:])]
        name = _name(row, len(table.rows), words, all_names)
        body.append(f"<tr>{_cells([(name, False), *((cell, True) for cell in cells)])}</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _luck(table: Standings, words: dict[str, str]) -> str:
    digest = blake2b(table_csv(table).encode(), digest_size=16).hexdigest()
    facts = (
        (words["round"], table.round.id),
        (words["luck_hash"], table.round.luck_hash),
        (words["luck_text"], table.round.luck),
        (words["seeds"], ", ".join(map(str, table.round.seeds))),
        (words["digest"], digest),
    )
    rows = "".join(
        f"<tr><td>{escape(x)}</td><td><code>{escape(y)}</code></td></tr>" for x, y in facts
    )
    return f'<p class="small">{escape(words["check"])}</p><table>{rows}</table>'
