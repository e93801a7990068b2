"""A leak of something that is not published fails the build, in whatever format and however it is written there."""

import json
import re
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.results import FORGETFUL
from sitegen.search import Pile, Said, text_files, word_files
from sitegen.verify import inspect
from sitegen.verify.embargo import (
    Secrets,
    find_said,
    of_files,
    of_item,
    of_others,
    said_by_every_site,
    said_in,
    withheld,
    withheld_files,
    without,
)
from tests.in_memory import assembled
from tests.sites import CAMPAIGN, CHARTED, MINIMAL, built, edit, files_in, plant, run

INDICATOR, INVENTORY = "content/indicators/emissions.ko.md", "content/sources/inventory.ko.md"
TITLE = "깜짝 발표합니다 & 더"
SURPRISE = """
-- content/tasks/surprise.ko.md --
---
title: "깜짝 발표합니다 & 더"
summary: 내일 아침에 알립니다. 그때까지 비밀입니다.
benefit: 놀랍니다.
expected_result: 모두 놀랍니다.
lead_agency: energy-office
strategy: plan
due_on: 2027
aliases: [/big-day/]
draft: true
---
첫 문장은 이렇습니다. 둘째 문장에서 [=trees] 그루를 심겠다고 합니다 [@report#count].

끝 문장은 23,456 그루라고 합니다.
-- content/tasks/surprise.en.md --
---
title: A surprise is announced
summary: Tomorrow we tell more.
benefit: It is exciting.
expected_result: Everyone is surprised.
---
-- content/tasks/surprise.updates.yaml --
- as_of: 2026-04-01
  period: 2026-Q1
  status: planned
  done: {ko: 풍선을 미리 샀습니다., en: Balloons were bought.}
  author_agency: energy-office
  assessed_by: self
-- content/figures.yaml --
- id: balloons
  label: {ko: 풍선, en: Balloons}
  value: 98765.4
  unit: {ko: 톤, en: tonnes}
  as_of: 2018
  source: report
  passage: count
  quote: 98765.4
  draft: true
"""
SOON = """
-- content/events/soon.ko.md --
---
title: 곧 열립니다
summary: 아직 모릅니다.
meaning: 놀랍니다.
type: campaign
start: 2026-07
draft: true
---
"""
FORMATS = ("html", "xml", "txt", "json", "csv", "css", "svg", "ics", "vtt", "webmanifest", "js", "png", "bin")
"""Endings of files in which leaks are planted here: those of today's outputs, and others that may come."""
WORDS = (
    TITLE, "내일 아침에 알립니다.", "그때까지 비밀입니다.", "풍선을 미리 샀습니다.", "Tomorrow we tell more.",
    "TOMORROW WE\n  TELL MORE", "끝 문장은 23,456 그루라고 합니다.", "첫 문장은 이렇습니다.",
)  # fmt: skip
NAMES = (
    "surprise/index.html", "tasks/surprise/index.html", "data/surprise.csv", "big-day/index.html", "a/SURPRISE.png",
)  # fmt: skip
TOLD = "error[embargo] task:surprise is not published, but this file says of it"
SURPRISED = f'{TOLD} "Everyone is surprised"'
TEMPLATE = """
-- templates/pages/text.html --
<!doctype html>
<html lang="ko">
<head><title>가</title></head>
<body><h1>가</h1>
<p>깜짝 <b>발표</b>합니다 &amp; 더</p></body>
</html>
"""
TEMPLATE_TOLD = f"""\
about/index.html:5:4: {TOLD} "깜짝 발표합니다 & 더"
  5 | <p>깜짝 <b>발표</b>합니다 &amp; 더</p></body>
    |    ^^
  fix: take it out of templates/pages/text.html:5, or publish what it is of
"""
LINK = """
-- content/pages/about.ko.md --
---
title: 소개
summary: 소개입니다.
---
[새 과제](https://example.org/tasks/surprise/)를 보세요.
"""
ICON = """
-- assets/icons/icon.svg --
<svg xmlns="http://www.w3.org/2000/svg"><desc>Everyone is surprised.</desc></svg>
"""
PICTURE = b"\x89PNG\r\n\x1a\n\x00\xff\xfe"


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    """What must not be told of the surprise."""
    return _secrets(SURPRISE)


def _secrets(text: str) -> Secrets:
    site, html = assembled(CAMPAIGN + text, MINIMAL)
    known = withheld(site, html.__getitem__)
    items = [item for by_id in site.items.values() for item in by_id.values()]
    sayings = [of_item(item, html.__getitem__, "https://example.org/", known) for item in items]
    heads = [found.head for found in find_said((*sayings, *of_others(site, "https://example.org/", known)))]
    return without(known, [secret for head in heads for secret in said_in(head)])


def _page(text: str) -> str:
    return (
        f'<!doctype html>\n<html lang="ko">\n<head><title>가</title></head>\n<body><h1>가</h1>{text}</body>\n</html>\n'
    )


def _folded(text: str) -> str:
    """Return a line of a calendar, folded within a character as RFC 5545 allows."""
    data = f"SUMMARY:{text}".encode()
    return b"\r\n ".join(data[start : start + 10] for start in range(0, len(data), 10)).decode("latin-1")


def _of(path: str, data: str | bytes, secrets: Secrets) -> list[str]:
    """Return what is said of a file to be withheld."""
    output = Output(path, data.encode() if isinstance(data, str) else data)
    return [problem.text() for problem in inspect(output, secrets).problems if problem.code == "embargo"]


def _is_told(path: str, data: str | bytes, secrets: Secrets) -> bool:
    return any(text.startswith("task:surprise is not published, but") for text in _of(path, data, secrets))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("words", WORDS)
def test_words_are_found_in_every_format(ending: str, words: str, secrets: Secrets) -> None:
    """Whichever part of the withheld thing they are from, and whatever stands in the place of a figure."""
    text = {"html": _page(f"<p>{words}</p>"), "css": f'a::before {{ content: "{words}" }}'}.get(
        ending, f"x\n{words}\ny"
    )
    assert _is_told(f"some/file.{ending}", text, secrets)
    assert not _is_told(f"some/file.{ending}", text.replace(words, "아무것도 아닙니다."), secrets)


def test_every_format_of_today_is_among_them(tmp_path: Path) -> None:
    """A new one must be tried here too."""
    site = built(plant(tmp_path, CAMPAIGN), "--base-url", "https://example.org/")
    assert {path.rpartition(".")[2] for path in site} <= {*FORMATS}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a/index.html", _page(f"<p>{escape(TITLE)}</p>")),
        ("a/index.html", _page("<p>깜짝&#32;발표&#xD569;니다</p>".replace("니다", "니다 &amp; 더"))),
        ("a/index.html", _page("<p>깜<b>짝</b> 발<wbr>표합&shy;니다\n<i>&amp; </i>더</p>")),
        ("a/index.html", _page("<p>깜\u200b짝 발표합니다 &amp; 더</p>")),
        ("a/index.html", _page(f'<img alt="{escape(TITLE)}" src="">')),
        ("a/index.html", _page(f"<p data-x='{escape(TITLE)}'></p>")),
        ("a/index.html", _page(f'<a href="?q={quote(TITLE)}">나</a>')),
        ("a/index.html", _page(f"<!-- {TITLE} -->")),
        ("a/index.html", _page(f'<script type="application/ld+json">{json.dumps(TITLE)}</script>')),
        ("a.xml", f"<title>{escape(TITLE)}</title>"),
        ("a.xml", f"<summary><![CDATA[<p>{TITLE}</p>]]></summary>"),
        ("a.xml", f"<content type='html'>{escape(f'<b>깜짝</b> {escape(TITLE[3:])}')}</content>"),
        ("a.svg", f"<svg><title>{escape(TITLE)}</title></svg>"),
        ("a.svg", "<svg><text><tspan>깜짝 발표</tspan><tspan>합니다 &amp; 더</tspan></text></svg>"),
        ("a.json", json.dumps({"title": TITLE})),
        ("a.json", json.dumps({"title": TITLE.upper()}, ensure_ascii=False)),
        ("a.json", json.dumps({"text": "A\nsurprise\tis announced"})),
        ("a.webmanifest", json.dumps({"name": TITLE})),
        ("a.csv", '1,"A surprise\nis announced"\n'),
        ("a.css", "/* A surprise is announced */"),
        ("a.css", r'a::after { content: "A \73 urprise is announced" }'),
        ("a.css", "a { background: url(../tasks/surprise/x.png) }"),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nA surprise is\nannounced\n"),
        ("a.txt", "A sur\u00adprise is announced"),
        ("a.txt", TITLE.encode("utf-16").decode("utf-16")),
        ("a.txt", "see https://example.org/en/tasks/surprise/"),
        ("a.txt", "see http://xn--surprise.example.org/"),
    ],
)
def test_words_are_found_however_they_are_written(path: str, text: str, secrets: Secrets) -> None:
    """In entities, escapes, quotes, comments and tags; broken by those, and by white space."""
    if "xn--" in text:
        text = text.replace("xn--surprise", "깜짝발표합니다더".encode("punycode").decode().join(("xn--", "")))
        secrets = _secrets(SURPRISE.replace(TITLE, "깜짝발표합니다더"))
    assert _is_told(path, text, secrets)


def test_lines_of_a_calendar_are_put_together(secrets: Secrets) -> None:
    """Also where they are folded within a character, and with its escapes."""
    data = b"BEGIN:VEVENT\r\n" + _folded(TITLE).encode("latin-1") + b"\r\nEND:VEVENT\r\n"
    assert TITLE.encode() not in data
    assert _is_told("a.ics", data, secrets)
    assert _is_told("a.ics", "SUMMARY:Tomorrow we\\n tell more.", secrets)


def test_words_are_found_in_a_picture(secrets: Secrets) -> None:
    """As in what a camera or a program writes beside the picture itself."""
    assert _is_told("a.png", PICTURE + TITLE.encode() + PICTURE, secrets)
    assert _is_told("a.txt", TITLE.encode("utf-16"), secrets)


@pytest.mark.parametrize("path", NAMES)
def test_a_file_or_folder_that_is_called_after_it_is_told(path: str, secrets: Secrets) -> None:
    """Its id, or a former address; whatever is in the file."""
    assert [f'task:surprise is not published, but this file names it, or a file of it: "{_name(path)}"'] == _of(
        path, _page("") if path.endswith("html") else "", secrets
    )


def _name(path: str) -> str:
    return "big-day" if path.startswith("big") else "surprise"


@pytest.mark.parametrize(
    ("path", "text", "is_told"),
    [
        ("a/index.html", _page('<a href="../tasks/surprise/">나</a>'), True),
        ("a/index.html", _page('<a href="../tasks/%73urprise/#x">나</a>'), True),
        ("a/index.html", _page('<p id="surprise">나</p>'), True),
        ("a/index.html", _page('<p data-id="surprise">나</p>'), True),
        ("a/index.html", _page('<p class="surprise">what a surprise it was</p>'), False),
        ("a/index.html", _page('<a href="../tasks/surprises/">나</a>'), False),
        ("a.csv", "id,title\nsurprise,1\n", True),
        ("a.csv", "id,title\nx,no surprise at all\n", False),
        ("a.json", '{"id":"surprise"}', True),
        ("a.json", '{"address":"\\/tasks\\/surprise\\/"}', True),
        ("a.xml", "<loc>https://example.org/en/tasks/surprise/</loc>", True),
        ("a.ics", "UID:surprise\r\n", True),
        ("a/index.html", _page('<script type="application/ld+json">{"name":"\\u0073urprise"}</script>'), True),
        ("a/index.html", _page('<script type="application/ld+json">{"name":"no surprise"}</script>'), False),
    ],
)
def test_an_id_is_found_where_it_stands_alone(path: str, text: str, is_told: bool, secrets: Secrets) -> None:  # noqa: FBT001  # a case
    """In addresses, attributes, cells and values; not among other words, where it may be a word like any other."""
    assert is_told == bool(_of(path, text, secrets))


@pytest.mark.parametrize(
    ("path", "text", "is_told"),
    [
        ("a/index.html", _page("<p>98,765.4 Mt</p>"), True),
        ("a/index.html", _page('<data value="98765.4">나</data>'), True),
        ("a/index.html", _page('<svg><rect x="98765.4"/></svg>'), False),
        ("a.csv", "year,value\n2018,98765.4\n", True),
        ("a.json", '{"value":98765.40}', True),
        ("a.json", '{"value":198765.4}', False),
        ("a.css", "a { top: 98765.4px }", False),
        ("a.ics", "DESCRIPTION:98\\,765.4 Mt\r\n", True),
        ("a.ics", "UID:5fc7-98765.4-86a9\r\n", False),
    ],
)
def test_a_number_is_found_where_it_is_one(path: str, text: str, is_told: bool, secrets: Secrets) -> None:  # noqa: FBT001  # a case
    """However its thousands are set apart; not where it says where something is, and not within another one."""
    assert is_told == any(found.startswith("figure:balloons ") for found in _of(path, text, secrets))


def test_a_copy_of_a_file_is_told_by_its_bytes() -> None:
    """And by its digest, of which files are called after; whatever it is called."""
    digests = fingerprint(PICTURE) + sha256(PICTURE).digest()
    secrets = of_files([(("image", "surprise"), digests)])
    said = "image:surprise is not published, but this file is a copy of one of its files"
    assert [said] == _of("a/b.webp", PICTURE, secrets)
    assert _of(f"a.{sha256(PICTURE).hexdigest()[:10]}.webp", b"", secrets) == []
    assert _of("a.json", f'{{"sha256":"{sha256(PICTURE).hexdigest()}"}}', secrets)
    assert [] == _of("a/b.webp", PICTURE + b"\0", secrets)


def test_the_files_of_a_withheld_thing_are_all_that_is_written_of_it() -> None:
    """Its chart and its seal too, so that a leak is not traced to them."""
    files = files_in(CHARTED)
    drafts = {path: files[path].replace("---\n", "---\ndraft: true\n", 1) for path in (INDICATOR, INVENTORY)}
    site = assembled(CHARTED + "".join(f"-- {path} --\n{text}" for path, text in drafts.items()), MINIMAL).site
    assert {
        INDICATOR: ("indicator", "emissions"),
        "content/indicators/emissions.chart.yaml": ("indicator", "emissions"),
        INVENTORY: ("source", "inventory"),
        "content/sources/inventory.seal.yaml": ("source", "inventory"),
    }.items() <= withheld_files(site).items()


def test_nothing_is_looked_for_where_nothing_is_withheld() -> None:
    """No file is even decoded."""
    assert _secrets("").owners == {}
    assert [] == _of("a.txt", b"\xff" * 10, _secrets(""))


@pytest.mark.parametrize(
    ("files", "arguments", "told"),
    [
        (TEMPLATE, (), TEMPLATE_TOLD),
        ("-- content/strings/en.yaml +--\nunofficial: Everyone is surprised. Is it not?\n", (), SURPRISED),
        (LINK, ("--base-url", "https://example.org/"), 'but this file names it, or a file of it: "surprise"\n'),
        (
            "-- content/indicators/emissions.csv --\nyear,total,note\n2017,700,Everyone is surprised.\n2018,727.6,\n",
            (),
            "fix: take it out of content/indicators/emissions.csv:2, or publish what it is of\n",
        ),
        ('-- assets/css/print.css +--\na::after { content: "Everyone is surprised." }\n', (), SURPRISED),
        (ICON, (), "fix: take it out of assets/icons/icon.svg:1, or publish what it is of\n"),
        (
            "-- content/site.yaml +--\noperator: {ko: Everyone is surprised., en: Nobody}\n",
            ("--base-url", "https://example.org/"),
            f"\nfeed.xml:9:15: {SURPRISED}",
        ),
    ],
    ids=["template", "interface word", "published body", "dataset", "stylesheet", "icon", "feed"],
)
def test_a_leak_fails_the_build(files: str, arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """It names the file, the withheld thing and, where that is known, what to mend; the site stays as it was."""
    before = built(plant(tmp_path, CAMPAIGN + SURPRISE.replace("[=trees]", "").replace(" [@report#count]", "")))
    edit(tmp_path, _added(tmp_path, files))
    done = run(tmp_path, "build", *arguments)
    assert 1 == done.returncode
    assert told in done.stderr
    assert before == {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes()
                      for path in sorted((tmp_path / "site").rglob("*")) if path.is_file()}  # fmt: skip


def _added(folder: Path, text: str) -> dict[str, str]:
    """Return the files of a text; one whose name is followed by + is added to what is there, without its older line."""
    found = files_in(re.sub(r"^-- (\S+) \+--$", r"-- +\1 --", text, flags=re.MULTILINE))
    return {path.lstrip("+"): _longer(folder / path[1:], content) if path.startswith("+") else content
            for path, content in found.items()}  # fmt: skip


def _longer(file: Path, line: str) -> str:
    key = line.partition(" ")[0]
    lines = file.read_text("utf-8").splitlines(keepends=True)
    return "".join(each for each in lines if not each.startswith(key)) + line


def test_words_that_a_published_thing_says_are_no_secret() -> None:
    """Wherever they stand then; so do ids and numbers of published things."""
    said = SURPRISE.replace(TITLE, "지붕에 햇빛 발전을 놓습니다").replace("98765.4", "727.6")
    secrets = _secrets(said)
    assert not _of("a.txt", "지붕에 햇빛 발전을 놓습니다.", secrets)
    assert not _of("a.txt", "727.6 Mt", secrets)
    assert not _of("a/index.html", _page('<a href="../tasks/solar-roofs/">나</a>'), secrets)


@pytest.mark.parametrize(
    ("draft", "link"),
    [
        ("school", "actions/for/school/"),
        ("field", "tasks/field/energy/"),
        ("delayed", "tasks/status/delayed/"),
        ("embed", "embed/events/"),
        ("cards", "assets/cards/home.0123456789.png"),
        ("share", "assets/share.0123456789.js"),
    ],
)
def test_addresses_that_every_site_has_tell_nothing_of_a_draft_that_is_called_so(draft: str, link: str) -> None:
    """A page named like an option of a filter, a folder or a script may wait until it is published."""
    file = f"-- content/pages/{draft}.ko.md --\n---\ntitle: 아직 없는 쪽\nsummary: 아직 없습니다.\ndraft: true\n---\n"
    secrets = without(_secrets(file), said_by_every_site(("assets/js/share.js",)))
    page = _page(f'<a href="../{link}">나</a>')

    assert not _of("a/index.html", page, secrets)
    assert _of("a/index.html", page.replace("나", "아직 없는 쪽"), secrets)


def _index(said: Said) -> list[Output]:
    """Return the files in which readers would find what somebody says."""
    piles = (Pile(b"", lambda: (said,)),)
    files = (*word_files(piles, 4, FORGETFUL), *text_files(piles, FORGETFUL))
    return [Output(f"search-index/ko/{number}.json", data) for number, data in files]


@pytest.mark.parametrize("words", [TITLE, "Tomorrow we tell more.", "풍선을 미리 샀습니다."])
def test_a_leak_in_the_search_index_is_found(words: str, secrets: Secrets) -> None:
    """Whether it is a title, a summary or the text."""
    one, other, third = (Said(5, "a/", *fields) for fields in (
        (words, (), (), "", ()), ("가", (), (), words, ()), ("가", (), (), "", (words,)),
    ))  # fmt: skip
    for said in (one, other, third):
        assert any(_is_told(file.path, file.data, secrets) for file in _index(said))


def test_the_search_index_gives_no_false_alarm(secrets: Secrets) -> None:
    """Keys are pieces of words, and numbers of things are no amounts: neither is what somebody has said."""
    said = Said(98765, "a/", "풍선껌을 붑니다", (), (), "풍선껌 이야기", ("풍선껌은 답니다",))
    assert "풍선" in secrets.of("short")
    assert [] == [file.path for file in _index(said) if _of(file.path, file.data, secrets)]


def test_a_draft_is_in_the_search_index_where_drafts_are_wanted_only(tmp_path: Path) -> None:
    """As in every other output."""
    folder = plant(tmp_path, CAMPAIGN + SOON)
    public, private = built(folder), built(folder, "--drafts")
    texts = [b"".join(data for path, data in sorted(site.items()) if "/texts-" in path) for site in (public, private)]
    assert [b"events/soon/" in each for each in texts] == [False, True]
