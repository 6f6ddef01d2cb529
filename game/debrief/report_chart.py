"""Line charts as inline SVG for the report: no scripts, readable in grey, with a spoken title."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 560, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 112, 14, 30
_STEPS = 5


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A named line. ``kind`` is ``mine``, ``history`` or ``without``; ``last`` its printed end."""

    name: str
    kind: str
    values: tuple[int, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its title read aloud, its lines, the labels of the turns, ticks and marks.

    Attributes:
        ticks: Values of the grid lines with their printed form.
        marks: (number, turn) of numbered discs on the first line.
    """

    title: str
    lines: tuple[ChartLine, ...]
    labels: tuple[str, ...]
    ticks: tuple[tuple[int, str], ...]
    marks: tuple[tuple[int, int], ...] = ()


def tick_values(numbers: Sequence[int]) -> list[int]:
    """Return round values from below the least to above the greatest number, zero included.

    >>> tick_values([3, 47])
    [0, 10, 20, 30, 40, 50]
    """
    low, high = min(0, *numbers), max(1, *numbers)
    rough = max(1, (high - low) // _STEPS)
    size = 10 ** (len(str(rough)) - 1)
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor * _STEPS >= high - low)
    first = -(-low // step) - (1 if low % step else 0)
    last = -(-high // step)
    return [step * place for place in range(first, last + 1)]


def chart_svg(chart: Chart) -> str:
    """Return a chart as an SVG element; every text in it is escaped."""
    low, high = chart.ticks[0][0], chart.ticks[-1][0]
    frame = _Frame(low, high, max(2, max(len(line.values) for line in chart.lines)))
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(chart.title)}">',
        *(_tick(frame, value, text) for value, text in chart.ticks),
        *_labels(frame, chart.labels),
        *(_line(frame, line) for line in reversed(chart.lines)),
        *_ends(frame, chart.lines),
        *(_mark(frame, chart.lines[0], number, turn) for number, turn in chart.marks),
        "</svg>",
    ]
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a value of a turn lies in the picture."""

    low: int
    high: int
    turns: int

    def x(self, turn: int) -> int:
        return _LEFT + round((WIDTH - _LEFT - _RIGHT) * turn / (self.turns - 1))

    def y(self, value: int) -> int:
        share = (value - self.low) / max(1, self.high - self.low)
        return round(HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * share)


def _tick(frame: _Frame, value: int, text: str) -> str:
    y = frame.y(value)
    return (
        f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{WIDTH - _RIGHT}" y2="{y}"/>'
        f'<text class="tick" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{escape(text)}</text>'
    )


def _labels(frame: _Frame, labels: Sequence[str]) -> list[str]:
    every = -(-len(labels) * max(len(x) for x in labels) // 48)
    return [
        f'<text class="tick" x="{frame.x(turn)}" y="{HEIGHT - 8}" text-anchor="middle">'
        f"{escape(label)}</text>"
        for turn, label in enumerate(labels)
        if turn % every == 0
    ]


def _line(frame: _Frame, line: ChartLine) -> str:
    points = " ".join(f"{frame.x(turn)},{frame.y(v)}" for turn, v in enumerate(line.values))
    return f'<polyline class="{line.kind}" points="{points}"/>'


def _ends(frame: _Frame, lines: Sequence[ChartLine]) -> list[str]:
    """Names and last values at the right, kept apart from each other."""
    heights = sorted((frame.y(line.values[-1]), i) for i, line in enumerate(lines))
    places: list[int] = []
    for y, _ in heights:
        places.append(max(y, places[-1] + 32) if places else max(y, _TOP + 4))
    over = places[-1] - (HEIGHT - _BOTTOM - 8)
    if over > 0:
        places = [y - over for y in places]
    found = []
    for y, (_, i) in zip(places, heights, strict=True):
        line, x = lines[i], WIDTH - _RIGHT + 10
        found.append(
            f'<text class="name {line.kind}" x="{x}" y="{y}">{escape(line.name)}</text>'
            f'<text class="last {line.kind}" x="{x}" y="{y + 15}">{escape(line.last)}</text>'
        )
    return found


def _mark(frame: _Frame, line: ChartLine, number: int, turn: int) -> str:
    x, y = frame.x(turn), frame.y(line.values[turn])
    return (
        f'<circle class="mark" cx="{x}" cy="{y}" r="10"/>'
        f'<text class="number" x="{x}" y="{y + 4}" text-anchor="middle">{number}</text>'
    )
