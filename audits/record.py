"""The record of the last full run, from which the reports are written, and the log of all of them."""

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
    """An audit as it is kept: how much it found, on which pages most, and what first."""

    audit: str
    asked: str
    looked_at: str
    count: int
    worst: Sequence[tuple[str, int]] = ()
    findings: Sequence[Finding] = ()


class Record(msgspec.Struct, frozen=True):
    """A full run: when, of which commit, where, with what, how long it took, and what it found."""

    date: str
    commit: str
    machine: Machine
    versions: Mapping[str, str]
    pages: int
    minutes: int
    entries: Sequence[Entry]


def entry(outcome: Outcome) -> Entry:
    """Return an outcome as it is kept."""
    found = outcome.findings
    return Entry(outcome.audit, outcome.asked, outcome.looked_at, len(found), outcome.worst, found[:KEPT])


def load() -> Record:
    """Return the record of the last full run."""
    return msgspec.json.decode(FILE.read_bytes(), type=Record)


def save(record: Record) -> None:
    """Keep a record, and add its lines to the log."""
    encoded = msgspec.json.format(msgspec.json.encode(record), indent=2)
    FILE.write_bytes(encoded + b"\n")
    _append(LOG, record)


def _append(log: Path, record: Record) -> None:
    is_new = not log.exists()
    with log.open("a", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        if is_new:
            lines.writerow(COLUMNS)
        lines.writerows((record.date, record.commit, one.audit, one.looked_at, one.count) for one in record.entries)
