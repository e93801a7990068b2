"""What a column of a sheet is: where its values stand in a thing, what they may be, what it is called."""

from collections.abc import Mapping

from msgspec import Struct, inspect

from sitegen.forms import members, plain, words_of
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.sheets.korean import YES_OR_NO

FieldPath = tuple[str | int, ...]
"""Where a value stands in a thing: names of fields, and positions in lists from 0."""

UPDATE = "update"
KINDS = (*PAGE_KINDS, *RECORD_KINDS, UPDATE)


class Column(Struct, frozen=True):
    """A column: its name, where its values stand, and what they may be.

    `language` is that of the words of a page, and empty for facts and records. `type` is that of a single value;
    where `is_list`, a cell holds several. `ref` is the kind of the things that its values name. `labels` says what the
    fixed words are called that its values may be.
    """

    name: str
    path: FieldPath
    type: inspect.Type
    language: str = ""
    label: str = ""
    english: str = ""
    korean: str = ""
    ref: str = ""
    is_list: bool = False
    is_required: bool = False
    labels: Mapping[str, str] = {}

    @property
    def is_key(self) -> bool:
        """Whether it says which thing a row is about."""
        return self.path in {("id",), ("task",)}

    @property
    def words(self) -> tuple[str, ...]:
        """The fixed words that its values may be, or be instead."""
        return tuple(_as_written(word) for word in words_of(self.type))

    @property
    def value_type(self) -> inspect.Type:
        """The type of a single value: of several, the first."""
        return plain(self.type)

    @property
    def is_choice(self) -> bool:
        """Whether its values are chosen from a few words, or from yes and no."""
        return all(isinstance(type_, inspect.LiteralType | inspect.BoolType) for type_ in members(self.type))

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that its values are chosen from, in the order of the dictionary."""
        return tuple(self.labels) if self.words else tuple(YES_OR_NO)

    def label_of(self, word: str) -> str:
        """Return what a fixed word is called."""
        return self.labels.get(word) or YES_OR_NO.get(word, word)

    def explained(self, word: str) -> str:
        """Return a fixed word as it stands in a list to choose from: what it is called, and what is written."""
        return f"{self.label_of(word)} ({word})"


def key_of(kind: str) -> str:
    """Return the name of the column that says which thing a row is about."""
    return "task" if kind == UPDATE else "id"


def _as_written(word: object) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)
