"""Texts as YAML values: in quotation marks where YAML 1.2, the older 1.1, an editor or we would see something else."""

import re

from sitegen.values import PLACEHOLDERS

SAFE_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<“”‘’]")  # noqa: RUF001  # quotation marks as they are typed
NOT_PLAIN = re.compile(r":(\s|$)|\s#|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
IN_BRACKETS = re.compile(r"[,\[\]{}]")
OTHER_TYPES = re.compile(
    r"""(?: true | false | yes | no | on | off | y | n | null | nan | [-+]?\.[0-9]+ | [-+]?\.inf | \.nan
    | [-+]?[0-9][0-9_,.:a-fox+-]*(?:[ t][0-9:.+z-]+)? )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What some YAML reader takes for a truth value, nothing, a number, a date or a time."""


def scalar(text: str, *, is_bare: bool = False, in_brackets: bool = False) -> str:
    """Return a text as a value on one line, with quotation marks if it needs some.

    One that `is_bare` is meant to be seen as something else than text, such as a number or a day.
    """
    needs = _is_misread(text, in_brackets=in_brackets) or not (is_bare or _is_text(text))
    return quoted(text) if needs else text


def quoted(text: str) -> str:
    """Return a text in quotation marks, in single ones unless it has an apostrophe or a line break."""
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _is_misread(text: str, *, in_brackets: bool) -> bool:
    """Whether a text alone would be read as another one, or not at all."""
    if NUMBER.fullmatch(text):
        return False
    return (
        not SAFE_START.match(text)
        or NOT_PLAIN.search(text) is not None
        or text in {"---", "..."}
        or (in_brackets and IN_BRACKETS.search(text) is not None)
    )


def _is_text(text: str) -> bool:
    """Whether every reader takes a text alone for one, and for nothing that stands for a value that is missing."""
    return OTHER_TYPES.fullmatch(text) is None and text.casefold() not in PLACEHOLDERS
