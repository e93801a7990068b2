"""Somebody who does what the guide for staff says, and sees whether it is as the guide says."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing, suppress
from datetime import datetime
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

from tests.guide import GUIDES, LEFT_OUT, SHOWN, Block, Section, Step, changes, steps
from tests.pages import text
from tests.serve.previews import PATIENCE, soon
from tests.sites import PROJECT, hear_signals

MORNING = datetime.fromisoformat("2026-06-01T09:00+09:00")
"""When everything in the guide happens."""
LOCALES = {"en": "en_GB.UTF-8", "ko": "ko_KR.UTF-8"}
PARTS = ("content", "templates", "assets")
SUMMARY = re.compile(r"^(?:\d+ pages|페이지 \d+개).*", re.MULTILINE)
VARIES = re.compile(r"\d[\d.]*(?= pages| s,| files? written|초,|개를|개,|개:)")


def prepare(folder: Path) -> Path:
    """Lay out the project in a folder as staff have it: content, program, the site and its preview as they were."""
    folder.mkdir(exist_ok=True)
    for part in PARTS:
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "build.py", folder)
    (folder / "sitegen").symlink_to(PROJECT / "sitegen")
    (folder / ".venv").symlink_to(sys.prefix)
    desk = Desk(folder, "en")
    desk.carry_out(Block("console", "", "$ python build.py\n…\n", 0))
    desk.preview.settles()  # so that what is the same in every copy is made once
    desk.leave()
    return folder


class Desk:
    """Somebody who does what the guide says in a folder, in a language, at a moment or by the clock."""

    def __init__(self, folder: Path, language: str, moment: datetime | None = MORNING) -> None:
        self.folder, self.language = folder, language
        self._surroundings = _surroundings(language, moment)
        self._preview: Preview | None = None

    def follow(self, *parts: Section) -> None:
        """Do all that one section after another says."""
        for block in (block for section in parts for block in section.blocks):
            try:
                self.carry_out(block)
            except AssertionError as problem:
                raise AssertionError(f"{GUIDES[self.language].name}:{block.line}: {problem}") from problem

    def carry_out(self, block: Block) -> None:
        """Do what a block says, and compare what is then to be seen."""
        match block.kind:
            case "console":
                for step in steps(block.text):
                    self._type(step)
            case "yaml" | "markdown" | "csv":
                (self.folder / block.target).write_text(block.text, encoding="utf-8")
            case "diff":
                self._change(block)
            case "text":
                self._read(block)
            case _:
                raise AssertionError(f"nobody knows what to do with {block.kind!r}")

    def leave(self) -> None:
        """Stop the preview, as with Ctrl+C."""
        if self._preview:
            self._preview.stop()
            self._preview = None

    @property
    def preview(self) -> "Preview":
        """The preview that runs, or else a new one."""
        if self._preview is None:
            self._preview = Preview("python build.py serve", self.folder, self._surroundings)
        return self._preview

    def _type(self, step: Step) -> None:
        if step.command.startswith("python build.py serve"):
            self.leave()
            self._preview = Preview(step.command, self.folder, self._surroundings)
            self._preview.says(step.shown)
            return
        done = _run(step.command, self.folder, self._surroundings)
        assert _is_shown(step.shown, done.stdout), f"{step.command} printed:\n{done.stdout}"
        is_refused = re.search(r"\b(?:error|오류)\[", done.stdout) is not None
        assert int(is_refused) == done.returncode, f"{step.command} returned {done.returncode}"

    def _change(self, block: Block) -> None:
        file = self.folder / block.target
        content = "\n" + file.read_text(encoding="utf-8")
        for before, after in changes(block.text):
            times = content.count(before)
            assert 1 == times, f"these lines stand in {block.target} {times} times:{before}"
            content = content.replace(before, after)
        file.write_text(content[1:], encoding="utf-8")

    def _read(self, block: Block) -> None:
        if block.target.startswith(SHOWN):
            self.preview.shows(block.text, block.target.removeprefix(SHOWN))
        else:
            says = (self.folder / block.target).read_text(encoding="utf-8-sig")
            assert stands_in(block.text, says), f"{block.target} says:\n{says}"


class Preview:
    """A preview that has been started, on a port that is free."""

    def __init__(self, command: str, folder: Path, surroundings: dict[str, str]) -> None:
        self._port = _free_port()
        self._said: list[str] = []
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, *command.split()[1:], "--port", str(self._port), "--no-open"],
            cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            encoding="utf-8", preexec_fn=hear_signals,  # noqa: PLW1509  # it takes no lock
        )  # fmt: skip
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if not soon(self._answers):
            self._process.kill()
            raise AssertionError(f"the preview said:\n{self._all()}")

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._port}/"

    def says(self, shown: str) -> None:
        """Wait until it has said what is shown."""
        assert soon(lambda: _is_shown(shown, self._all())), f"the preview said:\n{self._all()}"

    def settles(self) -> None:
        """Wait until it has built the site."""
        assert soon(lambda: SUMMARY.search(self._all()) is not None), f"the preview said:\n{self._all()}"

    def shows(self, lines: str, path: str) -> None:
        """Wait until a page says what is shown."""
        assert soon(lambda: stands_in(lines, self._seen(path))), f"/{path} says:\n{self._seen(path)}"

    def stop(self) -> None:
        """End it, as with Ctrl+C, which must be all it needs."""
        self._process.send_signal(signal.SIGINT)
        status = self._process.wait(PATIENCE)
        self._listener.join()
        if self._process.stdout:
            self._process.stdout.close()
        assert 0 == status, f"the preview said:\n{self._all()}"

    def _answers(self) -> bool:
        with suppress(ConnectionError):
            return self._get("")[0] == HTTPStatus.OK
        return False

    def _seen(self, path: str) -> str:
        return text(self._get(path)[1])

    def _get(self, path: str) -> tuple[int, bytes]:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)) as connection:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return answer.status, answer.read()

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._said.append(line)

    def _all(self) -> str:
        return "".join(self._said).replace(self.address, SHOWN)


def _run(command: str, folder: Path, surroundings: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603  # what the guide says
        ["/bin/bash", "-c", command],
        cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def _surroundings(language: str, moment: datetime | None) -> dict[str, str]:
    clock = {"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))} if moment else {}
    return {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LANG": LOCALES[language], **clock}


def _is_shown(shown: str, printed: str) -> bool:
    """Whether what is printed is what is shown."""
    parts = (re.escape(_settled(part)) for part in re.split(f"^{LEFT_OUT}", shown, flags=re.MULTILINE))
    return re.fullmatch("(?:.*\n)*?".join(parts), _settled(printed)) is not None


def _settled(printed: str) -> str:
    """Return what is printed without what grows with the content, or takes longer on another day."""
    return SUMMARY.sub(lambda line: VARIES.sub("N", line[0]), printed)


def stands_in(lines: str, says: str) -> bool:
    """Whether the words of each line are read, one after the other."""
    wanted = (re.escape(" ".join(line.split())) for line in lines.splitlines() if line != LEFT_OUT.strip())
    return re.search(".*?".join(wanted), " ".join(says.split())) is not None


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
