"""What the README promises is what is there, and what CI runs."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = ["play", "test"]
LANGUAGES = ["sh", "powershell"]
no_bash = pytest.mark.skipif(sys.platform == "win32", reason="platform: .ci/run needs bash")


def load_reader() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reader", ROOT / ".ci" / "readme_command.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMMANDS: dict[tuple[str, str], str] = load_reader().commands(README)


def test_the_readme_opens_with_a_picture() -> None:
    assert README.startswith("![")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_is_a_single_line(name: str, language: str) -> None:
    command = COMMANDS[name, language]
    assert command.strip()
    assert "\n" not in command


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_use_the_right_requirements(language: str) -> None:
    assert "-r requirements.txt" in COMMANDS["play", language]
    assert COMMANDS["play", language].rstrip(" }").endswith("main.py")
    assert "-r requirements-dev.txt" in COMMANDS["test", language]
    assert COMMANDS["test", language].rstrip(" }").endswith("-m pytest -n auto")


@pytest.mark.parametrize("name", NAMES)
def test_the_powershell_twin_does_the_same_steps(name: str) -> None:
    def steps(command: str) -> list[str]:
        plain = command.replace("\\Scripts\\python.exe", "/bin/python").replace(
            "py -m", "python -m"
        )
        plain = plain.replace("python3", "python")
        return [part.strip(" {}") for part in re.split(r"&&|; if \(\$\?\)", plain)]

    assert steps(COMMANDS[name, "powershell"]) == steps(COMMANDS[name, "sh"])


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)", README)
    local = [target for target in targets if not target.startswith("http")]
    assert local
    assert [target for target in local if not (ROOT / target).exists()] == []


@no_bash
@pytest.mark.parametrize(("command", "status"), [("echo promised-words", 0), ("exit 3", 1)])
def test_ci_runs_the_command_of_the_readme(tmp_path: Path, command: str, status: int) -> None:
    """A README with another command makes .ci/run do something else."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    text = README.replace(COMMANDS["test", "sh"], command)
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    run = run_ci(tmp_path, "tests")
    assert run.returncode == status
    assert f"$ {command}" in run.stdout
    assert ("promised-words\n" in run.stdout.replace(f"$ {command}", "")) is (status == 0)


@no_bash
def test_ci_names_its_sections_when_asked_for_another(tmp_path: Path) -> None:
    run = run_ci(ROOT, "tset")
    assert run.returncode == 2
    assert run.stderr.startswith("There is no section 'tset'.")


def run_ci(house: Path, section: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(house / ".ci" / "run"), section],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"CI": "true"},
        timeout=60,
        check=False,
    )
