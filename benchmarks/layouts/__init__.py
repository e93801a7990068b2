"""Layouts: how the corpus is written down for each generator, and how that generator is run."""

from benchmarks.layouts.eleventy import ELEVENTY
from benchmarks.layouts.hugo import HUGO
from benchmarks.layouts.lektor import LEKTOR
from benchmarks.layouts.mkdocs import MKDOCS
from benchmarks.layouts.nikola import NIKOLA
from benchmarks.layouts.ours import OURS
from benchmarks.layouts.pelican import PELICAN, PELICAN_CACHE
from benchmarks.layouts.pool import POOL
from benchmarks.layouts.zensical import ZENSICAL

__all__ = ["OURS", "PEERS", "POOL"]

PEERS = (POOL, HUGO, ELEVENTY, PELICAN, PELICAN_CACHE, MKDOCS, ZENSICAL, NIKOLA, LEKTOR)
