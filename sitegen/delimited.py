"""Tables as spreadsheet programs read them, those on Korean computers above all.

Source of the form: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180. The mark at its beginning is what Excel needs to
read it as UTF-8 and not in the old Korean encoding.
"""

import csv
from collections.abc import Iterable

MARK = "\ufeff"
STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  # wide ones too: Excel takes them for the others


class _Written(list[str]):
    """What is written, piece by piece, without a file."""

    write = list.append


def row(cells: Iterable[str]) -> str:
    """Return cells as a row, with its end."""
    written = _Written()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return "".join(written)


def harmless(cell: str) -> str:
    """Return a cell that no program takes for a formula: an apostrophe before it says that it is text.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if cell.startswith(STARTS_FORMULA) else cell
