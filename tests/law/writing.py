"""The files of the site that the law is tried on, as they follow from what was chosen."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from sitegen.kinds import PAGE_KINDS
from sitegen.parse.meaning import meaning
from sitegen.seals import digest
from tests.law.choices import SLOTS, START, Choice
from tests.sites import CAMPAIGN, MINIMAL, PROJECT, files_in

WHOLE_TEXT = re.compile(r"whole_text:\n(?:  - \S+\n)+")
"""What is sealed of a text that a news item gives in full, of which there is none here."""
DATA = """
-- content/pages/data.ko.md --
---
{title: 자료, summary: 모든 자료입니다.}
---
-- content/pages/data.en.md --
---
{title: Data, summary: All data.}
---
"""
"""The page that makes open data of whatever the site says."""
BASE = {**files_in(MINIMAL), **files_in(WHOLE_TEXT.sub("", CAMPAIGN.replace("press_release: release\n", "")) + DATA)}
OWN = ("content/tasks/", "content/news/", "content/events/", "content/pages/about.", "content/actions/")
PLANTED = ("templates", "assets", "content/strings")
FACTS = {
    "task": "benefit: It saves.\nexpected_result: A thousand.\nlead_agency: {agency}\nstrategy: plan\ndue_on: 2027-Q2\n"
    "sources: [report]\nrelated_tasks: [{related}]\n{status}\n",
    "event": "meaning: It matters.\ntype: memorial_day\ntasks: [{related}]\n{day}\n",
    "news": "type: notice\nissued_on: 2026-06-05\nagency: {agency}\n",
    "page": "",
}
WORDS = {"task": "benefit: It saves.\nexpected_result: A thousand.\n", "event": "meaning: It matters.\n"}
FOLDERS = {"task": "tasks", "event": "events", "news": "news", "page": "pages"}
PUBLISHING = ("draft", "publish_at", "expires_at", "aliases", "original", "changes", "updated_on")
STAMPS = ("of the first words", "of other words")
OTHER = "0" * 10
UPDATE = """- as_of: 2026-01-0{day}
  period: 2025-Q{day}
  status: {status}
  done: {{ko: 했습니다., en: Done.}}
  author_agency: energy-office
  assessed_by: self
"""


def files(choice: Choice) -> dict[str, str]:
    """Return every file of the site by path."""
    found = {path: text for path, text in BASE.items() if not path.startswith(OWN)}
    for name in PLANTED:
        for file in (PROJECT / name).rglob("*"):
            if (
                file.is_file() and file.suffix != ".otf"
            ):  # a font is no text, and draws cards, which this site has none of
                found[file.relative_to(PROJECT).as_posix()] = file.read_text(encoding="utf-8")
    for slot in SLOTS:
        said = {name: choice[f"{slot}/{name}"] for name in _fields(choice, slot)}
        found |= dict(_thing(said | {"translated_from": _stamp(said, slot)}))
    _edit_lists(found, choice)
    _edit_settings(found, choice)
    _edit_design(found, choice)
    return found


def write(folder: Path, choice: Choice) -> None:
    """Make the site in a folder be what was chosen; a file that stays the same is not touched."""
    wanted = files(choice)
    for path in wanted:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != wanted[path].encode():
            target.write_bytes(wanted[path].encode())
    for name in ("content", "templates", "assets"):
        for file in (folder / name).rglob("*"):
            if file.is_file() and file.relative_to(folder).as_posix() not in wanted:
                file.unlink()


def _fields(choice: Choice, slot: str) -> Iterator[str]:
    return (name.partition("/")[2] for name in choice if name.startswith(f"{slot}/"))


def _stamp(said: dict[str, str], slot: str) -> str:
    """Return the line that says what a translation was made from, such as the words that were there at first."""
    if said["translated_from"] not in STAMPS:
        return f"{said['translated_from']}\n"
    own = dict(line.split(": ") for line in WORDS.get(said["kind"], "").splitlines())
    first = START[f"{slot}/title"], said["summary"], START[f"{slot}/body"]
    words = PAGE_KINDS[said["kind"]].words(title=first[0], summary=first[1], **own)
    is_first = said["translated_from"] == STAMPS[0]
    return f"translated_from: {meaning(words, first[2]) if is_first else OTHER}-{OTHER}\n"


def _thing(said: dict[str, str]) -> Iterator[tuple[str, str]]:
    if said["updates"]:
        said["status"] = ""  # which is that of the latest update
    path = f"content/{FOLDERS[said['kind']]}/{said['id']}"
    is_other = said["words"] == "other"
    facts = FACTS[said["kind"]].format_map(said) + "".join(f"{said[name]}\n" for name in PUBLISHING)
    if said["there"] in {"in both", "only ko"}:
        stamp = said["translated_from"] if said["original"] == "original: en" else ""
        yield f"{path}.ko.md", _document(said["title"], said["summary"], facts + stamp, said["body"])
    if said["there"] in {"in both", "only en"}:
        title = f"{said['title']} (en)" if is_other else said["title"]
        fields = WORDS.get(said["kind"], "") + said["translated_from"] if said["there"] == "in both" else facts
        yield f"{path}.en.md", _document(title, said["summary"], fields, "" if is_other else said["body"])
    if said["kind"] == "task" and said["there"] != "no" and said["updates"]:
        statuses = said["updates"].split(", ")
        reports = (UPDATE.format(day=day, status=status) for day, status in enumerate(statuses, 1))
        yield f"{path}.updates.yaml", "".join(reports)


def _document(title: str, summary: str, fields: str, body: str) -> str:
    return f'---\ntitle: "{title}"\nsummary: "{summary}"\n{fields}---\n{body}'


def _edit_lists(found: dict[str, str], choice: Choice) -> None:
    office, forest = found["content/agencies.yaml"].split("- id: forest-service")
    agencies = [office.replace("Energy Office", choice["agency/name"]), f"- id: forest-service{forest}"]
    if choice["agency/third"]:
        third = f"- id: forest-service{forest}".replace("forest-service", choice["agency/third"])
        agencies.append(f"{third}  {choice['agency/moment']}\n")
    is_turned = choice["agency/order"] == "turned round"
    found["content/agencies.yaml"] = "".join(reversed(agencies) if is_turned else agencies)
    terms = found["content/glossary.yaml"].replace("net-zero", choice["term/id"])
    found["content/glossary.yaml"] = terms.replace("As much is taken up as is given off.", choice["term/short"])
    _edit_figure(found, choice["figure/value"])
    for kind, name in (("term", "glossary"), ("milestone", "milestones"), ("figure", "figures")):
        found[f"content/{name}.yaml"] += f"  {choice[f'{kind}/moment']}\n"
    dataset = "content/indicators/emissions.csv"
    found[dataset] = found[dataset].replace("2018,727.6", choice["dataset/last"])


def _edit_figure(found: dict[str, str], value: str) -> None:
    """Give a figure another value, with a source that says so, as it was sealed."""
    source, seal = "content/sources/inventory.ko.md", "content/sources/inventory.seal.yaml"
    said = f"In 2018, emissions reached {value} million tonnes."
    figures = found["content/figures.yaml"].replace("727600000", f"{Decimal(value) * 10**6:f}".removesuffix(".0"))
    found["content/figures.yaml"] = figures.replace("727.6", value)
    found[source] = found[source].replace("727.6", value)
    found[seal] = f"passages:\n  - {{id: emissions, digest: {digest('en', said)}}}\n"


def _edit_settings(found: dict[str, str], choice: Choice) -> None:
    lines = found["content/site.yaml"].splitlines()
    kept = [line for line in lines if not line.startswith(("navigation:", "about:", "footer:"))]
    more = [choice[f"settings/{name}"] for name in ("base_url", "addresses", "navigation", "timezone", "hosting")]
    text = "\n".join([*kept, *more, ""]).replace("Trial campaign", choice["settings/name"])
    found["content/site.yaml"] = text
    for language in ("ko", "en"):
        path = f"content/strings/{language}.yaml"
        name, _, _ = choice[f"strings/{language}"].lstrip("-").partition(":")
        if name:
            others = [line for line in found[path].splitlines() if not line.startswith(f"{name}:")]
            own = [] if choice[f"strings/{language}"].startswith("-") else [choice[f"strings/{language}"]]
            found[path] = "\n".join([*others, *own, ""])


def _edit_design(found: dict[str, str], choice: Choice) -> None:
    page, base, component = "templates/pages/task.html", "templates/base.html", "templates/components/entries.html"
    found[page] = found[page].replace("{% endblock %}", f"{choice['template/page']}{{% endblock %}}", 1)
    found[base] = found[base].replace("</body>", f"{choice['template/base']}</body>")
    if choice["template/component"] == "-id":
        found[component] = found[component].replace(' id="', ' data-id="')
    else:
        found[component] = found[component].replace(
            "{% endmacro %}", f"{choice['template/component']}{{% endmacro %}}", 1
        )
    if choice["template/unused"]:
        found["templates/components/unused.html"] = choice["template/unused"]
    found["assets/css/site.css"] += choice["css/site"]
    found["assets/icons/icon.svg"] += choice["icon"]
