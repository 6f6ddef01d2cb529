"""The commands and their words. What they do is imported only when they run."""

import argparse
from typing import NoReturn

from game.cli.classroom_parser import add_classroom

_SEED = "luck of the game, a whole number"


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence and exit with status 2."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}: try `{self.prog} --help`.\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; without a command the window opens."""
    parser = _Parser(
        prog="main.py",
        description="Downstream: govern a state, bargain over its minerals, see why it went so.",
    )
    parser.set_defaults(run=_window, data_dir=None, level=None, seat=None, mandate=None, seed=None)
    parser.set_defaults(round=None, number=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _add_play(commands)
    _add_levels(commands)
    _add_games(commands)
    _add_measures(commands)
    add_classroom(commands)
    _add_truth(commands)
    return parser


def _add_play(commands: "argparse._SubParsersAction[_Parser]") -> None:
    play = commands.add_parser("play", help="play a level in the window or in the terminal")
    play.add_argument("level", nargs="?", metavar="LEVEL", help="id of a level, or a file")
    play.add_argument("--round", metavar="FILE", help="a round of your class, to be played")
    play.add_argument("--number", type=int, metavar="N", help="the number you were given for it")
    play.add_argument("--seat", metavar="STATE", help="the state to govern")
    play.add_argument("--mandate", metavar="M", help="the goal to play for")
    play.add_argument("--scenario", metavar="S", help="another growth of demand of the level")
    play.add_argument("--seed", type=int, metavar="N", help=_SEED)
    play.add_argument("--text", action="store_true", help="play in the terminal")
    play.add_argument("--data-dir", metavar="FOLDER", help="where games are saved")
    play.set_defaults(run=_play)
    frame = commands.add_parser("first-frame", help="open the window, draw once, print MB used")
    frame.set_defaults(run=_first_frame)
    pictures = commands.add_parser("pictures", help="make the pictures of docs/pictures")
    pictures.add_argument("folder", nargs="?", default="docs/pictures", metavar="FOLDER")
    pictures.add_argument("--size", default="1600x900", metavar="WxH")
    pictures.set_defaults(run=_pictures)


def _add_levels(commands: "argparse._SubParsersAction[_Parser]") -> None:
    check = commands.add_parser("check", help="report every problem of levels, or PASS")
    check.add_argument("paths", nargs="+", metavar="PATH")
    check.add_argument("--json", action="store_true")
    check.add_argument("--trace", action="store_true", help="count the numbers that are traced")
    check.add_argument("--quick", action="store_true", help="without playing the levels")
    check.set_defaults(run=_check)
    new = commands.add_parser("new-level", help="a commented level to begin with")
    new.add_argument("id", metavar="ID", help="lower-case words with hyphens")
    new.add_argument("--like", metavar="LEVEL", help="start from this level")
    new.set_defaults(run=_new_level)
    lesson = commands.add_parser("lesson", help="a level as a lesson: plan, questions, handout")
    lesson.add_argument("level", metavar="LEVEL", help="id of a level, or a file")
    lesson.add_argument("--html", metavar="OUT", help="write it as a page to print")
    lesson.set_defaults(run=_lesson)
    share = commands.add_parser("share", help="pack your levels into one file")
    share.add_argument("levels", nargs="+", metavar="LEVEL")
    share.add_argument("--to", metavar="FILE", help="the zip file to write")
    share.set_defaults(run=_share)
    install = commands.add_parser("install", help="keep the levels of a pack")
    install.add_argument("pack", metavar="PACK", help="a zip file or a folder")
    install.set_defaults(run=_install)
    slips = commands.add_parser("slips", help="how well the checker finds slips of the pen")
    slips.add_argument("levels", nargs="*", metavar="LEVEL", help="all when left out")
    slips.add_argument("--each", type=int, default=180, metavar="N", help="slips in each level")
    slips.add_argument("--seed", type=int, default=1, metavar="N")
    slips.add_argument("--json", action="store_true")
    slips.set_defaults(run=_slips)
    schema = commands.add_parser("schema", help="JSON Schema of level files, for editors")
    schema.set_defaults(run=_schema)
    calibrate = commands.add_parser("calibrate", help="work out a level's baselines again")
    calibrate.add_argument("level", metavar="LEVEL")
    calibrate.add_argument("--write", action="store_true", help="write them beside the level")
    calibrate.add_argument("--json", action="store_true")
    calibrate.set_defaults(run=_calibrate)


def _add_games(commands: "argparse._SubParsersAction[_Parser]") -> None:
    simulate = commands.add_parser("simulate", help="let computer players play a level")
    simulate.add_argument("level", metavar="LEVEL")
    simulate.add_argument("--player", default="status-quo", metavar="NAME")
    simulate.add_argument("--mandate", metavar="ID", help="what scores it, the first if not given")
    simulate.add_argument("--games", type=int, default=1, metavar="K")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help=_SEED)
    simulate.add_argument("--json", action="store_true")
    simulate.set_defaults(run=_simulate)
    replay = commands.add_parser("replay", help="play a record again")
    replay.add_argument("file", metavar="FILE")
    replay.add_argument("--level", metavar="LEVEL", help="the level file, if it is your own")
    replay.add_argument("--verify", action="store_true", help="compare every digest")
    replay.add_argument("--json", action="store_true")
    replay.set_defaults(run=_replay)
    debrief = commands.add_parser("debrief", help="why a recorded game went as it did")
    debrief.add_argument("file", metavar="FILE")
    debrief.add_argument("--level", metavar="LEVEL", help="the level file, if it is your own")
    debrief.add_argument("--html", metavar="OUT", help="write the report as a page")
    debrief.add_argument("--json", action="store_true")
    debrief.set_defaults(run=_debrief)


def _add_measures(commands: "argparse._SubParsersAction[_Parser]") -> None:
    backtest = commands.add_parser("backtest", help="the model beside history")
    backtest.add_argument(
        "level", nargs="?", metavar="CASE", help="a level with a path, or PAIR; all when left out"
    )
    backtest.add_argument("--json", action="store_true")
    backtest.set_defaults(run=_backtest)
    soak = commands.add_parser("soak", help="long random play, with a digest to compare")
    soak.add_argument("--turns", type=int, default=2_000, metavar="N")
    soak.add_argument("--seed", type=int, default=1, metavar="N", help=_SEED)
    soak.add_argument("--json", action="store_true")
    soak.set_defaults(run=_soak)
    bench = commands.add_parser("bench", help="speed and memory")
    bench.add_argument("--level", default="indonesia-nickel", metavar="LEVEL")
    bench.add_argument("--json", action="store_true")
    bench.set_defaults(run=_bench)
    compiled = commands.add_parser("compile", help="a faster copy of the program, for long studies")
    compiled.add_argument("folder", nargs="?", default="build/compiled", metavar="FOLDER")
    compiled.add_argument("--turns", type=int, default=1_000, metavar="N", help="turns compared")
    compiled.set_defaults(run=_compile)
    systems = commands.add_parser("systems", help="what stands for each of the 71 systems")
    systems.add_argument("--json", action="store_true")
    systems.set_defaults(run=_systems)
    card = commands.add_parser("model-card", help="what the model says, and how sure it is")
    card.add_argument("--write", action="store_true", help="run the back-tests, write docs")
    card.set_defaults(run=_model_card)


def _add_truth(commands: "argparse._SubParsersAction[_Parser]") -> None:
    signs = commands.add_parser("signs", help="whether outcomes move the way they must")
    signs.add_argument("--states", type=int, default=200, metavar="N", help="states of play")
    signs.add_argument("--level", metavar="LEVEL", help="this level instead of Indonesia's two")
    signs.add_argument("--all", action="store_true", help="every level, a line for each")
    signs.add_argument("--seed", type=int, default=1, metavar="N", help=_SEED)
    signs.add_argument("--json", action="store_true")
    signs.set_defaults(run=_signs)
    conditions = commands.add_parser("conditions", help="extreme conditions and invariants")
    conditions.add_argument(
        "--level", metavar="LEVEL", help="this level instead of Indonesia's two"
    )
    conditions.add_argument("--all", action="store_true", help="every level")
    conditions.add_argument("--list", action="store_true", help="list them without running")
    conditions.add_argument("--json", action="store_true")
    conditions.set_defaults(run=_conditions)
    mutants = commands.add_parser("mutants", help="whether tests notice faults in the rules")
    mutants.add_argument("--area", metavar="AREA", help="a file of the rules: trade/markets")
    mutants.add_argument("--sample", type=int, default=60, metavar="N", help="faults to plant")
    mutants.add_argument("--seed", type=int, default=1, metavar="N", help="which are drawn")
    mutants.add_argument("--json", action="store_true")
    mutants.set_defaults(run=_mutants)
    plans = commands.add_parser("plans", help="search whole-game plans for every mandate")
    plans.add_argument("level", metavar="LEVEL")
    plans.add_argument("--mandate", metavar="M", help="show this one only")
    plans.add_argument("--budget", type=int, default=600, metavar="N", help="plans to try")
    plans.add_argument("--seed", type=int, default=1, metavar="N", help="luck of the search")
    plans.add_argument("--json", action="store_true")
    plans.set_defaults(run=_plans)


def _window(arguments: argparse.Namespace) -> int:
    from game.cli.play import open_window

    return open_window(arguments)


def _play(arguments: argparse.Namespace) -> int:
    if arguments.scenario:
        arguments.level += f"@{arguments.scenario}"
    from game.cli.play import play

    return play(arguments)


def _first_frame(arguments: argparse.Namespace) -> int:
    from game.cli.play import first_frame

    return first_frame(arguments)


def _pictures(arguments: argparse.Namespace) -> int:
    from game.cli.pictures import make_pictures

    return make_pictures(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from game.cli.levels import run_check

    return run_check(arguments)


def _new_level(arguments: argparse.Namespace) -> int:
    from game.cli.authoring import run_new_level

    return run_new_level(arguments)


def _lesson(arguments: argparse.Namespace) -> int:
    from game.cli.lessons import run_lesson

    return run_lesson(arguments)


def _share(arguments: argparse.Namespace) -> int:
    from game.cli.authoring import run_share

    return run_share(arguments)


def _install(arguments: argparse.Namespace) -> int:
    from game.cli.authoring import run_install

    return run_install(arguments)


def _slips(arguments: argparse.Namespace) -> int:
    from game.cli.authoring import run_slips

    return run_slips(arguments)


def _schema(arguments: argparse.Namespace) -> int:
    from game.cli.levels import run_schema

    return run_schema(arguments)


def _calibrate(arguments: argparse.Namespace) -> int:
    from game.cli.levels import run_calibrate

    return run_calibrate(arguments)


def _simulate(arguments: argparse.Namespace) -> int:
    from game.cli.games import run_simulate

    return run_simulate(arguments)


def _replay(arguments: argparse.Namespace) -> int:
    from game.cli.games import run_replay

    return run_replay(arguments)


def _debrief(arguments: argparse.Namespace) -> int:
    from game.cli.games import run_debrief

    return run_debrief(arguments)


def _backtest(arguments: argparse.Namespace) -> int:
    from game.cli.measures import run_backtest

    return run_backtest(arguments)


def _soak(arguments: argparse.Namespace) -> int:
    from game.cli.measures import run_soak

    return run_soak(arguments)


def _bench(arguments: argparse.Namespace) -> int:
    from game.cli.measures import run_bench

    return run_bench(arguments)


def _compile(arguments: argparse.Namespace) -> int:
    from game.cli.measures import run_compile

    return run_compile(arguments)


def _systems(arguments: argparse.Namespace) -> int:
    from game.cli.model import run_systems

    return run_systems(arguments)


def _model_card(arguments: argparse.Namespace) -> int:
    from game.cli.model import run_model_card

    return run_model_card(arguments)


def _signs(arguments: argparse.Namespace) -> int:
    from game.cli.truth import run_signs

    return run_signs(arguments)


def _conditions(arguments: argparse.Namespace) -> int:
    from game.cli.truth import run_conditions

    return run_conditions(arguments)


def _mutants(arguments: argparse.Namespace) -> int:
    from game.cli.truth import run_mutants

    return run_mutants(arguments)


def _plans(arguments: argparse.Namespace) -> int:
    from game.cli.truth import run_plans

    return run_plans(arguments)
