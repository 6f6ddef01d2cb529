"""A round played as its players do, in the terminal and in the window, up to the table."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.classroom.pseudonyms import pseudonym
from game.classroom.rounds import Round
from game.cli.classroom import find_round, open_round_level, says_of
from game.cli.round_services import RoundServices
from game.engine.orders import Order
from game.engine.record import read_record
from game.storage.folder import data_folder
from game.terminal.game import TerminalGame
from game.ui.app import App
from game.ui.drive import Driver
from game.ui.scenes.class_round import RoundScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.routes import round_scene, show_debrief
from game.ui.scenes.turn import TurnScene
from game.ui.services import Refused
from game.ui.widgets.buttons import Button
from tests.classroom.test_commands import LEVEL_ID, packed
from tests.cli.running import program, refused, status_of

Capture = pytest.CaptureFixture[str]
END_TURN = ["end", "yes", ""]
"""Without orders the terminal asks once in a game; later “yes” is no word and does nothing."""


@pytest.fixture(scope="module")
def packed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class") / "round"
    packed(folder, "--games", "2", "--numbers", "6", "--deadline", "Friday, noon")
    return folder


OPENED: list[RoundServices] = []


@pytest.fixture(autouse=True)
def close_records() -> Iterator[None]:
    """Close the records that a test left open."""
    yield
    while OPENED:
        OPENED.pop().close()


def services_of(packed_folder: Path, data: Path, number: int = 0) -> RoundServices:
    found = find_round(None, packed_folder)
    loaded = open_round_level(found, None)
    services = RoundServices(data_folder(data), "", found, loaded, says_of(found, loaded), number)
    OPENED.append(services)
    return services


def typed(services: RoundServices, *lines: str) -> str:
    """Return what the terminal shows to a player who types these lines and leaves."""
    out = io.StringIO()
    game = TerminalGame(services, io.StringIO("\n".join([*lines, ""])), out, refused=(Refused,))
    assert game.run_round("class.round") == 0
    services.close()
    return out.getvalue()


def whole_game() -> list[str]:
    """End the turns of a game without orders; a question of the level takes the first answers.

    Where nothing is asked, “1” shows the country again; a game that is over stays over.
    """
    return ["end", "yes", "1", "1"] * 20


def found_in(folder: Path) -> Round:
    return find_round(None, folder)


def test_two_players_play_hand_in_and_are_ranked(
    packed_folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    """One in the terminal plays both games; one in the window plays part of one."""
    round_id = found_in(packed_folder).id
    said = typed(
        services_of(packed_folder, tmp_path / "a"), "3", "1", *whole_game(), "2", *whole_game()
    )
    assert f"You are number 3, “{pseudonym(round_id, 3)}”." in said
    assert "All games are played. Hand in this file:" in said
    window = services_of(packed_folder, tmp_path / "b", 4)
    case, match = window.round_game(1)
    assert not match.give(Order("royalty", "nickel", (400,)))
    match.seal()
    assert window.round().file
    window.close()
    for name in ("a", "b"):
        for file in (tmp_path / name / "hand-in" / round_id).glob("*.entry"):
            shutil.copy(file, packed_folder)
    capsys.readouterr()
    assert status_of("classroom", "standings", str(packed_folder)) == 0
    lines = capsys.readouterr().out.splitlines()
    numbers = {line.split()[1]: line for line in lines[1:3]}
    assert set(numbers) == {"3", "4"}
    assert "turns without orders" not in numbers["3"]
    assert f"({2 * case.level.turns - 1} turns without orders)" in numbers["4"]


def test_a_game_is_begun_once_and_taken_up_where_it_stood(
    packed_folder: Path, tmp_path: Path
) -> None:
    typed(services_of(packed_folder, tmp_path), "2", "1", *END_TURN, "quit")
    said = typed(services_of(packed_folder, tmp_path, 2), "1", *END_TURN, "quit")
    assert "Game 1: go on at turn 2 of 16" in said
    (save,) = (tmp_path / "saves").glob("*.record")
    record = read_record(save.read_bytes())
    assert (record.header.round, record.header.entrant) == (found_in(packed_folder).id, 2)
    assert services_of(packed_folder, tmp_path, 2).round().games[0].turn == 2


def test_a_game_that_was_left_is_in_the_file_to_hand_in(
    packed_folder: Path, tmp_path: Path
) -> None:
    said = typed(services_of(packed_folder, tmp_path), "6", "2", *END_TURN, "quit")
    assert "06.entry" in said
    (file,) = tmp_path.glob("hand-in/*/06.entry")
    words = ("classroom", "verify", str(file), "--round", str(packed_folder / "class.round"))
    assert status_of(*words) == 0


def test_two_numbers_on_one_computer_have_games_of_their_own(
    packed_folder: Path, tmp_path: Path
) -> None:
    typed(services_of(packed_folder, tmp_path), "1", "1", *END_TURN, "quit")
    card = services_of(packed_folder, tmp_path, 2).round()
    assert [game.begun for game in card.games] == [False, False]
    assert card.file == ""


def test_games_of_a_round_do_not_stand_in_the_list_of_levels(
    packed_folder: Path, tmp_path: Path
) -> None:
    services = services_of(packed_folder, tmp_path, 1)
    services.round_game(1)
    assert [entry.saved for entry in services.levels() if entry.id == LEVEL_ID] == [None]


def test_an_edited_level_is_not_read_again_in_the_middle_of_a_round(
    packed_folder: Path, tmp_path: Path
) -> None:
    services = services_of(packed_folder, tmp_path, 1)
    case, _ = services.round_game(1)
    services._watch.changed = lambda level_id: True  # type: ignore[method-assign]  # as if edited
    assert not services.level_changed(case)


def test_the_debrief_opens_when_all_games_are_played(packed_folder: Path, tmp_path: Path) -> None:
    said = typed(services_of(packed_folder, tmp_path), "5", "1", *whole_game(), "1", "quit")
    assert "Its debrief opens when all games are played." in said
    assert "Debrief" not in said.partition("Its debrief opens")[0].rpartition("Game 1: played")[2]


# ---- the window ---------------------------------------------------------------------------------


def driver_of(services: RoundServices) -> Driver:
    return Driver(App((1280, 800), round_scene(), services, sound=False))


def test_the_window_asks_for_the_number_and_begins_a_game(
    packed_folder: Path, tmp_path: Path
) -> None:
    services = services_of(packed_folder, tmp_path)
    driver = driver_of(services)
    driver.click("number")
    driver.type("9")
    driver.press("enter")
    assert services.round().number == 0  # the round has six; a dialog says so
    driver.press("esc", "backspace")
    driver.click("number")
    driver.press("backspace")
    driver.type("4")
    driver.click("give-number")
    assert services.round().name == pseudonym(found_in(packed_folder).id, 4)
    driver.click("game-2")
    driver.click("begin")
    scene = driver.app.scene
    assert isinstance(scene, TurnScene)
    assert scene.match.header.seed == found_in(packed_folder).seeds[1]
    assert scene.match.mandate.id == found_in(packed_folder).mandate


def test_the_window_goes_back_to_the_round_after_a_game(
    packed_folder: Path, tmp_path: Path
) -> None:
    services = services_of(packed_folder, tmp_path, 1)
    driver = driver_of(services)
    for game in (1, 2):
        case, match = services.round_game(game)
        while not match.over:
            match.seal()
        show_debrief(driver.app.scene, case, match)
        driver.run_until_idle()
        if game == 1:
            assert isinstance(driver.app.scene, RoundScene)
            driver.app.scene.on_resume()
            button = driver.widget("game-1")
            assert isinstance(button, Button)
            assert not button.enabled
    assert isinstance(driver.app.scene, DebriefScene)
    driver.app.pop()
    driver.run_until_idle()
    driver.click("game-1")
    assert isinstance(driver.app.scene, DebriefScene)


@pytest.mark.parametrize("size", [(640, 480), (1024, 640), (1920, 1080)])
def test_the_round_fits_windows_of_many_sizes(
    packed_folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    services = services_of(packed_folder, tmp_path, 1)
    driver = Driver(App(size, round_scene(), services, sound=False))
    driver.run_until_idle()
    assert driver.widget("game-1")


# ---- the command --------------------------------------------------------------------------------


def test_the_real_program_plays_a_round_from_its_file(packed_folder: Path, tmp_path: Path) -> None:
    for words in (("--round", "{f}"), ("{f}",)):
        file = str(packed_folder / "class.round")
        command = [word.format(f=file) for word in words]
        done = program(
            "play", *command, "--text", "--number", "2", "--data-dir", str(tmp_path), typed="quit\n"
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert pseudonym(found_in(packed_folder).id, 2) in done.stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--text",), "Name a level to play, or a round"),
        (("--round", "{f}", "--seed", "1", "--text"), "A round fixes seat, mandate and luck"),
        (("--round", "{f}", "--mandate", "guardian", "--text"), "A round fixes seat"),
        (("--round", "{f}", "--number", "7", "--text"), "--number must be 1 to 6"),
        ((LEVEL_ID, "--number", "7", "--text"), "--number goes with --round"),
    ],
)
def test_what_does_not_go_together_is_one_sentence(
    words: tuple[str, ...], why: str, packed_folder: Path, capsys: Capture
) -> None:
    file = str(packed_folder / "class.round")
    command = [word.format(f=file) for word in words]
    assert why in refused(capsys, "play", *command, status=2)


def test_a_sealed_round_waits_for_its_luck(tmp_path: Path, capsys: Capture) -> None:
    packed(tmp_path / "new", "--sealed")
    capsys.readouterr()
    sealed = str(tmp_path / "new" / "sealed.round")
    assert "still sealed" in refused(capsys, "play", "--round", sealed, "--text", status=1)
