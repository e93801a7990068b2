"""Everything that may be otherwise in the site that the law is tried on: a name for each, with what it may be.

The first value of each is how the site starts. Values of SPOILT are mistakes, or are such in most sites.
"""

from collections.abc import Iterable, Mapping
from itertools import product

SLOTS = ("one", "two", "three", "four", "five")
"""Places for things; two that have the same kind and id are one file, as when a thing is renamed to another."""

ROOFS = "## One\n\nWords.\n\n## Two\n"
_START: Mapping[str, Mapping[str, str]] = {
    "one": {"kind": "task", "id": "solar-roofs", "title": "Sun on the roofs", "body": ROOFS},
    "two": {"kind": "task", "id": "night-trams", "title": "Trams at night"},
    "three": {"kind": "event", "id": "arbor-day", "title": "The day of trees"},
    "four": {"kind": "news", "id": "release", "title": "A meeting was held"},
    "five": {"kind": "page", "id": "about", "title": "About this site"},
}

MOMENTS = (
    "", "draft: true", "publish_at: 2026-06-05T09:00", "publish_at: 2026-06-06", "expires_at: 2026-06-05T13:00",
    "expires_at: 2026-06-08",
)  # fmt: skip
"""What keeps a record from readers, or does so at times."""

_OF_A_THING: Mapping[str, tuple[str, ...]] = {
    "there": ("in both", "in both", "only ko", "only en", "no"),
    "kind": ("task", "event", "news", "page"),
    "id": ("solar-roofs", "night-trams", "arbor-day", "release", "about", "wind"),
    "title": (
        "Sun on the roofs", "Trams at night", "The day of trees", "A meeting was held", "About this site",
        "Wind & <waves>", "햇빛과 바람", "Sun", "Sun in the roofs",
    ),
    "summary": ("It is short.", "It is short!", "Sun on the roofs is short.", "바람이 붑니다.", "A &amp; B"),
    "body": (
        "", "Plain words.\n", ROOFS, "## Three\n\nWords.\n",
        "The [trams](task:night-trams) and the [term](term:net-zero).\n", "The [part](task:solar-roofs#one).\n",
        "[Sun](task:solar-roofs), [trees](event:arbor-day), [office](agency:energy-office)\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: It is here.\n", "#### Too deep\n",
        "A secret plan of many words that nobody else says.\n",
    ),
    "words": ("same", "other"),
    "draft": ("", "draft: true"),
    "publish_at": ("", "publish_at: 2026-06-05T09:00", "publish_at: 2026-06-06", "publish_at: 2026-06-07T00:00+00:00"),
    "expires_at": ("", "expires_at: 2026-06-05T13:00", "expires_at: 2026-06-08"),
    "aliases": (
        "", "aliases: [/formerly/]", "aliases: [/formerly.html, /was/]", "aliases: [/old/deep/one/]",
        "aliases: [/x.do?no=1]",
    ),
    "original": ("", "original: en", "original: ko"),
    "translated_from": ("", "of the first words", "of other words"),
    "changes": (
        "", "changes: [{on: 2026-06-01, type: correction, text: {ko: 바로잡음, en: Mended.}}]",
        "changes: [{on: 2026-06-06, text: {en: More.}}, {on: 2026-05-01, type: correction, text: {ko: 바로잡음}}]",
    ),
    "updated_on": ("", "updated_on: 2026-06-01", "updated_on: 2026-05-01"),
    "status": ("status: planned", "status: in_progress", "status: planned"),
    "agency": ("energy-office", "forest-service", "energy-office"),
    "related": ("", "solar-roofs", "night-trams", "wind"),
    "day": ("yearly: 04-05", "yearly: 06-06", "start: 2026-06-05", "start: 2026-06-06"),
    "updates": ("", "planned", "in_progress", "in_progress, planned"),
}  # fmt: skip

_OF_THE_SITE: Mapping[str, tuple[str, ...]] = {
    "agency/third": ("", "wind-office", "wind-office"),
    "agency/name": ("Energy Office", "Office of Energy", "Energy <Office>"),
    "agency/moment": MOMENTS,
    "term/moment": MOMENTS,
    "milestone/moment": MOMENTS,
    "figure/moment": MOMENTS,
    "agency/order": ("as written", "turned round"),
    "settings/base_url": ("", "base_url: https://example.org/a/b/", "base_url: https://example.org"),
    "settings/addresses": ("", "addresses: absolute"),
    "settings/navigation": ("navigation: [strategy, tasks]", "navigation: [tasks]", "navigation: [tasks, events]"),
    "settings/hosting": (
        "",
        "hosting: {servers: [nginx, apache, caddy, headers], compress: [gz]}",
        "hosting: {compress: [br]}",
        "hosting: {servers: [nginx, headers], hsts: {days: 9}}",
    ),
    "settings/name": ("Trial campaign", "Another campaign"),
    "settings/timezone": ("", "timezone: Asia/Seoul", "timezone: America/New_York"),
    "strings/ko": ("", "home: 첫머리", "year: '{year}년도'"),
    "strings/en": ("", "home: Front", "status_planned: Agreed"),
    "term/short": ("It is zero.", "It is nothing."),
    "term/id": ("net-zero", "net-zero", "carbon"),
    "figure/value": ("727.6", "700"),
    "dataset/last": ("2018,727.6", "2018,728", "2018,727.6\n2019,700"),
    "template/page": ("", "<p>Less.</p>\n", "<p>More.</p>\n"),
    "template/base": ("", "<p>Below.</p>"),
    "template/component": ("", "<p>After.</p>", "{# no mark #}"),
    "template/unused": ("", "{% macro nothing() %}{% endmacro %}", "{{ nothing.here }}"),
    "css/site": ("", "/* a */", "p { color: red }"),
    "icon": ("", "<!-- a -->"),
}

_OF_A_BUILD: Mapping[str, tuple[str, ...]] = {
    "build/as_of": (
        "2026-06-05T12:00+09:00", "2026-06-05T23:59:59+09:00", "2026-06-06T00:00+09:00", "2026-06-05T09:00",
        "2026-06-05T08:59:59.999999", "2026-06-05T04:00+00:00", "2026-06-07T09:00+09:00", "2027-04-06T00:00",
    ),
    "build/drafts": ("", "drafts"),
    "build/strict": ("", "", "strict"),
    "build/jobs": ("1", "2"),
    "build/base_url": ("", "https://example.org/c/"),
    "build/spare": ("not kept", "kept"),
}  # fmt: skip

SPOILT: Mapping[str, tuple[str, ...]] = {
    **{
        f"{slot}/{name}": values
        for slot, (name, values) in product(
            SLOTS,
            {
                "draft": ("drafted: true", "draft: perhaps", "draft: [", "\tdraft: true"),
                "body": (
                    "[x](task:none)\n",
                    "[x](task:solar-roofs#none)\n",
                    "<b>bold</b>\n",
                    "[here](term:net-zero)\n",
                ),
                "related": ("none",),
                "status": ("", "status: completed", "status: delayed"),
                "aliases": ("aliases: [/tasks/]", "aliases: [formerly]"),
                "title": ("", "\u202e"),
                "agency": ("nobody",),
                "updates": ("nonsense",),
                "translated_from": ("translated_from: today",),
            }.items(),
        )
    },
    "settings/navigation": ("navigation: [nowhere]", "navigate: [tasks]"),
    "strings/ko": ("-home", "hoome: x"),
    "template/page": ("{{ view.nothing }}\n", "{% if %}\n", "{{ words.nothing }}\n", '{% include "nothing.html" %}\n'),
    "template/base": ("{{ nothing }}", '<img src="x.png">', '<a href="#nowhere">x</a>'),
    "template/component": ("{{ nothing }}", "-id", '{% include "components/entries.html" %}'),
    "css/site": ('@import "nothing.css" layer(x);',),
    "dataset/last": ("2018", "2018,x"),
    "term/id": ("Net Zero",),
    "build/strict": ("strict",),
}

Choice = Mapping[str, str]


def _of_things() -> Iterable[tuple[str, tuple[str, ...]]]:
    for slot, (name, values) in product(SLOTS, _OF_A_THING.items()):
        first = _START[slot].get(name, values[0])
        yield f"{slot}/{name}", (first, *(value for value in values if value != first))


CHOICES: Mapping[str, tuple[str, ...]] = {**dict(_of_things()), **_OF_THE_SITE, **_OF_A_BUILD}
START: Choice = {name: values[0] for name, values in CHOICES.items()}


def mended(choice: Choice) -> dict[str, str]:
    """Return a choice without its mistakes."""
    return {name: START[name] if value in SPOILT.get(name, ()) else value for name, value in choice.items()}
