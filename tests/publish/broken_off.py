"""Run build.py, and kill it before the n-th thing that it writes at a target: `broken_off.py N publish TARGET ...`.

With 0 it is not killed, and the last line on stderr says how many things it has written. With a minus before the
number, the connection breaks instead: from then on whatever is asked of the target fails.
"""

import os
import signal
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from sitegen.commands import main

ON_DISK = frozenset({"os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "shutil.rmtree"})
OVER_SFTP = ("open", "rename", "posix_rename", "remove", "mkdir", "rmdir", "symlink", "link", "remote_copy")
OVER_S3 = frozenset({"PutObject", "DeleteObject"})


class Trouble:
    """Counts what is written, and makes trouble before one of them."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.written = 0

    def notice(self) -> None:
        """Count one thing that is about to be written."""
        self.written += 1
        if self.number > 0 and self.written == self.number:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.number < 0 and self.written >= -self.number:
            raise ConnectionResetError("the connection broke")


def on_disk(trouble: Trouble, target: str) -> None:
    """Notice what is written below a folder."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        is_written = event in ON_DISK or (
            event == "open" and isinstance(arguments[1], str) and arguments[1][:1] in "xwa"
        )
        if is_written and any(str(given).startswith(target) for given in arguments):
            trouble.notice()

    sys.addaudithook(hook)


def over_sftp(trouble: Trouble) -> None:
    """Notice what is asked of an SFTP server; what is only opened to be read counts too, and does no harm."""
    import asyncssh  # noqa: PLC0415  # not for other targets

    for name in OVER_SFTP:
        setattr(asyncssh.SFTPClient, name, _noticed(getattr(asyncssh.SFTPClient, name), trouble))


def over_s3(trouble: Trouble) -> None:
    """Notice what is asked of an S3 server."""
    from aiobotocore.client import AioBaseClient  # noqa: PLC0415  # not for other targets

    usual = AioBaseClient._make_api_call  # noqa: SLF001  # where all requests pass

    async def call(client: Any, operation: str, given: Any) -> Any:  # noqa: ANN401  # theirs
        if operation in OVER_S3:
            trouble.notice()
        return await usual(client, operation, given)

    AioBaseClient._make_api_call = call  # noqa: SLF001


def _noticed(usual: Callable[..., Any], trouble: Trouble) -> Callable[..., Any]:
    @wraps(usual)
    def noticed(*arguments: Any, **given: Any) -> Any:  # noqa: ANN401  # theirs
        trouble.notice()
        return usual(*arguments, **given)

    return noticed


def run() -> int:
    """Run the command."""
    trouble, target = Trouble(int(sys.argv[1])), sys.argv[3]
    if target.startswith("sftp:"):
        over_sftp(trouble)
    elif target.startswith("s3:"):
        over_s3(trouble)
    else:
        on_disk(trouble, target)
    status = main(sys.argv[2:])
    print(trouble.written, file=sys.stderr)  # noqa: T201  # this is a command
    return status


if __name__ == "__main__":
    sys.exit(run())
