"""The table of what pages weigh, and what scripts may."""

from datetime import date

import pytest

from scripts.weights import table, weights
from sitegen.weight import transferred
from tests.campaign import Tree
from tests.sites import PROJECT

LARGEST_SCRIPT = 3_000  # bytes, as it is published


def test_the_table_has_a_line_for_each_kind_and_one_for_all() -> None:
    """With what a first visit transfers, by sort of file; ways to other addresses are no pages."""
    page = b'<link rel="stylesheet" href="../../assets/a.css"><img src="../../assets/a.png">'
    files = {"tasks/a/index.html": page, "index.html": b"<p>", "assets/a.css": b"b{}", "assets/a.png": bytes(4_000),
             "old/index.html": b'<meta http-equiv="refresh">'}  # fmt: skip
    *_, pages, task, everything = table(weights(files), date(2026, 6, 5)).splitlines()
    assert pages.startswith("| page or list | 1 | 0.0 KB |")
    html = transferred("index.html", page)
    assert task.startswith(f"| task | 1 | {(html + 23 + 4_000) / 1_000:.1f} KB |")
    assert everything.startswith("| all | 2 |")


@pytest.mark.parametrize("script", sorted((PROJECT / "assets/js").glob("*.js")), ids=lambda path: path.stem)
def test_a_script_is_small(script: object, published: Tree) -> None:
    """As it is published: see CONTRIBUTING.md, "Adding a script"."""
    name = getattr(script, "stem", "")
    (size,) = (
        len(data) for path, data in published.items() if path.startswith(f"assets/{name}.") and path.endswith(".js")
    )
    assert size < LARGEST_SCRIPT
