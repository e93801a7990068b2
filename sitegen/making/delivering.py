"""What goes with a finished site to its servers: their configuration, and texts that are compressed already."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.files import Output
from sitegen.hosting import Hosting, configuration, hosting_of
from sitegen.hosting.compression import compress, is_compressed, variant
from sitegen.kinds.site import HostingSettings
from sitegen.making.finished import FinishedSite
from sitegen.plan import moves
from sitegen.urls import prefix
from sitegen.workers import Workers
from sitegen.write import Entry, Published, entry_of
from sitegen.write.spool import Spool

Contents = Callable[[str], bytes]
"""Returns the bytes of a finished file by its path."""


class Text(Struct, frozen=True):
    """A finished file, and a form that it is to be compressed in."""

    file: Output
    form: str


def deliver(
    made: FinishedSite, intact: Mapping[str, Published], workers: Workers, spool: Spool, contents: Contents
) -> None:
    """Put into the spool what servers need beside the finished files that are there; nothing where none is asked for.

    What stands compressed in the output folder beside the very file that it was made from is kept: `intact` are the
    files of the last build, by the same program, that still stand there as it left them.
    """
    wishes = made.materials.site.settings.hosting
    if wishes is None:
        return
    entries = spool.entries
    for file in _configuration(made, entries, wishes):
        spool.add(file)
    for file, entry in workers.map(compress_texts, _waiting(entries, wishes, intact, spool, contents)):
        spool.add(file, entry)


def compress_texts(texts: Sequence[Text]) -> tuple[tuple[Output, Entry], ...]:
    """Return compressed files with their entries."""
    files = (compress(text.file, text.form) for text in texts)
    return tuple((file, entry_of(file)) for file in files)


def _waiting(
    entries: Sequence[Entry],
    wishes: HostingSettings,
    intact: Mapping[str, Published],
    spool: Spool,
    contents: Contents,
) -> Iterator[Text]:
    """Yield what is to be compressed; what stands there already is noted."""
    for entry in entries:
        for form in wishes.compress if is_compressed(entry.path, entry.size) else ():
            before, compressed = intact.get(entry.path), intact.get(variant(entry.path, form))
            if before is not None and compressed is not None and before.entry == entry:
                spool.keep(compressed.entry)
            else:
                yield Text(Output(entry.path, contents(entry.path)), form)


def _configuration(made: FinishedSite, entries: Sequence[Entry], wishes: HostingSettings) -> Iterator[Output]:
    return configuration(_hosting(made, entries, wishes), wishes.servers) if wishes.servers else iter(())


def _hosting(made: FinishedSite, entries: Sequence[Entry], wishes: HostingSettings) -> Hosting:
    site, linker, assets = made.materials.site, made.materials.linker, made.materials.assets
    needs = {leaf.path: leaf.needs for branch in made.growth.branches for leaf in branch.leaves}
    return hosting_of(
        {entry.path: needs.get(entry.path, 0) for entry in entries},
        (prefix(language, site.languages) for language in site.languages),
        moves(site, made.materials.witness({}), linker, assets),
        linker.base_path,
        wishes,
    )
