"""seal: recording what a source says, after a person has compared it with the original."""

import argparse
from collections.abc import Iterable, Iterator
from functools import partial

from sitegen.commands.one_by_one import refused, written
from sitegen.commands.options import add_content
from sitegen.diagnostics import ExitStatus, RefusedError, SiteError
from sitegen.sealing import Sealing, SourceTexts, write
from sitegen.speech import Language

EXAMPLES = """examples:
  python build.py seal press-release-2021-03-31
  python build.py seal --all --check"""


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("sources", nargs="*", metavar="SOURCE", help="the id of a source, or one of its files")
    command.add_argument("--all", action="store_true", help="every source")
    command.add_argument(
        "--check",
        action="store_true",
        help="say what has changed, and write nothing; the exit status is 1 if anything has",
    )
    add_content(command)


def run(options: argparse.Namespace) -> ExitStatus:
    """Seal every source that is named, or none if something is wrong with one of them."""
    language: Language = options.language
    if options.all == bool(options.sources):
        raise RefusedError("Name the sources that you have compared with the original, or write --all.")
    try:
        texts = SourceTexts(options.content)
    except SiteError as problem:
        return refused(problem, lambda _: None, language)
    wanted = texts.ids if options.all else tuple(map(texts.named, options.sources))
    try:
        sealings = texts.sealings(wanted)
    except SiteError as problem:
        return refused(problem, texts.text, language)
    return (
        _checked(sealings, language)
        if options.check
        else written(sealings, write, partial(_said, language=language), language)
    )


def _checked(sealings: Iterable[Sealing], language: Language) -> ExitStatus:
    """Say what would be sealed anew."""
    needed = [sealing for sealing in sealings if sealing.is_needed]
    for sealing in needed:
        print(language.say("{source}: not sealed as it stands", source=sealing.source))
        print(*_changes(sealing, language), sep="\n")
    print(language.say("Sources that are not sealed as they stand: {count}. Nothing was written.", count=len(needed)))
    return ExitStatus.CONTENT if needed else ExitStatus.FINE


def _said(sealing: Sealing, language: Language) -> str:
    return "\n".join(_lines(sealing, language))


def _lines(sealing: Sealing, language: Language) -> Iterator[str]:
    if sealing.after is None:
        yield language.say("{source}: there are no passages to seal", source=sealing.source)
    elif not sealing.is_needed:
        yield language.say("{source}: nothing to do, it is sealed as it stands", source=sealing.source)
    else:
        yield language.say("{source}: sealed in {path}", source=sealing.source, path=sealing.path)
        yield from _changes(sealing, language)


def _changes(sealing: Sealing, language: Language) -> Iterator[str]:
    """Yield what differs from the seal, one line each; a first seal is all new, which needs no list of it."""
    found = sealing.difference
    if sealing.before is None:
        yield "  " + language.say("passages: {count}", count=sealing.passages)
    else:
        yield from _named(language.say("new: {ids}", ids=", ".join(found.new)), found.new)
        yield from _named(language.say("changed: {ids}", ids=", ".join(found.changed)), found.changed)
        yield from _named(language.say("gone: {ids}", ids=", ".join(found.gone)), found.gone)
    if sealing.is_text_new:
        yield "  " + language.say("whole text, in paragraphs: {count}", count=sealing.paragraphs)


def _named(line: str, identifiers: tuple[str, ...]) -> tuple[str, ...]:
    return (f"  {line}",) if identifiers else ()
