"""The site in the words of Apache 2.4: a file `.htaccess` in each folder that something is said about.

Source: https://httpd.apache.org/docs/2.4/. Where the site is published is found out with each request, so that they
can be moved with it; only for the page for addresses that do not exist must Apache know it beforehand.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from sitegen.hosting.types import NAMED, TYPES, with_charset
from sitegen.hosting.value import Hosting, Move, moves_by_address
from sitegen.weight import COMPRESSED

NAME = ".htaccess"
HEAD = """\
# The site, for Apache 2.4 with headers, mime and rewrite, where it says AllowOverride FileInfo.
# It is written anew with every build, and fits what lies beside it. docs/hosting.md says more.
"""
BASE = (
    "RewriteCond %{REQUEST_URI}::$0 ^(.*?)(.*)::\\2$",
    "RewriteRule ^.*$ - [E=SITE:%1]",
)
"""What finds out under which path the site is published: the part of an address that is not the path below it."""
ENCODINGS = {"br": "br", "gz": "gzip"}
ACCEPTED = r"(?:^|,)\s*{name}\s*(?:,|$|;\s*q=(?:1|0\.0*[1-9]))"


def apache(hosting: Hosting) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file."""
    yield NAME, "\n".join((HEAD, *_whole(hosting))) + "\n"
    for folder in hosting.folders:
        yield folder + NAME, "\n".join((HEAD, *_folder(folder, hosting))) + "\n"


def _whole(hosting: Hosting) -> Iterator[str]:
    yield "DirectoryIndex index.html"
    yield from (f"Header always set {name} {quoted(value)}" for name, value in hosting.rules[0].headers)
    yield _not_found(hosting.page(""), hosting)
    yield from (f"AddType {quoted(with_charset(known))} .{suffix}" for suffix, known in TYPES.items())
    for name, known in NAMED.items():
        yield f'<FilesMatch "^{re.escape(name)}(?:\\.|$)">'
        yield f"    ForceType {quoted(with_charset(known))}"
        yield "</FilesMatch>"
    yield "RewriteEngine On"
    yield from BASE
    yield r"RewriteRule (?:^|/)\.(?!well-known/) - [R=404,L]"
    for moves in moves_by_address(hosting.moves).values():
        yield from (line for move in moves for line in _moved(move))
    for form in hosting.forms:
        yield from _compressed(form)
    if hosting.forms:
        suffixes = "|".join(suffix.removeprefix(".") for suffix in COMPRESSED)
        yield f'<FilesMatch "\\.(?:{suffixes})(?:\\.(?:{"|".join(hosting.forms)}))?$">'
        yield "    Header always merge Vary Accept-Encoding"
        yield "</FilesMatch>"


def _folder(folder: str, hosting: Hosting) -> Iterator[str]:
    rule, whole = hosting.rule(folder), hosting.rules[0]
    given = dict(rule.headers)
    yield from (f"Header always unset {name}" for name, _ in whole.headers if name not in given)
    yield from (f"Header always set {name} {quoted(value)}" for name, value in rule.headers
                if (name, value) not in whole.headers)  # fmt: skip
    if hosting.page(folder) != hosting.page(""):
        yield _not_found(hosting.page(folder), hosting)


def quoted(text: str) -> str:
    """Return a text as Apache reads it back."""
    return '"' + re.sub(r'(["\\\\])', r"\\\1", text) + '"'


def _not_found(page: str, hosting: Hosting) -> str:
    return f"ErrorDocument 404 {hosting.base}{page}"


def _moved(move: Move) -> Iterator[str]:
    """Yield what leads on from an address; mod_rewrite reads a backslash in quotes as it stands."""
    for name, value in move.query:
        yield f'RewriteCond %{{QUERY_STRING}} "(?:^|&){re.escape(name)}={re.escape(value)}(?:&|$)"'
    yield f'RewriteRule "^{re.escape(move.former)}$" "%{{ENV:SITE}}{quote(move.there)}" [R=301,L,QSD,NE]'


def _compressed(form: str) -> Iterator[str]:
    """Yield what answers with the compressed file beside the one that is asked for, where that form is accepted."""
    encoding = ENCODINGS[form]
    yield f"AddEncoding {encoding} .{form}"
    yield f"RemoveType .{form}"
    yield f'RewriteCond %{{HTTP:Accept-Encoding}} "{ACCEPTED.format(name=encoding)}"'
    yield f"RewriteCond %{{REQUEST_FILENAME}}.{form} -f"
    yield f"RewriteRule ^(.+)$ %{{ENV:SITE}}$1.{form} [L]"
