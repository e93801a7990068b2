"""The site in the words of nginx: one location, to be included in a server block.

Source: https://nginx.org/en/docs/. Headers are given anew in each location, as a location with any of its own
inherits none; addresses that lead on are told relative to the former one.
"""

import re
from collections.abc import Iterator

from sitegen.hosting.types import CHARSET, NAMED, TYPES, has_charset, with_charset
from sitegen.hosting.value import Hosting, Move, Rule, moves_by_address
from sitegen.urls import Linker

PATH = ".server/nginx.conf"
HEAD = """\
# The site, for nginx. In a server block whose root holds it at {base}:
#
#     include …/{path};
#
# It is written anew with every build, and fits what lies beside it. docs/hosting.md says more.
"""


def nginx(hosting: Hosting) -> str:
    """Return the configuration."""
    base, whole = hosting.base, hosting.rules[0]
    lines = [
        f"location ^~ {quoted(base)} {{",
        "    index index.html;",
        "    server_tokens off;",
        *_types(),
        *(["    gzip_static on;"] if "gz" in hosting.forms else []),
        *(["    # brotli_static on;  # where that module is loaded"] if "br" in hosting.forms else []),
        *(["    gzip_vary on;"] if hosting.forms else []),
        *_headers(whole, "    "),
        f"    error_page 404 {quoted(base + hosting.page(''))};",
        "    location ~ /\\.(?!well-known/) { return 404; }",
        *(line for name, known in NAMED.items() for line in _named(name, known)),
        *(line for folder in hosting.folders for line in _folder(folder, hosting)),
        *(line for former, moves in moves_by_address(hosting.moves).items() for line in _moved(former, moves, base)),
        "}",
    ]
    return HEAD.format(base=base, path=PATH) + "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as nginx reads it back."""
    return '"' + re.sub(r'(["\\\\])', r"\\\1", text) + '"'


def _types() -> Iterator[str]:
    yield "    types {"
    yield from (f"        {known} {suffix};" for suffix, known in TYPES.items())
    yield "    }"
    texts = sorted({known for known in TYPES.values() if has_charset(known)} - {"text/html"})  # which nginx adds
    yield f"    charset {CHARSET};"
    yield f"    charset_types {' '.join(texts)};"


def _named(name: str, media_type: str) -> Iterator[str]:
    yield f"    location ~ /{re.escape(name)}$ {{"
    yield "        types { }"
    yield f"        default_type {quoted(with_charset(media_type))};"
    yield "    }"


def _headers(rule: Rule, indent: str) -> list[str]:
    return [f"{indent}add_header {name} {quoted(value)} always;" for name, value in rule.headers]


def _folder(folder: str, hosting: Hosting) -> Iterator[str]:
    yield f"    location {quoted(hosting.base + folder)} {{"
    rule, page = hosting.rule(folder), hosting.page(folder)
    if rule != hosting.rules[0]:
        yield from _headers(rule, "        ")
    if page != hosting.page(""):
        yield f"        error_page 404 {quoted(hosting.base + page)};"
    yield "    }"


def _moved(former: str, moves: list[Move], base: str) -> Iterator[str]:
    yield f"    location = {quoted(base + former)} {{"
    for move in moves:
        there = quoted(Linker().href(former, move.there))
        if move.query:
            asked = "&".join(f"$arg_{name}" for name, _ in move.query)
            yield f"        set $sitegen_asked {quoted(asked)};"
            told = quoted("&".join(value for _, value in move.query))
            yield f"        if ($sitegen_asked = {told}) {{ return 301 {there}; }}"
        else:
            yield f"        return 301 {there};"
    yield "    }"
