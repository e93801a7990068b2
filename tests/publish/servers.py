"""An OpenSSH server and an S3 server on loopback, with keys and settings of their own; nothing of the system's."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import pytest
from msgspec import Struct

SSHD = "/usr/sbin/sshd"
LOOPBACK = "127.0.0.1"
PATIENCE = 20  # seconds until a server must answer
BUCKET = "campaign"


class Reached(Struct, frozen=True):
    """Where a server takes a site, and the variables of the environment that let us in."""

    target: str
    variables: Mapping[str, str]
    port: int


@contextmanager
def ssh_server(folder: Path, root: Path) -> Iterator[Reached]:
    """Run sshd, which knows one key and serves SFTP only; `folder` is the home of whoever publishes."""
    home = folder / "home"
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    for name in (folder / "host_key", home / ".ssh/id_ed25519"):
        _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(name))
    shutil.copy(home / ".ssh/id_ed25519.pub", folder / "authorized_keys")
    port = free_port()
    (folder / "sshd_config").write_text(
        f"ListenAddress {LOOPBACK}\nPort {port}\nHostKey {folder}/host_key\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {folder}/authorized_keys\nStrictModes no\nPasswordAuthentication no\n"
        "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 100\n"
        "Subsystem sftp internal-sftp\nForceCommand internal-sftp\n",
        encoding="utf-8",
    )
    key = " ".join((folder / "host_key.pub").read_text(encoding="ascii").split()[:2])
    (home / ".ssh/known_hosts").write_text(f"[{LOOPBACK}]:{port} {key}\n", encoding="ascii")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # which sshd asks for when root starts it
    with _served([SSHD, "-D", "-e", "-f", str(folder / "sshd_config")], folder / "sshd.log", port):
        yield Reached(f"sftp://{LOOPBACK}:{port}{root}", {"HOME": str(home)}, port)


@contextmanager
def s3_server(folder: Path) -> Iterator[Reached]:
    """Run moto's server with one bucket that everybody may read."""
    port = free_port()
    variables = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{LOOPBACK}:{port}",
        "HOME": str(folder),
    }
    command = [sys.executable, "-m", "moto.server", "-H", LOOPBACK, "-p", str(port)]
    with _served(command, folder / "s3.log", port):
        yield Reached(f"s3://{BUCKET}/site", variables, port)


def s3_client(variables: Mapping[str, str]) -> Any:  # noqa: ANN401  # made when it runs
    """Return a client of AWS's own library for a server of ours."""
    return boto3.client(
        "s3",
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        region_name=variables["AWS_DEFAULT_REGION"],
        aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=variables["AWS_SECRET_ACCESS_KEY"],
    )


def free_port() -> int:
    """Return a port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def _served(command: list[str], log: Path, port: int) -> Iterator[None]:
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:  # noqa: S603
        try:
            _await(port, process, log)
            yield
        finally:
            process.terminate()


def _await(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(log.read_text(encoding="utf-8", errors="replace"))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603  # as written above
