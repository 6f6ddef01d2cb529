"""Start Downstream. Everything else is in the package `game`.

This file keeps to syntax that old Pythons can read, so that they can say what is wrong.
"""

import importlib.util
import os
import sys

OLDEST_PYTHON = (3, 11)
# Name of the module to import -> name of the package to install.
NEEDED_PACKAGES = {
    "pygame": "pygame-ce",
    "yaml": "PyYAML",
    "pydantic": "pydantic",
    "rich": "rich",
    "platformdirs": "platformdirs",
    "babel": "Babel",
}


def reason_not_to_start() -> str:
    """Return one sentence saying what is missing and how to mend it, or "" if all is there."""
    if sys.version_info < OLDEST_PYTHON:
        return (
            "Downstream needs Python {}.{} or newer, and this is Python {}.{}: "
            "install a newer Python, then run the first command in README.md with it."
        ).format(*(OLDEST_PYTHON + tuple(sys.version_info[:2])))
    missing = [
        package
        for module, package in NEEDED_PACKAGES.items()
        if importlib.util.find_spec(module) is None
    ]
    if not missing:
        return ""
    listed = " and ".join(part for part in (", ".join(missing[:-1]), missing[-1]) if part)
    return (
        "Downstream needs {}, which this Python lacks: run the first command in README.md, or {}"
    ).format(listed, install_command())


def install_command() -> str:
    """Return the command that installs the needed packages for the Python now running."""
    here = os.path.dirname(os.path.abspath(__file__))
    requirements = os.path.relpath(os.path.join(here, "requirements.txt"))
    parts = [sys.executable or "python", "-m", "pip", "install", "-r", requirements]
    return " ".join('"' + part + '"' if " " in part else part for part in parts)


def start() -> int:
    """Run the command line of the game and return its exit status."""
    reason = reason_not_to_start()
    if reason:
        sys.stderr.write(reason + "\n")
        return 1
    from game.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
