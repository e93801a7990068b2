"""A bucket of S3, or of a store that speaks like it, through fsspec and s3fs."""

import base64
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.publish.delivery import OWN, Delivery
from sitegen.publish.store import Present
from sitegen.publish.target import Bucket

try:
    from botocore.exceptions import BotoCoreError
    from s3fs import S3FileSystem
except ImportError as missing:
    raise refusals.library_missing("s3://") from missing

LANES = 16  # objects written at once
LARGEST = 5 * 2**30  # bytes of an object that is written in one piece, so that its mark is its MD5


class S3Store(Struct, frozen=True):
    """The bucket, and what all names begin with. Who we are stands where the tools of AWS look for it too."""

    files: S3FileSystem
    root: str

    def listed(self) -> Mapping[str, Present]:
        """Return all objects with their ETags."""
        found = _asked(lambda: self.files.find(self.root, detail=True, withdirs=False))
        return {name.removeprefix(self.root): Present(each["size"], each.get("ETag", "").strip('"'))
                for name, each in found.items()}  # fmt: skip

    def read(self, path: str) -> bytes | None:
        """Return the bytes of an object."""
        try:
            return bytes(_asked(lambda: self.files.cat_file(self.root + path)))
        except FileNotFoundError:
            return None

    def create(self, path: str, data: bytes) -> bool:
        """Write an object on the condition that there is none: RFC 9110, 13.1.2."""
        try:
            self._put(path, data, OWN, IfNoneMatch="*")
        except FileExistsError:
            return False
        return True

    def put(self, path: str, data: bytes, delivery: Delivery) -> None:
        """Write an object; the store itself compares what arrives with its SHA-256."""
        self._put(path, data, delivery)

    def remove(self, path: str) -> None:
        """Remove an object."""
        try:
            _asked(lambda: self.files.rm_file(self.root + path))
        except FileNotFoundError:
            return

    def each(self, work: Sequence[Callable[[], None]]) -> None:
        """Do many things in as many threads as the store is asked at once."""
        with ThreadPoolExecutor(LANES) as pool:
            try:
                for done in [pool.submit(thing) for thing in work]:
                    done.result()
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def _put(self, path: str, data: bytes, delivery: Delivery, **condition: str) -> None:
        encoding = {"ContentEncoding": delivery.content_encoding} if delivery.content_encoding else {}
        _asked(
            lambda: self.files.pipe_file(
                self.root + path,
                data,
                chunksize=LARGEST,
                ContentType=delivery.content_type,
                CacheControl=delivery.cache_control,
                ChecksumSHA256=base64.b64encode(sha256(data).digest()).decode("ascii"),
                **encoding,
                **condition,
            )
        )


def store(bucket: Bucket) -> S3Store:
    """Return a bucket."""
    files = S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
    return S3Store(files, f"{bucket.name}/{bucket.prefix}")


def _asked(ask: Callable[[], Any]) -> Any:  # noqa: ANN401  # s3fs says nothing of its types
    """Return what the store answers; what the library raises before it asks, such as for want of keys, as the system's.

    Raises:
        OSError: if it does not let us, or cannot be reached.

    """
    try:
        return ask()
    except BotoCoreError as problem:
        raise OSError(str(problem)) from problem
