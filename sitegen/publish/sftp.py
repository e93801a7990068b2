"""A folder on an SFTP server as a host of releases.

It speaks to asyncssh directly: the file systems that fsspec has for SFTP trust any key of a server unless told
otherwise, and have neither second names for files, nor files made only where there are none, nor a way to the disk.
"""

import asyncio
import posixpath
import stat
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import groupby
from secrets import token_hex
from typing import Any, TypeVar

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.publish.host import Parcel
from sitegen.publish.state import FOLDER
from sitegen.publish.target import Server

try:
    import asyncssh
except ImportError as missing:
    raise refusals.library_missing("sftp://") from missing

LANES = 16  # things asked of the server at once
PATIENCE = 30  # seconds until a server that says nothing is given up
SSH_PORT = 22

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")


@contextmanager
def connected(server: Server, shown: str) -> Iterator["SftpHost"]:
    """Yield the folder on the server. Who we are and which servers we know stands where OpenSSH looks for it too.

    Raises:
        SiteError: `unknown-host-key`; `cannot-publish`, if the server does not let us in.

    """
    with asyncio.Runner() as runner:
        try:
            connection = runner.run(_connect(server))
        except asyncssh.HostKeyNotVerifiable as problem:
            raise refusals.unknown_host(shown, server.address, server.port or SSH_PORT) from problem
        except asyncssh.Error as problem:
            raise refusals.refused(shown, problem.reason) from problem
        try:
            client = runner.run(_waited(connection.start_sftp_client()))
            yield SftpHost(runner, client, server.path)
        except asyncssh.Error as problem:
            raise refusals.refused(shown, problem.reason) from problem
        finally:
            connection.abort()


class SftpHost(Struct, frozen=True):
    """The folder, which may not exist yet. Whatever the server refuses is raised as an OSError."""

    runner: asyncio.Runner
    client: asyncssh.SFTPClient
    root: str

    @property
    def is_near(self) -> bool:
        """Files come back over the network."""
        return False

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none."""
        with suppress(FileNotFoundError):
            return self._run(self._read(path))
        return None

    def create(self, path: str, data: bytes) -> bool:
        """Write a file under another name, and give it this one unless it is taken: plain SFTP renames over nothing."""
        draft = f"{FOLDER}/{token_hex(8)}.draft"
        self._run(self._write(draft, data))
        try:
            self._run(self.client.rename(self._at(draft), self._at(path)))
        except OSError:
            self.remove(draft)
            if not self._run(self.client.lexists(self._at(path))):
                raise
            return False
        return True

    def replace(self, path: str, data: bytes) -> None:
        """Write a file under another name, and give it this one instead."""
        draft = f"{FOLDER}/{token_hex(8)}.draft"
        self._run(self._write(draft, data))
        self._run(self.client.posix_rename(self._at(draft), self._at(path)))

    def remove(self, path: str) -> None:
        """Remove a file, if there is one."""
        with suppress(FileNotFoundError):
            self._run(self.client.remove(self._at(path)))

    def names(self, folder: str) -> Sequence[str]:
        """Return the names of everything in a folder."""
        return sorted(name for name, _ in self._run(self._listed(self._at(folder))))

    def tree(self, folder: str) -> Mapping[str, int]:
        """Return the sizes of all files; a link is a file that has none of the sizes that are expected."""
        return self._run(self._tree(folder))

    def digests(self, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the SHA-256 of files as they come back from the server."""
        found: dict[str, str] = {}

        async def read(path: str) -> None:
            with suppress(asyncssh.SFTPNoSuchFile):
                found[path] = sha256(await self._read(path)).hexdigest()

        self._run(_each(paths, read))
        return found

    def make_folders(self, paths: Iterable[str]) -> None:
        """Make folders, those at the same depth at once."""
        depths = sorted(paths, key=_depth)
        for _, folders in groupby(depths, key=_depth):
            self._run(_each(folders, self._make_folder))

    def link(self, pairs: Sequence[tuple[str, str]]) -> Sequence[str]:
        """Give files second names; where the server knows none, have it copy them; where it cannot, say so."""
        failed: list[str] = []

        async def link(pair: tuple[str, str]) -> None:
            if not await self._linked(self._at(pair[0]), self._at(pair[1])):
                failed.append(pair[1])

        self._run(_each(pairs, link))
        return failed

    def send(self, parcels: Sequence[Parcel], sent: Callable[[int], None]) -> None:
        """Write files, each until it has reached the disk, if the server can say so."""

        async def write(parcel: Parcel) -> None:
            path, read = parcel
            data = read()
            await self._write(path, data)
            sent(len(data))

        self._run(_each(parcels, write))

    def point(self, link: str, to: str) -> None:
        """Make a link beside it, and give it the name of the old one."""
        draft = f"{FOLDER}/{token_hex(8)}.link"
        self._run(self.client.symlink(to, self._at(draft)))
        self._run(self.client.posix_rename(self._at(draft), self._at(link)))

    def pointed(self, link: str) -> str | None:
        """Return where a link points."""
        path = self._at(link)
        with suppress(FileNotFoundError):
            if self._run(self.client.islink(path)):
                return str(self._run(self.client.readlink(path)))
        return None

    def rename(self, old: str, new: str) -> None:
        """Give a folder another name."""
        self._run(self.client.rename(self._at(old), self._at(new)))

    def discard(self, folder: str) -> None:
        """Remove a folder with everything in it."""
        with suppress(FileNotFoundError):
            self._run(self.client.rmtree(self._at(folder)))

    def settle(self) -> None:
        """Return at once: each file has reached the disk when it was written."""

    def _at(self, path: str) -> str:
        return posixpath.join(self.root, path) if path else self.root

    def _run(self, work: Awaitable[Answer]) -> Answer:
        """Return what the server answers."""
        try:
            return self.runner.run(_waited(work))
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath) as problem:
            raise FileNotFoundError(problem.reason) from problem
        except asyncssh.Error as problem:
            raise OSError(problem.reason) from problem

    async def _read(self, path: str) -> bytes:
        async with self.client.open(self._at(path), "rb", encoding=None) as file:
            data: Any = await file.read()  # bytes, since no encoding is named
            return bytes(data)

    async def _write(self, path: str, data: bytes) -> None:
        async with self.client.open(self._at(path), "wb", encoding=None) as file:
            await file.write(data)
            with suppress(asyncssh.SFTPOpUnsupported):
                await file.fsync()

    async def _make_folder(self, path: str) -> None:
        with suppress(asyncssh.SFTPError):
            await self.client.mkdir(self._at(path))
            return
        await self.client.makedirs(self._at(path), exist_ok=True)

    async def _linked(self, old: str, new: str) -> bool:
        with suppress(asyncssh.SFTPError):
            await self.client.link(old, new)
            return True
        if self.client.supports_remote_copy:
            with suppress(asyncssh.SFTPError):
                await self.client.remote_copy(old, new)
                return True
        return False

    async def _tree(self, folder: str) -> Mapping[str, int]:
        sizes: dict[str, int] = {}
        waiting = [""]
        while waiting:
            here, waiting = waiting, []

            async def look(prefix: str, found: list[str] = waiting) -> None:
                for name, attributes in await self._listed(posixpath.join(self._at(folder), prefix)):
                    mode = attributes.permissions or 0
                    if stat.S_ISDIR(mode):
                        found.append(f"{prefix}{name}/")
                    else:
                        sizes[prefix + name] = (attributes.size or 0) if stat.S_ISREG(mode) else -1

            await _each(here, look)
        return sizes

    async def _listed(self, folder: str) -> list[tuple[str, asyncssh.SFTPAttrs]]:
        try:
            found = await self.client.readdir(folder)
        except asyncssh.SFTPNoSuchFile:
            return []
        return [(str(each.filename), each.attrs) for each in found if each.filename not in {".", ".."}]


async def _connect(server: Server) -> asyncssh.SSHClientConnection:
    given: dict[str, Any] = {"username": server.user} if server.user else {}
    if server.port:
        given["port"] = server.port
    return await asyncssh.connect(
        server.host,
        connect_timeout=PATIENCE,
        login_timeout=PATIENCE,
        keepalive_interval=PATIENCE / 2,
        password_auth=False,
        kbdint_auth=False,
        **given,
    )


async def _waited(work: Awaitable[Answer]) -> Answer:
    return await work


async def _each(things: Iterable[Thing], do: Callable[[Thing], Coroutine[Any, Any, None]]) -> None:
    """Do something with each of many things, several at once; the first that fails stops all."""
    waiting = iter(things)

    async def work() -> None:
        for thing in waiting:
            await do(thing)

    lanes = [asyncio.create_task(work()) for _ in range(LANES)]
    try:
        await asyncio.gather(*lanes)
    finally:
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)


def _depth(path: str) -> int:
    return path.count("/") + bool(path)
