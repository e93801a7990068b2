"""What is asked for."""

from msgspec import Struct

from sitegen.scaffold.surroundings import Surroundings


class Request(Struct, frozen=True):
    """A new thing: its kind, its id, its title, and the language of that.

    For an update, the id is that of its task. A page may head the list of another kind.
    """

    kind: str
    id: str
    title: str
    original: str
    lists: str = ""


class Order(Struct, frozen=True):
    """A request and what it comes into."""

    request: Request
    around: Surroundings

    @property
    def is_translated(self) -> bool:
        """Whether it was written first in another language than the facts."""
        return self.request.original != self.around.languages[0]
