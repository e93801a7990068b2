"""Fixtures of the tests of publishing."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.write import Destination
from tests.write.publishing import destination_at, largest_file


@pytest.fixture
def destination(tmp_path: Path) -> Destination:
    """An output folder that does not exist yet, in a project with a content folder."""
    return destination_at(tmp_path / "site")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 256 KB; where that cannot be had, one where no file may grow larger than that."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, check=False, capture_output=True).returncode == 0:  # noqa: S603 - as written above
        yield tmp_path
        subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S603, S607 - as written here
    else:
        with largest_file(2**18):
            yield tmp_path
