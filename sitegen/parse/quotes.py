"""Values that are meant as text and need quotation marks, and the line as it should have been written."""

import re

from msgspec import Struct

LINE = re.compile(r"^(?P<lead>[ ]*(?:-[ ]+)*)(?:(?P<key>[^\s:#\"'\[{][^:#]*?)[ ]*:[ \t]+)?(?P<value>\S.*?)[ \t]*$")
WELL_FORMED = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\}|[|>][+-]?[0-9]?[+-]?)(?:[ \t]+\#.*)?""", re.VERBOSE
)
STARTS_BADLY = tuple("@%`[{&*!|>'\"-?,]}")
PAIRS = ("“”", "‘’", '""', "''")  # noqa: RUF001  # the very characters that are typed instead of straight ones
CLOSING = {"[": "]", "{": "}"}
LONGEST = 60  # characters of a text that are repeated in a message


class Unquoted(Struct, frozen=True):
    """A line whose value needs quotation marks: what stands before it, the value, its column from 0."""

    lead: str
    key: str
    value: str
    column: int

    @property
    def mended(self) -> str:
        """The line as it was meant: with the bracket that is missing, without one too many, or in quotes."""
        closing = CLOSING.get(self.value[0], "")
        if closing and closing not in self.value:
            return f"{self._before}{self.value}{closing}"
        if closing and self.value.rstrip(closing) + closing != self.value and self.value.endswith(closing):
            return f"{self._before}{self.value.rstrip(closing)}{closing}"
        return f"{self._before}{quoted(self.value)}"

    @property
    def corrected(self) -> str:
        """The line in quotes, without its indentation, to be shown; a long text is left out."""
        value = quoted(self.value) if len(self.value) <= LONGEST else '"…"'
        return f"{self._before}{value}".lstrip()

    @property
    def _before(self) -> str:
        return f"{self.lead}{self.key}: " if self.key else self.lead


def unquoted(line: str) -> Unquoted | None:
    """Return the value on a line if it needs quotation marks, None if it does not."""
    match = LINE.match(line)
    if not match or not (match["key"] or "-" in match["lead"]) or WELL_FORMED.fullmatch(match["value"]):
        return None
    value = match["value"]
    if ": " in value or value.endswith(":") or value.startswith(STARTS_BADLY):
        return Unquoted(match["lead"], match["key"] or "", value, match.start("value"))
    return None


def quoted(text: str) -> str:
    """Return a text in straight quotation marks, in place of any others around it."""
    if len(text) > 1 and text[0] + text[-1] in PAIRS:
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
