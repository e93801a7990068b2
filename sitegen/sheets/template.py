"""A workbook to be filled in: the columns of a kind, what belongs in each, and lists to choose from."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.common import Facts
from sitegen.sheets.catalogue import Form, columns_of
from sitegen.sheets.columns import UPDATE, Column
from sitegen.sheets.filling import Thing, groups_of, text_of, things_of
from sitegen.sheets.holdings import Holdings
from sitegen.sheets.identity import sheet_name_of
from sitegen.sheets.names import Names
from sitegen.sheets.table import GUIDE, LISTS
from sitegen.sheets.wishes import is_text

EDITORIAL = frozenset(Facts.__struct_fields__) - {"sources", "owner", "review_by"}
"""Facts that editors decide on and agencies do not; a sheet may have them, but a template does not offer them."""

PREPARED = 500  # empty rows below what is filled in, with lists to choose from
HANGUL = "\u1100"  # where the wide letters begin
TEXT = "@"  # the number format of cells that no program is to take for dates or numbers
GREEN, PALE, WHITE, BLACK, GREY = "FF1F5A3C", "FFDDE8E0", "FFFFFFFF", "FF000000", "FF58616A"
NARROW, MIDDLE, WIDE = 20, 30, 46  # characters
GUIDE_HEADINGS = ("열 · Column", "이름 · Name", "필수 · Needed", "적을 내용", "What belongs there")
GUIDE_WIDTHS = (30, 30, 16, 60, 60)  # characters
LINE_HEIGHT = 18  # points
LINE = Border(bottom=Side(style="thin", color="FFB8C4BC"))

INTRODUCTION: tuple[tuple[str, str], ...] = (
    (
        "{sheet} 시트의 첫 행은 열 이름입니다. 지우거나 고치지 마십시오. 둘째 행부터 한 행에 하나씩 적습니다.",
        "The first row of the sheet “{sheet}” names the columns: leave it as it is. Write one thing a row below it.",
    ),
    (
        "짙은 색 열은 새로 적을 때 꼭 필요합니다. 옅은 색 열은 아는 것만 적습니다.",
        "Dark columns are needed for anything new. Pale ones are filled in where something is known.",
    ),
    (
        "이미 있는 것을 고칠 때는 그 아이디를 적고 바꿀 칸만 채웁니다. 빈칸은 지금 내용을 그대로 둡니다.",
        "To change what is there, write its id and fill in what changes. An empty cell leaves things as they are.",
    ),
    (
        "있는 내용을 지우려면 칸에 (삭제)라고 적습니다.",
        "To remove a value, write (삭제) or (remove) in its cell.",
    ),
    (
        "날짜는 2026-06-05처럼 적습니다. 날을 모르면 2026-06, 2026-Q2, 2026처럼 아는 데까지 적습니다.",
        "Write dates as in 2026-06-05; where only a period is known and allowed, 2026-06, 2026-Q2 or 2026.",
    ),
    (
        "한 칸에 여럿을 적을 때는 세미콜론(;)으로 나눕니다. 문장을 여럿 적는 칸에서는 줄을 바꿉니다(Alt+Enter).",
        "Divide several values in a cell by semicolons; sentences by line breaks (Alt+Enter).",
    ),
    (
        "번호가 붙은 열이 더 필요하면 열 이름의 번호를 늘려 옆에 더합니다. 예: evidence_2_source",
        "Where a numbered column is needed again, add one with the next number, as in evidence_2_source.",
    ),
    (
        "수식을 쓰거나 칸을 합치지 마십시오. 그런 칸은 읽지 않고 어느 칸인지 알려 드립니다.",
        "Use neither formulas nor merged cells: they are refused, and you are told which they are.",
    ),
)


def template(kind: str, holdings: Holdings, *, is_filled: bool) -> bytes:
    """Return a workbook for a kind, with what there is already or without."""
    names = Names(holdings.content)
    things = things_of(kind, holdings) if is_filled else ()
    form = Form(kind, holdings.content.settings.languages, groups_of(things))
    columns = tuple(column for column in columns_of(form) if _is_offered(column, kind))
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet, guide, lists = (book.create_sheet(name) for name in (sheet_name_of(kind), GUIDE, LISTS))
    _head(sheet, columns)
    _fill(sheet, columns, things, names, holdings.languages.default)
    _offer(sheet, lists, columns, names, len(things), holdings.languages.default)
    _explain(guide, columns, kind)
    lists.sheet_state = "hidden"
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _is_offered(column: Column, kind: str) -> bool:
    return kind not in PAGE_KINDS or column.language != "" or column.is_key or str(column.path[0]) not in EDITORIAL


def _head(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, f"{column.label}\n{column.name}")
        cell.font = Font(bold=True, color=WHITE if column.is_required else GREEN)
        cell.fill = PatternFill("solid", fgColor=GREEN if column.is_required else PALE)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.number_format = TEXT
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(column)
        dimension.number_format = TEXT
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = "B2"


def _width(column: Column) -> int:
    if column.is_key or column.is_list:
        return MIDDLE
    return WIDE if is_text(column) and not column.words else NARROW


def _fill(sheet: Worksheet, columns: Sequence[Column], things: Sequence[Thing], names: Names, language: str) -> None:
    """Write what there is; every cell is a text, so that none is taken for a date, a number or a formula."""
    for row in range(2, len(things) + 2):
        sheet.row_dimensions[row].height = 3 * LINE_HEIGHT
    for row in range(2, len(things) + 2 + PREPARED):
        for number, column in enumerate(columns, 1):
            text = text_of(things[row - 2], column, names, language) if row - 2 < len(things) else ""
            cell = sheet.cell(row, number)
            cell.number_format = TEXT
            if text:
                cell.value = text
                cell.data_type = "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.border = LINE


def _offer(  # noqa: PLR0913  # a sheet, what is offered, and for whom
    sheet: Worksheet, lists: Worksheet, columns: Sequence[Column], names: Names, filled: int, language: str
) -> None:
    """Add lists to choose from to the columns that have a fixed choice, below and beside what is filled in."""
    for number, column in enumerate(columns, 1):
        choices = _choices(column, names, language)
        if not choices:
            continue
        place = lists.max_column + 1 if lists.max_row > 1 or lists["A1"].value else 1
        letter = get_column_letter(place)
        lists.cell(1, place, column.name)
        for row, choice in enumerate(choices, 2):
            lists.cell(row, place, choice).data_type = "s"
        source = f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(choices) + 1}"
        offered = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
        offered.errorTitle = "목록에 없는 값 · Not in the list"
        offered.error = "목록에서 골라 주십시오. 지우려면 (삭제)라고 적습니다.\nPlease choose from the list."
        offered.errorStyle = "warning"  # (삭제) is in no list
        sheet.add_data_validation(offered)
        here = get_column_letter(number)
        offered.add(f"{here}2:{here}{filled + 1 + PREPARED}")


def _choices(column: Column, names: Names, language: str) -> list[str]:
    """Return what a column's values are chosen from, nothing if they are not, or if a cell holds several."""
    if column.is_list:
        return []
    if column.ref:
        return sorted(names.shown(column.ref, each, language) for each in names.of(column.ref))
    if not column.is_choice:
        return []
    return [column.explained(word) for word in column.choices]


def _explain(sheet: Worksheet, columns: Sequence[Column], kind: str) -> None:
    """Write the second sheet: how to fill in the first, and what belongs in each of its columns."""
    title = sheet.cell(1, 1, f"{sheet_name_of(kind)} 시트 적는 법 · How to fill in this sheet")
    title.font = Font(bold=True, size=14, color=GREEN)
    sheet.row_dimensions[1].height = 2 * LINE_HEIGHT
    heading = _introduce(sheet, kind, 2) + 1
    for number, text in enumerate(GUIDE_HEADINGS, 1):
        cell = sheet.cell(heading, number, text)
        cell.font = Font(bold=True, color=WHITE)
        cell.fill = PatternFill("solid", fgColor=GREEN)
    for row, column in enumerate(columns, heading + 1):
        _explain_column(sheet, row, column)
    for number, width in enumerate(GUIDE_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"A{heading + 1}"


def _introduce(sheet: Worksheet, kind: str, row: int) -> int:
    """Write the introduction from a row on, and return the first row below it."""
    for pair in _introduction(kind):
        for text, color in zip(pair, (BLACK, GREY), strict=True):
            cell = sheet.cell(row, 1, text.format(sheet=sheet_name_of(kind)))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(color=color)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(GUIDE_WIDTHS))
            sheet.row_dimensions[row].height = LINE_HEIGHT
            row += 1
    return row


def _explain_column(sheet: Worksheet, row: int, column: Column) -> None:
    texts = (column.name, column.label, "필수" if column.is_required else "", _korean(column), column.english)
    sheet.row_dimensions[row].height = LINE_HEIGHT * max(map(_lines, texts, GUIDE_WIDTHS))
    for number, text in enumerate(texts, 1):
        cell = sheet.cell(row, number, text)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = LINE


def _introduction(kind: str) -> tuple[tuple[str, str], ...]:
    if kind != UPDATE:
        return INTRODUCTION
    appended = (
        "추진 현황은 덧붙이기만 합니다. 이미 낸 보고는 고치지 않고, 다음 보고에서 바로잡습니다.",
        "Reports are only added. One that has been made is not changed; the next one corrects it.",
    )
    return (*INTRODUCTION[:2], appended, *INTRODUCTION[4:])


def _korean(column: Column) -> str:
    words = ", ".join(column.explained(word) for word in column.choices) if column.words else ""
    return f"{column.korean}\n{words}" if words else column.korean


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column; a letter of Hangul is as wide as two others."""
    return sum(1 + sum(1 + (char >= HANGUL) for char in line) // width for line in text.split("\n"))
