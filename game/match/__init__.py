"""A game in progress: seats, sealed turns, the record, forecasts and what-ifs."""

from game.match.forecast import Range, forecast
from game.match.match import Journal, Match, play_out, start
from game.match.predictions import Outcome
from game.match.refusals import MatchRefused
from game.match.replay import Replay, rebuild, resume, verify
from game.match.seats import ComputerPlayer
from game.match.shares import Shares, shares
from game.match.whatif import Decision, Run, decisions, reoptimised, rerun, without

__all__ = [
    "ComputerPlayer",
    "Decision",
    "Journal",
    "Match",
    "MatchRefused",
    "Outcome",
    "Range",
    "Replay",
    "Run",
    "Shares",
    "decisions",
    "forecast",
    "play_out",
    "rebuild",
    "reoptimised",
    "rerun",
    "resume",
    "shares",
    "start",
    "verify",
    "without",
]
