"""What all tests share: no window on anybody's screen, and no quiet skips where all is installed.

A test that runs a program of the system says so with ``@pytest.mark.needs_tool("xdotool")``.
On a developer's computer it is skipped when the program is missing. When the variable CI is set,
every skip is a failure, unless its reason starts with ``platform:``.

SDL is told to draw into memory. A test that starts the game in a real X window must remove
SDL_VIDEODRIVER from the environment it hands to the new process.
"""

import importlib.util
import os
import re
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}
HAS_HYPOTHESIS = importlib.util.find_spec("hypothesis") is not None
USES_HYPOTHESIS = re.compile(r"^(from|import) hypothesis\b", re.MULTILINE)
ALLOWED_SKIP = "platform:"

if HAS_HYPOTHESIS:
    from hypothesis import settings

    # Two shared cores make single examples slow at times; that is no fault of the code.
    settings.register_profile("house", deadline=None, derandomize=IN_CI, print_blob=True)
    settings.load_profile("house")


def pytest_report_header() -> list[str]:
    """Say at the top of the run what this environment leaves out."""
    if HAS_HYPOTHESIS or IN_CI:
        return []
    return ["tests with random games are left out: install requirements-dev.txt to run them"]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out tests that need hypothesis where only requirements.txt is installed."""
    if HAS_HYPOTHESIS or IN_CI or collection_path.suffix != ".py":
        return None
    text = collection_path.read_text(encoding="utf-8")
    return True if USES_HYPOTHESIS.search(text) else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are missing; the report below turns that to failure in CI."""
    wanted = [name for mark in item.iter_markers("needs_tool") for name in mark.args]
    missing = [name for name in wanted if shutil.which(name) is None]
    if missing:
        pytest.skip(f"missing program: {', '.join(missing)} (see .ci/packages.txt)")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test has failed."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a module that skips itself has failed."""
    report = yield
    _fail_if_skipped(report)
    return report


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not (IN_CI and report.outcome == "skipped"):
        return
    longrepr = report.longrepr
    reason = str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
    reason = reason.removeprefix("Skipped: ")
    if not reason.startswith(ALLOWED_SKIP):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be missing: {reason}"
