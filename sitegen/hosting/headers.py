"""The headers that every answer of a server carries, by what is answered.

Sources: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html,
https://github.com/mdn/mdn-http-observatory (what is graded), https://hstspreload.org.
"""

from collections.abc import Iterator

from sitegen.hosting.policy import Needs, policy
from sitegen.kinds.site import StrictTransport

Headers = tuple[tuple[str, str], ...]
"""Names and values, sorted by name."""

SENSITIVE = (
    "accelerometer", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid", "magnetometer",
    "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
"""Features of browsers that no page of ours asks for; copying and sharing an address are not among them."""

REFERRER = "strict-origin-when-cross-origin"
FOR_GOOD = "public, max-age=31536000, immutable"
REVALIDATED = "no-cache"
DAY = 86_400  # seconds


def of_pages(needs: Needs, transport: StrictTransport | None) -> Headers:
    """Return the headers of pages, and of whatever else there is: nobody may frame them, and caches ask each time."""
    guarded = {
        "Content-Security-Policy": f"{policy(needs)}; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }
    return _with_common(guarded, transport)


def of_frames(needs: Needs, transport: StrictTransport | None) -> Headers:
    """Return the headers of pages that any site may show in a frame."""
    open_to_all = {"Content-Security-Policy": policy(needs), "Cross-Origin-Resource-Policy": "cross-origin"}
    return _with_common(open_to_all, transport)


def of_assets(needs: Needs, transport: StrictTransport | None) -> Headers:
    """Return the headers of files whose names change with what is in them: kept for good, pictures shown anywhere."""
    changed = {"Cache-Control": FOR_GOOD, "Cross-Origin-Resource-Policy": "cross-origin"}
    return tuple(sorted({**dict(of_pages(needs, transport)), **changed}.items()))


def _with_common(own: dict[str, str], transport: StrictTransport | None) -> Headers:
    common = {
        "Cache-Control": REVALIDATED,
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in SENSITIVE),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }
    return tuple(sorted({**common, **own, **dict(_strict(transport))}.items()))


def _strict(transport: StrictTransport | None) -> Iterator[tuple[str, str]]:
    if transport is not None:
        reach = {"host": "", "subdomains": "; includeSubDomains", "preload": "; includeSubDomains; preload"}
        yield "Strict-Transport-Security", f"max-age={transport.days * DAY}{reach[transport.reach]}"
