"""Which kind of content a sheet is about, by the names of the sheet and of the file."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from unicodedata import normalize

from sitegen import dictionary
from sitegen.diagnostics import Place, SiteError, error
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.sheets.columns import KINDS, UPDATE
from sitegen.sheets.table import Table


def kind_of(table: Table | None, path: PurePath) -> str:
    """Return the kind that the name of a sheet says, or else that of the file.

    Raises:
        SiteError: `sheet-kind`, if neither says one.

    """
    for name in (table.sheet if table else "", path.stem):
        kinds = {kind for word in _words(name) if (kind := NAMES.get(word))}
        if len(kinds) == 1:
            return kinds.pop()
    raise SiteError(
        [
            error(
                "sheet-kind",
                Place(path.as_posix()),
                "neither the name of this file nor that of its sheet says what it is about",
                "say it: --kind task, or one of {kinds}",
                kinds=", ".join(KINDS),
            )
        ]
    )


def file_name_of(kind: str) -> str:
    """Return the usual name of a sheet's file, without its ending: tasks."""
    if kind in PAGE_KINDS:
        return PAGE_KINDS[kind].folder
    return RECORD_KINDS[kind].file.removesuffix(".yaml") if kind in RECORD_KINDS else "updates"


def sheet_name_of(kind: str) -> str:
    """Return the name of the sheet that is to be filled in."""
    return dictionary.KINDS[kind]["ko"]


def _words(name: str) -> Iterator[str]:
    return iter(re.findall(r"[a-z]+|[가-힣]+", normalize("NFC", name).casefold()))


NAMES: Mapping[str, str] = {
    **{sheet_name_of(kind): kind for kind in KINDS},
    **{file_name_of(kind): kind for kind in KINDS},
    **{kind: kind for kind in KINDS},
    "추진과제": "task",
    "추진현황": UPDATE,
    "추진실적": UPDATE,
    "실적": UPDATE,
    "현황": UPDATE,
    "일정": "event",
    "연표": "milestone",
    "연혁": "milestone",
}
