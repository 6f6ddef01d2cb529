"""What ends a command: one plain sentence and an exit status."""


class CommandFault(Exception):
    """Something a person can mend. The text says what, why and what to do.

    Attributes:
        status: 1 when the thing asked about is faulty, 2 when the command cannot be run as given.
    """

    def __init__(self, sentence: str, status: int = 2) -> None:
        super().__init__(sentence)
        self.status = status
