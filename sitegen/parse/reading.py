"""What parsing one file sees."""

from msgspec import Struct

from sitegen.files import File
from sitegen.parse.languages import Languages


class Reading(Struct, frozen=True):
    """Everything that parsing one file sees.

    `bearer` is the path of the file with the facts of this thing. `last` is what this file said, read for the same
    languages and with the same bearer, when it was read before; empty if it is not known. It spares work, and changes
    nothing in what comes out.
    """

    file: File
    bearer: str
    languages: Languages
    last: bytes = b""
