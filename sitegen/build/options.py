"""What a build is told."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from sitegen.read import Folders


class Options(Struct, frozen=True, kw_only=True):
    """What a build is told: where things are, for which moment, how strict, with how many processes.

    A site that `is_hosted` brings with it what its servers need, where it names any; a preview does not.
    Without a `cache`, nothing that earlier builds found out is used, and nothing is kept for later ones.
    """

    folders: Folders = Folders()
    output: Path = Path("site")
    base_url: str = ""
    as_of: datetime
    with_drafts: bool = False
    is_strict: bool = False
    jobs: int = 1
    is_hosted: bool = True
    cache: Path | None = Path(".cache")
