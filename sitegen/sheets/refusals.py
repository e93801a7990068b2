"""Why a file that was sent cannot be read as a table at all."""

from sitegen.diagnostics import Diagnostic, Place, error


def unreadable(path: str) -> Diagnostic:
    """Return that a file is no spreadsheet, whatever its name says."""
    return error(
        "sheet-unreadable",
        Place(path),
        "this is not a spreadsheet that can be read, or it is damaged",
        "open it in the spreadsheet program and save it anew as Excel workbook (.xlsx)",
    )


def locked(path: str) -> Diagnostic:
    """Return that a file needs a password."""
    return error(
        "sheet-locked",
        Place(path),
        "this file is protected by a password",
        "open it in the spreadsheet program, take the password away, and save it again",
    )


def other_form(path: str, form: str) -> Diagnostic:
    """Return that a file is of another form than its name says, or of one that is not read: .xls, .hwp."""
    return error(
        "sheet-form",
        Place(path),
        "this is a {form} file, which cannot be read as a table",
        "open it in the spreadsheet program and save it as Excel workbook (.xlsx) or CSV UTF-8 (.csv)",
        form=form,
    )


def too_large(path: str, megabytes: int) -> Diagnostic:
    """Return that a file is larger than any table of ours needs to be."""
    return error(
        "sheet-too-large",
        Place(path),
        "this file holds more than {megabytes} MB, which is more than a table of ours needs",
        "copy the table alone into a new workbook, without pictures",
        megabytes=megabytes,
    )


def too_many(path: str, rows: int, columns: int) -> Diagnostic:
    """Return that a table has more rows or columns than are read."""
    return error(
        "sheet-too-large",
        Place(path),
        "this table has more than {rows} rows or {columns} columns",
        "divide it, or delete what does not belong to it",
        rows=rows,
        columns=columns,
    )


def merged_over(place: Place, area: str) -> Diagnostic:
    """Return that more cells are merged than any table of ours has."""
    return error(
        "sheet-merged",
        place,
        "with {area}, more cells are merged here than a whole table may have",
        "unmerge the cells, and write the value into each of them that it belongs to",
        area=area,
    )


def linked_over(place: Place, area: str) -> Diagnostic:
    """Return that a link stands on more cells than any table of ours has."""
    return error(
        "sheet-too-large",
        place,
        "the link on {area} covers more cells than a whole table may have",
        "remove the link, or copy the table alone into a new workbook",
        area=area,
    )


def encoding(path: str) -> Diagnostic:
    """Return that the characters of a text file cannot be made out."""
    return error(
        "sheet-encoding",
        Place(path),
        "it is not clear in which encoding the letters of this file are saved",
        "save it as CSV UTF-8",
    )


def no_such_sheet(path: str, name: str, names: tuple[str, ...]) -> Diagnostic:
    """Return that a workbook has no sheet of a name."""
    return error(
        "sheet-name",
        Place(path),
        'there is no sheet "{name}" in this file',
        "name one of {names} with --sheet",
        name=name,
        names=", ".join(names),
    )


def empty(path: str) -> Diagnostic:
    """Return that there is nothing in a file."""
    return error("sheet-empty", Place(path), "there is nothing in this file", "fill in a row, and save it again")
