"""What is wrong, as HTML: each problem in the same parts as in the terminal."""

import re
from html import unescape
from pathlib import Path

import pytest

from sitegen.console import as_text
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.serve.editor import DEFAULT
from sitegen.serve.panel import panel
from sitegen.serve.showing import Showing, Told, Writing
from sitegen.serve.terms import Terms
from sitegen.speech import ENGLISH

TERMS = Terms(port=8000, as_of=None, editor=DEFAULT, language=ENGLISH, opens_browser=False, polls=False)
PART = re.compile(r'<a href="[^"]+">(?P<place>.*?)</a>(?P<message>[^<]*)</p>\s*'
                  r"(?:<pre[^>]*>(?P<excerpt>.*?)</pre>)?\s*(?:<p[^>]*>(?P<fix>.*?)</p>)?", re.DOTALL)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "fix", "shown"),
    [
        (Place("content/a.md", 3, 2, 4), "write b", "content/a.md:3:2"),
        (Place("content/a.md", 3, 2, 4), "", "content/a.md:3:2"),
        (Place("content/a.md"), "write b", "content/a.md:1:1"),
        (Place("tasks.xlsx", 2, 7, 4, "과제!B7"), "write b", "tasks.xlsx:과제!B7"),
        (Place("content/\x1b.md", 3, 2, 4), "write\nb", "content/␛.md:3:2"),
    ],
)
def test_a_problem_has_the_parts_it_has_in_the_terminal(place: Place, fix: str, shown: str) -> None:
    """The place, which is a link; what is wrong; the line, if it is about one; what to do, if that is known."""
    found = error("bad-value", place, "this is <not> so: b", fix)
    parts = _shown(found, "x: what is wrong")
    assert (shown, ": error[bad-value] this is <not> so: b") == (parts["place"], parts["message"])
    assert fix.replace("\n", "␊") == parts["fix"].removeprefix("fix: ")
    lines = [parts["place"] + parts["message"], parts["excerpt"], f"  {parts['fix']}" if parts["fix"] else ""]
    assert as_text([found], {place: "x: what is wrong"}, ENGLISH) == "\n".join(filter(None, lines))


def _shown(found: Diagnostic, line: str) -> dict[str, str]:
    """Return the parts of a problem as they are shown."""
    told = Told(found, {found.place: line}, Writing("/a.md", 3, 2))
    match = PART.search(panel(Showing(Path(), told=(told,), is_current=False), None, TERMS))
    assert match
    return {name: unescape(part or "") for name, part in match.groupdict().items()}
