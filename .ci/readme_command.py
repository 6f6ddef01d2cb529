"""Print one of the README's commands, so that nobody checks another command than the one promised.

Usage: python3 .ci/readme_command.py play|test [sh|powershell]
"""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
# A line that names the command, then a code block of one language.
BLOCK = re.compile(r"^<!-- command: (\w+) -->\n+```(\w+)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def commands(text: str) -> dict[tuple[str, str], str]:
    """Return the text of each marked code block by name and language, e.g. ("test", "sh")."""
    return {(name, language): body for name, language, body in BLOCK.findall(text)}


def main(arguments: list[str]) -> int:
    """Print the command asked for and return the exit status."""
    wanted = (arguments[0] if arguments else "", arguments[1] if len(arguments) > 1 else "sh")
    found = commands(README.read_text(encoding="utf-8"))
    if wanted not in found:
        names = ", ".join(" ".join(key) for key in sorted(found))
        sys.stderr.write(f"README.md has no such command; it has: {names}\n")
        return 2
    sys.stdout.write(found[wanted] + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
