"""Sites on disk: what a generator is given to build."""

import shutil
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.generator import Generator


def lay_out(generator: Generator, corpus: Corpus, site: Path) -> None:
    """Write the site of a corpus for a generator into a new folder."""
    for place, origin in generator.skeleton.items():
        shutil.copytree(origin, site / place, dirs_exist_ok=True)
    for place, target in generator.linked.items():
        (site / place).symlink_to(target)
    for page in corpus.values():
        _write(site / generator.source(page), generator.text(page, corpus))
    for path, text in generator.more(corpus):
        _write(site / path, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
