"""The site in `_headers` and `_redirects`, which Cloudflare Pages, Netlify and others read.

Sources: https://developers.cloudflare.com/pages/configuration/headers/, https://docs.netlify.com/routing/headers/.
Where several rules match, their headers are joined; `!` takes one away that a rule before has set. A host that does not
know `!` stays with what is stricter. Such hosts compress by themselves, and know the types of files. What asks for a
query is understood by Netlify only.
"""

from collections.abc import Iterator
from urllib.parse import quote

from sitegen.hosting.value import Hosting, Rule, moves_by_address

HEADERS, REDIRECTS = "_headers", "_redirects"


def headers(hosting: Hosting) -> str:
    """Return the text of `_headers`."""
    whole = hosting.rules[0]
    lines = ["/*", *(f"  {name}: {value}" for name, value in whole.headers)]
    for rule in hosting.rules[1:]:
        lines += _folder(rule, whole)
    return "".join(f"{line}\n" for line in lines)


def redirects(hosting: Hosting) -> str:
    """Return the text of `_redirects`."""
    moves = (move for moves in moves_by_address(hosting.moves).values() for move in moves)
    told = ((hosting.base + quote(move.former), *(f"{name}={value}" for name, value in move.query),
             hosting.base + quote(move.there), "301") for move in moves)  # fmt: skip
    return "".join(f"{' '.join(words)}\n" for words in told)


def _folder(rule: Rule, whole: Rule) -> Iterator[str]:
    given = dict(rule.headers)
    yield f"/{quote(rule.folder)}*"
    for name, value in whole.headers:
        if given.get(name) != value:
            yield f"  ! {name}"
            yield from [f"  {name}: {given[name]}"] if name in given else []
