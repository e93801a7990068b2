"""What a publisher is told, and what has come of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct

from sitegen.publish import refusals
from sitegen.publish.plan import Before, Plan, bearable


class Wishes(Struct, frozen=True):
    """How to publish: as what people call the target, when, and what is allowed there.

    `grace` is how long fingerprinted files stay that the site no longer has; `keep` how many releases stay; `allowed`
    how many pages may go, `breaks` whether the lock of another publisher is to be broken; `is_trial` whether only to
    say what would be done; `sent` is told the bytes that have arrived.
    """

    target: str
    now: datetime
    grace: timedelta
    keep: int
    allowed: int = 0
    breaks: bool = False
    is_trial: bool = False
    sent: Callable[[int], None] = lambda _: None


class Published(Struct, frozen=True):
    """What was to be done, and whether anything was; the name of the release that readers get, if there are any.

    `returning` are pages that readers find again, of a release that is gone back to.
    """

    plan: Plan
    is_changed: bool
    release: str = ""
    removed: tuple[str, ...] = ()
    returning: tuple[str, ...] = ()


def refuse_mass_deletion(plan: Plan, before: Before, wishes: Wishes) -> None:
    """Make sure that no more pages go than may.

    Raises:
        SiteError: `mass-deletion`.

    """
    limit = max(bearable(before.published), wishes.allowed)
    if len(plan.lost) > limit:
        raise refusals.mass_deletion(wishes.target, plan.lost, limit)
