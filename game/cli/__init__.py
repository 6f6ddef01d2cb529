"""The command line: the only place that wires the layers together.

Everything a person can cause ends in one plain sentence on standard error and exit status 1 or 2.
"""

import sys
from collections.abc import Sequence

from game.cli.faults import CommandFault
from game.cli.parser import build_parser
from game.cli.sentences import not_saved_sentence, system_sentence
from game.cli.streams import give_up_output, prepare_streams
from game.storage.faults import CouldNotSave

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: Words after the program's name; by default those of this process.
    """
    prepare_streams()
    arguments = build_parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except CommandFault as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.status
    except BrokenPipeError:
        give_up_output()
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 1
    except CouldNotSave as trouble:
        sys.stderr.write(f"{not_saved_sentence(trouble)}\n")
        return 1
    except OSError as error:
        give_up_output()
        sys.stderr.write(f"{system_sentence(error)}\n")
        return 1
    return status
