"""What the preview adds to a page on its way to the browser; the file itself stays as it will be published."""

from hashlib import blake2b

ROOM = "/.preview/"
"""What the addresses of the preview's own things start with: no page of a site is there."""
WAITING = """<!DOCTYPE html>
<html lang="ko">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>미리보기</title></head>
<body><main><h1>미리보기를 준비하고 있습니다</h1><p lang="en">The preview is being made.</p></main></body>
</html>
""".encode()
"""Shown until there is a site; it makes way by itself."""


def version(page: bytes) -> str:
    """Return what tells a page from another version of it."""
    return blake2b(page, digest_size=12).hexdigest()


def injected(page: bytes, told: str) -> bytes:
    """Return a page with the preview's element and script at its end; `told` is its version."""
    added = f'<sitegen-preview data-version="{told}"></sitegen-preview><script src="{ROOM}client.js"></script>\n'
    end = page.lower().rfind(b"</body>")
    at = len(page) if end < 0 else end
    return page[:at] + added.encode() + page[at:]
