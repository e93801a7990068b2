"""The machine that figures were measured on."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

PROCESSOR = re.compile(r"^model name\s*: (.*)$", re.MULTILINE)
PACKAGES = ("markdown", "jinja2", "msgspec", "pyyaml")


class Machine(Struct, frozen=True):
    """A machine, and the Python that ours ran on, with the packages that matter."""

    processor: str
    cores: int
    memory_gb: int
    system: str
    python: str
    packages: tuple[str, ...]


def machine() -> Machine:
    """Return this machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        memory_gb=round(memory / 2**30),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        packages=tuple(f"{name} {version(name)}" for name in PACKAGES),
    )


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    match = PROCESSOR.search(known.read_text(encoding="utf-8")) if known.exists() else None
    return match[1] if match else platform.processor()
