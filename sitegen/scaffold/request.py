"""What is asked for."""

from msgspec import Struct

from sitegen.diagnostics import Message
from sitegen.scaffold.surroundings import Surroundings


class RefusedError(ValueError):
    """What was asked for cannot be made: the message says why, and what to do instead."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template, values)
        self._template = template
        self._values = values

    @property
    def message(self) -> Message:
        """What is to be said."""
        return Message(self._template, self._values)


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
