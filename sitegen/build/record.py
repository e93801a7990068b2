"""The record of the last build: whether it still holds, what of its files still stands, and the next one."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from sitegen.build.options import Options
from sitegen.build.outcome import Outcome
from sitegen.cache import Growth, Ledger, Made, Summary, is_settled, rules_of
from sitegen.diagnostics import ExitStatus
from sitegen.fingerprint import fingerprint
from sitegen.sources import Sources, moment
from sitegen.write import Destination, Entry, Published, Stamp, Written, find_unchanged, stamp_of

if TYPE_CHECKING:
    from sitegen.pipeline import Prepared

NO_STAMP = 0, 0, 0

Intact = Mapping[str, Published]
"""The files of the last build that still stand in the output folder just as they were."""


def intact_of(ledger: Ledger | None, destination: Destination) -> dict[str, Published]:
    """Return what stands in the output folder as the last build left it; what it had only just written is read."""
    if ledger is None:
        return {}
    folder = str(destination.path)
    entries = [Entry(made.path, made.size, made.sha256) for made in ledger.made]
    sure = {made.path: Published(entry, made.stamp) for made, entry in zip(ledger.made, entries, strict=True)
            if made.is_settled and made.stamp == stamp_of(f"{folder}/{made.path}", made.size)}  # fmt: skip
    return find_unchanged(entries, destination.path, sure)


def stands(ledger: Ledger, sources: Sources, intact: Intact, options: Options) -> bool:
    """Whether a build would see and do what the last one saw and did."""
    is_same = [(seen.path, seen.digest) for seen in ledger.seen] == [
        (seen.path, seen.digest) for seen in sources.seen.values()
    ]
    is_now = ledger.since <= _timestamp(options.as_of, ledger.timezone) < ledger.until
    is_whole = len(intact) == len(ledger.made)
    is_meant = (ledger.ways, ledger.rules) == (_ways(options), rules_of(ledger.timezone))
    return is_same and is_now and is_whole and not sources.problems and is_meant


def _ways(options: Options) -> bytes:
    """Return the fingerprint of everything that a build sees beside its sources, the moment and the time zone."""
    return fingerprint(options.base_url, str(options.with_drafts), str(options.is_strict), str(options.is_hosted))


def fingerprint_of_folders(options: Options) -> bytes:
    """Return the fingerprint of where the sources are: what the system says of a file is of use for that file only."""
    folders = options.folders
    return fingerprint(*(str(folder.absolute()) for folder in (folders.content, folders.templates, folders.assets)))


def _timestamp(moment: datetime, timezone: str) -> float:
    """Return a moment in seconds since 1970; one that does not say where is in the site's time zone."""
    if moment.tzinfo is None:
        from zoneinfo import ZoneInfo  # noqa: PLC0415  # needed for such a moment only

        moment = moment.replace(tzinfo=ZoneInfo(timezone))
    return moment.timestamp()


def as_before(ledger: Ledger) -> Outcome:
    """Return how a build ends that finds everything as it was."""
    summary = ledger.summary
    written = Written((), (), (), len(ledger.made) - 1)
    return Outcome(ExitStatus.FINE, summary.problems, dict(summary.excerpts), summary.pages, written)


def growth_in(ledger: Ledger | None) -> Growth:
    """Return how the site grew in the last build; without a record, not at all."""
    return msgspec.msgpack.decode(ledger.growth, type=Growth) if ledger else Growth()


def drafted(prepared: "Prepared", outcome: Outcome, sources: Sources, options: Options) -> Ledger:
    """Return the record of a build that is about to publish its site; what it has made is still to be noted."""
    return Ledger(
        ways=_ways(options),
        folders=fingerprint_of_folders(options),
        timezone=prepared.timezone,
        rules=rules_of(prepared.timezone),
        since=prepared.since,
        until=prepared.until,
        seen=tuple(sources.seen.values()),
        made=(),
        summary=Summary(outcome.problems, tuple(outcome.excerpts.items()), outcome.pages),
        growth=msgspec.Raw(msgspec.msgpack.encode(prepared.made.growth if prepared.made else Growth())),
    )


def noted(
    entries: tuple[Entry, ...], output: Path, intact: Intact, touched: AbstractSet[str], now: int
) -> tuple[Made, ...]:
    """Return finished files as they stand now: those that were not touched just as they were found at `now`.

    One that was only given another name is believed to be what it was if the times of its bytes and its inode are.
    """
    made: list[Made] = []
    for entry in entries:
        found = intact.get(entry.path)
        if found is not None and entry.path not in touched:
            made.append(_made(entry, found.stamp, is_sure=is_settled(found.stamp[:2], now)))
            continue
        stamp = stamp_of(f"{output}/{entry.path}", entry.size)
        is_same = found is None or (stamp is not None and _without_names(stamp) == _without_names(found.stamp))
        is_sure = stamp is not None and is_same and is_settled(stamp[:2], moment())
        made.append(_made(entry, stamp or NO_STAMP, is_sure=is_sure))
    return tuple(made)


def _made(entry: Entry, stamp: Stamp, *, is_sure: bool) -> Made:
    return Made(entry.path, entry.size, entry.sha256, stamp, is_sure)


def _without_names(stamp: Stamp) -> tuple[int, int]:
    """Return what of a stamp another name does not change: the time of the bytes, and the inode."""
    return stamp[0], stamp[2]


def renewed(ledger: Ledger, sources: Sources, intact: Intact, now: int) -> Ledger:
    """Return the record of what looked different, or was too fresh to be sure of, and is the same after all."""
    seen = tuple(sources.seen.values())
    made = tuple(
        Made(each.path, each.size, each.sha256, stamp, is_settled(stamp[:2], now))
        for each in ledger.made
        for stamp in (intact[each.path].stamp,)
    )
    return structs.replace(ledger, seen=seen, made=made)
