"""A project that is edited, damaged, broken off and built in every order, by chance that anyone can repeat."""

import os
import shutil
import subprocess
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.law.choices import CHOICES, SPOILT, mended
from tests.law.damage import CACHE, SITE, damage_cache, damage_site, remove_cache
from tests.law.trial import Trial, assert_same
from tests.law.writing import write
from tests.sites import tree

LONGEST = 1.0  # seconds after the start of a build until it is killed: it takes half of that
OLDER = 3  # caches that are kept, to be put back later
ALL = "all removed"
SOURCES = ("content", "templates", "assets")

changes = st.sampled_from([(name, value) for name, values in CHOICES.items() for value in dict.fromkeys(values)])
mistakes = st.sampled_from([(name, value) for name, values in SPOILT.items() for value in values])
chances = st.integers(0, 2**32).map(Random)


class Law(RuleBasedStateMachine):
    """Each rule does one thing to the project and has it judged; `counted` holds how many of which sorts."""

    executor: ProcessPoolExecutor
    counted: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self.trial = Trial(Path(mkdtemp(prefix="law-")), self.executor, self.counted)
        self.older: list[Path] = []
        self.trial.judge("first build")

    def teardown(self) -> None:
        """Remove the project."""
        shutil.rmtree(self.trial.folder)

    @rule(edits=st.lists(changes, min_size=1, max_size=3))
    def change(self, edits: list[tuple[str, str]]) -> None:
        """Write or set something else, or a few things at once."""
        self.trial.choose({**self.trial.choice, **dict(edits)})
        self.trial.judge(_sort(*edits[0]))

    @rule(edit=changes)
    def change_a_sound_site(self, edit: tuple[str, str]) -> None:
        """Mend every mistake, and change one thing."""
        self.trial.choose({**mended(self.trial.choice), edit[0]: edit[1]})
        self.trial.judge(_sort(*edit))

    @rule(edit=changes)
    def change_and_undo(self, edit: tuple[str, str]) -> None:
        """Change one thing, build, and take it back."""
        before = self.trial.choice
        self.trial.choose({**before, edit[0]: edit[1]})
        self.trial.judge(_sort(*edit))
        self.trial.choose(before)
        self.trial.judge("undone")

    @rule(edit=changes)
    def change_secretly(self, edit: tuple[str, str]) -> None:
        """Change one thing, and give every file the dates that it had before."""
        dates = {file: file.stat() for file in _sources(self.trial.folder)}
        self.trial.choose({**self.trial.choice, edit[0]: edit[1]})
        for file, status in dates.items():
            if file.exists():
                os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.trial.judge("dates put back")

    @rule(mistake=mistakes, is_mended=st.booleans())
    def spoil(self, mistake: tuple[str, str], is_mended: bool) -> None:  # noqa: FBT001  # drawn
        """Make a mistake, and perhaps mend it after a build."""
        before = self.trial.choice
        self.trial.choose({**before, mistake[0]: mistake[1]})
        self.trial.judge("mistake")
        if is_mended:
            self.trial.choose(before)
            self.trial.judge("mistake mended")

    @rule(chance=chances, is_new=st.booleans())
    def touch(self, chance: Random, is_new: bool) -> None:  # noqa: FBT001  # drawn
        """Write to some files what they hold, in place or as new files."""
        files = _sources(self.trial.folder)
        for file in chance.sample(files, 4):
            data = file.read_bytes()
            if is_new:
                file.unlink()
            file.write_bytes(data)
        self.trial.judge("touched")

    @rule(how=st.sampled_from([*SITE, ALL]), chance=chances)
    def damage_site(self, how: str, chance: Random) -> None:
        """Do something to finished files."""
        if how == ALL:
            shutil.rmtree(self.trial.site, ignore_errors=True)
        else:
            damage_site(self.trial.site, how, chance)
        self.trial.judge(f"site: {how}")

    @rule(how=st.sampled_from([*CACHE, ALL]), chance=chances, edit=st.none() | changes)
    def damage_cache(self, how: str, chance: Random, edit: tuple[str, str] | None) -> None:
        """Do something to what earlier builds have found out, and perhaps change something as well."""
        if how == ALL:
            remove_cache(self.trial.cache)
        else:
            damage_cache(self.trial.cache, how, chance)
        self._perhaps(edit)
        self.trial.judge(f"cache: {how}")

    @precondition(lambda self: self.trial.cache.is_dir())
    @rule()
    def keep_cache(self) -> None:
        """Keep the cache as it is, for later."""
        kept = self.trial.folder / f"older-{len(self.older) % OLDER}"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.trial.cache, kept)
        self.older = [*(each for each in self.older if each != kept), kept]

    @precondition(lambda self: self.older)
    @rule(chance=chances, edit=st.none() | changes)
    def restore_cache(self, chance: Random, edit: tuple[str, str] | None) -> None:
        """Put an older cache back, and perhaps change something as well."""
        remove_cache(self.trial.cache)
        shutil.copytree(chance.choice(self.older), self.trial.cache)
        self._perhaps(edit)
        self.trial.judge("cache: older")

    @rule(edit=changes, instant=st.floats(0, 1))
    def kill(self, edit: tuple[str, str], instant: float) -> None:
        """Change something, and kill the process that builds it at some instant."""
        self._perhaps(edit)
        process = subprocess.Popen(  # noqa: S603  # our own program
            self.trial.command(), cwd=self.trial.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(instant * LONGEST)
        process.kill()
        process.wait()
        self.trial.judge("killed")

    @rule(edit=changes)
    def build_in_processes(self, edit: tuple[str, str]) -> None:
        """Build in a process of its own; and, as a copy in another folder, from nothing in another one."""
        self._perhaps(edit)
        copy = self.trial.folder / "다른 곳"
        write(copy, self.trial.choice)
        one = _run(self.trial.command(), self.trial.folder, PYTHONHASHSEED="1")
        other = _run(self.trial.command("site", "--no-cache"), copy, PYTHONHASHSEED="2", TZ="America/Lima")
        assert (one.returncode, one.stderr) == (other.returncode, other.stderr)
        if one.returncode == 0:
            assert_same(tree(copy / "site"), tree(self.trial.site))
        shutil.rmtree(copy)
        self.trial.judge("process")

    def _perhaps(self, edit: tuple[str, str] | None) -> None:
        if edit:
            self.trial.choose({**self.trial.choice, edit[0]: edit[1]})


def _sort(name: str, value: str) -> str:
    """Return what an edit is called in the count."""
    where, _, what = name.partition("/")
    if what == "there":
        return f"there: {value}"
    return what if where in {"one", "two", "three", "four", "five"} else name


def _sources(folder: Path) -> list[Path]:
    return sorted(file for name in SOURCES for file in (folder / name).rglob("*") if file.is_file())


def _run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **variables}
    return subprocess.run(  # noqa: S603  # our own program
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )
