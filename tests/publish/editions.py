"""Small finished sites to publish, and ways to look at what has become of them."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sitegen.files import Output
from sitegen.write.manifest import MANIFEST, encode, entry_of, manifest_of
from tests.sites import PROJECT

PAGES = 6
LINES = 40  # of each page, so that half of one can be told from all of it


def edition(word: str, pages: int = PAGES) -> dict[str, bytes]:
    """Return a site in which every page loads a style, a script and a picture that belong to this edition alone."""
    files = {
        "자료/개요 1.csv": f"판,{word}".encode(),
        "data.json": json.dumps({"edition": word}).encode(),
        "sitemap.xml": f"<urlset>{word}</urlset>".encode(),
    }
    assets = [named("assets/site.css", f"/* {word} */".encode()), named("assets/site.js", f"// {word}".encode())]
    files |= dict(assets)
    links = " ".join(path for path, _ in assets)
    for number in range(pages):
        files[f"page-{number}/index.html"] = page(word, links)
    return files | {"index.html": page(word, links), "same/index.html": page("same", "")}


def named(path: str, data: bytes) -> tuple[str, bytes]:
    """Return a file with ten digits of its digest in its name."""
    stem, _, end = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{end}", data


def page(word: str, links: str) -> bytes:
    """Return a page that says at its end how much of it there must be."""
    body = f"<p>{word} loads: {links}\n" * LINES
    return f"{body}<!-- {hashlib.sha256(body.encode()).hexdigest()} -->".encode()


def is_whole(body: bytes) -> bool:
    """Whether this is a page from its first byte to its last."""
    text, _, end = body.decode().rpartition("<!-- ")
    return end == f"{hashlib.sha256(text.encode()).hexdigest()} -->"


def assets_of(body: bytes) -> list[str]:
    """Return what a page loads."""
    return body.decode().partition("\n")[0].partition("loads: ")[2].split()


def lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Put a finished site into a folder, as a build does."""
    outputs = [Output(path, data) for path, data in files.items()]
    manifest = encode(manifest_of(map(entry_of, outputs)))
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        path.unlink()
    for output in (*outputs, Output(MANIFEST, manifest)):
        (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / output.path).write_bytes(output.data)
    return folder


def publish(*arguments: str, before: tuple[str, ...] = (), **variables: str) -> subprocess.CompletedProcess[str]:
    """Publish as a person would; `before` is a program to run ours with."""
    command = before or (str(PROJECT / "build.py"),)
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *command, "publish", *arguments],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(PROJECT), **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the codes of the problems that are told."""
    return re.findall(r": error\[([a-z-]+)\] ", done.stderr)
