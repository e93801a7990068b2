"""The floor: stock Python-Markdown converts the bodies in as many processes as there are cores, and nothing else."""

import sys

from msgspec import structs

from benchmarks.generator import HERE
from benchmarks.layouts.ours import OURS

POOL = structs.replace(
    OURS,
    name="pool",
    command=(sys.executable, str(HERE / "pool.py"), "content/tasks"),
    version=(sys.executable, "-c", "import markdown; print('Python-Markdown', markdown.__version__)"),
    steps=("cold",),
    note="stock Python-Markdown converts the bodies: no front matter, no templates, no checks, nothing written",
)
