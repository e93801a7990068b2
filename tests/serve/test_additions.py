"""What the preview adds to a page, and what it says of it: policy, place, footprint, links to an editor."""

from argparse import ArgumentTypeError

import pytest

from sitegen.footprint import per_visit, rating
from sitegen.serve.editor import DEFAULT, link, template
from sitegen.serve.injection import injected
from sitegen.serve.policy import STRICT, widened, with_policy
from sitegen.serve.showing import Writing

HOST = "127.0.0.1:8000"
SOCKET = f"ws://{HOST}"


@pytest.mark.parametrize(
    ("declared", "allowed"),
    [
        ("script-src 'none'", f"script-src 'self'; connect-src * 'self' {SOCKET}"),
        ("default-src 'none'", f"default-src 'none'; script-src 'self'; connect-src 'self' {SOCKET}"),
        (
            "default-src 'self' a.org",
            f"default-src 'self' a.org; script-src a.org 'self'; connect-src a.org 'self' {SOCKET}",
        ),
        ("Script-Src 'sha256-x';;img-src *", f"script-src 'sha256-x' 'self'; img-src *; connect-src * 'self' {SOCKET}"),
        ("script-src 'self'; require-trusted-types-for 'script'", f"script-src 'self'; connect-src * 'self' {SOCKET}"),
    ],
)
def test_a_policy_is_widened_by_the_preview_and_nothing_else(declared: str, allowed: str) -> None:
    """Its own script, and its own socket."""
    assert allowed == widened(declared, HOST)


def test_a_page_that_declares_no_policy_gets_the_strict_one() -> None:
    """No inline script, no inline style, no other host."""
    page, policies = with_policy(b"<head></head>", HOST)
    assert (b"<head></head>", (widened(STRICT, HOST),)) == (page, policies)
    assert "unsafe" not in policies[0]


@pytest.mark.parametrize(
    "meta",
    [
        """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">""",
        """<META content="script-src 'none'" HTTP-EQUIV='content-security-policy'>""",
        """<meta http-equiv=Content-Security-Policy content="script-src &#39;none&#39;" />""",
    ],
)
def test_the_policy_of_a_page_is_sent_instead_of_declared(meta: str) -> None:
    """However it is written; left in the page it would go on forbidding what the preview needs."""
    page, policies = with_policy(f"<head>{meta}</head>".encode(), HOST)
    assert (b"<head></head>", (widened("script-src 'none'", HOST),)) == (page, policies)


def test_every_policy_of_a_page_is_sent() -> None:
    """Each of them forbids something."""
    metas = [f'<meta http-equiv="Content-Security-Policy" content="img-src {name}">' for name in ("a.org", "b.org")]
    assert 2 == len(with_policy("".join(metas).encode(), HOST)[1])


@pytest.mark.parametrize(
    "page",
    ["<body>x{}</body></html>", "<BODY>x{}</BODY></HTML>", "x{}", "<body><!-- </body> --><p>x</p>{}</body>", "{}"],
)
def test_what_is_added_stands_at_the_end_of_the_body(page: str) -> None:
    """Or at the end of all, where a page has none."""
    before, after = page.split("{}")
    added = injected((before + after).encode(), "v1").decode()
    assert added.startswith(before)
    assert added.endswith(after)
    assert added.count('data-version="v1"') == added.count("client.js") == 1


def test_what_is_added_is_added_to_a_body_that_ends_oddly_too() -> None:
    """A browser reads on after it."""
    added = injected(b"<BODY>x</BODY >", "v1").decode()
    assert added.startswith("<BODY>x</BODY >")
    assert added.count('data-version="v1"') == added.count("client.js") == 1


@pytest.mark.parametrize(
    ("transferred", "footprint", "rated"),
    [
        (0, 0, "A+"),
        (1, 1.4820000000000002e-7, "A+"),
        (150_000, 0.022229999999999996, "A+"),
        (269_905, 0.03999992100000001, "A+"),
        (269_906, 0.0400000692, "A"),
        (1_000_000, 0.1482, "C"),
        (2_500_000, 0.37050000000000005, "F"),
    ],
)
def test_the_footprint_is_that_of_the_model(transferred: int, footprint: float, rated: str) -> None:
    """The values of co2.js 0.19 for one first visit without green hosting."""
    assert footprint == pytest.approx(per_visit(transferred), rel=1e-12)
    assert rated == rating(per_visit(transferred))


@pytest.mark.parametrize("form", [DEFAULT, "idea://open?file={path}&line={line}", "subl://open?url=file://{path}"])
def test_an_editor_is_named_by_an_address(form: str) -> None:
    """With the path, and the line if the editor takes one."""
    assert form == template(form)


@pytest.mark.parametrize(
    "form",
    ["", "code", "vscode://file/", "javascript:alert('{path}')", "JavaScript:{path}", "data:{path}", "x://{path}{who}"],
)
def test_what_opens_no_file_is_refused(form: str) -> None:
    """Or would do something else."""
    with pytest.raises(ArgumentTypeError):
        template(form)


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("/home/kim/글/a b.md", "vscode://file/home/kim/%EA%B8%80/a%20b.md:3:7"),
        ("C:\\site\\a#1.md", "vscode://file/C:/site/a%231.md:3:7"),
        ("/x/{line}.md", "vscode://file/x/%7Bline%7D.md:3:7"),
        ('/x/"><script>.md', "vscode://file/x/%22%3E%3Cscript%3E.md:3:7"),
    ],
)
def test_a_link_holds_path_line_and_column(file: str, address: str) -> None:
    """Whatever characters the path has."""
    assert address == link(Writing(file, 3, 7), DEFAULT)
