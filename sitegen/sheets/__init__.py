"""Tables in and out: spreadsheets as agencies send them become content, and content becomes spreadsheets.

A file is read as a table (`workbook`, `delimited`), its headings as columns (`headings`, `catalogue`), its cells as
values (`readings`) and its rows as entries (`entries`), entries as what things are to be (`wishes`), that as drafts of
files (`pages`, `records`, `logs`), which are tried (`trial`) before they take the place of the old ones
(`replacement`). `importing` is the table of contents; `template` goes the other way, with what is `public`.
"""

import os

os.environ["OPENPYXL_LXML"] = (
    "False"  # which openpyxl reads once: the same bytes and errors whether lxml is there or not
)
