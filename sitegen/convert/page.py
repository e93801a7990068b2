"""What one conversion finds out besides the HTML: the library's processors have nowhere else to put it."""

import re
from bisect import bisect_right

from sitegen.convert import marks
from sitegen.diagnostics import Diagnostic, Place
from sitegen.model import Heading, Slot

WRITTEN = re.compile(r"[^ \t\n]")


class Page:
    """The body being converted, and what is found in it; one for each converter, begun anew for each body."""

    def __init__(self) -> None:
        self.begin("")

    def begin(self, body: str) -> None:
        """Forget everything, and look at another body."""
        self.body = body
        self.problems: list[Diagnostic] = []
        self.slots: list[Slot] = []
        self.headings: tuple[Heading, ...] = ()
        self.anchors: frozenset[str] = frozenset()
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", body))]
        self._found: dict[str, re.Match[str]] = {}

    def place(self, offset: int | None, length: int = 1) -> Place:
        """Return the place of `length` characters after an offset and the white space there; None is line 1."""
        if offset is None:
            return Place("")
        written = WRITTEN.search(self.body, offset)
        offset = written.start() if written else offset
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.body)
        return Place("", line, offset - start + 1, max(1, min(length, end - offset)))

    def find(self, text: str, before: str = "", after: str = "") -> int | None:
        """Return where a text stands between two patterns; the next time where it stands next, and last, again.

        The library makes spaces of tabs, so any white space within a line is as good as any other; and it looks into
        some texts twice, so that a text may be asked for more often than it occurs.
        """
        words = r"[ \t]+".join(map(re.escape, re.split(r"[ \t]+", text)))
        pattern = f"{before}(?P<found>{words}){after}"
        last = self._found.get(pattern)
        match = re.compile(pattern, re.MULTILINE).search(self.body, last.end() if last else 0) or last
        if match is None:
            return None
        self._found[pattern] = match
        return match.start("found")

    def slot(self, slot: Slot) -> str:
        """Note what only the whole site knows, and return what stands for it until then."""
        self.slots.append(slot)
        return marks.slot(len(self.slots) - 1)
