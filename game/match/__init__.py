"""A game in progress: seats, sealed turns, the record and forecasts."""

from game.match.forecast import Range, forecast
from game.match.match import Journal, Match, play_out, start
from game.match.predictions import Outcome
from game.match.refusals import MatchRefused
from game.match.replay import Replay, rebuild, resume, verify
from game.match.seats import ComputerPlayer

__all__ = [
    "ComputerPlayer",
    "Journal",
    "Match",
    "MatchRefused",
    "Outcome",
    "Range",
    "Replay",
    "forecast",
    "play_out",
    "rebuild",
    "resume",
    "start",
    "verify",
]
