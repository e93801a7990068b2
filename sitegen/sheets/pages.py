"""Rows about things with pages: facts once, words in each language, a file for each."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.files import File
from sitegen.kinds import PageKind
from sitegen.kinds.names import called
from sitegen.parse.fields import Reader
from sitegen.parse.nodes import Mapping
from sitegen.parse.parsed import encode
from sitegen.parse.whereabouts import page_path
from sitegen.sheets.drafts import Affair, Draft, Part, Plan, fields_in, kept_by, page_text, placed
from sitegen.sheets.entries import Entry, Given
from sitegen.sheets.headings import Headed
from sitegen.sheets.holdings import Holdings
from sitegen.sheets.wishes import Change, changed

FACTS = ""
"""What stands for facts where words have their language."""


def plan_page(entry: Entry, kind: PageKind, headed: Headed, holdings: Holdings) -> Plan:
    """Return what a row does to the files of its thing."""
    paths = {code: page_path(kind.name, entry.id, code) for code in holdings.languages.codes}
    there = [code for code in paths if paths[code] in holdings.files]
    wanted = [code for code in paths if code in there or _says_words(entry, code)] or [holdings.languages.default]
    old = {code: fields_in(File(paths[code], holdings.files[paths[code]])) for code in there}
    new = {code: old.get(code, Mapping((), entry.place)) for code in wanted}
    bearer = wanted[0]
    if there and there[0] != bearer:
        _move_facts(new, kind, there[0], bearer)
    changes, kept, gaps = _filled(new, entry, kind, bearer, holdings)
    says, problems = _typed(new, entry, kind, headed, holdings)
    drafts = tuple(
        Draft(
            paths[code],
            holdings.files.get(paths[code]),
            page_text(holdings.files.get(paths[code]), new[code]),
            says[code],
        )
        for code in wanted
        if says[code] and new[code] is not old.get(code)
    )
    affair = Affair(kind.name, entry.id, paths[bearer], not there, changes, kept)
    return Plan(drafts, (affair,), _parts(entry, paths, wanted), (*gaps, *problems))


def _says_words(entry: Entry, language: str) -> bool:
    return any(given.column.language == language and given.texts for given in entry.given)


def _move_facts(new: dict[str, Mapping], kind: PageKind, old_bearer: str, bearer: str) -> None:
    """Move the facts to the file that is to hold them from now on: that of the first language there is."""
    facts = kind.facts.__struct_fields__
    moved = tuple(entry for entry in new[old_bearer].entries if entry.key.text in facts)
    stays = tuple(entry for entry in new[old_bearer].entries if entry.key.text not in facts)
    new[old_bearer] = Mapping(stays, new[old_bearer].place)
    new[bearer] = Mapping((*new[bearer].entries, *moved), new[bearer].place)


def _filled(
    new: dict[str, Mapping], entry: Entry, kind: PageKind, bearer: str, holdings: Holdings
) -> tuple[tuple[Change, ...], tuple[tuple[str, str], ...], tuple[Diagnostic, ...]]:
    """Put what a row says into the trees; return changes, what stays though its cell is empty, and problems."""
    changes: list[Change] = []
    kept: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for language in (*new, FACTS):
        code = language or bearer
        kept += kept_by(new[code], [column for column in entry.empty if column.language == language])
        made = changed(new[code], kind.name, _given(entry, language), holdings.languages.timezone)
        new[code] = made.node
        changes += made.changes
        problems += made.problems
    return tuple(changes), tuple(kept), tuple(problems)


def _given(entry: Entry, language: str) -> tuple[Given, ...]:
    return tuple(given for given in entry.given if given.column.language == language)


def _typed(
    new: dict[str, Mapping], entry: Entry, kind: PageKind, headed: Headed, holdings: Holdings
) -> tuple[dict[str, tuple[bytes, ...]], tuple[Diagnostic, ...]]:
    """Return what each file must say when it is read again, nothing for one with problems; and those."""
    says: dict[str, tuple[bytes, ...]] = {}
    problems: list[Diagnostic] = []
    for number, (code, node) in enumerate(new.items()):
        reader = Reader(holdings.languages.codes, holdings.languages.timezone)
        types = [kind.words] if number else [kind.facts, kind.words]
        values = reader.struct(node, types, called(kind.name))
        problems += _placed(reader.problems, entry, kind, code, headed)
        says[code] = () if None in values else tuple(map(encode, values))
    return says, tuple(problems)


def _placed(found: list[Diagnostic], entry: Entry, kind: PageKind, code: str, headed: Headed) -> Iterator[Diagnostic]:
    words = kind.words.__struct_fields__
    for problem in found:
        language = code if dict(problem.values).get("field") in words else FACTS
        yield from placed([problem], entry, language, headed)


def _parts(entry: Entry, paths: dict[str, str], wanted: list[str]) -> tuple[Part, ...]:
    """Return which cells went into which of the thing's files; one into which none went is still one of the row's."""
    return tuple(Part(paths[code or wanted[0]], "", entry, _given(entry, code)) for code in (*wanted, FACTS))
