"""From sources to a finished site: the stages in their order, each remembering what it has done before."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from sitegen.assemble import Assembly, turning_points
from sitegen.cache import rules_of
from sitegen.cache.memo import Memo, Recollections, Wanted
from sitegen.check import (
    check_bodies,
    check_links,
    check_reproductions,
    check_sites,
    is_looked_through,
    problems_in,
    seen_by_check,
)
from sitegen.convert import Outlined, asserted_in, convert_bodies, find_asserted, html_in, outline_in
from sitegen.diagnostics import Diagnostic, ExitStatus, SiteError, errors
from sitegen.drawings import Drawings
from sitegen.files import File
from sitegen.fingerprint import SIZE
from sitegen.kinds.site import Settings
from sitegen.making import Before, FinishedSite, Materials, make
from sitegen.model import AnyItem, Content, Drawn, Filed, Html, Origin, Outline, Site, Texts
from sitegen.parse import (
    SETTINGS,
    Choice,
    Listing,
    Reading,
    choice_in,
    choose_from,
    decode,
    gather,
    languages_of,
    parse_files,
    settings_in,
    settle,
)
from sitegen.pictures import Pictures
from sitegen.plan import FACE, Assets, assets_in, bundle_assets
from sitegen.render import compile_templates, link_templates
from sitegen.sources import Sources
from sitegen.urls import Linker
from sitegen.verify import Contents, Secrets, embargo, verify
from sitegen.workers import Workers
from sitegen.write.spool import Spool

Bodies = Mapping[bytes, Wanted[str]]
"""The conversion of each body by the fingerprint of its Markdown."""

Compiled = tuple[tuple[File, ...], tuple[bytes, ...]]
"""The files of all templates, and the code of each."""


class Tools(Struct, frozen=True):
    """What the stages work with: their memory, other processes, a place for finished files."""

    memo: Memo
    workers: Workers
    spool: Spool


class Wishes(Struct, frozen=True):
    """What the site is to be: for which moment, published where, with drafts or without."""

    as_of: datetime
    base_url: str
    with_drafts: bool


class Begun(Struct, frozen=True):
    """Content that is understood, and its bodies; `converted` waits for other processes that may be converting them."""

    content: Content
    bodies: Bodies
    converted: Callable[[], Iterator[bytes]]


class Basis(Struct, frozen=True):
    """What pages are made from: the site as of a moment in its own time zone, and the conversion of its bodies."""

    assembly: Assembly
    now: datetime
    site: Site
    bodies: Bodies


class Prepared(Struct, frozen=True):
    """A finished site, its files in the spool, and everything found wrong on the way.

    It is the same from one moment (included) to another, in seconds since 1970. `basis` and `made` are None if the
    site could not be carried so far.
    """

    problems: tuple[Diagnostic, ...]
    basis: Basis | None = None
    made: FinishedSite | None = None
    timezone: str = "UTC"
    since: float = 0
    until: float = 0


def prepare(sources: Sources, wishes: Wishes, before: Before, tools: Tools, contents: Contents) -> Prepared:
    """Return the finished site with every problem of every stage; `contents` returns the bytes of a finished file.

    Raises:
        SiteError: if it cannot be carried on far enough to find more problems.

    """
    begun, problems = _begun(sources, tools.memo)
    if begun is None:
        return Prepared(problems)
    compiled = _compiled(sources, tools.memo)  # while other processes convert
    basis, unsound = _assembled(begun, wishes, tools.memo)
    problems = (*problems, *unsound)
    drawings = Drawings(basis.site, problems, tools.memo)
    pictures = Pictures(basis.site, sources, tools.memo)
    basis = structs.replace(basis, site=structs.replace(basis.site, pictures=pictures.pictures))
    problems = (*problems, *pictures.problems)
    settings = basis.site.settings
    linker = Linker(wishes.base_url or settings.base_url or "", settings.addresses == "absolute")
    made, unfinished = _made(
        sources,
        basis,
        linker,
        compiled,
        (drawings.drawn, pictures.files),
        before,
        tools,
        is_sound=not errors(problems),
    )
    problems = (*problems, *unfinished, *drawings.problems)
    if made is None or errors(problems):
        return Prepared(problems, basis, made)
    faults = _traced(verify(made.inspections, made.anchors, contents), basis.site, sources)
    window = _window(basis.assembly.content, basis.now)
    return Prepared((*problems, *faults), basis, made, settings.timezone, *window)


def assembled(sources: Sources, wishes: Wishes, memo: Memo) -> tuple[Basis | None, tuple[Diagnostic, ...]]:
    """Return what the pages of a site are made from, None if not even its settings are understood, and all problems."""
    begun, problems = _begun(sources, memo)
    if begun is None:
        return None, problems
    basis, unsound = _assembled(begun, wishes, memo)
    return basis, (*problems, *unsound)


def _begun(sources: Sources, memo: Memo) -> tuple[Begun | None, tuple[Diagnostic, ...]]:
    """Return the content, None if its settings are not understood, and what is wrong with it, file by file."""
    settings, origin, unsettled = _settled(sources, memo)
    if settings is None:
        return None, (*sources.problems, *unsettled)
    content, bodies, unclear = _parsed(sources, settings, origin, memo)
    converted = memo.begin(convert_bodies, tuple(bodies.values()))
    return Begun(content, bodies, converted), (*sources.problems, *unsettled, *unclear)


def _assembled(begun: Begun, wishes: Wishes, memo: Memo) -> tuple[Basis, tuple[Diagnostic, ...]]:
    """Return what pages are made from, and what is wrong with bodies and with the site as a whole."""
    content, outlined = begun.content, map(outline_in, begun.converted())
    outlines, unconverted = _converted(content, dict(zip(begun.bodies, outlined, strict=True)))
    assembly, now = Assembly(content, outlines, wishes.with_drafts), _local(wishes.as_of, content.settings)
    site = assembly.at(now)
    problems = (*unconverted, *_checked(site, begun.bodies, memo), *_unsupported(site, begun, memo))
    return Basis(assembly, now, site, begun.bodies), problems


def _settled(sources: Sources, memo: Memo) -> tuple[Settings | None, Origin, tuple[Diagnostic, ...]]:
    if SETTINGS not in sources.seen:
        return settings_in(settle([None])[0].head)
    key = memo.key("settings", sources.digest(SETTINGS))
    return settings_in(memo.head(settle, Wanted(key, lambda: sources.file(SETTINGS))))


def _parsed(
    sources: Sources, settings: Settings, origin: Origin, memo: Memo
) -> tuple[Content, Bodies, tuple[Diagnostic, ...]]:
    """Parse every file; a body stays where its file's result is kept until it is to be converted."""
    languages = languages_of(settings)
    context: tuple[bytes | str, ...] = (settings.timezone, rules_of(settings.timezone), *languages.codes)
    choice = _choice(Listing(sources.paths("content"), languages), context, memo)
    parsing, converting = memo.keys("parse", *context), memo.keys("convert")

    def reading(path: str, bearer: str) -> Reading:
        last = sources.last.get(path)
        known = memo.known_head(parsing(path, last, bearer)) if last else b""
        return Reading(sources.file(path), bearer, languages, known)

    wanted = {
        path: Wanted(parsing(path, sources.digest(path), bearer), partial(reading, path, bearer))
        for path, bearer in choice.bearers.items()
    }
    results = memo.heads(parse_files, tuple(wanted.values()))
    parsed = {path: decode(result) for path, result in zip(wanted, results, strict=True)}
    content, problems = gather(settings, origin, parsed)

    def conversion(path: str, digest: bytes) -> Wanted[str]:
        return Wanted(converting(digest), lambda: _body(memo.rest(parse_files, wanted[path])))

    bodies = {each.body: conversion(each.origin.path, each.body) for each in content.documents}
    return content, bodies, (*choice.problems, *problems)


def _choice(listing: Listing, context: tuple[bytes | str, ...], memo: Memo) -> Choice:
    key = memo.key("choose", *context, *listing.paths)
    return choice_in(memo.head(choose_from, Wanted(key, lambda: listing)))


def _body(rest: bytes) -> str:
    return rest.decode(errors="surrogatepass")


def _converted(
    content: Content, outlined: Mapping[bytes, Outlined]
) -> tuple[dict[bytes, Outline], tuple[Diagnostic, ...]]:
    """Return every outline; the converter knows lines of the body only, so they are moved to those of the file."""
    problems: list[Diagnostic] = []
    for document in content.documents:
        problems += _in_file(outlined[document.body], document.origin.path, document.origin.body_line)
    for loose in content.loose:
        found = outline_in(convert_bodies((loose.body,))[0].head)
        problems += _in_file(found, loose.path, loose.body_line)
    return {body: found.outline for body, found in outlined.items()}, tuple(problems)


def _in_file(found: Outlined, path: str, body_line: int) -> Iterator[Diagnostic]:
    for problem in found.problems:
        place = structs.replace(problem.place, path=path, line=problem.place.line + body_line - 1)
        yield structs.replace(problem, place=place)


def _local(as_of: datetime, settings: Settings) -> datetime:
    """Return the moment in the site's time zone, which is also that of a moment that does not say where."""
    timezone = ZoneInfo(settings.timezone)
    return as_of.astimezone(timezone) if as_of.tzinfo else as_of.replace(tzinfo=timezone)


def _window(content: Content, now: datetime) -> tuple[float, float]:
    """Return from when until when the site is what it is now: from midnight or from what has just been published on."""
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    moments = [moment.timestamp() for moment in (midnight, tomorrow, *turning_points(content))]
    here = now.timestamp()
    return max(moment for moment in moments if moment <= here), min(moment for moment in moments if moment > here)


def _checked(site: Site, bodies: Bodies, memo: Memo) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the site as a whole."""
    key = memo.key("check", seen_by_check(site))
    return (
        *problems_in(memo.head(check_sites, Wanted(key, lambda: site))),
        *check_links(site),
        *check_reproductions(site, lambda body: bodies[body].argument()),
    )


def _unsupported(site: Site, begun: Begun, memo: Memo) -> Iterator[Diagnostic]:
    """Return what bodies say without support, in the kinds that are looked through."""
    found = (each.body for item in site.every if is_looked_through(item, site) for each in item.documents.values())
    looked_through = tuple(dict.fromkeys(found))
    keys = memo.keys("asserted")
    wanted = tuple(Wanted(keys(body), begun.bodies[body].argument) for body in looked_through)
    heads = memo.heads(find_asserted, wanted)
    return check_bodies(site, dict(zip(looked_through, map(asserted_in, heads), strict=True)))


def _made(  # noqa: PLR0913  # what a finished site is made of
    sources: Sources,
    basis: Basis,
    linker: Linker,
    compiled: Compiled,
    given: tuple[Drawn, Filed],
    before: Before,
    tools: Tools,
    *,
    is_sound: bool,
) -> tuple[FinishedSite | None, tuple[Diagnostic, ...]]:
    """Return the finished site; a site with errors may be too broken to be finished: they are the reason then."""

    def texts(body: bytes) -> Html:
        return html_in(tools.memo.rest(convert_bodies, basis.bodies[body]))

    try:
        assets = _assets(sources, tools.memo)
        templates = link_templates(*compiled)
        told = _secrets(basis.site, texts, linker.base_url, sources, tools.memo)
        face = partial(_face, sources)
        drawn, filed = given
        materials = Materials(
            basis.site, texts, assets, linker, templates, told, drawn, face, Recollections(tools.memo), filed
        )
        made = make(materials, before, tools.workers, tools.spool)
    except SiteError as problem:
        if problem.status is not ExitStatus.CONTENT:
            raise
        return None, problem.diagnostics
    except Exception:
        if is_sound:
            raise
        return None, ()
    return made, made.problems


def _assets(sources: Sources, memo: Memo) -> Assets:
    paths = sources.paths("assets")
    key = memo.key("assets", *(part for path in paths for part in (path, sources.digest(path))))
    return assets_in(memo.head(bundle_assets, Wanted(key, lambda: tuple(map(sources.file, paths)))))


def _face(sources: Sources) -> bytes:
    """Return the font of cards."""
    return sources.file(FACE).data


def _compiled(sources: Sources, memo: Memo) -> Compiled:
    files = tuple(map(sources.file, sources.paths("templates")))
    wanted = tuple(Wanted(memo.key("template", file.path, file.data), lambda file=file: file) for file in files)  # type: ignore[misc]  # bound now
    return files, tuple(memo.heads(compile_templates, wanted))


def _secrets(site: Site, texts: Texts, base_url: str, sources: Sources, memo: Memo) -> Secrets:
    """Return what must not be told; what each published item says of it is looked for again only if it has changed."""
    withheld = embargo.withheld(site, texts)
    if not withheld.owners:
        return withheld
    withheld = embargo.joined(withheld, _withheld_files(site, sources, memo))
    items = [item for by_id in site.items.values() for item in by_id.values()]
    seen = withheld.fingerprint, base_url
    wanted = tuple(
        Wanted(
            memo.key("said", *seen, item.kind, item.id, item.fingerprint, *_bodies(item)),
            lambda item=item: embargo.of_item(item, texts, base_url, withheld),  # type: ignore[misc]  # bound now
        )
        for item in items
    )
    others = embargo.find_said(embargo.of_others(site, base_url, withheld))
    heads = (*memo.heads(embargo.find_said, wanted), *(found.head for found in others))
    said = (secret for head in heads for secret in embargo.said_in(head))
    scripts = (path for path in sources.paths("assets") if path.endswith(".js"))
    return embargo.without(withheld, (*said, *embargo.said_by_every_site(scripts)))


def _withheld_files(site: Site, sources: Sources, memo: Memo) -> Secrets:
    """Return the fingerprints of files that hold nothing but what is withheld."""
    owners = {path: owner for path, owner in embargo.withheld_files(site).items() if path in sources.seen}
    wanted = tuple(
        Wanted(memo.key("digests", sources.digest(path)), lambda path=path: sources.file(path))  # type: ignore[misc]  # bound now
        for path in owners
    )
    heads = memo.heads(embargo.digest_files, wanted)
    public = {sources.digest(path) for path in sources.paths("content") if path not in owners}
    digested = zip(owners.values(), heads, strict=True)
    return embargo.of_files([(owner, digests) for owner, digests in digested if digests[:SIZE] not in public])


def _traced(problems: tuple[Diagnostic, ...], site: Site, sources: Sources) -> tuple[Diagnostic, ...]:
    """Return problems; what tells of withheld things, with where else that is said in our own files."""
    if not any(problem.code == "embargo" for problem in problems):
        return problems
    own = {record.origin.path for by_id in site.withheld_records.values() for record in by_id.values()}
    apart = {*own, *embargo.withheld_files(site)}
    paths = (path for role in ("templates", "assets", "content") for path in sources.paths(role) if path not in apart)
    return tuple(embargo.traced(problems, ((path, sources.text(path) or b"") for path in paths)))


def _bodies(item: AnyItem) -> list[bytes]:
    return [document.body for document in item.documents.values()]
