"""Open data: what is published, as tables that spreadsheets and programs read, and what describes them.

docs/data.md says what there is. What is here is pure, and knows nothing of a site: things in, files out.
"""

from sitegen.tables.cells import View, cell
from sitegen.tables.columns import Column, columns_of
from sitegen.tables.files import Row, Things, as_csv, as_json, write_rows
from sitegen.tables.package import described, resources, schema, words_said
from sitegen.tables.tables import TABLES, Table

__all__ = [
    "TABLES",
    "Column",
    "Row",
    "Table",
    "Things",
    "View",
    "as_csv",
    "as_json",
    "cell",
    "columns_of",
    "described",
    "resources",
    "schema",
    "words_said",
    "write_rows",
]
