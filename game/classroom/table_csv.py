"""The table as CSV, for the organiser: everything, and nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable

from game.classroom.faults import NEEDS_REVIEW
from game.classroom.standings import Refusal, Standings
from game.engine.definitions.level import OUTCOMES

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_MONEY = ("value", "revenue")


def table_csv(table: Standings) -> str:
    """Return the table as CSV text, lines ended by a line feed."""
    games = range(1, table.round.games + 1)
    head = [
        "rank", "number", "name", "above_references", "worst_game", "lowest_part", "score",
        *(f"game_{game}" for game in games),
        *(f"{name}_usd" if name in _MONEY else name for name in OUTCOMES),
        "turns_without_orders", "received", "file", "counts", "same_orders_as",
    ]  # fmt: skip
    rows: list[list[str]] = [head]
    for row in table.rows:
        rows.append(
            [
                str(row.rank),
                str(row.number),
                row.name,
                *map(_points, (row.above, row.worst, row.lowest_part, row.score, *row.scores)),
                *(
                    str(x) if name in _MONEY else _points(x)
                    for name, x in zip(OUTCOMES, row.outcomes, strict=True)
                ),
                str(row.unplayed),
                str(row.received),
                row.file,
                "yes",
                " ".join(map(str, row.alike)),
            ]
        )
    for name, scores in table.references:
        mean = sum(scores) // len(scores)
        cells = ["", "", name, "", "", "", *map(_points, (mean, *scores))]
        rows.append([*cells, *[""] * (len(head) - len(cells) - 2), "reference", ""])
    for refused in table.refused:
        cells = ["", str(refused.number or ""), *[""] * (len(head) - 6)]
        rows.append([*cells, str(refused.received), refused.file, _why(refused), ""])
    return _written(rows)


def _why(refused: Refusal) -> str:
    if refused.verdict.ok:
        return "same entry again" if refused.again else "a later file"
    kind = "needs review" if refused.verdict.code in NEEDS_REVIEW else "no"
    return f"{kind}: {refused.verdict.code}"


def _points(hundredths: int) -> str:
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


def _written(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([safe_cell(x) for x in row] for row in rows)
    return out.getvalue()


def safe_cell(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay as they are.

    >>> safe_cell("=1+1"), safe_cell("-4.20"), safe_cell("quiet heron")
    ("'=1+1", '-4.20', 'quiet heron')
    """
    number = cell.removeprefix("-").replace(".", "", 1)
    if cell.startswith(_DANGEROUS) and not (number.isascii() and number.isdigit()):
        return f"'{cell}"
    return cell
