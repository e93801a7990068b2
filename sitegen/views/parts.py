"""Parts that several pages are made of."""

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A piece of a text: words, or a figure that leads to a reference, or the number of a reference, 0 for neither.

    `href` leads to the reference, and `anchor` is what leads back from there; both are empty for mere words.
    """

    text: str
    href: str = ""
    anchor: str = ""
    number: int = 0


class FeedLink(Struct, frozen=True):
    """A feed as the head of a page names it: its media type, what it is called, where it is."""

    type: str
    title: str
    href: str


class Phrase(Struct, frozen=True):
    """A few words; `lang` is their language where it is not the page's own, else empty.

    Where figures or citations are among them, `pieces` are all of them in their order, else there are none.
    """

    text: str
    lang: str = ""
    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        """Return the words, which is what a template prints that prints all of it."""
        return self.text


class Anchor(Struct, frozen=True):
    """A link: address relative to the page it is on, words, and the target's language where it differs."""

    href: str
    label: Phrase
    is_current: bool = False


class When(Struct, frozen=True):
    """A time in words; `machine` is its form for `<time datetime>`, empty where HTML has none.

    `day` and `last` are the first and the last day of what is still ahead, where a script may count the days to it.
    """

    text: str
    machine: str = ""
    day: str = ""
    last: str = ""


class Status(Struct, frozen=True):
    """A task's status: `code` picks icon and colour, `label` is the word, `meaning` the sentence of the legend."""

    code: str
    label: str
    meaning: str


class Value(Struct, frozen=True):
    """One value in a list of facts: words, linked where `href` is given, a time where `when` is."""

    phrase: Phrase
    href: str = ""
    when: When | None = None
    note: str = ""


class Fact(Struct, frozen=True):
    """A named fact with its values, for the second column."""

    name: str
    values: tuple[Value, ...]


class Quote(Struct, frozen=True):
    """A passage word for word, in the language it is in."""

    id: str
    phrase: Phrase


class Saving(Struct, frozen=True):
    """What an action saves, by which assumption, and who says so; without an `amount`, the words that nobody does."""

    amount: str
    assumption: Phrase
    source: Anchor | None = None


class Row(Struct, frozen=True):
    """A thing in a list: where it leads, what it says, and what to know before opening it.

    `marks` are the options of the list's filters that leave it, as in `for=home`.
    """

    href: str
    title: Phrase
    summary: Phrase | None = None
    status: Status | None = None
    when: When | None = None
    meta: tuple[Value, ...] = ()
    saving: Saving | None = None
    marks: tuple[str, ...] = ()


class Group(Struct, frozen=True):
    """A headed list; `id` is the heading's anchor, `note` what to know about the list, `more` where the rest is."""

    id: str
    heading: str
    rows: tuple[Row, ...]
    note: str = ""
    more: Anchor | None = None


class Explained(Struct, frozen=True):
    """A term where a text uses it first: the word as it stands there, and what opens beside it.

    `more` leads to the glossary. `is_joined` says that something stands right before the word, such as a bracket, and
    `is_continued` that something follows right after it, such as a particle.
    """

    word: str
    anchor: str
    name: str
    meaning: Phrase
    more: Anchor
    is_joined: bool
    is_continued: bool


class Illustration(Struct, frozen=True):
    """A picture: in each format, the lightest first, the addresses of its widths as `srcset` wants them.

    `src` is one that every browser reads. `alt` is in the language of the page, or marked. `show` is what a reader
    presses to have it loaded, empty where it is loaded with the page; `is_first` says that it is seen at once.
    """

    sources: tuple[tuple[str, str], ...]
    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: str
    show: str
    is_first: bool


class Stretch(Struct, frozen=True):
    """Finished HTML up to a term that is explained, or a picture, and that."""

    html: str
    term: Explained | None = None
    picture: Illustration | None = None


class Body(Struct, frozen=True):
    """Markdown as finished HTML, cut at pictures and explained terms, and its language where it is not the page's."""

    stretches: tuple[Stretch, ...]
    lang: str = ""


class Change(Struct, frozen=True):
    """A change that readers are told about; `label` says so where an error was mended, and is empty elsewhere."""

    when: When
    label: str
    text: Phrase


class FigureNote(Struct, frozen=True):
    """What a figure counts, of when it is, and what to know of it: how it was accounted for, that it may change."""

    anchor: Anchor
    amount: str
    when: When
    remarks: tuple[str, ...]


class Reference(Struct, frozen=True):
    """What a page cites: the source's page at the passage, who published it and when, the words that are quoted.

    `anchor` is the reference's own; `figure` is what it is about if it is a figure; `original` is the source itself, on
    another site; `erratum` leads to an error that stands in the passage; `backlinks` lead to each place on the page
    that cites it.
    """

    number: int
    anchor: str
    figure: FigureNote | None
    source: Anchor
    publisher: Phrase
    published: When
    quotation: Phrase | None
    original: Anchor | None
    erratum: Anchor | None
    backlinks: tuple[str, ...]
