"""Links that open a file at a line in somebody's editor."""

import re
from urllib.parse import quote

from sitegen.arguments import WrongArgumentError
from sitegen.serve.showing import Writing

DEFAULT = "vscode://file/{path}:{line}:{column}"
PLACES = {"path", "line", "column"}
SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCRIPTS = frozenset({"javascript", "data", "vbscript", "blob"})
NAMED = re.compile(r"\{(?P<name>[^{}]*)\}")


def template(text: str) -> str:
    """Return the form of an editor's links, which is `text`.

    Raises:
        WrongArgumentError: if it is no address, would run a script, or does not say where the path goes.

    """
    scheme = SCHEME.match(text)
    named = {match["name"] for match in NAMED.finditer(text)}
    if scheme is None or scheme["scheme"].lower() in SCRIPTS or "path" not in named or not named <= PLACES:
        raise WrongArgumentError(
            '"{text}" is not the address of an editor such as {example}', text=text, example=DEFAULT
        )
    return text


def link(writing: Writing, form: str) -> str:
    """Return the address that opens a file at its line and column."""
    path = quote(writing.file.replace("\\", "/").lstrip("/") if "/{path}" in form else writing.file, safe="/:")
    values = {"path": path, "line": str(writing.line), "column": str(writing.column)}
    return NAMED.sub(lambda match: values[match["name"]], form)
