"""The rule on skips: harmless at home, a failure where everything should be installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = [
    '@pytest.mark.needs_tool("no-such-program")\ndef test_it(): pass',
    'def test_it(): pytest.skip("no display")',
    'pytest.importorskip("no_such_module")\ndef test_it(): pass',
]
HARMLESS = [
    'def test_it(): pytest.skip("platform: Windows only")',
    "@pytest.mark.xfail\ndef test_it(): assert False",
]


@pytest.mark.parametrize("ci", ["", "false"])
def test_a_skip_at_home_is_a_skip(tmp_path: Path, ci: str) -> None:
    run = run_pytest(tmp_path, SKIPS, ci)
    assert run.returncode == 0, run.stdout
    assert "3 skipped" in run.stdout


@pytest.mark.parametrize("ci", ["true", "1"])
def test_a_skip_in_ci_is_a_failure(tmp_path: Path, ci: str) -> None:
    run = run_pytest(tmp_path, SKIPS, ci)
    assert run.returncode == 1, run.stdout
    assert "1 failed, 2 errors" in run.stdout
    assert run.stdout.count("skipped where nothing may be missing") >= len(SKIPS)


def test_skips_for_the_platform_and_expected_failures_are_allowed_in_ci(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, HARMLESS, "true")
    assert run.returncode == 0, run.stdout
    assert "1 skipped, 1 xfailed" in run.stdout


def run_pytest(folder: Path, codes: list[str], ci: str) -> subprocess.CompletedProcess[str]:
    conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = needs_tool\n", encoding="utf-8")
    for number, code in enumerate(codes):
        path = folder / f"test_case_{number}.py"
        path.write_text(f"import pytest\n{code}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "--continue-on-collection-errors", str(folder)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"CI": ci},
        cwd=folder,
        timeout=60,
        check=False,
    )
