"""Fixtures: places that a site can be published to, each with a real server where it needs one."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from tests.publish.editions import publish
from tests.publish.reader import plain_server
from tests.publish.servers import BUCKET, LOOPBACK, Reached, s3_client, s3_server, ssh_server

READING = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{BUCKET}/*"}
EVERYBODY_READS = json.dumps({"Version": "2012-10-17", "Statement": [READING]})


class Place(Struct, frozen=True):
    """Where a site is published to, the variables that this takes, which folder it is, and where readers get it."""

    target: str
    variables: Mapping[str, str]
    folder: Path | None
    address: str

    @property
    def has_releases(self) -> bool:
        """Whether it can be gone back there."""
        return self.folder is not None

    def put(self, path: str, data: bytes) -> None:
        """Put something there past the publisher."""
        if self.folder is None:
            key = f"{self.target.rpartition('/')[2]}/{path}"
            s3_client(self.variables).put_object(Bucket=BUCKET, Key=key, Body=data)
        else:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)

    def publish(self, site: Path, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        """Publish a site there."""
        return publish(self.target, "--output", str(site), *arguments, before=before, **self.variables)


@pytest.fixture(scope="session")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reached]:
    """An SSH server that may write below a folder of its own."""
    folder = tmp_path_factory.mktemp("ssh")
    with ssh_server(folder, folder / "root") as reached:
        (folder / "root").mkdir()
        yield reached


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reached]:
    """An S3 server with one bucket that everybody may read."""
    with s3_server(tmp_path_factory.mktemp("s3")) as reached:
        client = s3_client(reached.variables)
        client.create_bucket(Bucket=BUCKET)
        client.put_bucket_policy(Bucket=BUCKET, Policy=EVERYBODY_READS)
        yield reached


@pytest.fixture(params=["folder", "sftp", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Each kind of place in turn, with nothing in it."""
    match request.param:
        case "folder":
            with plain_server(tmp_path / "www/current") as address:
                yield Place(str(tmp_path / "www"), {}, tmp_path / "www", address)
        case "sftp":
            reached: Reached = request.getfixturevalue("ssh")
            target = f"{reached.target}/{tmp_path.name}"
            folder = Path("/" + target.split("/", 3)[3])
            with plain_server(folder / "current") as address:
                yield Place(target, reached.variables, folder, address)
        case _:
            reached = request.getfixturevalue("s3")
            address = f"http://{LOOPBACK}:{reached.port}/{BUCKET}/{tmp_path.name}"
            yield Place(f"s3://{BUCKET}/{tmp_path.name}", reached.variables, None, address)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the finished site lies that is to be published."""
    return tmp_path / "site"
