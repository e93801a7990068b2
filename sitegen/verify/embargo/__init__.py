"""What is not published must not be in any finished file: not its words, its name, its numbers, nor its files."""

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import Output
from sitegen.fingerprint import fingerprint
from sitegen.verify.embargo.files import digest_files, of_files
from sitegen.verify.embargo.public import Saying, find_said, of_item, of_others, said_by_every_site, said_in
from sitegen.verify.embargo.reading import parts_of, reading
from sitegen.verify.embargo.secret import Owner, Secret, Secrets, joined, without
from sitegen.verify.embargo.trace import spot_of, traced
from sitegen.verify.embargo.withheld import withheld, withheld_files

__all__ = [
    "Saying",
    "Secret",
    "Secrets",
    "digest_files",
    "find_said",
    "joined",
    "leaks",
    "of_files",
    "of_item",
    "of_others",
    "said_by_every_site",
    "said_in",
    "traced",
    "withheld",
    "withheld_files",
    "without",
]

SHOWN = 40  # characters of what was found


def leaks(file: Output, secrets: Secrets) -> Iterator[Diagnostic]:
    """Yield a problem for each withheld thing of which a finished file, or its name, says something."""
    if not secrets.owners:
        return
    told: dict[Owner, Secret] = {}
    for secret in _found(file, secrets):
        told.setdefault(secrets.owners[secret], secret)
    for owner, secret in sorted(told.items()):
        yield _leak(file, owner, secret)


def _found(file: Output, secrets: Secrets) -> Iterator[Secret]:
    """Yield what a file says of withheld things, the surest signs first."""
    yield from (Secret("file", each) for each in secrets.of("file") & {fingerprint(file.data).hex()})
    yield from (Secret("name", each) for each in sorted(secrets.of("name") & parts_of((file.path,))))
    read = reading(file)
    yield from (Secret("words", each) for text in read.texts for each in _longest(text, secrets))
    yield from (Secret("name", each) for each in sorted(secrets.of("name") & (read.parts | read.alone)))
    yield from (Secret("short", each) for each in sorted(secrets.of("short") & read.alone))
    if sought := secrets.of("number"):
        yield from (Secret("number", each) for each in sorted(sought & read.numbers))


def _longest(text: str, secrets: Secrets) -> list[str]:
    """Return the words that a text holds, but those within longer ones, which are told by these."""
    held = sorted(secrets.words_in(text), key=lambda words: (-len(words), words))
    return re.findall("|".join(map(re.escape, held)), text) if held else []


def _leak(file: Output, owner: Owner, secret: Secret) -> Diagnostic:
    kind, identifier = owner
    spot = spot_of(secret.text, file.data) if secret.sort != "file" else None
    words = spot.written if spot else secret.text
    return error(
        "embargo",
        Place(file.path, spot.line, spot.column, 1) if spot else Place(file.path),
        "{kind}:{id} is not published, but this file is a copy of one of its files"
        if secret.sort == "file"
        else '{kind}:{id} is not published, but this file names it, or a file of it: "{words}"'
        if secret.sort == "name"
        else "{kind}:{id} is not published, but this file says a number of it: {words}"
        if secret.sort == "number"
        else '{kind}:{id} is not published, but this file says of it "{words}"',
        "take it out of whatever says it, or publish what it is of; if nothing says it, please report this",
        kind=kind,
        id=identifier,
        words=words if len(words) <= SHOWN else f"{words[:SHOWN]}…",
    )
