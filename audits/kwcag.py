"""The checklist for people, docs/kwcag.md and docs/kwcag.ko.md: items, what programs found, what is left to check."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from audits.borrowed import ROOT
from audits.record import Entry, Record

PAGES: Mapping[str, str] = MappingProxyType({"en": "docs/kwcag.md", "ko": "docs/kwcag.ko.md"})
NONE = ""


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An item of a guideline; see the comment in kwcag.yaml."""

    number: str
    name: Mapping[str, str]
    build: tuple[str, ...] = ()
    audits: tuple[str, ...] = ()
    person: Mapping[str, str] = {}
    absent: Mapping[str, str] = {}


class Words(msgspec.Struct, frozen=True):
    """What a checklist says around its items."""

    title: str
    before: str
    ours: str
    more: str
    head: tuple[str, ...]
    build: str
    found: str
    nothing: str
    unknown: str
    left: str
    absent: str


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": Words(
            title="What is checked by programs, and what people must check",
            before="This checklist does not say that the site conforms to KWCAG 2.2 or WCAG 2.2. "
            "Programs find only some problems: where the last column says something, no person has checked it yet, "
            "and until a person has, nothing is known. [한국어](kwcag.ko.md)\n\n"
            "`make audit` writes this page: the items stand in `audits/kwcag.yaml` and `audits/wcag.yaml`, "
            "and what was found, and when, is as in [audit.md](audit.md).",
            ours="KWCAG 2.2: all 33 items",
            more="WCAG 2.2, levels A and AA: what KWCAG does not ask in the same way",
            head=("item", "programs (when, how many were looked at)", "left for a person"),
            build="The build stops at {codes}.",
            found="{audit} ({date}, {looked_at}): {count} found.",
            nothing="{audit} ({date}, {looked_at}): nothing found.",
            unknown="{audit}: not run yet.",
            left="☐ {what}",
            absent="Not on the site: {what} ☐ See that this is still so.",
        ),
        "ko": Words(
            title="프로그램이 확인한 것과 사람이 확인해야 하는 것",
            before="이 점검표는 이 누리집이 KWCAG 2.2나 WCAG 2.2를 지킨다고 말하지 않습니다. "
            "프로그램은 문제의 일부만 찾습니다. 마지막 칸에 적힌 일은 아직 사람이 확인하지 않았고, "
            "확인하기 전에는 알 수 없습니다. [English](kwcag.md)\n\n"
            "이 문서는 `make audit`가 씁니다. 항목은 `audits/kwcag.yaml`과 `audits/wcag.yaml`에 있고, "
            "찾은 것과 그 날짜는 [audit.md](audit.md)와 같습니다.",
            ours="KWCAG 2.2의 33개 항목 모두",
            more="WCAG 2.2 A와 AA 가운데 KWCAG가 똑같이 묻지 않는 것",
            head=("항목", "프로그램(날짜, 살펴본 수)", "사람이 확인할 것"),
            build="빌드가 멈춥니다: {codes}.",
            found="{audit} ({date}, {looked_at}): {count}건 찾음.",
            nothing="{audit} ({date}, {looked_at}): 찾은 것 없음.",
            unknown="{audit}: 아직 돌리지 않음.",
            left="☐ {what}",
            absent="이 누리집에 없음: {what} ☐ 지금도 그런지 봅니다.",
        ),
    }
)


def write(record: Record) -> None:
    """Write the checklists."""
    for language, file in PAGES.items():
        (ROOT / file).write_text(checklist(record, language), encoding="utf-8")


def checklist(record: Record, language: str) -> str:
    """Return the checklist in a language."""
    words = WORDS[language]
    found = {entry.audit: entry for entry in record.entries}
    parts = [f"# {words.title}", "", words.before, "", f"## {words.ours}", "", *_table("kwcag", found, language)]
    return "\n".join([*parts, "", f"## {words.more}", "", *_table("wcag", found, language)]) + "\n"


def items(guideline: str) -> tuple[Item, ...]:
    """Return the items of a guideline."""
    data = (ROOT / f"audits/{guideline}.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=tuple[Item, ...], strict=False)


def _table(guideline: str, found: Mapping[str, Entry], language: str) -> Iterator[str]:
    words = WORDS[language]
    yield f"| {' | '.join(words.head)} |"
    yield "|---|---|---|"
    for item in items(guideline):
        yield f"| {item.number} {item.name[language]} | {_programs(item, found, words)} | {_left(item, language)} |"


def _programs(item: Item, found: Mapping[str, Entry], words: Words) -> str:
    codes = ", ".join(f"`{code}`" for code in item.build)
    told = [words.build.format(codes=codes)] if codes else []
    told += [_told(audit, found.get(audit), words) for audit in item.audits]
    return " ".join(told) or NONE


def _told(audit: str, entry: Entry | None, words: Words) -> str:
    if entry is None:
        return words.unknown.format(audit=audit)
    text = words.found if entry.count else words.nothing
    return text.format(audit=audit, count=entry.count, looked_at=entry.looked_at.split()[0], date=entry.date)


def _left(item: Item, language: str) -> str:
    words = WORDS[language]
    if item.absent:
        return words.absent.format(what=item.absent[language])
    return words.left.format(what=item.person[language]) if item.person else NONE
