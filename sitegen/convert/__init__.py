"""The third stage: each body of Markdown becomes HTML, on its own."""

from sitegen.convert.conversion import Converted, convert

__all__ = ["Converted", "convert"]
