"""publish: the finished site -> a folder, an SFTP server or an object store, where readers get it from."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.arguments import WrongArgumentError
from sitegen.commands.saying import say, say_diagnostics
from sitegen.console import FORMATS
from sitegen.diagnostics import ExitStatus, SiteError
from sitegen.publish.outcome import Published, Wishes
from sitegen.publish.publishing import publish, roll_back
from sitegen.publish.target import Target, target
from sitegen.speech import Language

EXAMPLES = """examples:
  python build.py publish /srv/www/campaign
  python build.py publish sftp://www@example.org/srv/www/campaign --dry-run
  python build.py publish s3://bucket/campaign
  python build.py publish /srv/www/campaign --rollback"""
LONGEST = 9  # digits
FEWEST = 2  # releases: what readers get, and what they got until now, of which some files are still being read


def add_options(command: argparse.ArgumentParser) -> None:
    """Say what it may be told."""
    command.add_argument("target", metavar="TARGET", help="a folder, sftp://host/folder, or s3://bucket/prefix")
    command.add_argument("--output", type=Path, default=Path("site"), metavar="DIR", help="the finished site (site)")
    command.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    command.add_argument("--rollback", action="store_true", help="give readers the release before the present one")
    command.add_argument("--keep", type=releases, default=5, metavar="N", help="how many releases stay (5)")
    command.add_argument(
        "--grace",
        type=hours,
        default=timedelta(hours=24),
        metavar="HOURS",
        help="how long styles, scripts and pictures of former editions stay for readers of open pages (24)",
    )
    command.add_argument("--allow-deleting", type=count, default=0, metavar="N", help="let as many published pages go")
    command.add_argument("--break-lock", action="store_true", help="go on although a publisher has left its lock there")
    command.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed (text)")


def run(options: argparse.Namespace) -> ExitStatus:
    """Publish the site, or go back, and say how it went."""
    language: Language = options.language
    aim = target(options.target)
    wishes = Wishes(
        target=options.target,
        now=datetime.now(UTC),
        grace=options.grace,
        keep=options.keep,
        allowed=options.allow_deleting,
        breaks=options.break_lock,
        is_trial=options.dry_run,
    )
    try:
        done = _done(options, aim, wishes)
    except SiteError as problem:
        say_diagnostics(problem.diagnostics, {}, options.format, language)
        return problem.status
    lines = _trial(done, wishes, language) if wishes.is_trial else _said(done, wishes, language)
    say("\n".join(lines), options.format)
    return ExitStatus.FINE


def _done(options: argparse.Namespace, aim: Target, wishes: Wishes) -> Published:
    if options.rollback:
        return roll_back(aim, wishes)
    return publish(options.output, aim, wishes, _progress(options.language))


def releases(text: str) -> int:
    """Return how many releases are to stay."""
    number = count(text)
    if number < FEWEST:
        raise WrongArgumentError(
            '"{text}" is too few: the release that readers get and the one before it must stay', text=text
        )
    return number


def count(text: str) -> int:
    """Return a number of things."""
    if not (text.isascii() and text.isdigit()) or len(text) > LONGEST:
        raise WrongArgumentError('"{text}" is not a number such as 5', text=text)
    return int(text)


def hours(text: str) -> timedelta:
    """Return a time that is given in hours."""
    return timedelta(hours=min(count(text), 24 * 366))


def _progress(language: Language) -> Callable[[int, int], None]:
    """Return what shows how much has been sent: on a terminal only, in one line that is written over."""

    def show(sent: int, total: int) -> None:
        if sys.stderr.isatty():
            line = language.say("Sending: {sent} of {total} bytes", sent=f"{sent:,}", total=f"{total:,}")
            print(f"\r{line}", end="\n" if sent >= total else "", file=sys.stderr, flush=True)

    return show


def _trial(done: Published, wishes: Wishes, language: Language) -> Iterator[str]:
    """Yield the whole plan, a line on each file."""
    plan = done.plan
    for entry in plan.uploads:
        yield language.say("send {path} ({size} bytes)", path=entry.path, size=f"{entry.size:,}")
    for path in plan.deletions:
        yield language.say("remove {path}", path=path)
    for each in plan.retired:
        until = (each.since + wishes.grace).isoformat(timespec="minutes")
        yield language.say("keep {path} until {moment}", path=each.path, moment=until)
    for name in done.removed:
        yield language.say("remove release {name}", name=name)
    yield _counts(
        "{sent} files to send ({size} bytes), {there} there already, {removed} to remove, {kept} to keep for a while.",
        done,
        language,
    )
    yield from _pages(done, language)
    yield language.say("Nothing was done: this was a dry run.")


def _said(done: Published, wishes: Wishes, language: Language) -> Iterator[str]:
    yield _counts(
        "{sent} files sent ({size} bytes), {there} were there already, {removed} removed, {kept} kept for a while.",
        done,
        language,
    )
    yield from _pages(done, language)
    if not done.is_changed:
        yield language.say("{target} has this very site already. Nothing was done.", target=wishes.target)
    elif done.release:
        yield language.say("{target}: readers now get release {name}.", target=wishes.target, name=done.release)
    else:
        yield language.say("{target}: readers now get this site.", target=wishes.target)


def _counts(template: str, done: Published, language: Language) -> str:
    """Return how much there is of everything; the template is a message."""
    plan = done.plan
    return language.say(
        template,
        sent=len(plan.uploads),
        size=f"{plan.size:,}",
        there=len(plan.unchanged),
        removed=len(plan.deletions),
        kept=len(plan.retired),
    )


def _pages(done: Published, language: Language) -> Iterator[str]:
    """Yield which pages readers lose and which come back."""
    plan = done.plan
    if plan.lost:
        yield language.say("Pages that readers no longer find: {count}", count=len(plan.lost))
        yield from (f"  {path}" for path in plan.lost)
    if done.returning:
        yield language.say(
            "Pages that readers find again: {count}. See that none of them was taken down on purpose.",
            count=len(done.returning),
        )
        yield from (f"  {path}" for path in done.returning)
