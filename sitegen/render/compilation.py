"""A template compiled by itself."""

import msgspec
from jinja2 import TemplateError
from jinja2.meta import find_referenced_templates

from sitegen.files import File
from sitegen.render.environment import environment
from sitegen.render.template import FOLDER, Compiled, packed


def compiled(file: File) -> bytes:
    """Return what becomes of a template, as bytes."""
    return msgspec.msgpack.encode(_compiled(file))


def _compiled(file: File) -> Compiled:
    engine = environment()
    name = file.path.removeprefix(FOLDER)
    try:
        tree = engine.parse(file.data.decode(), name, file.path)
        named = tuple(find_referenced_templates(tree))
        return Compiled(packed(engine.compile(tree, name, file.path)), None if None in named else named)  # type: ignore[arg-type]  # no None left
    except (TemplateError, UnicodeDecodeError):
        return Compiled(b"", None)
