"""What a page weighs, in the status bar of the preview and in the report: itself, and all it loads."""

import gzip

import pytest

from sitegen.desk import Weight, weigh
from sitegen.weight import loaded, weight

FILES = {
    "site.css": b"h1{}" * 500,
    "a.png": bytes(1000),
    "b.png": bytes(50),
    "c.png": bytes(50),
    "other.css": b"x",
    "far.html": b"x",
    "code.js": b"x()" * 99,
}


def test_the_weight_is_what_a_first_visit_transfers() -> None:
    """Each file once, compressed where servers compress; nothing of other hosts, nothing that is only linked to."""
    page = (
        b'<link rel="stylesheet" href="../site.css"><link rel="canonical" href="../other.css"><a href="../far.html">'
        b'<img src="../a.png"><img src="/base/a.png"><img src="https://example.org/b.png"><img src="../gone.png">'
    )
    expected = _compressed(page) + _compressed(FILES["site.css"]) + 1000
    assert expected == weight("en/index.html", page, "/base/", FILES.get)


@pytest.mark.parametrize(
    "tag",
    [
        '<img alt="a > b" src="a.png">',
        "<IMG SRC='a.png'>",
        '<script src="code.js"></script><img src=a.png><p>',
        '<script>if (a < b) {}</script>\n<img\n  src="a.png"\n  alt="">',
        '<picture><source src="a.png"><img src="gone.png"></picture>',
        '<p title="\'"><img src="./a%2Epng"></p>',
        '<picture><source srcset="b.png 480w, a.png 800w"><source srcset="c.png 800w"><img src="d.png"></picture>',
        '<img srcset="b.png 480w, a.png 800w" src="c.png">',
        '<template><picture><source srcset="b.png 9w"><img src="b.png"></picture></template><img src="a.png">',
    ],
)
def test_what_loads_is_found_however_it_is_written(tag: str) -> None:
    """A thousand bytes of a picture, and of a script if there is one."""
    page = f"<body>{tag}</body>".encode()
    script = _compressed(FILES["code.js"]) if b"code.js" in page else 0
    assert _compressed(page) + 1000 + script == weight("index.html", page, "/", FILES.get)


def test_what_scripts_import_is_loaded_with_them_but_not_what_they_load_when_it_is_needed() -> None:
    """Each once, even if they import each other."""
    scripts = {
        "assets/one.js": b'import{b}from"./two.js";import "./three.js";const later=()=>import("./four.js")',
        "assets/two.js": b"import{a}from'./one.js'",
        "assets/three.js": b"3",
        "assets/four.js": b"4",
    }
    page = b'<script type="module" src="../assets/one.js"></script>'
    found = loaded("en/index.html", page, "/", scripts.get)
    assert ("assets/one.js", "assets/three.js", "assets/two.js") == found


def test_the_heaviest_page_is_the_one_with_the_heaviest_pictures() -> None:
    """Text alone weighs little."""
    pages = {"index.html": b"<p>" + bytes(range(256)) * 2, "light.html": b"<p>", "photo.html": b'<img src="a.png">'}
    found = weigh(pages, "/", {**FILES, **pages}.get)
    html = _compressed(pages["photo.html"])
    assert Weight("photo.html", html + 1000, html) == found[0]
    assert ["photo.html", "index.html", "light.html"] == [page.path for page in found]


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))
