"""The Nu Html Checker, of the makers of HTML's specification: every page, the stylesheet and the drawings."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

import msgspec

from audits.borrowed import NU
from audits.outcome import Outcome, numbered, sorted_findings

FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "html": ("Nu, HTML", "no error and no warning of the Nu Html Checker"),
        "css": ("Nu, CSS", "no error of the Nu Html Checker but for properties that it does not know yet"),
        "svg": ("Nu, SVG", "no error and no warning of the Nu Html Checker"),
    }
)
UNKNOWN: Mapping[str, str] = MappingProxyType(
    {
        "“@container”": "https://www.w3.org/TR/css-contain-3/",
        "“container-type”": "https://www.w3.org/TR/css-contain-3/",
        "“paint-order”": "https://www.w3.org/TR/SVG2/painting.html#PaintOrder",
        "“position-area”": "https://www.w3.org/TR/css-anchor-position-1/",
        "“position-try-fallbacks”": "https://www.w3.org/TR/css-anchor-position-1/",
        "“vector-effect”": "https://www.w3.org/TR/SVG2/coords.html#VectorEffects",
    }
)
"""Words of CSS that the checker does not know, and what defines them."""
POLICY = "violates Content Security Policy (meta tag)"
"""Said of files on a disk, none of which is of the site's own host, and of JSON-LD, which is data and never run.

Whether pages keep to their policy is asked of a browser that has them from a server: see `console` in browsing.py.
"""


class Message(msgspec.Struct, frozen=True, rename="camel"):
    """What the checker says of a file."""

    type: str
    url: str
    message: str
    last_line: int = 0


def check(site: Path) -> tuple[Outcome, ...]:
    """Return what the checker finds in a finished site."""
    return tuple(_checked(site, form) for form in FORMS)


def _checked(site: Path, form: str) -> Outcome:
    files = sorted(site.rglob(f"*.{form}"))
    name, asked = FORMS[form]
    told = ((_path(message, site), f"line {message.last_line}: {message.message}") for message in _messages(site, form))
    return Outcome(name, asked, numbered(len(files), "file", "files"), sorted_findings(told))


def _messages(site: Path, form: str) -> Iterator[Message]:
    """Yield what the checker says; it looks for the files itself, so that it starts once."""
    command = ("java", "-jar", str(NU), "--format", "json", "--exit-zero-always", f"--skip-non-{form}", str(site))
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # what we borrow, of our own folder
    messages = msgspec.json.decode(done.stderr[done.stderr.index(b"{") :], type=dict[str, object])["messages"]
    for message in msgspec.convert(messages, list[Message]):
        if not any(word in message.message for word in (*UNKNOWN, POLICY)):
            yield message


def _path(message: Message, site: Path) -> str:
    return Path(unquote(urlsplit(message.url).path)).relative_to(site.resolve()).as_posix()
