"""The real program where something is missing around it: display, folder, package, stream."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import LEVEL, MANDATE, ROOT, UNSEEN, one_line, program

TERMINAL = "play in the terminal with `python main.py play indonesia-nickel --text`."
SHOWING = ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER", "WAYLAND_DISPLAY")
TEXT = ("play", LEVEL, "--text", "--mandate", MANDATE)
linux = pytest.mark.skipif(sys.platform != "linux", reason="platform: how Linux shows windows")
posix = pytest.mark.skipif(sys.platform == "win32", reason="platform: streams and signals of POSIX")

# Opens the window as the command does, and closes it after its first frame.
ONE_FRAME = """
import sys
from game.ui.app import App
draw = App.step
def once(app, wait_ms=0):
    drawn = draw(app, 0)
    print(app.frames_drawn, app.sounds.play("click"), app.sounds.silent_reason)
    app.running = False
    return drawn
App.step = once
from game.cli import main
sys.exit(main(sys.argv[1:]))
"""


@linux
@pytest.mark.parametrize("words", [(), ("play", LEVEL)])
def test_without_a_display_the_terminal_is_offered(words: tuple[str, ...]) -> None:
    started = time.monotonic()
    run = program(*words, without=("DISPLAY", *SHOWING))
    assert time.monotonic() - started < 2
    assert run.returncode == 2
    assert run.stdout == ""
    assert one_line(run.stderr) == f"There is no display for a window here: {TERMINAL}"


@linux
def test_a_display_that_does_not_answer(tmp_path: Path) -> None:
    run = program(env={"DISPLAY": ":97", "XDG_RUNTIME_DIR": str(tmp_path)}, without=SHOWING)
    assert run.returncode == 2
    assert one_line(run.stderr) == f"The display does not answer: {TERMINAL}"


def test_a_driver_that_is_none() -> None:
    run = program(env={"SDL_VIDEODRIVER": "nonsense", "DISPLAY": ":97"})
    assert run.returncode == 2
    assert one_line(run.stderr) == f"No window could be opened here: {TERMINAL}"


def test_without_audio_the_window_opens_and_is_silent() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ONE_FRAME],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | UNSEEN | {"SDL_AUDIODRIVER": "nonsense", "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    drawn, played, *why = run.stdout.split()
    assert int(drawn) >= 1
    assert played == "False"
    assert why


@pytest.mark.parametrize("place", ["file", "file/deeper"])
def test_a_folder_that_cannot_be_used_is_replaced_and_named(
    place: str, tmp_path: Path, home_of_its_own: Path
) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    run = program(*TEXT, "--data-dir", str(tmp_path / place))
    assert run.returncode == 0
    assert run.stderr == ""
    (saved,) = home_of_its_own.rglob("*.record")
    told = "".join(run.stdout.split())
    assert f"Gamesaresavedin{saved.parents[1]}".replace(" ", "") in told
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


@posix
def test_where_no_folder_can_be_written_to(tmp_path: Path, home_of_its_own: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("kept", encoding="utf-8")
    place = str(blocked / "x")
    code = "import tempfile, sys; tempfile.tempdir = sys.argv.pop(1)\n" + (
        "from game.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, place, *TEXT, "--data-dir", place],
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "HOME": place, "XDG_DATA_HOME": place, "XDG_STATE_HOME": place},
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert one_line(run.stderr).startswith("No folder can be written to")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("pygame.py", ()),
        ("pygame/__init__.py", ("play", LEVEL)),
        ("pygame.py", ("pictures",)),
        ("pygame.py", ("first-frame",)),
    ],
)
def test_another_pygame_is_named_with_the_remedy(
    form: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    fake = tmp_path / "fake" / form
    fake.parent.mkdir(parents=True)
    fake.write_text("class error(Exception): pass\nver = '2.6'\n", encoding="utf-8")
    run = program(*words, env={"PYTHONPATH": str(tmp_path / "fake"), **UNSEEN}, cwd=tmp_path)
    assert run.returncode == 2
    assert "python -m pip install pygame-ce" in one_line(run.stderr)


def test_a_pygame_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "pygame.py").write_text("import no_such_library\n", encoding="utf-8")
    run = program(env={"PYTHONPATH": str(tmp_path), **UNSEEN})
    assert run.returncode == 2
    assert "cannot be loaded here (No module named" in one_line(run.stderr)


def test_the_terminal_needs_no_pygame(tmp_path: Path) -> None:
    (tmp_path / "pygame.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    run = program(*TEXT, "--data-dir", str(tmp_path / "games"), env={"PYTHONPATH": str(tmp_path)})
    assert run.returncode == 0
    assert run.stderr == ""
    assert "What now?" in run.stdout


@posix
@pytest.mark.parametrize(
    "words", [("schema",), ("simulate", LEVEL), ("--help",), TEXT], ids=lambda x: x[0]
)
def test_streams_that_are_closed(words: tuple[str, ...], tmp_path: Path) -> None:
    line = 'exec "$0" "$@" <&- >&-'
    run = subprocess.run(
        ["sh", "-c", line, sys.executable, str(ROOT / "main.py"), *words],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode in (0, 1)
    assert "Traceback" not in run.stderr
    assert "Exception ignored" not in run.stderr


@posix
@pytest.mark.parametrize(
    "words", [("schema",), ("simulate", LEVEL, "--json", "--games", "3")], ids=lambda x: x[0]
)
def test_a_reader_that_goes_away(words: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(1)
        run.stdout.close()
        complaint = run.stderr.read()
    assert complaint == ""
    assert run.returncode in (0, 1)


@linux
def test_a_full_disk_under_the_output() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "simulate", LEVEL],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert run.returncode == 1
    assert one_line(run.stderr).startswith("The system stopped this command (No space left")


@posix
def test_ctrl_c_ends_a_long_command() -> None:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "simulate", LEVEL, "--games", "10000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell starts what runs in its background deaf to Ctrl-C; the player's does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        time.sleep(1.5)
        run.send_signal(signal.SIGINT)
        try:
            _, complaint = run.communicate(timeout=20)
        finally:
            run.kill()
    assert run.returncode == 1
    assert complaint == "Stopped.\n"


@pytest.mark.parametrize(
    "words",
    [("check", LEVEL), ("schema",), ("simulate", LEVEL), (*TEXT, "--data-dir", "games")],
    ids=lambda x: x[0],
)
def test_a_console_that_knows_only_ascii(words: tuple[str, ...], tmp_path: Path) -> None:
    run = program(
        *words,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        flags=("-X", "warn_default_encoding", "-W", "error::EncodingWarning"),
        typed="briefing\nforecast\nquit\n",
        cwd=tmp_path,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert run.stdout.isascii()


def test_another_folder_to_start_from(tmp_path: Path) -> None:
    run = program("check", LEVEL, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith(f"PASS: {LEVEL}\n")
