"""The record of what each audit found last, from which the reports are written, and the log of all runs."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from audits.borrowed import ROOT
from audits.outcome import Finding, Outcome
from benchmarks.machine import Machine

FILE = ROOT / "audits/record.json"
LOG = ROOT / "docs/audit-log.csv"
COLUMNS = ("date", "commit", "audit", "looked at", "findings")
KEPT = 20
"""Findings of an audit that are kept in the record; the run itself prints all."""


class Entry(msgspec.Struct, frozen=True):
    """An audit as it is kept: when and of which commit, how much it found, on which pages most, and what first."""

    audit: str
    asked: str
    looked_at: str
    date: str
    commit: str
    count: int
    worst: Sequence[tuple[str, int]] = ()
    findings: Sequence[Finding] = ()


class Record(msgspec.Struct, frozen=True):
    """The pages of the site, the machine, what was borrowed, and the last entry of each audit."""

    pages: int
    machine: Machine
    versions: Mapping[str, str]
    entries: Sequence[Entry]


def entry(outcome: Outcome, date: str, commit: str) -> Entry:
    """Return an outcome as it is kept."""
    found, told = outcome.findings, (outcome.audit, outcome.asked, outcome.looked_at, date, commit)
    return Entry(*told, len(found), outcome.worst, found[:KEPT])


def load() -> Record:
    """Return what is kept."""
    return msgspec.json.decode(FILE.read_bytes(), type=Record)


def save(record: Record) -> None:
    """Keep a record, with the entries of other audits that are kept already, and add its own to the log."""
    known = {one.audit: one for one in load().entries} if FILE.exists() else {}
    entries = {**known, **{one.audit: one for one in record.entries}}
    whole = msgspec.structs.replace(record, entries=tuple(entries.values()))
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    _append(LOG, record)


def _append(log: Path, record: Record) -> None:
    is_new = not log.exists()
    with log.open("a", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        if is_new:
            lines.writerow(COLUMNS)
        lines.writerows((one.date, one.commit, one.audit, one.looked_at, one.count) for one in record.entries)
