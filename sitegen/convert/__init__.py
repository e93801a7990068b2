"""convert: body -> HTML, each on its own, with everything that is wrong with it."""

from sitegen.convert.conversion import Converted, convert

__all__ = ["Converted", "convert"]
