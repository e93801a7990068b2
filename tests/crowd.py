"""Many things of one kind, on top of the campaign of tests/sites.py."""

from datetime import date, timedelta

STATUSES = ("in_progress", "planned")
TASK = """-- content/tasks/{id}.ko.md --
---
title: 과제 {number}번
summary: 목록이 길어질 때를 위한 {number}번째 과제입니다.
benefit: 목록을 나누어 볼 수 있습니다.
expected_result: 한 쪽에 쉰 줄까지입니다.
lead_agency: energy-office
strategy: plan
status: {status}
due_on: 2027-Q2
sources: [report]
updated_on: {day}
---
-- content/tasks/{id}.en.md --
---
title: Task number {number}
summary: The task that comes as number {number} in a long list.
benefit: A long list can be read in parts.
expected_result: Fifty rows a page at most.
---
"""


def tasks(count: int) -> str:
    """Return so many tasks as the files of a site, every status in turn, one updated each day."""
    return "".join(_task(number) for number in range(1, count + 1))


def _task(number: int) -> str:
    day = date(2021, 1, 1) + timedelta(days=number)
    status = STATUSES[number % len(STATUSES)]
    return TASK.format(id=f"number-{number:05}", number=number, status=status, day=day)
