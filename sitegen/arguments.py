"""Values as they are typed on the command line."""

import re
from argparse import ArgumentTypeError
from datetime import UTC, datetime

YEARS = range(1900, 9900)  # leaves room for time zones, and for yearly events to return, in what Python calls a date
PORT = re.compile("[0-9]{1,5}")
DAYS = re.compile("[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-5][0-9]|3660")
JOBS = re.compile("[1-9][0-9]{0,2}")
PORTS = range(1, 2**16)
SITE_ADDRESS = re.compile(r"https?://[^\s/?#\"<>\\@\[\]]+(/[^\s?#\"<>\\]*)?")


class WrongArgumentError(ArgumentTypeError, ValueError):
    """A value is none of those that an option takes: an English template, and the values that fill it in."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template.format_map(values))
        self.template = template
        self.values = values


def moment(text: str) -> datetime:
    """Return the moment that `text` (2026-06-05, 2026-06-05T09:00+09:00) names; naive if it does not say where.

    Raises:
        WrongArgumentError: if it names none.

    """
    try:
        return _within_reach(datetime.fromisoformat(text))
    except ValueError:
        raise WrongArgumentError('"{text}" is not a time such as 2026-06-05 or 2026-06-05T09:00', text=text) from None


def epoch_moment(text: str) -> datetime:
    """Return the moment that is `text` seconds after the beginning of 1970.

    Raises:
        WrongArgumentError: if it is not a number, or so many that there is no such moment.

    """
    try:
        return _within_reach(datetime.fromtimestamp(int(text), UTC))
    except (ValueError, OverflowError, OSError):
        raise WrongArgumentError('"{text}" is not a number of seconds since 1970', text=text) from None


def site_address(text: str) -> str:
    """Return the address of a site, which is `text`.

    Raises:
        WrongArgumentError: if it cannot be one.

    """
    if not SITE_ADDRESS.fullmatch(text):
        raise WrongArgumentError('"{text}" is not an address such as https://example.org/campaign/', text=text)
    return text


def jobs(text: str) -> int:
    """Return the number of processes that `text` names.

    Raises:
        WrongArgumentError: if it is none, or more than any machine is good for.

    """
    if not JOBS.fullmatch(text):
        raise WrongArgumentError('"{text}" is not a number of processes such as 1 or 4', text=text)
    return int(text)


def days(text: str) -> int:
    """Return the number of days that `text` names.

    Raises:
        WrongArgumentError: if it is none, or more than ten years.

    """
    if not DAYS.fullmatch(text):
        raise WrongArgumentError('"{text}" is not a number of days such as 30 or 100', text=text)
    return int(text)


def port(text: str) -> int:
    """Return the number of the port that `text` names.

    Raises:
        WrongArgumentError: if there is no such port.

    """
    if not PORT.fullmatch(text) or int(text) not in PORTS:
        raise WrongArgumentError(
            '"{text}" is not a port: those go from {first} to {last}', text=text, first=PORTS[0], last=PORTS[-1]
        )
    return int(text)


def _within_reach(found: datetime) -> datetime:
    if found.year not in YEARS:
        raise ValueError(found)
    return found
