"""Content-Security-Policy: what a finished page needs, and the policy that allows this and nothing else.

Everything is the site's own: what is inline, or of another host, is refused before a page is published (see
`sitegen.verify`), so that no policy has a hash, a nonce or a host in it. JSON-LD is data, which no policy asks about.

Sources: https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/trusted-types/.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntFlag, auto

POLICY = "\ue013"
"""Stands on a page for its policy, until the page is finished and it is known what it needs."""


class Needs(IntFlag):
    """What a page loads or does."""

    NOTHING = 0
    SCRIPT = auto()
    STYLE = auto()
    IMAGE = auto()
    IMAGE_DATA = auto()
    FONT = auto()
    FONT_DATA = auto()
    MEDIA = auto()
    CONNECT = auto()
    WORKER = auto()
    MANIFEST = auto()
    FORM = auto()


DIRECTIVES: Sequence[tuple[str, Needs, Needs]] = (
    ("script-src", Needs.SCRIPT, Needs.NOTHING),
    ("style-src", Needs.STYLE, Needs.NOTHING),
    ("img-src", Needs.IMAGE, Needs.IMAGE_DATA),
    ("font-src", Needs.FONT, Needs.FONT_DATA),
    ("media-src", Needs.MEDIA, Needs.NOTHING),
    ("connect-src", Needs.CONNECT, Needs.NOTHING),
    ("worker-src", Needs.WORKER, Needs.NOTHING),
    ("manifest-src", Needs.MANIFEST, Needs.NOTHING),
)
"""Directives that `default-src` stands in for: what asks for the site's own files, and for what a text holds itself."""

Resources = Mapping[str, Needs]
"""What style sheets and scripts need, with all that scripts import, by the names of their files."""

TAG = re.compile(rb"""<(link|script|img|image|source|video|audio|track|form)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""")
FILE = re.compile(rb"""\b(?:src|href)\s*=\s*["']?[^"'>\s]*?([^"'>\s/]+)(?:["'>\s]|$)""")
LINKS = {b"stylesheet": Needs.STYLE, b"icon": Needs.IMAGE, b"manifest": Needs.MANIFEST, b"modulepreload": Needs.SCRIPT}
SHOWN = {
    b"img": Needs.IMAGE, b"image": Needs.IMAGE, b"video": Needs.MEDIA, b"audio": Needs.MEDIA, b"track": Needs.MEDIA,
    b"form": Needs.FORM,
}  # fmt: skip
URL = re.compile(rb"""(@font-face\s*\{[^}]*)?\burl\(\s*["']?(data:)?""")
ASKING = re.compile(rb"\b(?:fetch|XMLHttpRequest|EventSource|WebSocket|sendBeacon)\b")
WORKING = re.compile(rb"\bWorker\(|\bserviceWorker\b")
NAMED = re.compile(rb"""\b(?:from|import)\s*\(?\s*["'](?:[^"']*/)?([^"'/]+\.js)["']""")
"""What a script loads, at once or when it needs it."""


def policy(needs: Needs) -> str:
    """Return the policy of a page that needs so much; one with scripts may not let them make markup of text."""
    told = ["default-src 'none'", *_sources(needs), "base-uri 'none'"]
    told.append("form-action 'self'" if Needs.FORM in needs else "form-action 'none'")
    if Needs.SCRIPT in needs:
        told += ["require-trusted-types-for 'script'", "trusted-types 'none'"]
    return "; ".join(told)


def needs_of_page(page: bytes, resources: Resources) -> Needs:
    """Return what a page needs with the style sheets and scripts that it loads."""
    needs = Needs.NOTHING
    for name, attributes in TAG.findall(page):
        needs |= _of_tag(name, attributes, resources)
    return needs


def resources_in(files: Iterable[tuple[str, bytes]]) -> dict[str, Needs]:
    """Return what style sheets and scripts need, each given by its path and bytes."""
    texts = {path.rpartition("/")[2]: data for path, data in files}
    own = {name: _of_file(name, data) for name, data in texts.items() if name.endswith((".css", ".js"))}
    return {name: _together(name, texts, own) for name in own}


def _sources(needs: Needs) -> Iterator[str]:
    for name, own, within in DIRECTIVES:
        allowed = [*(["'self'"] if own in needs else []), *(["data:"] if within and within in needs else [])]
        if allowed:
            yield f"{name} {' '.join(allowed)}"


def _of_tag(name: bytes, attributes: bytes, resources: Resources) -> Needs:
    if name == b"script":
        file = FILE.search(attributes)
        return Needs.SCRIPT | resources.get(file[1].decode(), Needs.NOTHING) if file else Needs.NOTHING
    if name == b"link":
        return _of_link(attributes, resources)
    if name == b"source":
        return Needs.IMAGE if b"srcset=" in attributes else Needs.MEDIA
    return SHOWN[name] | (Needs.IMAGE if b"poster=" in attributes else Needs.NOTHING)


def _of_link(attributes: bytes, resources: Resources) -> Needs:
    rel = re.search(rb'\brel="([^"]*)"', attributes)
    needs = Needs.NOTHING
    for word in rel[1].split() if rel else ():
        needs |= LINKS.get(word, Needs.NOTHING)
    file = FILE.search(attributes) if needs & (Needs.STYLE | Needs.SCRIPT) else None
    return needs | resources.get(file[1].decode(), Needs.NOTHING) if file else needs


def _of_file(name: str, data: bytes) -> Needs:
    needs = Needs.NOTHING
    if name.endswith(".css"):
        for font, within in URL.findall(data):
            needs |= (Needs.FONT_DATA if within else Needs.FONT) if font else Needs.NOTHING
            needs |= (Needs.IMAGE_DATA if within else Needs.IMAGE) if not font else Needs.NOTHING
        return needs
    needs |= Needs.CONNECT if ASKING.search(data) else Needs.NOTHING
    return needs | (Needs.WORKER if WORKING.search(data) else Needs.NOTHING)


def _together(name: str, texts: Mapping[str, bytes], own: Resources) -> Needs:
    """Return what a file needs with all that it loads."""
    waiting, reached, needs = [name], {name}, Needs.NOTHING
    while waiting:
        here = waiting.pop()
        needs |= own[here]
        loaded = {found.decode() for found in NAMED.findall(texts[here])} if here.endswith(".js") else set()
        waiting += sorted((loaded & own.keys()) - reached)
        reached |= loaded
    return needs
