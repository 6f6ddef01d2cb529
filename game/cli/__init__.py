"""The command line: the only place that wires the layers together.

Everything a person can cause ends in one plain sentence on standard error and exit status 1 or 2.
"""

import sys
from collections.abc import Sequence

from game.cli.faults import CommandFault
from game.cli.parser import build_parser

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: Words after the program's name; by default those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console in another code page shows "?" for a sign it lacks instead of stopping the game.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments = build_parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except CommandFault as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.status
    except BrokenPipeError:
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 1
    return status
