"""The one way in which reading a scalar fails."""

from typing import NamedTuple

LONGEST = 60  # characters of a value that a message repeats


class WrongForm(NamedTuple):
    """What is wrong with a text that is not of some form, and what to do about it."""

    message: str
    fix: str


EMPTY = WrongForm("there is no value here", "write it, or remove the line if the field is optional")


class ScalarError(ValueError):
    """The text is no value of the type: code, message and fix of the problem, with the values they name."""

    def __init__(self, code: str, message: str, fix: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.fix = fix
        self.values = values


def shown(text: str) -> str:
    """Return as much of a value as a message repeats, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"
