"""What a target is: a folder, a folder on an SFTP server, or a bucket of an object store with a prefix."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from sitegen.diagnostics import RefusedError

URL = re.compile(r"^(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")  # of two letters and more: one is a drive of Windows
SCP = re.compile(r"^[^\s/@]+@[^\s/:]+:")
SCHEMES = "sftp://host/folder, s3://bucket/prefix"


class Folder(Struct, frozen=True):
    """A folder of this machine, or one that is mounted."""

    path: str


class Server(Struct, frozen=True):
    """A folder on a server; user and port are empty or 0 where the settings of SSH decide.

    A path that begins with `~/` lies below the home folder.
    """

    host: str
    path: str
    user: str = ""
    port: int = 0

    @property
    def address(self) -> str:
        """The server as people name it."""
        return f"{self.user}@{self.host}" if self.user else self.host


class Bucket(Struct, frozen=True):
    """A bucket, and what the names of all objects of the site begin with: empty, or a path that ends with a slash."""

    name: str
    prefix: str = ""


Target = Folder | Server | Bucket


def target(text: str) -> Target:
    """Return what the address of a target names.

    Raises:
        RefusedError: if it names nothing that can be published to, or holds what must not stand in a command line.

    """
    if SCP.match(text) and not URL.match(text):
        raise RefusedError("Write the server as an address that begins with sftp://, such as sftp://host/srv/site.")
    if not (found := URL.match(text)):
        if not text.strip():
            raise RefusedError("Name the folder, or the address, that the site is to be published to.")
        return Folder(text)
    parts = _split(text)
    match found["scheme"].lower():
        case "file" if not parts.netloc and parts.path:
            return Folder(unquote(parts.path))
        case "sftp" if parts.hostname and parts.path.strip("/"):
            return Server(parts.hostname, _path(parts), unquote(parts.username or ""), _port(parts))
        case "s3" if parts.netloc and "@" not in parts.netloc and ":" not in parts.netloc:
            prefix = unquote(parts.path).strip("/")
            return Bucket(parts.netloc, f"{prefix}/" if prefix else "")
    raise RefusedError(
        "Nothing can be published to this address. Name a folder, or an address of this form: {schemes}.",
        schemes=SCHEMES,
    )


def _split(text: str) -> SplitResult:
    """Return the parts of an address; what is refused is not repeated, since there may be a password in it."""
    try:
        parts = urlsplit(text)
        has_password = parts.password is not None
    except ValueError:
        raise RefusedError("The address of the target is not one.") from None
    if has_password:
        raise RefusedError(
            "There is a password in the address of the target, where others can read it. "
            "Leave it out; docs/publishing.md says where keys and passwords are looked for."
        )
    if parts.query or parts.fragment:
        raise RefusedError("The address of the target ends in what follows a ? or a #. Leave that out.")
    return parts


def _path(parts: SplitResult) -> str:
    path = unquote(parts.path).rstrip("/")
    return path[1:] if path.startswith("/~/") else path


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or 0
    except ValueError:
        raise RefusedError("The address of the target has a port that is not one.") from None
