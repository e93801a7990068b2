"""A template, and what of it can be worked out before anything is printed with it."""

import marshal
from types import CodeType

from msgspec import Struct

FOLDER = "templates/"


class Compiled(Struct, frozen=True, array_like=True):
    """A template's code, and the templates it names, None if only printing shows which those are."""

    code: bytes
    named: tuple[str, ...] | None


class Template(Struct, frozen=True):
    """A template's path and text, its code, and the fingerprint of all that it and what it leads to consist of.

    The code is empty where the text cannot be compiled, which is said when something is to be printed with it.
    """

    path: str
    data: bytes
    code: bytes
    fingerprint: bytes


def packed(code: CodeType) -> bytes:
    """Return code as bytes, for the very Python that it was compiled with."""
    return marshal.dumps(code)


def unpacked(template: Template) -> CodeType | None:
    """Return a template's code, None if there is none."""
    if not template.code:
        return None
    code = marshal.loads(template.code)  # noqa: S302  # we have packed it; the cache is as trusted as the program beside it
    return code if isinstance(code, CodeType) else None
