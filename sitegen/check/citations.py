"""Citations: the source must be there for readers, and say what it is cited for."""

from collections.abc import Iterable, Iterator

from sitegen.check.claims import Located, in_texts
from sitegen.check.seals import Altered, altered_passage, altered_passages
from sitegen.check.sources import is_compilation, low_grade
from sitegen.check.subjects import exists, known_ids
from sitegen.claims import Citation
from sitegen.diagnostics import Diagnostic, Place, error, nearest
from sitegen.kinds.source import SourceFacts, passage_in
from sitegen.model import Site


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for every citation in a text of front matter or a record whose source does not say it.

    A source that there is not is said elsewhere: such texts name it like any other thing.
    """
    return check_located(site, (found for found in in_texts(site) if _is_there(site, found)))


def check_located(site: Site, found: Iterable[Located]) -> Iterator[Diagnostic]:
    """Yield a problem for every citation of a source, a passage or words that are not there, or not as they were."""
    altered = altered_passages(site)
    for located in found:
        if isinstance(located.claim, Citation):
            yield from _citation(site, located, located.claim, altered)


def _is_there(site: Site, found: Located) -> bool:
    return not isinstance(found.claim, Citation) or exists(site, "source", found.claim.source)


def _citation(site: Site, located: Located, citation: Citation, altered: Altered) -> Iterator[Diagnostic]:
    place, hidden = located.place, site.withheld["source"].get(citation.source)
    source = site.items["source"].get(citation.source, hidden)
    if not exists(site, "source", citation.source):
        yield _unknown_source(site, citation, place)
    elif hidden and located.is_public:
        message = 'the source "{source}" is not published, so readers cannot look it up'
        fix = "publish it first, or remove the citation"
        yield error("citation-source", place, message, fix, source=citation.source)
    elif is_compilation(site, citation.source):
        yield low_grade(place, citation.source)
    elif source is not None and isinstance(source.facts, SourceFacts):
        yield from _passage(source.facts, citation, place, altered)


def _unknown_source(site: Site, citation: Citation, place: Place) -> Diagnostic:
    guess = nearest(citation.source, known_ids(site, "source"))
    return error(
        "citation-source",
        place,
        'there is no source "{source}"; did you mean "{guess}"?' if guess else 'there is no source "{source}"',
        "write @{guess}" if guess else "write the id of one that exists, or add it in content/sources/",
        source=citation.source,
        guess=guess,
    )


def _passage(source: SourceFacts, citation: Citation, place: Place, altered: Altered) -> Iterator[Diagnostic]:
    if passage := passage_in(source, citation.passage, citation.words):
        if passage.id in altered(citation.source):
            yield altered_passage(place, citation.source, passage.id)
        return
    known = [passage.id for passage in source.passages]
    if citation.passage and citation.passage not in known:
        guess = nearest(citation.passage, known)
        yield error(
            "citation-passage",
            place,
            'the source "{source}" has no passage "{passage}"; did you mean "{guess}"?'
            if guess
            else 'the source "{source}" has no passage "{passage}"',
            "write #{guess}" if guess else "write one that it has, or add the passage to the source, word for word",
            source=citation.source,
            passage=citation.passage,
            guess=guess,
        )
    else:
        yield error(
            "citation-words",
            place,
            'these words are not in the passage "{passage}" of the source "{source}"'
            if citation.passage
            else 'these words are in no passage of the source "{source}"',
            "copy them from the source, word for word and with whole numbers, or cite the passage without them",
            source=citation.source,
            passage=citation.passage,
        )
