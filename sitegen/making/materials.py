"""What a site is made of, and what of it there is already."""

from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from sitegen.cache import Growth
from sitegen.making.weighing import Weighing
from sitegen.model import Drawn, Filed, Site, Texts, no_files
from sitegen.plan import Assets, Memory, Witness
from sitegen.render import Template
from sitegen.results import FORGETFUL, Recollection
from sitegen.urls import Linker, picture_path
from sitegen.verify import Secrets
from sitegen.weight import Scale
from sitegen.write import Published


class Materials(Struct, frozen=True, dict=True):
    """Everything that pages are made of."""

    site: Site
    texts: Texts
    assets: Assets
    linker: Linker
    templates: tuple[Template, ...]
    secrets: Secrets
    drawn: Drawn = str
    """Draws a chart; what can draw none returns its specification."""
    face: Callable[[], bytes] = bytes
    """Returns the font of cards."""
    recollection: Recollection = FORGETFUL
    """Keeps what the search index is made of."""
    filed: Filed = no_files
    """Returns the files of a picture."""

    @cached_property
    def weighing(self) -> Weighing:
        """How pages are weighed."""
        scale = self.assets.scale
        pictures = {
            picture_path(identifier, each.width, each.name, each.form): each.size
            for identifier, picture in self.site.pictures.items()
            for each in picture.renditions
        }
        sizes = {**scale.sizes, **pictures}
        return Weighing(Scale(sizes, scale.imports), self.linker.base_path, self.site.settings)

    def witness(self, memory: Memory) -> Witness:
        """Return the site as a unit of the plan sees it."""
        return Witness(self.site, self.texts, memory, self.drawn, self.recollection, self.filed)


class Before(Struct, frozen=True):
    """How the site grew the last time, and which of its files still stand in the output folder just as they were."""

    growth: Growth = Growth()
    intact: Mapping[str, Published] = {}
