"""One struct per page template: what it shows besides the frame and the page's own head and body."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.views.choices import Choices, Meaning, Standings
from sitegen.views.parts import Anchor, Fact, FeedLink, Group, Phrase, Quote, Row, Saving, Status, Value, When
from sitegen.views.standing import Due, Standing


class Step(Struct, frozen=True):
    """A milestone on the way to zero, and whether it is still ahead."""

    when: When
    title: Phrase
    is_ahead: bool


class Count(Struct, frozen=True):
    """How many things of all have a status: in words, and in per cent for a stroke of that length."""

    status: Status
    count: str
    percent: float


class Glance(Struct, frozen=True):
    """A page at a glance: what it is about, why that matters, and what it has to do with the reader."""

    what: Phrase
    why: Phrase
    me: Phrase


class Featured(Struct, frozen=True):
    """An indicator's chart on another page: the point it makes, the way to its page, and the sources of its data."""

    indicator: Anchor
    chart: "Chart"
    sources: tuple[Anchor, ...]


class Home(Struct, frozen=True):
    """home.html: where we stand, the next date, things to do, then the strategy, tasks, the way so far, and news.

    `following` are the dates after the next one, for when that is past; only those whose days are known.
    """

    featured: Featured | None
    next_event: Row | None
    following: tuple[Row, ...]
    countdown: "Countdown | None"
    doing: tuple[Anchor, ...]
    strategy: Group | None
    tally: tuple[Count, ...]
    tasks: Group | None
    way: tuple[Step, ...]
    timeline: Anchor | None
    news: Group | None
    linked_data: Mapping[str, object] | None


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


class CalendarFile(Struct, frozen=True):
    """A file for calendars: where it is, and what the link says, with its format and size."""

    href: str
    label: str


class Countdown(Struct, frozen=True):
    """What a script says of days ahead, and the time zone in which days begin; `ahead` has a place for their number."""

    zone: str
    today: str
    tomorrow: str
    ahead: str
    under_way: str
    past: str


class Dated(Struct, frozen=True):
    """A date in a month: when it is, without the year, and what it is of."""

    when: When
    event: Anchor
    note: str


class Month(Struct, frozen=True):
    """A month of a calendar."""

    when: When
    dates: tuple[Dated, ...]


class Calendar(Struct, frozen=True):
    """What a list of dates has besides: until when it is right, its months, the file, where to subscribe to it.

    `subscription` leads to what opens a calendar program, and `address` is for those that ask for one; both are empty
    where it is not known under which address the site is published.
    """

    note: str
    months: tuple[Month, ...]
    file: CalendarFile | None
    subscription: str
    address: str
    countdown: Countdown


class Listing(Struct, frozen=True):
    """list.html: the sentence that answers the page's question, filters, groups of rows, the way to further pages.

    A list of dates has a calendar as well, one of tasks the way to what the words for their status mean.
    `note` is what to know beside the answer.
    """

    answer: str
    choices: Choices | None
    legend: Anchor | None
    groups: tuple[Group, ...]
    pagination: Pagination | None
    calendar: Calendar | None = None
    note: str = ""
    feeds: tuple[FeedLink, ...] = ()


class Chosen(Struct, frozen=True):
    """chosen.html: what a choice leaves of a list, all there is to choose, and the way back to the whole list."""

    answer: str
    note: str
    choices: Choices | None
    groups: tuple[Group, ...]
    whole: Anchor
    pagination: Pagination | None


class Legend(Struct, frozen=True):
    """legend.html: what each status means, what follows from dates alone, who judges and who vouches for it."""

    statuses: tuple[Standings, ...]
    remarks: tuple[Meaning, ...]
    assessed: tuple[Meaning, ...]
    evidence: tuple[Meaning, ...]
    whole: Anchor


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
    glance: Glance | None
    meaning: Phrase
    naming: str
    official_title: Phrase | None
    children: Group | None
    tasks: Group | None
    indicators: Group | None


class UpdateView(Struct, frozen=True):
    """A report on a task."""

    when: When
    status: Status
    done: Phrase
    planned: Phrase | None
    problem: Phrase | None
    author: Value | None
    assessed: Value
    evidence: "tuple[EvidenceView, ...]"


class EvidenceView(Struct, frozen=True):
    """What shows a status to be true."""

    source: Anchor
    level: Value
    issued: When
    issuer: str
    reports_on: When | None


class Task(Struct, frozen=True):
    """task.html: how it stands, what changes for me, then history, evidence.

    `dues` are the due dates one after the other if it was moved, and `slip` says by how much.
    """

    standing: Standing
    note: str
    benefit: Phrase
    why: Phrase
    official_title: Phrase | None
    expected_result: Phrase
    achieved_result: Phrase
    updates: tuple[UpdateView, ...]
    dues: tuple[Due, ...]
    slip: str
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
    """An error in a text that is kept as it is; `id` is its anchor."""

    id: str
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
    linked_data: Mapping[str, object] | None


class OccurrenceView(Struct, frozen=True):
    """One time that an event took place."""

    when: When
    theme: Phrase | None
    note: Phrase | None
    sources: tuple[Anchor, ...]


class Event(Struct, frozen=True):
    """event.html: the date large, what it has to do with carbon neutrality, what is known of past years.

    `weekday` is that of its days if they are known, `file` adds it to a calendar, and `file_note` says why there is
    none. Of an event that took place, `outcome_note` says that it is not known what came of it. `linked_data` says the
    same to programs.
    """

    when: When
    weekday: str
    state: str
    is_over: bool
    is_cancelled: bool
    file: CalendarFile | None
    file_note: str
    outcome_note: str
    countdown: Countdown | None
    linked_data: Mapping[str, object] | None
    meaning: Phrase
    outcome: Phrase
    occurrences: tuple[OccurrenceView, ...]
    actions: Group | None
    tasks: Group | None


class Action(Struct, frozen=True):
    """action.html: what to do, what it saves and under which assumption, and the way to one's own pledge."""

    steps: tuple[Phrase, ...]
    pledge: Phrase
    pledging: Anchor | None
    effect: Phrase | None
    effect_note: str
    assumption: Phrase | None
    events: Group | None
    tasks: Group | None
    links: tuple[Anchor, ...]


class Choice(Struct, frozen=True):
    """An action to choose: what is promised, what it takes and saves.

    `value` is its number as a script adds it up to others of the same `way` of counting; both are empty if none may.
    """

    id: str
    anchor: str
    pledge: Phrase
    action: Anchor
    effort: Value
    saving: Saving
    value: str
    way: str


class ChoiceGroup(Struct, frozen=True):
    """Actions to choose under a heading."""

    id: str
    heading: str
    choices: tuple[Choice, ...]


class Sum(Struct, frozen=True):
    """What a script says of a sum: for one number and for more, with `{count}` and `{amount}` for what it finds."""

    one: str
    many: str


class PledgeDate(Struct, frozen=True):
    """A date ahead, the ids of the actions that belong to it, and its file for calendars, if its day is known."""

    row: Row
    actions: tuple[str, ...]
    file: CalendarFile | None


class Pledge(Struct, frozen=True):
    """pledge.html: actions to choose, what is said of their sum, their dates; the page's full address, if known."""

    groups: tuple[ChoiceGroup, ...]
    sums: tuple[Sum, ...]
    dates: tuple[PledgeDate, ...]
    address: str


class Cell(Struct, frozen=True):
    """A cell of a table: words or a number, linked where `href` is given; `note` marks a value that is not final."""

    text: str
    href: str = ""
    note: str = ""
    is_missing: bool = False


class Table(Struct, frozen=True):
    """Data with a caption; the first cell of each row names it, and `is_number` says which columns hold numbers."""

    caption: str
    head: tuple[str, ...]
    is_number: tuple[bool, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Chart(Struct, frozen=True):
    """A drawing for narrow and one for wide screens, as SVG; what it is measured in, and how to read it."""

    unit: str
    narrow: str
    wide: str
    notes: tuple[str, ...]


class Download(Struct, frozen=True):
    """A file of data: where it is, what the link says, and what each of its columns holds."""

    href: str
    label: str
    columns: tuple[tuple[str, str], ...]


class Indicator(Struct, frozen=True):
    """indicator.html: the chart, what it means, the data as a table, the file, where it comes from."""

    glance: Glance
    chart: Chart | None
    meaning: Phrase
    processing_note: Phrase
    table: Table
    download: Download
    linked_data: Mapping[str, object] | None


class PassageView(Struct, frozen=True):
    """A passage word for word, what it says in words of ours, its errors, and what cites it under a sentence on it."""

    quote: Quote
    translation: str
    errata: tuple[Erratum, ...]
    citing: tuple[Anchor, ...]
    citing_note: str


class Source(Struct, frozen=True):
    """source.html: the passages relied on, word for word, and the items that name the source and cite none of them."""

    grade: str
    passages: tuple[PassageView, ...]
    address: Anchor | None
    archived: Anchor | None
    used_by: Group | None


class Agency(Struct, frozen=True):
    """agency.html: its name at the time, the tasks it leads and supports, the meetings it is named at.

    `answer` says how far those are that it leads.
    """

    answer: str
    is_unofficial: bool
    note: Phrase | None
    led: Group | None
    supported: Group | None
    meetings: Group | None
    linked_data: Mapping[str, object] | None


class Entry(Struct, frozen=True):
    """A record on the one page of its kind: a question, figure or milestone.

    `related` are pages to read on, `checked` says when somebody last made sure that it is right, and `is_ahead` that
    its time is still to come.
    """

    id: str
    heading: Phrase
    when: When | None
    text: Phrase | None
    more: Phrase | None
    sources: tuple[Anchor, ...]
    related: tuple[Anchor, ...] = ()
    checked: When | None = None
    is_ahead: bool = False


class Entries(Struct, frozen=True):
    """entries.html: a kind's records on one page; `kind` (figures, questions, milestones) picks the look."""

    kind: str
    answer: str
    entries: tuple[Entry, ...]
    linked_data: Mapping[str, object] | None


class TermEntry(Struct, frozen=True):
    """A term: what it means, what else it is called and in which language, and related terms on the same page."""

    id: str
    term: Phrase
    short: Phrase
    long: Phrase | None
    names: tuple[Fact, ...]
    see: tuple[Anchor, ...]
    sources: tuple[Anchor, ...]


class Initial(Struct, frozen=True):
    """The terms that begin with a letter; `id` is the anchor of its heading."""

    id: str
    letter: str
    terms: tuple[TermEntry, ...]


class Glossary(Struct, frozen=True):
    """glossary.html: the terms by their initials."""

    answer: str
    initials: tuple[Initial, ...]


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


class KitStep(Struct, frozen=True):
    """A step of a lesson or a meeting, and how long it takes."""

    minutes: str
    text: Phrase


class KitAction(Struct, frozen=True):
    """An action on a sheet: the promise with a box to tick, how it is done, what it saves."""

    pledge: Phrase
    action: Anchor
    steps: tuple[Phrase, ...]
    saving: Saving


class KitAnswer(Struct, frozen=True):
    """The answer to a question on a sheet: which of the choices is right, and why."""

    right: str
    question: QuizQuestion


class KitPoint(Struct, frozen=True):
    """A step on the line to zero, and how far right it stands, in per cent."""

    step: Step
    x: float


class Kit(Struct, frozen=True):
    """kit.html: sheets to print. The steps with the time they take, actions, questions, the line to zero, answers."""

    steps: tuple[KitStep, ...]
    total: str
    actions: tuple[KitAction, ...]
    questions: tuple[QuizQuestion, ...]
    answers: tuple[KitAnswer, ...]
    line: tuple[KitPoint, ...]
    timeline: Anchor | None
    pledge: Anchor | None


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
    feeds: tuple[FeedLink, ...]


class Embed(Struct, frozen=True):
    """embed.html: a few things in a frame on another site, or that there are none, and the way to all.

    `holds` says until when that is right, if it does not hold for good.
    """

    rows: tuple[Row, ...]
    none: str
    more: Anchor
    holds: str


class Snippet(Struct, frozen=True):
    """Code that another site copies, and the way to what it shows; `id` is the anchor of its heading."""

    id: str
    heading: str
    look: Anchor
    code: str


class Embedding(Struct, frozen=True):
    """embedding.html: the code for each page that other sites can show, and what to know before it is used."""

    snippets: tuple[Snippet, ...]
    note: str


class ChartFile(Struct, frozen=True):
    """The file behind a chart, and the page that explains it."""

    page: Anchor
    file: Anchor


class Press(Struct, frozen=True):
    """press.html: the latest news, the files behind the charts, and the feeds."""

    news: tuple[Row, ...]
    charts: tuple[ChartFile, ...]
    feeds: tuple[Anchor, ...]


class TableFiles(Struct, frozen=True):
    """A table of open data: what is in it, how many rows if that is said, its files, and what its columns hold."""

    title: str
    rows: str
    csv: Anchor
    json: Anchor
    columns: Anchor


class Data(Struct, frozen=True):
    """data.html: the tables and what describes them all, the files behind the charts, feeds and the dates.

    `feeds_note` says why there are no feeds.
    """

    tables: tuple[TableFiles, ...]
    package: Anchor
    charts: tuple[ChartFile, ...]
    feeds: tuple[FeedLink, ...]
    feeds_note: str
    calendar: Anchor | None
    linked_data: Mapping[str, object] | None


class NotFound(Struct, frozen=True):
    """404.html: where to go from here, and the same words in the other languages."""

    links: tuple[Anchor, ...]
    others: tuple[Phrase, ...]


class SearchKind(Struct, frozen=True):
    """A kind of results, and what they are called together."""

    kind: str
    name: str


class Search(Struct, frozen=True):
    """search.html: where the script finds the root of the site and the files it searches in, and kinds in words."""

    root: str
    index: str
    kinds: tuple[SearchKind, ...]


class Text(Struct, frozen=True):
    """text.html: a page of words only."""
