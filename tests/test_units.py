"""Units: everything there is to plan, each under a name of its own."""

import re

from sitegen.fingerprint import fingerprint
from sitegen.model import Job
from sitegen.plan import FACE, Unit, units
from sitegen.plan.assets import Assets
from sitegen.urls import Linker
from tests.campaign import Tree
from tests.crowd import tasks
from tests.in_memory import assembled
from tests.sites import CAMPAIGN, MINIMAL, PROJECT, SHARED

LINKER = Linker("https://example.org/a/b/")
FACE_FILE = (PROJECT / FACE).read_bytes()
ASSETS = Assets("assets/site.css", "assets/icon.svg", (), {"share": "share.js"}, face=fingerprint(FACE_FILE).hex())
SITE = assembled(SHARED)
ASSET = re.compile(r"assets/(?!cards/)|build-")
OTHER = assembled(tasks(1), MINIMAL + CAMPAIGN)


def test_a_unit_is_a_page_in_a_language_a_list_or_a_file_about_the_site() -> None:
    """Each has a name that says which."""
    names = [unit.name for unit in _units()]
    some = {"task/solar-roofs/ko", "agency/energy-office/en", "list/task/en", "list/term/ko", "page/home/ko"}
    assert {
        *some,
        "feed/ko",
        "feed/en",
        "redirects/ko",
        "redirects/en",
        "sitemap",
        "robots",
        "embeds/ko",
        "card/en",
    } <= {*names}
    assert len({*names}) == len(names)


def test_units_make_every_file_of_the_finished_site_once(shared: Tree) -> None:
    """All but the styles, the scripts, the icon and the manifest, which need nothing of the site."""
    paths = [
        made.output if isinstance(made, Job) else made.path for unit in _units() for made in unit.make(SITE.witness())
    ]
    assert sorted(path for path in shared if not ASSET.match(path)) == sorted(paths)


def test_a_unit_is_made_from_the_site_it_is_given() -> None:
    """It keeps nothing of the site that it was found in."""
    listed = next(unit for unit in _units() if unit.name == "list/task/en")
    page = next(made for made in listed.make(OTHER.witness()) if isinstance(made, Job))
    assert "Task number 1" in str(page.context["view"])


def _units() -> list[Unit]:
    return list(units(SITE.site, LINKER, ASSETS))
