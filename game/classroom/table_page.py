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

_STYLE = """
:root{color-scheme:light}
body{font:16px/1.5 Inter,"Segoe UI",Helvetica,Arial,sans-serif;color:#15222d;background:#f3f6f8;
margin:0}
header{background:#0f202e;color:#fff;padding:24px 32px}header p{color:#adbecb;margin:4px 0 0}
h1{font-size:26px;margin:0}h2{font-size:19px;margin:0 0 8px}
main{max-width:1180px;margin:0 auto;padding:16px}
section{background:#fff;border:1px solid #dbe2e8;border-radius:12px;padding:20px 24px;margin:16px 0;
overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:7px 14px 7px 0;
border-bottom:1px solid #eaeff3;vertical-align:top;white-space:nowrap}
th{font-size:13px;color:#576775;white-space:normal;vertical-align:bottom}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
td.rank{font-weight:700}tr.first td{background:#fdf6e7}tr.reference td{color:#576775}
.small{color:#576775;font-size:14px}code{font-size:13px;overflow-wrap:anywhere;white-space:normal}
ol,ul{margin:4px 0;padding-left:22px}
@media print{body{background:#fff}section{break-inside:avoid;border:0;padding:8px 0}
header{color:#000;background:#fff;padding:0}header p{color:#333}}
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
        _section(words["ranked"], [_list("ol", map(say.say, RANKING))]),
        _section(words["rules"], [_list("ul", says)]),
        _section(words["luck"], [_luck(table, words)]),
    ]
    deadline = f"<p>{escape(table.round.deadline)}</p>" if table.round.deadline else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(say.locale)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(title)}</h1>{deadline}</header>\n<main>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def _section(title: str, parts: Iterable[str]) -> str:
    body = "\n".join(part for part in parts if part)
    return f"<section>\n<h2>{escape(title)}</h2>\n{body}\n</section>"


def _list(tag: str, items: Iterable[str]) -> str:
    inside = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{tag}>{inside}</{tag}>"


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
