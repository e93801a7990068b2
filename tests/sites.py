"""Whole sites as one string each: `-- path --` lines, each followed by the file's text."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).parent.parent
SCRIPTS = tuple(sorted(path.name for path in (PROJECT / "assets/js").iterdir()))
"""The modules that a site has, whether its pages load them or not."""
MARKER = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)
CACHE = ".cache"
TIMELESS = frozenset({"publish", "schema", "seal"})  # commands that know no moment
NOON = "2026-06-05T12:00+09:00"
CAMPAIGN = (PROJECT / "tests/cases/sites/campaign.txt").read_text(encoding="utf-8")
CHARTED = CAMPAIGN + (PROJECT / "tests/cases/sites/chart.txt").read_text(encoding="utf-8")
"""A site with one thing of every kind."""
SHARED = CAMPAIGN.replace("-- content/site.yaml --\n", "-- content/site.yaml --\ncards: true\nshare: true\n", 1) + (
    PROJECT / "tests/cases/sites/sharing.txt"
).read_text(encoding="utf-8")
"""The same, made to be passed on, with pages for other sites and for the press."""
XANADU = (PROJECT / "tests/cases/sites/withheld.txt").read_text(encoding="utf-8")
"""On top of it, a thing of every kind called Xanadu, and published things that name it; see `xanadu`."""

MINIMAL = """
-- content/site.yaml --
name: {ko: 시험, en: Trial}
description: {ko: 시험하는 누리집입니다., en: A site for trials.}
languages:
  - {code: ko, name: 한국어, locale: ko_KR}
  - {code: en, name: English, locale: en_GB}
unchecked: [strategy, task, update, meeting, news, event, action, indicator, source, page, agency, term, question, quiz,
  milestone]
-- content/pages/home.ko.md --
---
title: 첫 화면
summary: 첫 화면입니다.
---
-- content/pages/home.en.md --
---
title: Home page
summary: This is the home page.
---
-- content/pages/404.ko.md --
---
title: 페이지가 없습니다
summary: 주소를 확인해 주세요.
---
-- content/pages/404.en.md --
---
title: Page not found
summary: Check the address.
---
"""


def files_in(text: str) -> dict[str, str]:
    """Return the files that a string describes, by path."""
    parts = MARKER.split(text.lstrip("\n"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def xanadu(fact: str, record: str = "") -> str:
    """Return the files of everything called Xanadu, with a fact among its facts; another one for short records."""
    return XANADU.replace("FACT", fact).replace("HELD", record or fact)


def plant(folder: Path, text: str, base: str = MINIMAL) -> Path:
    """Write a site with the project's own templates, assets and interface words; `text` comes on top of `base`."""
    for name in ("templates", "assets", "content/strings"):
        shutil.copytree(PROJECT / name, folder / name, dirs_exist_ok=True)
    edit(folder, {**files_in(base), **files_in(text)})
    return folder


def edit(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, as a person would; unless told otherwise, at noon on World Environment Day."""
    is_told = "--as-of" in arguments or "SOURCE_DATE_EPOCH" in variables or TIMELESS & {*arguments[:1]}
    moment = () if is_told else ("--as-of", NOON)
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, str(PROJECT / "build.py"), *arguments, *moment],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def hear_signals() -> None:
    """Undo what shells do to commands in the background, whose children would not hear Ctrl+C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def built(folder: Path, *arguments: str, **variables: str) -> dict[str, bytes]:
    """Build a site that must be fine, and return the finished files by path."""
    done = run(folder, "build", *arguments, **variables)
    assert done.returncode == 0, done.stderr
    return tree(folder / "site")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by path, but those of the cache."""
    files = (
        path for path in sorted(folder.rglob("*")) if path.is_file() and CACHE not in path.relative_to(folder).parts
    )
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def problems(folder: Path, *arguments: str) -> list[dict[str, object]]:
    """Check a site and return its problems."""
    return list(json.loads(run(folder, "check", "--format", "json", *arguments).stdout))
