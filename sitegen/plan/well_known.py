"""Files that programs look for at one place of any host: whom to tell of a weakness, and what is disclosed of carbon.

They say what the settings say, and there are none if these say nothing.
Sources: security.txt, https://www.rfc-editor.org/rfc/rfc9116; carbon.txt 0.4, https://carbontxt.org/syntax.
"""

import json
from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sitegen.files import Output
from sitegen.kinds.site import CarbonTxt, Security
from sitegen.plan.standpoint import Standpoint
from sitegen.urls import CARBON_TXT, SECURITY_TXT

CARBON_VERSION = "0.4"


def security(root: Standpoint) -> Iterator[Output]:
    """Yield whom to tell of a weakness; nothing from the day on which that is to be trusted no more."""
    known = root.settings.security
    if known is not None and root.today < known.expires:
        yield Output(SECURITY_TXT, ("\n".join(_security(known, root)) + "\n").encode())


def carbon(root: Standpoint) -> Iterator[Output]:
    """Yield what is disclosed of the carbon that the site stands for, and by whom it is served."""
    known = root.settings.carbon_txt
    if known is not None:
        yield Output(CARBON_TXT, "".join(_carbon(known, root)).encode())


def _security(known: Security, root: Standpoint) -> Iterator[str]:
    yield from (f"Contact: {contact}" for contact in known.contacts)
    expires = datetime.combine(known.expires, time(), ZoneInfo(root.settings.timezone))
    yield f"Expires: {expires.isoformat(timespec='seconds')}"
    if known.encryption:
        yield f"Encryption: {known.encryption}"
    if known.policy:
        yield f"Policy: {known.policy}"
    if known.languages:
        yield f"Preferred-Languages: {', '.join(known.languages)}"
    if root.linker.base_path == "/" and root.linker.base_url:
        yield f"Canonical: {root.linker.full(SECURITY_TXT)}"


def _carbon(known: CarbonTxt, root: Standpoint) -> Iterator[str]:
    yield f'version = "{CARBON_VERSION}"\n'
    for disclosure in known.disclosures:
        title = root.phrase(disclosure.title).text if disclosure.title else None
        valid = disclosure.valid_until.isoformat() if disclosure.valid_until else None
        yield "\n[[org.disclosures]]\n"
        yield from _lines(doc_type=disclosure.type, url=disclosure.address, domain=disclosure.domain, title=title,
                          valid_until=valid)  # fmt: skip
    for service in known.services:
        yield "\n[[upstream.services]]\n"
        yield from _lines(domain=service.domain, service_type=list(service.type) or None)


def _lines(**said: str | list[str] | None) -> Iterator[str]:
    """Yield keys with their values: what JSON can write of strings and lists, TOML can read."""
    for name, value in said.items():
        if value is not None:
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
