"""Compressed files beside those they are made from, for servers that answer with them as they are.

The bytes are the same whenever and wherever they are made: gzip without time or name, one level for all.
"""

import gzip
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sitegen.files import Output
from sitegen.weight import COMPRESSED

LEAST = 1024  # bytes: what is shorter comes in one packet anyway
GZIP_LEVEL = 9
BROTLI_LEVEL = 10  # 9 % smaller than level 8; level 11 takes more than twice the time for another 2 %
WINDOWS = 16, 22  # binary logarithms of bytes: no wider than a file needs, which spares time


def is_compressed(path: str, size: int) -> bool:
    """Whether a finished file has compressed ones beside it: a text that is not short, and no hidden file."""
    return size >= LEAST and path.endswith(COMPRESSED) and "/." not in f"/{path}"


def variant(path: str, form: str) -> str:
    """Return the path of a compressed file, in a form as in `br`."""
    return f"{path}.{form}"


def compress(file: Output, form: str) -> Output:
    """Return a finished file compressed in a form."""
    return Output(variant(file.path, form), COMPRESSIONS[form](file.data))


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415  # most builds compress nothing

    least, most = WINDOWS
    window = max(least, min(most, len(data).bit_length()))
    return bytes(brotli.compress(data, quality=BROTLI_LEVEL, lgwin=window))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, GZIP_LEVEL, mtime=0)


COMPRESSIONS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({"br": _brotli, "gz": _gzip})
