"""By what it is known that something need not be made again."""

import msgspec

from sitegen.cache import program, rules_of
from sitegen.fingerprint import fingerprint
from sitegen.making.materials import Materials
from sitegen.model import Job
from sitegen.plan import Cells
from sitegen.render import FOLDER


class Keys:
    """The fingerprints of everything that a unit, or a page, is made from."""

    def __init__(self, materials: Materials) -> None:
        linker, assets, site = materials.linker, materials.assets, materials.site
        cells = Cells(site)
        self.of_cell = cells.fingerprint
        self.of_items = cells.items
        rules = rules_of(site.settings.timezone)
        self.of_plan = fingerprint(
            program(),
            rules,
            str(linker.absolute),
            linker.base_url,
            assets.face,
            *(made.path for made in assets.outputs),
        )
        weighed = msgspec.msgpack.encode((site.settings.footprint, site.settings.budget))
        look = program(), materials.secrets.fingerprint, weighed
        self._ways = {"": fingerprint(*look)} | {
            template.path.removeprefix(FOLDER): fingerprint(*look, template.fingerprint)
            for template in materials.templates
        }
        self._words = {id(words): self.of_cell(f"strings/{language}") for language, words in site.strings.items()}

    def of_ways(self, template: str) -> bytes | None:
        """Return the key of how a page is printed and looked at, or a file that needs no template is looked at.

        It is None for a template that there is not.
        """
        return self._ways.get(template)

    def of_page(self, job: Job) -> bytes:
        """Return the key of what is printed on a page; the interface words are the same on all pages of a language."""
        words, rest = job.context["words"], {name: part for name, part in job.context.items() if name != "words"}
        return fingerprint(self._words[id(words)], msgspec.msgpack.encode(rest, order="deterministic"))
