"""A prediction: direction and one reason, asked before a big decision; and how they came out."""

from game.engine.definitions.level import Prediction
from game.match.predictions import Outcome
from game.terminal.table import Table
from game.text.briefing import question
from game.text.catalogue import mark


def ask_prediction(table: Table, prediction: Prediction) -> None:
    """Ask for a direction and a reason and record the answer; “back” leaves it open."""
    screen = table.screen
    asked = question(table.words, prediction)
    screen.heading(table.say(mark("First, your prediction")))
    screen.line(asked.question)
    screen.numbered([text for _, text in asked.directions])
    direction = screen.choose(table.say(mark("What do you expect? Number:")), 3)
    if direction is None:
        screen.line(table.say(mark("No prediction made. It will be asked again.")))
        return
    reason = screen.pick(
        table.say(mark("Why? Pick the main reason")),
        [text for _, text in asked.reasons],
        table.say(mark("Number:")),
    )
    if reason is None:
        screen.line(table.say(mark("No prediction made. It will be asked again.")))
        return
    table.match.predict(prediction.id, asked.directions[direction][0], asked.reasons[reason][0])
    screen.line(table.say(mark("Noted. You will see how it came out.")))


def prediction_lines(table: Table, outcome: Outcome) -> tuple[str, ...]:
    """Return how a prediction came out, apart from success."""
    asked = question(table.words, outcome.prediction)
    directions = dict(asked.directions)
    reasons = dict(asked.reasons)
    right, wrong = table.say(mark("right")), table.say(mark("not so"))
    came = table.say(mark("this did happen"))
    return (
        asked.question,
        table.say(
            mark("You said: {said}. It was: {was} ({verdict})."),
            said=directions[outcome.answer.direction],
            was=directions[outcome.direction],
            verdict=right if outcome.direction_right else wrong,
        ),
        table.say(
            mark("Your reason: {reason} ({verdict})"),
            reason=reasons[outcome.answer.reason],
            verdict=came if outcome.reason_right else wrong,
        ),
    )
