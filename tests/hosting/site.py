"""A site that is made for servers, with everything in it that they treat in a way of its own."""

from pathlib import Path

from tests.sites import SHARED, built, plant

HOSTING = "hosting: {servers: [nginx, apache, caddy, headers], compress: [br, gz], hsts: {days: 365}}\n"
MOVED = """
-- content/pages/contact.ko.md --
---
title: 연락처
summary: 연락하는 방법입니다.
aliases: [/old/address/, /former.html, "/news.do?boardNo=542", "/news.do?boardNo=542&lang=ko", "/?page_id=7", /옛 주소/]
---
-- content/pages/contact.en.md --
---
title: Contact
summary: How to reach us.
---
""".replace(", /옛 주소/", ", /옛주소/")
SITE = SHARED.replace("-- content/site.yaml --\n", f"-- content/site.yaml --\n{HOSTING}", 1) + MOVED


def finished(folder: Path, base_url: str = "") -> Path:
    """Build the site, and return the folder it lies in; a file that we did not write is among its own."""
    place = plant(folder / "project", SITE)
    built(place, *(("--base-url", base_url) if base_url else ()))
    site = place / "site"
    known = site / ".well-known"
    known.mkdir()
    (known / "security.txt").write_text("Contact: mailto:someone@example.org\n", encoding="utf-8")
    return site
