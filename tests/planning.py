"""Sites in memory, planned but not rendered."""

from datetime import datetime

from sitegen.assemble import assemble
from sitegen.convert import convert
from sitegen.model import File, Site, Sources
from sitegen.parse import parse
from tests.sites import MINIMAL, NOON, PROJECT, files_in

STRINGS = ("content/strings/ko.yaml", "content/strings/en.yaml")


def assembled(text: str, base: str = MINIMAL) -> Site:
    """Return the site that `text` makes on top of `base`, with the project's own interface words."""
    files = {path: (PROJECT / path).read_text(encoding="utf-8") for path in STRINGS}
    files |= {**files_in(base), **files_in(text)}
    content, problems = parse(Sources(tuple(File(path, files[path].encode()) for path in sorted(files)), (), ()))
    assert problems == ()
    assert content is not None
    bodies = {(found.kind, found.id, found.language): convert(found.body).html for found in content.documents}
    return assemble(content, bodies, datetime.fromisoformat(NOON))
