"""What is said: every figure in a sentence is a figure of its claim; the page is safe and whole."""

import json
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import pytest

from game.debrief.as_json import debrief_json
from game.debrief.claims import Claim, Comparison
from game.debrief.debrief import Debrief
from game.debrief.luck import LuckMeter
from game.debrief.measures import MEASURED, SCORE, Stretch
from game.debrief.played import decisions_of, policies_of
from game.debrief.report import Reflection, report_html
from game.debrief.report_chart import Chart, ChartLine, chart_svg, tick_values
from game.debrief.stability import Stability
from game.debrief.telling import Telling
from game.debrief.textbook import Textbook
from game.text.describe import words_for
from tests.debrief.games import planned

TEXTS = {
    "level.title": "Zinc <b>& more</b>",
    "level.place": "Aval, 2010–2015",
    "mandate.industrialiser.name": "Industrialiser",
    "mandate.guardian.name": "Guardian",
    "mineral.zinc.name": "Zinc",
    "province.north.name": "North",
    "prediction.ban-value.question": "What will ore exports do?",
    "prediction.ban-value.reason.smelters": "Smelters <come>.",
    "debrief.case": "It was closed. [1]",
    "debrief.leaves_out.1": "Courts & rivers.",
    "debrief.question.1": "Who paid? [2]",
    "debrief.exit_question": "Name one thing.",
    "debrief.argument.export_ban.against": "Mines paid <first>.",
    "path.0.line": "A law. [1]",
    "quiz.1.question": "Which?",
    "quiz.1.answer.1": "This",
    "quiz.1.answer.2": "That",
    "quiz.1.right": "2",
}
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True)
class Printed:
    number: int
    title: str
    publisher: str
    place: str = ""


SOURCES = (Printed(1, "Yearbook", "Ministry"), Printed(2, "<Table>", "Customs", "page 4"))


@pytest.fixture(scope="module")
def finished() -> Debrief:
    return Debrief(planned(), Textbook(), continuations=2, other_seeds=4).finish()


@pytest.fixture(scope="module")
def telling() -> Telling:
    return Telling(words_for(planned().level, TEXTS))


@pytest.fixture(scope="module")
def page(finished, telling) -> str:
    return report_html(finished, telling, SOURCES, Reflection("Proud", "The <price>"))


# ---- sentences


def allowed_numbers(telling: Telling, claim: Claim) -> set[str]:
    """Every figure that belongs to a claim, printed."""
    sizes = [claim.size, abs(claim.fixed.effect), abs(claim.replanned.effect)]
    shown = claim.replanned if claim.impossible else claim.fixed
    texts = [telling.amount(claim.outcome, x) for x in (*sizes, shown.having, shown.lacking)]
    texts += [telling.date(turn) for turn in range(8)]
    texts += [telling.did(claim.cause), telling.policy(claim.cause)]
    return {number for text in texts for number in NUMBER.findall(text)}


def test_every_number_of_a_told_sentence_is_one_of_its_claim(finished, telling):
    assert finished.told
    for claim in finished.told:
        said = telling.headed(claim)
        assert set(NUMBER.findall(said)) <= allowed_numbers(telling, claim), said


def test_a_sentence_says_lower_when_the_decision_had_raised_the_outcome(finished, telling):
    for claim in finished.claims:
        said = telling.claim(claim)
        assert ("lower" in said) is (claim.effect > 0)
        assert ("higher" in said) is (claim.effect < 0)


def made(fixed: int, other: int, outcome: str = SCORE, impossible: int = 0) -> Claim:
    cause = decisions_of(planned())[0]
    return Claim(
        cause, outcome, Stretch(0, 5), Comparison(5_000 + fixed, 5_000),
        Comparison(6_000 + other, 6_000), impossible,
    )  # fmt: skip


def test_a_claim_about_the_score(telling):
    said = telling.claim(made(230, 200))
    assert said == "Without it, your score would have been 2.3 points lower: 50, not 52.3."


def test_the_second_rerun_is_told_when_it_is_far_from_the_first(telling):
    assert "chosen afresh, the difference is 6 points" in telling.claim(made(230, 600))
    assert "afresh" not in telling.claim(made(300, 600))


def test_a_broken_first_rerun_is_owned_up_to(telling):
    broken = made(230, 600, impossible=2)
    assert telling.claim(broken).endswith("6 points lower: 60, not 66.")
    assert "Some later orders were not possible" in telling.remark([made(1, 1), broken])
    assert "Some later orders were not possible" in telling.headed(broken)
    assert telling.remark([made(230, 600)]) == ""


def test_levels_that_print_alike_are_left_out(telling):
    claim = Claim(
        decisions_of(planned())[0], "value", Stretch(1, 1),
        Comparison(1_430_000_000, 1_400_000_000), Comparison(30_000_000, 0),
    )  # fmt: skip
    said = telling.claim(claim)
    assert said == (
        "Without it, value kept at home in 2011 would have been US$\u00a030\u00a0m a year lower."
    )


def test_a_lever_pulled_often_is_told_with_its_first_and_last_date(telling):
    policy = policies_of(planned())[0]
    few = telling.policy(policy)
    many = telling.policy(
        replace(policy, deeds=tuple(replace(policy.deeds[0], turn=t) for t in range(5)))
    )
    assert " and " in few
    assert "5 orders from 2010 to 2014" in many


@pytest.mark.parametrize(("actual", "word"), [(5_300, "added"), (4_700, "took"), (5_010, "about")])
def test_luck_is_told_with_the_games_counted(telling, actual, word):
    said = telling.luck(LuckMeter(actual, (4_900, 5_000, 5_100)))
    assert word in said
    below = sum(1 for x in (4_900, 5_000, 5_100) if x < actual)
    assert f"{below} of 3 games scored less; the mean was 50." in said


def test_steady_and_lucky_decisions_are_told_apart(telling):
    assert "Luck helped" in telling.stability(Stability(50, (-40,) * 10))
    assert "Luck" not in telling.stability(Stability(50, (40,) * 10))


# ---- JSON


def test_the_json_has_the_promised_keys_and_survives_a_round_trip(finished, telling):
    data = json.loads(json.dumps(debrief_json(finished, telling)))
    assert data["claims"]
    promised = {
        "cause", "outcome", "sign", "size", "horizon", "fixed_rerun", "reoptimised_rerun", "told",
    }  # fmt: skip
    for claim in data["claims"]:
        assert promised <= set(claim)
        assert claim["sign"] in (-1, 1)
        assert claim["outcome"] in MEASURED
        assert claim["size_range"][0] <= claim["size"] <= claim["size_range"][1]
        assert claim["fixed_rerun"]["effect"] * claim["sign"] > 0
        assert claim["reoptimised_rerun"]["effect"] * claim["sign"] > 0
    told = [claim["told"] for claim in data["claims"] if claim["told"]]
    assert len(told) == len(set(finished.told))
    assert set(data["shares"]) == set(MEASURED)
    assert len(data["turning_points"]) == len(finished.points)


# ---- the page


class Tags(HTMLParser):
    """Collects tags and checks that they close in order."""

    void = frozenset({"meta", "line", "polyline", "circle", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in self.void:
            assert self.open.pop() == tag


def tags(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def test_the_page_is_well_formed_and_loads_nothing(page):
    seen = tags(page).seen
    names = {tag for tag, _ in seen}
    assert not names & {"script", "img", "link", "iframe", "object"}
    targets = [attrs["href"] for tag, attrs in seen if tag == "a"]
    assert targets
    assert all(target.startswith("#source-") for target in targets)
    ids = {attrs["id"] for _, attrs in seen if "id" in attrs}
    assert {target[1:] for target in targets} <= ids
    assert "src=" not in page
    assert "url(" not in page


def test_texts_of_the_level_are_escaped(page):
    assert "<b>&" not in page
    for text in ("Zinc &lt;b&gt;&amp; more", "Mines paid &lt;first&gt;", "&lt;Table&gt;",
                 "The &lt;price&gt;", "Courts &amp; rivers", "Smelters &lt;come&gt;"):  # fmt: skip
        assert text in page


def test_outcomes_come_before_any_total(page):
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings.index("What happened") < headings.index("Shares in your score")
    assert headings[0] == "First impressions"
    assert headings.index("What happened") < headings.index("The total, under each goal")
    for wanted in ("Why it turned out this way", "What you predicted", "Luck", "The real case",
                   "The other side", "What the model leaves out", "Questions to discuss",
                   "Quiz", "Sources"):  # fmt: skip
        assert wanted in headings


def test_the_page_tells_what_the_claims_tell(page, finished, telling):
    from html import escape

    for point in finished.points:
        for claim in point.told:
            assert escape(telling.claim(claim)) in page


def test_a_page_without_texts_or_sources_is_still_a_page(finished):
    bare = report_html(finished, Telling(words_for(finished.played.level, {})))
    tags(bare)
    assert "<h2>Sources" not in bare
    assert "<h2>Quiz" not in bare


def test_parts_not_worked_out_are_left_out(telling):
    bare = report_html(Debrief(planned(), Textbook()), telling)
    tags(bare)
    assert "<h2>Luck" not in bare
    assert "<h2>What happened" not in bare


# ---- charts


@pytest.mark.parametrize(
    "numbers", [[0], [5, 5], [-3, 9], [10**10, 4 * 10**10], [1, 9_999], [-70, -20]]
)
def test_ticks_reach_around_the_numbers_and_count_few(numbers):
    ticks = tick_values(numbers)
    assert ticks[0] <= min(0, *numbers, 0)
    assert ticks[-1] >= max(*numbers, 0)
    assert 0 in ticks
    assert 2 <= len(ticks) <= 8
    assert len({b - a for a, b in zip(ticks, ticks[1:], strict=False)}) == 1


def test_a_chart_draws_each_line_inside_its_frame():
    chart = Chart(
        title="A & B",
        lines=(
            ChartLine("Mine", "mine", (0, 5, 10), "10"),
            ChartLine("It", "without", (0, 0, 9), "9"),
        ),
        labels=("2010", "2011", "2012"),
        ticks=((0, "0"), (10, "10")),
        marks=((1, 1),),
    )
    svg = chart_svg(chart)
    tags(svg)
    assert 'aria-label="A &amp; B"' in svg
    points = re.findall(r'points="([^"]+)"', svg)
    assert len(points) == 2
    for pair in " ".join(points).split():
        x, y = map(int, pair.split(","))
        assert 0 <= x <= 560
        assert 0 <= y <= 210
    heights = [int(y) for y in re.findall(r'class="name [a-z]+" x="\d+" y="(\d+)"', svg)]
    assert abs(heights[0] - heights[1]) >= 30
