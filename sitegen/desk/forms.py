"""The forms of a report: for a terminal, a spreadsheet program, a browser, other programs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sitegen.desk.page import as_html
from sitegen.desk.plain import as_text
from sitegen.desk.program import as_json
from sitegen.desk.report import Report
from sitegen.desk.spreadsheet import as_csv
from sitegen.speech import Language

FORMS: Mapping[str, Callable[[Report, Language], str]] = MappingProxyType(
    {"text": as_text, "csv": as_csv, "html": as_html, "json": as_json}
)
"""How a report is written out, by the name of the form; what a text file needs beside the text is part of it."""
