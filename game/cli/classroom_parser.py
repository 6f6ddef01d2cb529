"""The words of the command ``classroom``."""

import argparse
from typing import Any


def add_classroom(commands: Any) -> None:
    """Add ``classroom`` and its three parts to the commands."""
    classroom = commands.add_parser(
        "classroom", help="rounds for a class: pack one, verify entries, print standings"
    )
    parts = classroom.add_subparsers(title="parts", metavar="PART", required=True)
    pack = parts.add_parser("pack", help="make a round for a class")
    pack.add_argument("level", metavar="LEVEL", help="id of a level, or a file")
    pack.add_argument("--out", default="round", metavar="FOLDER", help="where the round is written")
    pack.add_argument("--seat", metavar="STATE", help="the state everybody governs")
    pack.add_argument("--mandate", metavar="M", help="the goal everybody has")
    pack.add_argument("--games", type=int, default=3, metavar="N", help="games, each its own luck")
    pack.add_argument("--numbers", type=int, default=40, metavar="N", help="numbers to give out")
    pack.add_argument("--deadline", default="", metavar="TEXT", help="a note printed as it is")
    pack.add_argument("--sealed", action="store_true", help="publish the luck's hash first")
    pack.set_defaults(run=_pack)
    verify = parts.add_parser("verify", help="play entries again and say what they are worth")
    verify.add_argument("files", nargs="+", metavar="FILE")
    _add_common(verify)
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=_verify)
    standings = parts.add_parser("standings", help="rank the entries in a folder")
    standings.add_argument("folder", metavar="FOLDER")
    _add_common(standings)
    standings.add_argument("--all-names", action="store_true", help="name the lower half too")
    standings.set_defaults(run=_standings)


def _add_common(parser: Any) -> None:
    parser.add_argument("--round", metavar="ROUND", help="the round, if it lies elsewhere")
    parser.add_argument("--level", metavar="LEVEL", help="the level file, if it is your own")
    parser.add_argument("--workers", type=int, metavar="N", help="processes; all cores if left out")


def _pack(arguments: argparse.Namespace) -> int:
    from game.cli.classroom import run_pack

    return run_pack(arguments)


def _verify(arguments: argparse.Namespace) -> int:
    from game.cli.classroom import run_verify

    return run_verify(arguments)


def _standings(arguments: argparse.Namespace) -> int:
    from game.cli.classroom_table import run_standings

    return run_standings(arguments)
