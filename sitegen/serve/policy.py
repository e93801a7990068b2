"""The Content-Security-Policy of a page in the preview: the page's own, widened by what the preview adds to it."""

import re
from html import unescape

STRICT = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What a page is held to that says nothing itself: no inline script or style, nothing from another host."""
WIDENED = ("script-src", "connect-src")
DROPPED = frozenset({"require-trusted-types-for", "trusted-types", "upgrade-insecure-requests"})
"""What would keep the preview from changing the page in place, or ask for https where there is none."""

META = re.compile(rb"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
CONTENT = re.compile(r"\bcontent\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE)


def with_policy(page: bytes, host: str) -> tuple[bytes, tuple[str, ...]]:
    """Return a page without the policies it declares, and those to send with it instead.

    Only the preview's own script and socket are allowed beside what the page allows.
    """
    declared = tuple(_content(match[0].decode("utf-8", "replace")) for match in META.finditer(page))
    return META.sub(b"", page), tuple(widened(policy, host) for policy in declared or (STRICT,))


def widened(policy: str, host: str) -> str:
    """Return a policy that allows what it did, and the scripts and sockets of the preview at `host`."""
    directives = {name.lower(): values for name, *values in filter(None, map(str.split, policy.split(";")))}
    kept = {name: values for name, values in directives.items() if name not in DROPPED}
    for name in WIDENED:
        allowed = kept.get(name, kept.get("default-src", ["*"]))
        more = ["'self'", *([f"ws://{host}"] if name == "connect-src" else [])]
        kept[name] = [value for value in allowed if value not in {"'none'", *more}] + more
    return "; ".join(" ".join((name, *values)) for name, values in kept.items())


def _content(tag: str) -> str:
    match = CONTENT.search(tag)
    return unescape(match["double"] or match["single"] or "") if match else ""
