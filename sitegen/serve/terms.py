"""How the preview is shown."""

from datetime import datetime

from msgspec import Struct

from sitegen.speech import Language


class Terms(Struct, frozen=True, kw_only=True):
    """On which port, as of which moment (None for now), with which editor, in which language."""

    port: int
    as_of: datetime | None
    editor: str
    language: Language
    opens_browser: bool
    polls: bool
