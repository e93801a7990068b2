"""plan: site -> jobs: every page with everything its template may see, and the files that need no template."""

from sitegen.model import File, Job, Output, Plan, Site
from sitegen.plan.assets import bundle
from sitegen.plan.units import Unit, units
from sitegen.urls import Linker

__all__ = ["Unit", "plan", "units"]


def plan(site: Site, assets: tuple[File, ...], linker: Linker) -> Plan:
    """Return every page to render and every other file of the finished site.

    Raises:
        SiteError: if an interface string or an asset is missing.

    """
    bundled = bundle(assets)
    made = [found for unit in units(site, linker, bundled) for found in unit.make(site)]
    jobs = tuple(found for found in made if isinstance(found, Job))
    outputs = tuple(found for found in made if isinstance(found, Output))
    return Plan(jobs, (*bundled.outputs, *outputs))
