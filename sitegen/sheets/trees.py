"""Values within trees of nodes: looking them up, and trees in which one is another."""

from collections.abc import Iterator
from collections.abc import Sequence as Ordered

from sitegen.diagnostics import Place
from sitegen.parse.nodes import Entry, Mapping, Node, Scalar, Sequence
from sitegen.sheets.columns import FieldPath


def value_at(node: Node | None, path: FieldPath) -> Node | None:
    """Return the node at a path, None if there is none."""
    for step in path:
        node = _step(node, step)
    return node


def entry_of(node: Mapping, key: str) -> Entry | None:
    """Return the entry of a mapping with a name."""
    return next((entry for entry in node.entries if entry.key.text == key), None)


def with_value(node: Mapping, path: FieldPath, value: Node | None, order: Ordered[str], place: Place) -> Mapping:
    """Return a mapping in which the value at a path is another, or is not there; what lies on the way is made.

    New fields come in their `order`; `place` is where what is made on the way is asked for.
    """
    key = str(path[0])
    entry = entry_of(node, key)
    inner = value if len(path) == 1 else _within(entry.value if entry else None, path[1:], value, place)
    if inner is None:
        return Mapping(tuple(each for each in node.entries if each is not entry), node.place)
    changed = Entry(entry.key if entry else Scalar(key, place), inner)
    if entry:
        return Mapping(tuple(changed if each is entry else each for each in node.entries), node.place)
    return Mapping(_inserted(node.entries, changed, order), node.place)


def texts_of(node: Node | None) -> tuple[str, ...]:
    """Return the texts of a scalar or of a list of them."""
    if isinstance(node, Scalar):
        return (node.text,) if node.text else ()
    if isinstance(node, Sequence):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return ()


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = entry_of(node, step)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None


def _within(node: Node | None, path: FieldPath, value: Node | None, place: Place) -> Node | None:
    """Return a list or group with another value in it, None if nothing is left in it."""
    if isinstance(path[0], str):
        group = node if isinstance(node, Mapping) else Mapping((), place)
        changed = with_value(group, path, value, (), place)
        return changed if changed.entries else None
    items = list(node.items) if isinstance(node, Sequence) else []
    number = path[0]
    inner = _within(items[number] if number < len(items) else None, path[1:], value, place)
    if number < len(items):
        items[number : number + 1] = [inner or Mapping((), place)]
    elif inner is not None:
        items.extend(Mapping((), place) for _ in range(number - len(items)))
        items.append(inner)
    return Sequence(tuple(items), node.place if isinstance(node, Sequence) else place) if items else None


def without_gaps(node: Node) -> Node | None:
    """Return a tree without the empty groups that stand for entries of a list which are not given, or removed."""
    if isinstance(node, Mapping):
        entries = [(entry, without_gaps(entry.value)) for entry in node.entries]
        if all(kept is entry.value for entry, kept in entries):
            return node if node.entries else None
        left = tuple(Entry(entry.key, kept) for entry, kept in entries if kept is not None)
        return Mapping(left, node.place) if left else None
    if isinstance(node, Sequence):
        items = [kept for item in node.items if (kept := without_gaps(item)) is not None]
        same = len(items) == len(node.items) and all(one is two for one, two in zip(items, node.items, strict=True))
        return node if same else (Sequence(tuple(items), node.place) if items else None)
    return node


def gaps_in(node: Mapping) -> Iterator[str]:
    """Yield the names of lists in which an entry that says nothing stands before one that says something."""
    for entry in node.entries:
        if isinstance(entry.value, Sequence):
            filled = [without_gaps(item) is not None for item in entry.value.items]
            if filled != sorted(filled, reverse=True):
                yield entry.key.text


def _inserted(entries: tuple[Entry, ...], new: Entry, order: Ordered[str]) -> tuple[Entry, ...]:
    """Return the entries with a new one after the last of those that come before it; one without an order is last."""
    rank = {name: number for number, name in enumerate(order)}
    own = rank.get(new.key.text, len(rank) + 1)
    before = [number for number, entry in enumerate(entries) if rank.get(entry.key.text, len(rank)) < own]
    at = before[-1] + 1 if before else 0
    return (*entries[:at], new, *entries[at:])
