"""Our code for templates prints what the engine's own would."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.model import Job
from sitegen.render import compile_templates, link_templates, render
from sitegen.render.environment import Engine
from tests.case_files import cases

OTHERS = {
    "base.html": "<title>{% block title %}base{% endblock %}</title>\n<p>{% block content %}base{% endblock %}</p>",
    "components/included.html": "included: {{ page.title }}",
    "components/parts.html": """
{% macro tag(name, class="") %}<{{ name }} class="{{ class }}"></{{ name }}>{% endmacro %}
{% macro nested(it) %}{{ tag("q") }}{{ it }}{% endmacro %}
""",
}
CONTEXT = {"page": SimpleNamespace(title="1 < 2"), "words": {"items": "The items"}}


@pytest.mark.parametrize(("template", "expected"), cases("templates/*.txt"))
def test_a_template_prints_what_it_says(template: str, expected: str) -> None:
    """Our code for a template does what the template says."""
    assert _printed(template) == expected


@pytest.mark.parametrize(("template", "expected"), cases("templates/*.txt"))
def test_a_template_prints_what_it_would_with_the_code_of_the_engine(template: str, expected: str) -> None:
    """The engine would have printed the same."""
    engine = Environment(
        loader=DictLoader(OTHERS), autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    words = SimpleNamespace(**CONTEXT["words"])  # type: ignore[arg-type]  # the engine finds methods of a mapping first
    assert engine.from_string(template).render(CONTEXT | {"words": words}) == expected


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("one(1, 2)", "the macro one() takes from 0 to 1 positional arguments but 2 were given"),
        ("one(two=1)", "the macro one() got an unexpected keyword argument 'two'"),
        ("one(1, it=2)", "the macro one() got multiple values for argument 'it'"),
        ("one()", 'there is no "it" here'),
        ("two()", 'there is no "caller" here'),
    ],
)
def test_a_macro_called_wrongly_says_how(call: str, reason: str) -> None:
    """What is said names the macro and the argument."""
    macros = "{% macro one(it) %}{{ it }}{% endmacro %}{% macro two() %}{{ caller() }}{% endmacro %}"
    problem = _printed(f"{macros}{{{{ {call} }}}}")
    assert reason in problem


def _printed(template: str) -> str:
    texts = OTHERS | {"pages/text.html": template}
    files = [File(f"templates/{name}", text.encode()) for name, text in texts.items()]
    page = render(
        Job("index.html", "pages/text.html", CONTEXT),
        link_templates(files, [made.head for made in compile_templates(files)]),
    )
    return page.text() if isinstance(page, Diagnostic) else page.data.decode()


def test_a_template_that_cannot_be_compiled_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is the same fault on each page that needs it."""
    tried: list[str] = []
    compile_ = Engine.compile

    def counting(self: Engine, source: str, name: str, filename: str) -> object:
        tried.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Engine, "compile", counting)
    files = (File("templates/pages/broken.html", b"{% if %}"),)
    templates = link_templates(files, [result.head for result in compile_templates(files)])
    tried.clear()
    faults = {render(Job(f"{number}.html", "pages/broken.html", CONTEXT), templates) for number in range(5)}
    assert (1, ["pages/broken.html"]) == (len(faults), tried)
