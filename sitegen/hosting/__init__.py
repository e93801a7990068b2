"""hosting: what a server must do to serve a site well, made from the finished site, and written for each server.

Nothing here asks where a site is served from; `Hosting` is one value, and each module that is named after a server puts
it into that server's words.
"""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.files import Output
from sitegen.hosting import apache, caddy, netlify, nginx
from sitegen.hosting.headers import REFERRER, of_assets, of_frames, of_pages
from sitegen.hosting.policy import POLICY, Needs, Resources, needs_of_page, policy, resources_in
from sitegen.hosting.value import Hosting, Move, Rule
from sitegen.kinds.site import HostingSettings
from sitegen.urls import ASSETS, EMBEDS, NOT_FOUND

__all__ = [
    "POLICY",
    "REFERRER",
    "Hosting",
    "Move",
    "Needs",
    "Resources",
    "Rule",
    "configuration",
    "hosting_of",
    "needs_of_page",
    "policy",
    "resources_in",
]


def hosting_of(
    files: Mapping[str, int], roots: Iterable[str], moves: Iterable[Move], base: str, wishes: HostingSettings
) -> Hosting:
    """Return what a server must do for a finished site.

    `files` says what each of its files needs, by path; `roots` are the folders of its languages, as in `en/`, and
    `base` is the path that it is published under.
    """
    roots = tuple(roots)
    frames = tuple(f"{root}{EMBEDS}" for root in roots if any(path.startswith(f"{root}{EMBEDS}") for path in files))
    open_to_all = {path for path in files if path.startswith(frames)}
    needs = _all(files[path] for path in files.keys() - open_to_all)
    rules = (
        Rule("", of_pages(needs, wishes.hsts)),
        Rule(ASSETS, of_assets(needs, wishes.hsts)),
        *(Rule(folder, of_frames(_all(files[path] for path in open_to_all), wishes.hsts)) for folder in frames),
    )
    return Hosting(
        base,
        rules,
        tuple(moves),
        tuple((root, f"{root}{NOT_FOUND}.html") for root in roots if f"{root}{NOT_FOUND}.html" in files),
        tuple(wishes.compress),
    )


def configuration(hosting: Hosting, servers: Iterable[str]) -> Iterator[Output]:
    """Yield the files that configure servers, where each of these looks for them."""
    for server in servers:
        for path, text in _files(server, hosting):
            yield Output(path, text.encode())


def _files(server: str, hosting: Hosting) -> Iterator[tuple[str, str]]:
    if server == "nginx":
        yield nginx.PATH, nginx.nginx(hosting)
    elif server == "apache":
        yield from apache.apache(hosting)
    elif server == "caddy":
        yield caddy.PATH, caddy.caddy(hosting)
    else:
        yield netlify.HEADERS, netlify.headers(hosting)
        yield netlify.REDIRECTS, netlify.redirects(hosting)


def _all(needs: Iterable[int]) -> Needs:
    found = Needs.NOTHING
    for each in needs:
        found |= Needs(each)
    return found
