"""Layouts: how the corpus is written down for each generator, and how that generator is run."""

from benchmarks.layouts.ours import OURS

__all__ = ["OURS"]
