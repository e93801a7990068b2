"""Benchmarks: one corpus, our layout of it and that of other generators, and what building each costs."""
