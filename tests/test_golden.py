"""Whole sites, byte by byte: tests/cases/golden/NAME/in.txt holds the command and the files, out.txt what comes out.

The sites bring templates and words of their own, so that only a change of the generator changes what comes out.
After a change that is meant, write anew what is expected, and review it like any other change:

    python -m pytest tests/test_golden.py --renew-golden
    git diff tests/cases/golden
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.sites import PROJECT, built, edit, files_in

CASES = PROJECT / "tests/cases/golden"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_golden_site_comes_out_as_it_was(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every file of the finished site is the one that was reviewed."""
    kept = CASES / name / "out.txt"
    made = _made((CASES / name / "in.txt").read_text(encoding="utf-8"), tmp_path)
    if request.config.getoption("--renew-golden"):
        kept.write_text(made, encoding="utf-8")
    expected = kept.read_text(encoding="utf-8")
    difference = "\n".join(unified_diff(expected.splitlines(), made.splitlines(), "reviewed", "made now", lineterm=""))
    if difference:
        pytest.fail(f"{difference}\n\nIf this is meant: pytest {Path(__file__).name} --renew-golden", pytrace=False)


def _made(case: str, folder: Path) -> str:
    """Return the finished site of a case as one text."""
    command, _, files = case.partition("\n")
    edit(folder, files_in(files))
    site = built(folder, *command.split()[1:])
    return "".join(f"-- {path} --\n{_in_lines(data.decode())}" for path, data in site.items())


def _in_lines(text: str) -> str:
    """Return a file's text so that the next one starts on a line of its own, and so does each entry of the manifest."""
    whole = text if text.endswith("\n") else f"{text}\n(no line break at the end)\n"
    return whole.replace("},{", "},\n{")
