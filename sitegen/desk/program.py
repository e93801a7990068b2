"""The report as JSON for programs."""

import msgspec

from sitegen.desk import phrases
from sitegen.desk.findings import Finding
from sitegen.desk.report import Report
from sitegen.speech import Language
from sitegen.values import written


def as_json(report: Report, language: Language) -> str:
    """Return the report as one JSON object; sorts and ids are the same in every language."""
    told = {
        "site": report.site.words,
        "as_of": written(report.now),
        "next_change": written(report.next_change) if report.next_change else None,
        "is_whole": report.is_whole,
        "findings": [_finding(finding, language) for finding in report.findings],
        "heaviest": report.heaviest,
    }
    return msgspec.json.format(msgspec.json.encode(told)).decode() + "\n"


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "sort": finding.sort,
        "owner": finding.owner or None,
        "kind": finding.kind or None,
        "id": finding.id or None,
        "title": finding.title,
        "language": finding.language or None,
        "on": finding.on or None,
        "path": finding.path,
        "line": finding.line,
        "note": phrases.line(finding, language).note,
    }
