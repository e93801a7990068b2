"""plan: site -> jobs: every page with everything its template may see, and the files that need no template."""

from sitegen.plan.assets import FACE, Assets, assets_in, bundle_assets
from sitegen.plan.redirects import moves
from sitegen.plan.units import Unit, units
from sitegen.plan.witness import Cells, Memory, Witness, is_of_items

__all__ = [
    "FACE",
    "Assets",
    "Cells",
    "Memory",
    "Unit",
    "Witness",
    "assets_in",
    "bundle_assets",
    "is_of_items",
    "moves",
    "units",
]
