"""Compressed files beside those they are made from, for servers that answer with them as they are.

The bytes are the same whenever and wherever they are made: gzip without time or name, levels that never change.
"""

import gzip
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sitegen.files import Output
from sitegen.urls import ASSETS
from sitegen.weight import COMPRESSED

LEAST = 1024  # bytes: what is shorter comes in one packet anyway
GZIP_LEVEL = 9
BROTLI_LEVEL = 9  # level 10 takes ten times as long for another 8 %, which a page does not often earn back
BROTLI_LEVEL_OF_ASSETS = 11  # the most there is: they are few, change seldom, and every first visit takes them
WINDOWS = 16, 22  # binary logarithms of bytes: no wider than a file needs, which spares time


def is_compressed(path: str, size: int) -> bool:
    """Whether a finished file has compressed ones beside it: a text that is not short, and no hidden file."""
    return size >= LEAST and path.endswith(COMPRESSED) and "/." not in f"/{path}"


def variant(path: str, form: str) -> str:
    """Return the path of a compressed file, in a form as in `br`."""
    return f"{path}.{form}"


def compress(file: Output, form: str) -> Output:
    """Return a finished file compressed in a form."""
    return Output(variant(file.path, form), COMPRESSIONS[form](file))


def _brotli(file: Output) -> bytes:
    import brotli  # noqa: PLC0415  # most builds compress nothing

    least, most = WINDOWS
    window = max(least, min(most, len(file.data).bit_length()))
    level = BROTLI_LEVEL_OF_ASSETS if file.path.startswith(ASSETS) else BROTLI_LEVEL
    return bytes(brotli.compress(file.data, quality=level, lgwin=window))


def _gzip(file: Output) -> bytes:
    return gzip.compress(file.data, GZIP_LEVEL, mtime=0)


COMPRESSIONS: Mapping[str, Callable[[Output], bytes]] = MappingProxyType({"br": _brotli, "gz": _gzip})
