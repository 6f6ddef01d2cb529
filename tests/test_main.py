"""main.py says in one sentence what is missing, whichever Python reads it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import main

MAIN = Path(main.__file__)


def test_old_pythons_can_read_the_file() -> None:
    ast.parse(MAIN.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_nothing_is_missing_here() -> None:
    assert main.reason_not_to_start() == ""


def test_an_old_python_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "OLDEST_PYTHON", (99, 0))
    reason = main.reason_not_to_start()
    assert "needs Python 99.0" in reason
    assert "Python {}.{}:".format(*sys.version_info) in reason
    assert "README.md" in reason


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (["yaml"], "needs PyYAML, which"),
        (["pygame", "yaml"], "needs pygame-ce and PyYAML, which"),
        (["pygame", "yaml", "rich"], "needs pygame-ce, PyYAML and rich, which"),
    ],
)
def test_missing_packages_are_listed(
    monkeypatch: pytest.MonkeyPatch, missing: list[str], words: str
) -> None:
    def find_spec(name: str) -> object | None:
        return None if name in missing else object()

    monkeypatch.setattr(main.importlib.util, "find_spec", find_spec)
    assert words in main.reason_not_to_start()


def test_a_bare_python_ends_with_one_line_and_status_1(tmp_path: Path) -> None:
    # -S leaves out every installed package; the other folder shows that the path is given.
    run = subprocess.run(
        [sys.executable, "-S", str(MAIN)],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    named = run.stderr.strip().rpartition(" -r ")[2].strip('"')
    assert (tmp_path / named).resolve() == MAIN.with_name("requirements.txt")
