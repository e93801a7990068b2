"""What the system and libraries say in English and we repeat: the catalogue has it, so that it is translated too.

Nothing reads this module but what collects the words for the catalogue.
"""

from sitegen.diagnostics import Translatable

ARGPARSE = (
    Translatable("usage: "),
    Translatable("options"),
    Translatable("positional arguments"),
    Translatable("show this help message and exit"),
    Translatable("%(heading)s:"),
    Translatable("%(prog)s: error: %(message)s\n"),
    Translatable("argument %(argument_name)s: %(message)s"),
    Translatable("ambiguous option: %(option)s could match %(matches)s"),
    Translatable("expected at least one argument"),
    Translatable("expected at most one argument"),
    Translatable("expected one argument"),
    Translatable("ignored explicit argument %r"),
    Translatable("invalid %(type)s value: %(value)r"),
    Translatable("invalid choice: %(value)r (choose from %(choices)s)"),
    Translatable("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
    Translatable("not allowed with argument %s"),
    Translatable("one of the arguments %s is required"),
    Translatable("the following arguments are required: %s"),
    Translatable("unrecognized arguments: %s"),
)
"""Of Python 3.11 to 3.15."""

SYSTEM = (
    Translatable("Address already in use"),
    Translatable("Bad file descriptor"),
    Translatable("Device or resource busy"),
    Translatable("Disk quota exceeded"),
    Translatable("File name too long"),
    Translatable("File too large"),
    Translatable("Input/output error"),
    Translatable("Invalid argument"),
    Translatable("Is a directory"),
    Translatable("No space left on device"),
    Translatable("No such file or directory"),
    Translatable("Not a directory"),
    Translatable("Operation not permitted"),
    Translatable("Permission denied"),
    Translatable("Read-only file system"),
    Translatable("Stale file handle"),
    Translatable("Too many levels of symbolic links"),
    Translatable("Too many open files"),
    Translatable("not a regular file"),
)
"""Why the system refuses something, as os.strerror says it, and we ourselves."""

YAML = (
    Translatable("block sequence entries are not allowed in this context"),
    Translatable("could not find expected ':'"),
    Translatable("did not find URI escaped octet"),
    Translatable("did not find expected '-' indicator"),
    Translatable("did not find expected <document start>"),
    Translatable("did not find expected alphabetic or numeric character"),
    Translatable("did not find expected comment or line break"),
    Translatable("did not find expected key"),
    Translatable("did not find expected node content"),
    Translatable("did not find expected whitespace or line break"),
    Translatable("found a tab character that violates indentation"),
    Translatable("found character that cannot start any token"),
    Translatable("found undefined tag handle"),
    Translatable("found unexpected document indicator"),
    Translatable("found unexpected end of stream"),
    Translatable("found unknown escape character"),
    Translatable("mapping keys are not allowed in this context"),
    Translatable("mapping values are not allowed in this context"),
)
"""Why libyaml stops reading."""
