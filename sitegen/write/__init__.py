"""write: outputs -> the output folder, which holds the old site or the new one at every moment, never half of one.

What is needed to see that there is nothing to do is here; `sitegen.write.publication` does the rest.
"""

from sitegen.write.comparison import Published, Stamp, find_unchanged, stamp_of
from sitegen.write.destination import Destination
from sitegen.write.lock import lock
from sitegen.write.manifest import MANIFEST, Entry, entry_of
from sitegen.write.recovery import recover
from sitegen.write.written import Written

__all__ = [
    "MANIFEST",
    "Destination",
    "Entry",
    "Published",
    "Stamp",
    "Written",
    "entry_of",
    "find_unchanged",
    "lock",
    "recover",
    "stamp_of",
]
