"""The files in assets/, as what is made from them finds, reads and names them."""

import base64
import hashlib
from collections.abc import Mapping

from sitegen.diagnostics import Place, SiteError, error
from sitegen.files import File, Output


def text_of(file: File) -> str:
    """Return the text of a file.

    Raises:
        SiteError: if it is not UTF-8.

    """
    try:
        return file.data.decode()
    except UnicodeDecodeError as problem:
        place = Place(file.path, file.data.count(b"\n", 0, problem.start) + 1)
        message, fix = "the file is not saved as UTF-8", 'in your editor choose "Save with encoding" and UTF-8'
        raise SiteError([error("not-utf-8", place, message, fix)]) from None


def find(by_path: Mapping[str, File], path: str, place: Place) -> File:
    """Return the file at a path, which is named at `place`.

    Raises:
        SiteError: if there is none.

    """
    if path in by_path:
        return by_path[path]
    raise SiteError(
        [error("asset-missing", place, "there is no file {path}", "add it, or remove what names it", path=path)]
    )


def fingerprinted(path: str, data: bytes) -> Output:
    """Return a finished file whose name says what is in it, so that browsers may keep it for good."""
    stem, _, suffix = path.rpartition(".")
    return Output(f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}", data)


def integrity(data: bytes) -> str:
    """Return what a page says of a file so that a browser takes no other for it: https://www.w3.org/TR/SRI/."""
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
