"""What any server must do to serve a site well, before it is written in the words of one."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.hosting.headers import Headers


class Rule(Struct, frozen=True):
    """The headers of everything below a folder, as in `embed/`; those of a folder further down count instead."""

    folder: str
    headers: Headers


class Move(Struct, frozen=True):
    """A former address, the query that it must have, and where that is now, both below the site's root."""

    former: str
    there: str
    query: tuple[tuple[str, str], ...] = ()


class Hosting(Struct, frozen=True):
    """What a server must do; `base` is the path that the site is published under, with a slash at both ends.

    `rules` begin with that of the whole site, `not_found` holds the page for addresses that do not exist by the folder
    below which it is shown. `forms` are those in which compressed files lie beside what they are made from.
    """

    base: str
    rules: tuple[Rule, ...]
    moves: tuple[Move, ...]
    not_found: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]

    def rule(self, path: str) -> Rule:
        """Return the rule that counts for a path below the site's root."""
        return max((rule for rule in self.rules if path.startswith(rule.folder)), key=lambda rule: len(rule.folder))

    def page(self, path: str) -> str:
        """Return the page that is shown for an address that does not exist, by the path of that."""
        return max((each for each in self.not_found if path.startswith(each[0])), key=lambda each: len(each[0]))[1]

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders below which something is otherwise than on the whole site."""
        named = {*(rule.folder for rule in self.rules), *(folder for folder, _ in self.not_found)}
        return tuple(sorted(named - {""}))


def moves_by_address(moves: Iterable[Move]) -> dict[str, list[Move]]:
    """Return moves by their former address, those that ask for a query first, the one that asks for most before all."""
    found: dict[str, list[Move]] = {}
    for move in sorted(moves, key=lambda move: (move.former, -len(move.query), move.query)):
        found.setdefault(move.former, []).append(move)
    return found
