"""Where the files that a site is made from lie on this machine."""

import os
from unicodedata import normalize

from msgspec import structs

from sitegen.read import Folders


class Roots:
    """The folders of content, templates and assets, by role."""

    def __init__(self, folders: Folders) -> None:
        self._roots = {
            role: f"{os.path.abspath(folder)}{os.sep}"  # noqa: PTH100  # Path.resolve would follow a link
            for role, folder in structs.asdict(folders).items()
        }

    def named(self, file: str) -> str | None:
        """Return a file's path by role, as in `content/tasks/x.ko.md`, None if it is in none of the folders."""
        for role, root in self._roots.items():
            if file.startswith(root):
                return normalize("NFC", f"{role}/{file.removeprefix(root).replace(os.sep, '/')}")
        return None

    def locate(self, path: str) -> str | None:
        """Return where the file is that has a path by role, None if it is not there."""
        role, _, rest = path.partition("/")
        file = f"{self._roots.get(role, '')}{rest}"
        return file if role in self._roots and os.path.isfile(file) else None  # noqa: PTH113  # it may be any text
