"""What readers search in: small files of JSON from which a script in the page takes the few that a query needs.

docs/search.md says how it works. What is here is pure, and knows nothing of a site: texts in, files out.
"""

from sitegen.search.index import Pile, text_files, word_files
from sitegen.search.numbering import BUNDLE, Numbering, numbering
from sitegen.search.said import Said

__all__ = ["BUNDLE", "Numbering", "Pile", "Said", "numbering", "text_files", "word_files"]
