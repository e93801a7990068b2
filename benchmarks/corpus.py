"""The corpus: pages of a public service, the same for the same size and seed on every machine.

A body is 2 to 6 KB of Markdown. What generators spell differently stands in it unspelled, until `spelled` is told how:
`[[ref:ID]]` for the address of another page, and `[[note:TITLE|TEXT]]` for a note set apart from the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from random import Random

from msgspec import Struct, structs

from benchmarks import prose
from benchmarks.prose import LANGUAGES, WORDS, Language

SECTIONS = ("benefits", "housing", "tax", "health", "education", "transport", "business", "notices")
TAGS = tuple(
    """subsidy application deadline eligibility family youth senior disability rental energy
    vehicle permit licence refund income pension vaccination childcare scholarship training
    startup export safety environment recycling water culture library sports tourism farming
    fisheries forestry digital privacy procurement audit statistics open-data emergency""".split()
)
AGENCIES = (
    "Ministry of Housing", "보건복지부", "National Tax Service", "교육부", "City of Busan",
    "서울특별시", "Korea Transport Authority", "중소벤처기업부", "Statistics Office", "행정안전부",
)  # fmt: skip
STATUSES = ("open", "open", "open", "upcoming", "closed", "archived")  # half of all pages are open
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
AWKWARD = 0.15  # the share of titles that YAML must quote and HTML must escape
RELATED = 5
SEED = 7
UNSPELLED = re.compile(r"\[\[ref:(?P<id>\w+)]]|\[\[note:(?P<title>[^|\]]*)\|(?P<text>[^]]*)]]")

Link = Callable[[str], str]
"""Returns the address of a page, as a body names it, from the page's id."""
Note = Callable[[str, str], str]
"""Returns a note as Markdown, from its title and text."""


class Head(Struct, frozen=True):
    """What a page is: everything that other pages may say of it."""

    id: str
    section: str
    slug: str
    language: Language
    title: str
    date: str
    summary: str
    agency: str
    status: str
    tags: tuple[str, ...]


class Page(Head, frozen=True):
    """A page with its related pages, by id, and its body, unspelled."""

    related: tuple[str, ...]
    body: str


Corpus = Mapping[str, Page]
"""Pages by id, in the order they were drawn."""


def corpus(size: int, seed: int = SEED) -> Corpus:
    """Return a corpus of `size` pages."""
    heads = tuple(_head(number, seed) for number in range(size))
    return {head.id: _page(number, heads, seed) for number, head in enumerate(heads)}


def spelled(body: str, link: Link, note: Note) -> str:
    """Return a body with its links and notes spelled for one generator."""
    return UNSPELLED.sub(lambda match: link(match["id"]) if match["id"] else note(match["title"], match["text"]), body)


def newest(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return pages by date, the newest first."""
    return tuple(sorted(pages, key=lambda page: page.date, reverse=True))


def _head(number: int, seed: int) -> Head:
    rng = Random(f"{seed}:{number}:head")
    language = rng.choice(LANGUAGES)
    title = _title(rng, language, number)
    published = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    return Head(
        id=f"p{number:05}",
        section=SECTIONS[number % len(SECTIONS)],
        slug=f"{rng.choice(TAGS)}-{rng.choice(TAGS)}-{number:05}",
        language=language,
        title=title,
        date=published.isoformat(),
        summary=prose.sentence(rng, language),
        agency=rng.choice(AGENCIES),
        status=rng.choice(STATUSES),
        tags=_tags(rng),
    )


def _title(rng: Random, language: Language, number: int) -> str:
    words = " ".join(rng.sample(WORDS[language], 4)).capitalize()
    awkward = ": Q&A" if rng.random() < AWKWARD else ""
    return f"{words} {number}{awkward}"


def _tags(rng: Random) -> tuple[str, ...]:
    count = rng.randint(2, 4)
    return tuple(sorted(rng.sample(TAGS, count)))


def _page(number: int, heads: tuple[Head, ...], seed: int) -> Page:
    head = heads[number]
    rng = Random(f"{seed}:{len(heads)}:{number}:body")
    related = tuple(rng.choice(heads).id for _ in range(RELATED))
    return Page(**structs.asdict(head), related=related, body=_body(rng, head.language, heads))


def _body(rng: Random, language: Language, heads: tuple[Head, ...]) -> str:
    """Return blocks of every sort in turn, until they have a size drawn from 2 to 6 KB; the first has a footnote."""
    makers = (prose.listing, prose.table, prose.quotation, _note)
    size_wanted = rng.randint(2000, 5800)
    blocks = [_paragraph(rng, language, heads) + "[^1]"]
    turn = size = 0
    while turn < len(makers) or size < size_wanted:
        if turn % 2 == 0:
            blocks.append(f"## {prose.phrase(rng, language, 3, 5)} {turn // 2 + 1}")
        if size < size_wanted:
            blocks.append(_paragraph(rng, language, heads))
        blocks.append(makers[turn % len(makers)](rng, language))
        size = sum(len(block.encode()) for block in blocks)
        turn += 1
    footnote = prose.sentence(rng, language)
    return "\n\n".join([*blocks, f"[^1]: {footnote}"]) + "\n"


def _paragraph(rng: Random, language: Language, heads: tuple[Head, ...]) -> str:
    return prose.paragraph(rng, language, lambda: _link(rng, heads))


def _link(rng: Random, heads: tuple[Head, ...]) -> str:
    target = rng.choice(heads)
    return f"[{target.title}]([[ref:{target.id}]])"


def _note(rng: Random, language: Language) -> str:
    title = prose.phrase(rng, language, 1, 2)
    return f"[[note:{title}|{prose.sentence(rng, language)}]]"
