"""What is said of files that are not read."""

from sitegen.diagnostics import Diagnostic, Place, Translatable, error


def no_folder(name: str, folder: str) -> Diagnostic:
    """Return that there is no such folder."""
    return error(
        "cannot-read", Place(name), "this cannot be read: there is no folder {folder}",
        "check that it exists and who may read it", folder=folder,
    )  # fmt: skip


def cannot_read(name: str, reason: str) -> Diagnostic:
    """Return that the system does not let us read a file or folder."""
    return error(
        "cannot-read", Place(name), "this cannot be read: {reason}", "check that it exists and who may read it",
        reason=Translatable(reason),
    )  # fmt: skip


def not_regular(name: str, *, is_link: bool) -> Diagnostic:
    """Return that something is no file, such as a link or a pipe."""
    message = "this is a symbolic link" if is_link else "this is not a regular file"
    return error("not-a-file", Place(name), message, "put the file itself here, or remove it")


def too_large(name: str) -> Diagnostic:
    """Return that a file is larger than we read."""
    return error("file-too-large", Place(name), "this file is larger than 50 MB", "make it smaller")


def unreadable_name(name: str) -> Diagnostic:
    """Return that a file's name is not UTF-8."""
    shown = name.encode("utf-8", "backslashreplace").decode()
    return error("file-name", Place(shown), "this file's name is not text", "rename the file")


def twins(name: str) -> Diagnostic:
    """Return that two files have one name."""
    return error(
        "file-name", Place(name), "two files have this name, written with different Unicode", "remove one of them"
    )
