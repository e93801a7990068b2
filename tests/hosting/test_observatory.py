"""The grade that Mozilla's HTTP Observatory gives: by its own program, over HTTPS, on this machine only."""

import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from audits.borrowed import FOLDER
from tests.hosting.servers import SERVERS, Secure, open_folder, self_signed, serving
from tests.hosting.site import finished
from tests.sites import PROJECT

pytestmark = pytest.mark.audit

BEST = {4: 135, 6: 155}
"""The most that there is to have by each version of the scale, but for five points for being on lists of browsers.

The package of the registry has the fourth; the sixth gives ten points each for the policies on openers and embedders.
"""


class Graded(Struct, frozen=True):
    """A grade, its points, the version of the scale, and what each test has added or taken."""

    algorithm: int
    grade: str
    score: int
    marks: dict[str, int]


@pytest.mark.parametrize("name", SERVERS)
def test_the_observatory_gives_all_that_it_has_to_give(name: str, tmp_path: Path) -> None:
    """A+, with nothing taken."""
    with open_folder() as folder:
        site = finished(folder)
        secure = self_signed(tmp_path)
        with serving(name, site, tmp_path / "home", secure=secure) as server:
            graded = _graded(secure, server.port)
    assert (graded.grade, graded.score) == ("A+", BEST[graded.algorithm]), graded.marks
    assert not [mark for mark in graded.marks.values() if mark < 0]


def _graded(secure: Secure, port: int) -> Graded:
    program = shutil.copy(PROJECT / "audits/observatory.mjs", FOLDER)  # Node.js looks for what it imports beside it
    command = ("node", program, "127.0.0.1", str(secure.port), str(port), "/")
    trusting = {**os.environ, "NODE_EXTRA_CA_CERTS": str(secure.certificate)}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=trusting)  # noqa: S603  # what we borrow
    return msgspec.json.decode(done.stdout, type=Graded)
