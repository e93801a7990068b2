"""A new thing of a kind with pages: a Markdown file in each language."""

from collections.abc import Iterator

from sitegen.dictionary import KINDS, Said, said
from sitegen.files import File
from sitegen.kinds import PAGE_KINDS
from sitegen.kinds.common import Facts
from sitegen.parse.whereabouts import page_path
from sitegen.scaffold import phrases
from sitegen.scaffold.fields import Field, examples, explained, filled, left_out
from sitegen.scaffold.request import Order

CSV = "year,value\n{year},0\n"


def documents(order: Order) -> tuple[File, ...]:
    """Return the files of a new thing; an indicator has its data beside it."""
    request = order.request
    files = [
        File(page_path(request.kind, request.id, language), _text(order, language).encode())
        for language in order.around.languages
    ]
    if request.kind == "indicator":
        data = CSV.format(year=order.around.today.year)
        files.append(File(f"content/indicators/{request.id}.csv", data.encode()))
    return tuple(files)


def facts(order: Order) -> tuple[Field, ...]:
    """Return the facts of a new thing."""
    kind, language = PAGE_KINDS[order.request.kind], order.around.languages[0]
    return (*filled(kind.facts, order, language), *filled(Facts, order, language))


def _text(order: Order, language: str) -> str:
    is_first = language == order.around.languages[0]
    lines = _first(order, language) if is_first else _translation(order, language)
    return "\n".join(("---", *lines, "---", "", ""))


def _first(order: Order, language: str) -> Iterator[str]:
    """Yield the front matter of the file that holds the facts."""
    kind = PAGE_KINDS[order.request.kind]
    yield from _heading(phrases.DRAFT, order, language)
    yield ""
    yield from explained((*filled(kind.words, order, language), *facts(order)), order, language)
    yield ""
    yield f"## {said(phrases.OPTIONAL, language)}"
    optional = (*left_out(kind.words, order, language), *left_out(kind.facts, order, language))
    yield from examples(optional, language)


def _translation(order: Order, language: str) -> Iterator[str]:
    words = PAGE_KINDS[order.request.kind].words
    yield from _heading(phrases.TRANSLATION, order, language)
    yield ""
    yield from explained(filled(words, order, language), order, language)
    if optional := tuple(left_out(words, order, language)):
        yield ""
        yield f"## {said(phrases.OPTIONAL, language)}"
        yield from examples(optional, language)


def _heading(words: Said, order: Order, language: str) -> Iterator[str]:
    request = order.request
    bearer = page_path(request.kind, request.id, order.around.languages[0])
    filled_in = said(words, language).format(kind=said(KINDS[request.kind], language), bearer=bearer)
    yield from (f"# {line}" for line in filled_in.split("\n"))
