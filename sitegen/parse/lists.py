"""YAML files that hold a list of groups of fields."""

from msgspec import Struct

from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.files import File
from sitegen.parse import nodes
from sitegen.parse.text import decode


class Listed(Struct, frozen=True):
    """The entries of a list, whether they are all of them, and what is wrong."""

    items: tuple[nodes.Mapping, ...]
    is_whole: bool
    problems: tuple[Diagnostic, ...]


def parse_list(file: File) -> Listed:
    """Return the entries of a file; what is not understood at all is left out."""
    text, unreadable = decode(file)
    if unreadable:
        return Listed((), is_whole=False, problems=unreadable)
    composed = nodes.compose(text, file.path)
    if not isinstance(composed.node, nodes.Sequence):
        place = composed.node.place if composed.node else Place(file.path)
        return Listed((), is_whole=False, problems=composed.problems or (_not_a_list(place),))
    items = tuple(item for item in composed.node.items if isinstance(item, nodes.Mapping))
    wrong = [item.place for item in composed.node.items if isinstance(item, nodes.Scalar | nodes.Sequence)]
    problems = (*composed.problems, *map(_not_a_record, wrong))
    return Listed(items, len(items) == len(composed.node.items), problems)


def _not_a_list(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this file must be a list", "start each record with a hyphen: - id: …")


def _not_a_record(place: Place) -> Diagnostic:
    return error("wrong-type", place, "this must be a record", "write names and values after the hyphen: - id: …")
