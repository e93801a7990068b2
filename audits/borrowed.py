"""What the audits borrow of others: programs of the npm registry in .audit/, in the versions of package-lock.json."""

from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".audit"
AXE = FOLDER / "node_modules/axe-core/axe.min.js"
NU = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"


def versions() -> dict[str, str]:
    """Return the versions of what is borrowed, by name."""
    names = msgspec.json.decode((ROOT / "audits/package.json").read_bytes())["dependencies"]
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    told = msgspec.json.decode((FOLDER / "node_modules" / name / "package.json").read_bytes())
    return str(told["version"])
