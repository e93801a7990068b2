"""A bare process pool that converts the bodies of Markdown files with stock Python-Markdown: python pool.py FOLDER.

It does the least that any generator on Python-Markdown must do, so it is what to hold the whole build against.
"""

import os
import sys
from functools import cache
from multiprocessing import Pool
from pathlib import Path

from markdown import Markdown

EXTENSIONS = ("tables", "footnotes", "toc", "admonition", "attr_list", "def_list", "fenced_code", "sane_lists")
"""Those that the other generators on Python-Markdown are set up with here."""
AT_ONCE = 16  # files handed to a process at a time: few, so that all end at about the same moment


def main(folder: str) -> None:
    """Convert every file of a folder and say how many there were."""
    paths = sorted(Path(folder).glob("*.md"))
    with Pool(len(os.sched_getaffinity(0))) as pool:
        lengths = pool.imap_unordered(_converted, paths, AT_ONCE)
        print(len(paths), "bodies,", sum(lengths), "characters of HTML")


def _converted(path: Path) -> int:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    return len(_converter().reset().convert(body))


@cache
def _converter() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))


if __name__ == "__main__":
    main(sys.argv[1])
