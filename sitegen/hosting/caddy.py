"""The site in the words of Caddy 2: directives for a site block, or for `handle_path` under a path.

Source: https://caddyserver.com/docs/caddyfile. Nothing in them says where the site is published, and addresses that
lead on are told relative to the former one, so that they can be moved with it.
"""

from collections.abc import Iterator
from urllib.parse import quote

from sitegen.hosting.headers import Headers
from sitegen.hosting.types import NAMED, TYPES, with_charset
from sitegen.hosting.value import Hosting, Move, Rule, moves_by_address
from sitegen.urls import Linker

PATH = ".server/Caddyfile"
HEAD = """\
# The site, for Caddy 2.6 or newer. In a site block, below the root that holds it:
#
#     root * …
#     import …/{path}
#
# It is written anew with every build, and fits what lies beside it. docs/hosting.md says more.
"""
ENCODINGS = {"br": "br", "gz": "gzip"}


def caddy(hosting: Hosting) -> str:
    """Return the directives."""
    serving = f"precompressed {' '.join(ENCODINGS[form] for form in hosting.forms)}" if hosting.forms else ""
    lines = [
        "route {",
        *_headers("", hosting.rules[0].headers),
        "\theader -Server",
        *(line for rule in hosting.rules[1:] for line in _folder(rule, hosting.rules[0])),
        *(line for number, move in enumerate(_moves(hosting)) for line in _moved(number, move)),
        "\t@hidden {",
        "\t\tpath */.*",
        "\t\tnot path /.well-known/*",
        "\t}",
        *_not_found("@hidden", hosting, serving),
        "\t@missing not file {path} {path}/index.html",
        *_not_found("@missing", hosting, serving),
        *(line for name, known in NAMED.items() for line in _typed(name, f"*/{name}", known)),
        *(line for suffix, known in TYPES.items() for line in _typed(suffix, f"*.{suffix}", known)),
        *_file_server(serving, "\t"),
        "}",
    ]
    return HEAD.format(path=PATH) + "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as Caddy reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _headers(matcher: str, headers: Headers) -> Iterator[str]:
    yield f"\theader {matcher}{{"
    yield from (f"\t\t{name} {quoted(value)}" for name, value in headers)
    yield "\t}"


def _folder(rule: Rule, whole: Rule) -> Iterator[str]:
    """Yield what is otherwise below a folder: what takes a header away, which Caddy does last, is said by itself."""
    given = dict(rule.headers)
    yield from _headers(f"/{rule.folder}* ", tuple(header for header in rule.headers if header not in whole.headers))
    yield from (f"\theader /{rule.folder}* -{name}" for name, _ in whole.headers if name not in given)


def _typed(matcher: str, path: str, media_type: str) -> Iterator[str]:
    """Yield what a type is, said last: the system may think otherwise. Of two that fit, the first one counts."""
    yield f"\t@{matcher} path {path}"
    yield f"\theader @{matcher} {{"
    yield f"\t\tContent-Type {quoted(with_charset(media_type))}"
    yield "\t\tdefer"
    yield "\t}"


def _moves(hosting: Hosting) -> Iterator[Move]:
    for moves in moves_by_address(hosting.moves).values():
        yield from moves


def _moved(number: int, move: Move) -> Iterator[str]:
    there = quote(Linker().href(move.former, move.there))
    yield f"\t@former{number} {{"
    yield f"\t\tpath {quoted(f'/{move.former}')}"
    yield from (f"\t\tquery {quoted(f'{name}={value}')}" for name, value in move.query)
    yield "\t}"
    yield f"\tredir @former{number} {quoted(there)} 301"


def _not_found(matcher: str, hosting: Hosting, serving: str) -> Iterator[str]:
    """Yield what answers with the page for addresses that do not exist, the nearest one."""
    yield f"\thandle {matcher} {{"
    yield "\t\troute {"
    for folder, page in sorted(hosting.not_found, key=lambda each: -len(each[0])):
        yield f"\t\t\thandle /{folder}* {{"
        yield f"\t\t\t\trewrite * /{page}"
        yield from _file_server(f"status 404\n\t\t\t\t\t{serving}".rstrip(), "\t\t\t\t")
        yield "\t\t\t}"
    yield "\t\t}"
    yield "\t}"


def _file_server(options: str, indent: str) -> Iterator[str]:
    yield f"{indent}file_server {{" if options else f"{indent}file_server"
    if options:
        yield f"{indent}\t{options}"
        yield f"{indent}}}"
