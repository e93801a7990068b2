"""One struct per page template: what it shows besides the frame and the page's own head and body."""

from msgspec import Struct

from sitegen.views.parts import Anchor, Group, Phrase, Quote, Row, Status, Value, When


class LinePoint(Struct, frozen=True):
    """A point on the line to zero: a milestone, how far right it stands in per cent, and whether it is still ahead."""

    when: When
    title: Phrase
    x: float
    is_ahead: bool


class Home(Struct, frozen=True):
    """home.html: where we stand on the way, the next date, three things to do, the strategy, tasks and news."""

    line: tuple[LinePoint, ...]
    line_source: Anchor | None
    next_event: Row | None
    doing: tuple[Anchor, ...]
    strategy: Group | None
    tasks: Group | None
    news: Group | None


class PageNumber(Struct, frozen=True):
    """A page of a list by its number: `text` is the number, `name` what the link is called."""

    text: str
    name: str
    href: str
    is_current: bool


class Pagination(Struct, frozen=True):
    """The way to the other pages of a list; a number that is None stands for some that are left out."""

    previous: Anchor | None
    following: Anchor | None
    numbers: tuple[PageNumber | None, ...]


class Listing(Struct, frozen=True):
    """list.html: the sentence that answers the page's question, then groups of rows, and the way to further pages."""

    answer: str
    groups: tuple[Group, ...]
    legend: tuple[Status, ...]
    pagination: Pagination | None


class StrategyNode(Struct, frozen=True):
    """A direction or key task in the tree of the strategy."""

    row: Row
    naming: str
    children: tuple["StrategyNode", ...] = ()


class StrategyListing(Struct, frozen=True):
    """strategy-list.html: the strategies as trees."""

    answer: str
    strategies: tuple[StrategyNode, ...]


class Strategy(Struct, frozen=True):
    """strategy.html: what it means for me, what it is part of and made of, the tasks that carry it out."""

    level: str
    meaning: Phrase
    naming: str
    official_title: Phrase | None
    children: Group | None
    tasks: Group | None


class UpdateView(Struct, frozen=True):
    """A report on a task."""

    when: When
    status: Status
    done: Phrase
    planned: Phrase | None
    problem: Phrase | None
    author: Value | None
    evidence: "tuple[EvidenceView, ...]"


class EvidenceView(Struct, frozen=True):
    """What shows a status to be true."""

    source: Anchor
    level: str
    issued: When
    issuer: str
    reports_on: When | None


class Task(Struct, frozen=True):
    """task.html: status in words, what changes for me, history, evidence."""

    status: Status
    status_note: str
    benefit: Phrase
    official_title: Phrase | None
    expected_result: Phrase
    achieved_result: Phrase
    updates: tuple[UpdateView, ...]
    revisions: tuple[tuple[When, Phrase], ...]
    evidence: tuple[EvidenceView, ...]
    events: Group | None
    related: Group | None


class Meeting(Struct, frozen=True):
    """meeting.html: agenda, decisions, tasks completed and found, who is known to have attended."""

    agenda: tuple[Phrase, ...]
    decisions: tuple[Phrase, ...]
    completed: Group | None
    identified: Group | None
    reported: Group | None
    attendees: tuple[Anchor, ...]
    attendance_note: str
    before: Anchor | None
    after: Anchor | None


class Erratum(Struct, frozen=True):
    """An error in a text that is kept as it is."""

    original: Phrase
    corrected: Phrase
    note: Phrase


class News(Struct, frozen=True):
    """news.html: the text, its errata, and where it was kept."""

    type: str
    subtitles: tuple[str, ...]
    translation_note: str
    errata: tuple[Erratum, ...]
    archived: Anchor | None
    meeting: Row | None


class OccurrenceView(Struct, frozen=True):
    """One time that an event took place."""

    when: When
    theme: Phrase | None
    note: Phrase | None
    sources: tuple[Anchor, ...]


class Event(Struct, frozen=True):
    """event.html: the date large, what it has to do with carbon neutrality, what is known of past years."""

    when: When
    state: str
    is_over: bool
    is_cancelled: bool
    meaning: Phrase
    outcome: Phrase
    occurrences: tuple[OccurrenceView, ...]
    actions: Group | None
    tasks: Group | None


class Action(Struct, frozen=True):
    """action.html: what to do, what it saves and under which assumption."""

    steps: tuple[Phrase, ...]
    pledge: Phrase
    effect: Phrase | None
    effect_note: str
    assumption: Phrase | None
    events: Group | None
    tasks: Group | None
    links: tuple[Anchor, ...]


class Table(Struct, frozen=True):
    """Data with a caption; the first cell of each row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Indicator(Struct, frozen=True):
    """indicator.html: what it means, the data as a table, where it comes from."""

    meaning: Phrase
    processing_note: Phrase
    table: Table


class Source(Struct, frozen=True):
    """source.html: the passages relied on, word for word, and the items that name the source."""

    grade: str
    passages: tuple[Quote, ...]
    address: Anchor | None
    archived: Anchor | None
    used_by: Group | None


class Agency(Struct, frozen=True):
    """agency.html: its name at the time, the tasks it leads and supports, the meetings it is named at."""

    is_unofficial: bool
    note: Phrase | None
    led: Group | None
    supported: Group | None
    meetings: Group | None


class Entry(Struct, frozen=True):
    """A record on the one page of its kind: a term, question, figure or milestone."""

    id: str
    heading: Phrase
    when: When | None
    text: Phrase | None
    more: Phrase | None
    sources: tuple[Anchor, ...]


class Entries(Struct, frozen=True):
    """entries.html: a kind's records on one page; `kind` (terms, figures, questions, milestones) picks the look."""

    kind: str
    answer: str
    entries: tuple[Entry, ...]


class QuizChoice(Struct, frozen=True):
    """A possible answer."""

    text: Phrase
    is_right: bool


class QuizQuestion(Struct, frozen=True):
    """A question with its choices and, behind a disclosure, the explanation."""

    id: str
    question: Phrase
    choices: tuple[QuizChoice, ...]
    explanation: Phrase
    sources: tuple[Anchor, ...]


class Quiz(Struct, frozen=True):
    """quiz.html: the questions."""

    answer: str
    questions: tuple[QuizQuestion, ...]


class Correction(Struct, frozen=True):
    """An error on some page that was mended: when, on which page, and what was wrong."""

    when: When
    page: Anchor
    text: Phrase


class Corrections(Struct, frozen=True):
    """corrections.html: every correction of the site, the newest first, and their feed, if there is one."""

    answer: str
    corrections: tuple[Correction, ...]
    feed: str


class NotFound(Struct, frozen=True):
    """404.html: where to go from here, and the same words in the other languages."""

    links: tuple[Anchor, ...]
    others: tuple[Phrase, ...]


class Text(Struct, frozen=True):
    """text.html: a page of words only."""
