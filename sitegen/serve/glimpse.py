"""The pages somebody is looking at, made at once after an edit: the build that follows makes sure of the rest.

What is shown is what the build will make: pages are pure functions of what they see, and this lets them see the last
good site with the edited files in the place of the older ones. Where an edit may reach further, there is no glimpse.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import structs

from sitegen.assemble import renewed
from sitegen.cache import Growth
from sitegen.convert import convert_bodies, html_in, outline_in
from sitegen.files import File, Output
from sitegen.making import Materials, Order, make_pages
from sitegen.model import Document, Html, Job, Site, Texts
from sitegen.parse import Reading, decode, languages_of, parse_files
from sitegen.plan import Unit, assets_in, bundle_assets, units
from sitegen.render import compile_templates, link_templates


class NoGlimpseError(Exception):
    """An edit can only be shown by a whole build."""


def glimpse(
    materials: Materials, growth: Growth, edited: Sequence[File], assets: Sequence[File], wanted: Collection[str]
) -> dict[str, bytes]:
    """Return the wanted pages, by path, with files that they need, as they are after an edit.

    `assets` are all of them as they are now.

    Raises:
        NoGlimpseError: if the edit reaches further than these pages show, or anything is wrong with it.

    """
    for file in edited:
        materials = _edited(materials, file)
    if any(file.path.startswith("assets/") for file in edited):
        (bundled,) = bundle_assets((assets,))
        materials = structs.replace(materials, assets=assets_in(bundled.head))
    names = {branch.name for branch in growth.branches if any(leaf.path in wanted for leaf in branch.leaves)}
    made = [page for unit in _units(materials, names) for page in _pages(unit, materials, wanted)]
    return {output.path: output.data for output in (*made, *materials.assets.outputs)}


def warm_up(materials: Materials, growth: Growth, file: Callable[[str], File]) -> None:
    """Do once for nothing what the first edit of a text or of a template would otherwise have to wait for.

    `file` returns a source file as it is now by its path.
    """
    every = (document for items in materials.site.items.values() for item in items.values()
             for document in item.documents.values())  # fmt: skip
    branches = (branch for branch in growth.branches if branch.name.startswith("page/"))
    edited = [file(document.origin.path) for document in islice(every, 1)]
    wanted = {leaf.path for branch in islice(branches, 1) for leaf in branch.leaves}
    glimpse(materials, growth, edited, (), wanted)
    for template in materials.templates:
        _compiled(File(template.path, template.data))


def _edited(materials: Materials, file: File) -> Materials:
    if file.path.startswith("assets/"):
        return materials
    if file.path.startswith("templates/"):
        return structs.replace(materials, templates=_templates(materials, file))
    return _reworded(materials, file)


def _templates(materials: Materials, edited: File) -> tuple[object, ...]:
    files = [edited if old.path == edited.path else File(old.path, old.data) for old in materials.templates]
    return link_templates(files, [_compiled(file) for file in files])


@lru_cache(512)
def _compiled(file: File) -> bytes:
    (compiled,) = compile_templates((file,))
    return compiled.head


def _reworded(materials: Materials, file: File) -> Materials:
    """Return the materials with another version of a document that is published, and still names the same things."""
    document, body = _read(materials, file)
    (converted,) = convert_bodies((body,))
    outlined = outline_in(converted.head)
    site = renewed(materials.site, document, outlined.outline)
    if site is None or outlined.problems or _is_redrawn(document, materials.site):
        raise NoGlimpseError
    return structs.replace(materials, site=site, texts=_texts(document.body, html_in(converted.rest), materials.texts))


def _is_redrawn(document: Document, site: Site) -> bool:
    """Whether a chart says what stands in the front matter of a document: it takes a build to draw it anew."""
    if document.kind != "indicator" or document.id not in site.drawings:
        return False
    older = site.items["indicator"][document.id].documents[document.language]
    return older.fingerprint != document.fingerprint


def _texts(body: bytes, html: Html, others: Texts) -> Texts:
    return lambda asked: html if asked == body else others(asked)


def _read(materials: Materials, file: File) -> tuple[Document, str]:
    for items in materials.site.items.values():
        for item in items.values():
            if any(document.origin.path == file.path for document in item.documents.values()):
                return _parsed(materials, file, item.bearer.origin.path)
    raise NoGlimpseError


def _parsed(materials: Materials, file: File, bearer: str) -> tuple[Document, str]:
    (result,) = parse_files((Reading(file, bearer, languages_of(materials.site.settings)),))
    parsed = decode(result.head)
    if parsed.problems or parsed.document is None:
        raise NoGlimpseError
    return parsed.document, result.rest.decode(errors="surrogatepass")


def _units(materials: Materials, names: Collection[str]) -> Iterator[Unit]:
    every = units(materials.site, materials.linker, materials.assets)
    return (unit for unit in every if unit.name in names)


def _pages(unit: Unit, materials: Materials, wanted: Collection[str]) -> Iterator[Output]:
    for job in unit.make(materials.witness({})):
        if isinstance(job, Job) and job.output in wanted:
            (made,) = make_pages((Order(job, materials.templates, materials.secrets, materials.weighing),))
            if not isinstance(made, tuple) or made[2].problems:
                raise NoGlimpseError
            yield made[0]
