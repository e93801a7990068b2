"""What people type is shown as they typed it: it is neither markup nor a template."""

import json

import pytest

from tests.pages import document, text
from tests.sites import built, plant, run

HOSTILE = """<script>alert("1")</script> & 'quotes' &amp; {{ frame.site_name }} {% raw %} {# note #} {0} ${x} %s"""
HOME = """
-- content/site.yaml --
name: {{ko: 시험, en: {text}}}
description: {{ko: 시험, en: Trial}}
operator: {{en: {text}}}
languages:
  - {{code: ko, name: 한국어, locale: ko_KR}}
  - {{code: en, name: English, locale: en_GB}}
-- content/pages/home.en.md --
---
title: {text}
summary: {text}
---
{{{{ frame.site_name }}}} and {{% raw %}} and {{# note #}} and `{{{{ view }}}}`
-- content/pages/timeline.ko.md --
---
{{title: 걸어온 길, summary: 지나온 길입니다., lists: milestone}}
---
-- content/pages/timeline.en.md --
---
title: The timeline
summary: The way.
---
-- content/milestones.yaml --
- id: goal
  on: 2020
  title: {{en: {text}}}
  text: {{en: {text}}}
  on_home: true
  sources: [report]
-- content/pages/sources.ko.md --
---
{{title: 출처 목록, summary: 출처를 모았습니다., lists: source}}
---
-- content/sources/report.en.md --
---
title: {text}
summary: {text}
publisher: {text}
type: document
grade: official
published_on: unknown
accessed_on: 2026-06-01
language: en
licence: {text}
passages:
  - id: one
    language: en
    text: {text}
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site with the same hostile text in every field that takes text."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    folder = plant(tmp_path_factory.mktemp("site"), HOME.format(text=quoted))
    assert 0 == run(folder, "seal", "--all").returncode
    return built(folder, "--base-url", "https://example.org/")


@pytest.mark.parametrize("path", ["en/index.html", "en/timeline/index.html", "en/sources/report/index.html"])
def test_text_is_shown_as_it_was_typed(site: dict[str, bytes], path: str) -> None:
    """Angle brackets, ampersands, quotes and braces come out as themselves, in text and in the page's title."""
    assert HOSTILE in text(site[path])
    assert HOSTILE in "".join(document(site[path]).find("head/title").itertext())


@pytest.mark.parametrize("path", ["en/index.html", "en/timeline/index.html", "en/sources/report/index.html"])
def test_text_never_becomes_markup(site: dict[str, bytes], path: str) -> None:
    """No element comes into being that the templates do not print: a script is only where a page stands, as data."""
    scripts = [json.loads(script.text or "") for script in document(site[path]).iter("script")]
    assert {"BreadcrumbList", "WebSite"} >= {data["@type"] for data in scripts}
    assert b"<script>alert" not in site[path]


def test_a_description_in_an_attribute_is_whole(site: dict[str, bytes]) -> None:
    """Quotes do not end the attribute they stand in."""
    description = document(site["en/index.html"]).find("head/meta[@name='description']")
    assert HOSTILE == description.get("content")


def test_a_body_is_not_a_template(site: dict[str, bytes]) -> None:
    """Braces in Markdown are printed, in running text and in code."""
    assert "{{ frame.site_name }} and {% raw %} and {# note #} and {{ view }}" in text(site["en/index.html"])
