"""What each template leads to."""

from collections.abc import Mapping, Sequence

import msgspec

from sitegen.files import File
from sitegen.fingerprint import fingerprint
from sitegen.render.template import FOLDER, Compiled, Template


def link_templates(files: Sequence[File], compiled: Sequence[bytes]) -> tuple[Template, ...]:
    """Return the templates with what has become of each."""
    decoded = [msgspec.msgpack.decode(made, type=Compiled) for made in compiled]
    named = {file.path: made.named for file, made in zip(files, decoded, strict=True)}
    digests = {file.path: fingerprint(file.data) for file in files}
    return tuple(
        Template(file.path, file.data, made.code, _closure(file.path, named, digests))
        for file, made in zip(files, decoded, strict=True)
    )


def _closure(path: str, named: Mapping[str, tuple[str, ...] | None], digests: Mapping[str, bytes]) -> bytes:
    """Return the fingerprint of a template and all it leads to; of all there are, if that is not known of one."""
    reached: dict[str, None] = {}
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached[here] = None
        names = named.get(here, ())
        waiting += digests if names is None else (FOLDER + name for name in names)
    return fingerprint(*(part for one in sorted(reached) for part in (one, digests.get(one, b""))))
