"""What a unit of the plan sees of the site, and the note of it: a unit need be planned again only if that has changed.

Everything there is to see is in cells with names, such as `item/task/solar-roofs` or `today`. Whoever looks into one
through a `Witness` has it noted; nothing else of the site can be reached. So a unit that saw the same cells with the
same fingerprints returns the same pages, whatever else has changed.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast, get_args

import msgspec

from sitegen.fingerprint import SIZE, fingerprint
from sitegen.kinds.records import Term
from sitegen.kinds.site import Settings
from sitegen.kinds.task import Update
from sitegen.model import AnyItem, Dataset, Drawing, Drawn, Filed, Html, Picture, Record, Site, Texts, no_files
from sitegen.results import FORGETFUL, Recollection
from sitegen.translations import State, state_of

NOTHING = bytes(SIZE)
STATES: Mapping[State, bytes] = {state: fingerprint(state) for state in get_args(State)}
REMEMBERED = 4096  # parts of pages
T = TypeVar("T")

Memory = dict[Hashable, tuple[object, Mapping[str, None]]]
"""Parts that several units have in common, each with the names of the cells that were looked into for it."""


class Cells:
    """The fingerprints of everything in a site, by name of cell."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[str, bytes] = {}

    @property
    def items(self) -> bytes:
        """The fingerprint of all published items: while it is the same, so are all cells that `is_of_items` names."""
        every = (item for items in self._site.items.values() for item in items.values())
        return fingerprint(b"".join([b"%b/%b/%b," % (item.kind.encode(), item.id.encode(), item.fingerprint)
                                     for item in every]))  # fmt: skip

    def fingerprint(self, cell: str) -> bytes:
        """Return the fingerprint of what is in a cell; that of nothing, if there is no such thing in the site."""
        found = self._known.get(cell)
        if found is None:
            sort, *rest = cell.split("/")
            found = self._known[cell] = SORTS[sort](self._site, *rest)
        return found


def is_of_items(cell: str) -> bool:
    """Whether what is in a cell depends on published items and nothing else."""
    return cell.startswith(("item/", "items/", "naming/", "users/"))


class Witness:
    """A site that can only be looked at with a note being taken; witnesses of one site may share a memory."""

    def __init__(  # noqa: PLR0913  # what a site is made of
        self,
        site: Site,
        texts: Texts,
        memory: Memory | None = None,
        drawn: Drawn = str,
        recollection: Recollection = FORGETFUL,
        filed: Filed = no_files,
    ) -> None:
        self._site = site
        self._texts = texts
        self.drawn = drawn
        """Returns a chart by its specification, on which alone it depends: there is nothing to note."""
        self.recollection = recollection
        """Keeps results by keys that stand for all that they are made from: there is nothing to note either."""
        self.filed = filed
        """Returns the files of a picture, whose names say what is in them: to have looked at these is enough."""
        self._memory: Memory = {} if memory is None else memory
        self._seen: dict[str, None] = {}

    @property
    def seen(self) -> tuple[str, ...]:
        """The names of all cells looked into, in the order in which they were."""
        return tuple(self._seen)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns, made once for all whose memory this is; what it looks into is noted each time.

        Nothing but the name and what is looked into may decide what it returns. If too much is remembered, all is
        forgotten.
        """
        known = self._memory.get(name)
        if known is None:
            known = self._noted_apart(make)
            if len(self._memory) >= REMEMBERED:
                self._memory.clear()
            self._memory[name] = known
        made, seen = known
        self._seen.update(seen)
        return cast("T", made)

    @property
    def settings(self) -> Settings:
        """What the site says of itself."""
        self._note("settings")
        return self._site.settings

    @property
    def today(self) -> date:
        """The day the site is built for, in its time zone."""
        self._note("today")
        return self._site.today

    def strings(self, language: str) -> Mapping[str, str]:
        """Return the interface words of a language."""
        self._note(f"strings/{language}")
        return self._site.strings[language]

    def items(self, kind: str) -> Mapping[str, AnyItem]:
        """Return the published items of a kind by id."""
        self._note(f"items/{kind}")
        return self._site.items[kind]

    def item(self, kind: str, identifier: str) -> AnyItem | None:
        """Return a published item, None if there is none."""
        if f"items/{kind}" not in self._seen:
            self._note(f"item/{kind}/{identifier}")
        return self._site.items.get(kind, {}).get(identifier)

    def count(self, kind: str) -> int:
        """Return how many published things of a kind there are."""
        self._note(f"count/{kind}")
        return _count(self._site, kind)

    def ids(self, kind: str) -> frozenset[str]:
        """Return the ids of the published things of a kind."""
        self._note(f"ids/{kind}")
        return frozenset(_ids(self._site, kind))

    def naming(self, kind: str, identifier: str, named_by: str, field: str) -> tuple[AnyItem, ...]:
        """Return the published items of kind `named_by` that name a thing in a field, in the order of their ids."""
        self._note(f"naming/{kind}/{identifier}/{named_by}/{field}")
        return tuple(_naming(self._site, kind, identifier, named_by, field))

    def users(self, kind: str, identifier: str) -> tuple[AnyItem, ...]:
        """Return the published items that name a thing in any field, each once."""
        self._note(f"users/{kind}/{identifier}")
        return tuple(_users(self._site, kind, identifier))

    def records(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a kind by id, in the order written."""
        self._note(f"records/{kind}")
        return self._site.records[kind]

    def record(self, kind: str, identifier: str) -> Record | None:
        """Return a record, None if there is none."""
        self._note(f"record/{kind}/{identifier}")
        return self._site.records[kind].get(identifier)

    def called(self, language: str) -> Mapping[str, Sequence[str]]:
        """Return what each term is called in a language, by its id; of one without a name in it, nothing."""
        self._note(f"called/{language}")
        return _called(self._site, language)

    def updates(self, task: str) -> tuple[Update, ...]:
        """Return the reports on a task, oldest first."""
        self._note(f"updates/{task}")
        return _updates(self._site, task)

    def reports(self, kind: str, identifier: str, field: str) -> Mapping[str, tuple[Update, ...]]:
        """Return the reports, oldest first, on each of the tasks that name a thing in a field and have any."""
        self._note(f"reports/{kind}/{identifier}/{field}")
        return _reports(self._site, kind, identifier, field)

    def dataset(self, file: str) -> Dataset:
        """Return the lines of a data file, the names of its columns first."""
        self._note(f"dataset/{file}")
        return self._site.datasets[file]

    def drawing(self, indicator: str) -> Drawing | None:
        """Return how the data of an indicator is drawn, None if it is not."""
        self._note(f"drawing/{indicator}")
        return self._site.drawings.get(indicator)

    def picture(self, identifier: str) -> Picture | None:
        """Return a picture by the id of its record, None if there is none."""
        self._note(f"picture/{identifier}")
        return self._site.pictures.get(identifier)

    def html(self, item: AnyItem, language: str) -> Html:
        """Return an item's body in a language."""
        self._note(f"body/{item.kind}/{item.id}/{language}")
        return self._texts(item.documents[language].body)

    def body(self, item: AnyItem, language: str) -> bytes:
        """Return the fingerprint of the Markdown of an item's body in a language."""
        self._note(f"body/{item.kind}/{item.id}/{language}")
        return item.documents[language].body

    def translation(self, item: AnyItem, language: str) -> State:
        """Return how an item's text in a language stands to its original."""
        self._note(f"translation/{item.kind}/{item.id}/{language}")
        return state_of(item, language)

    def _noted_apart(self, make: Callable[[], object]) -> tuple[object, Mapping[str, None]]:
        """Return what `make` returns, and what it looks into, of which nothing is noted here."""
        before, self._seen = self._seen, {}
        try:
            return make(), self._seen
        finally:
            self._seen = before

    def _note(self, cell: str) -> None:
        self._seen[cell] = None


def _naming(site: Site, kind: str, identifier: str, named_by: str, field: str) -> Iterable[AnyItem]:
    mentions = site.mentions.get((kind, identifier), ())
    found = (item for item, path in mentions if item.kind == named_by and path.partition(".")[0] == field)
    return {item.id: item for item in found}.values()


def _users(site: Site, kind: str, identifier: str) -> Iterable[AnyItem]:
    return {(item.kind, item.id): item for item, _ in site.mentions.get((kind, identifier), ())}.values()


def _count(site: Site, kind: str) -> int:
    return len(site.items[kind] if kind in site.items else site.records[kind])


def _ids(site: Site, kind: str) -> Iterable[str]:
    return site.items[kind] if kind in site.items else site.records[kind]


def _called(site: Site, language: str) -> Mapping[str, Sequence[str]]:
    terms = {identifier: cast("Term", record.value) for identifier, record in site.records["term"].items()}
    return {
        identifier: (term.term.words[language], *term.also.get(language, ()))
        for identifier, term in terms.items()
        if language in term.term.words
    }


def _updates(site: Site, task: str) -> tuple[Update, ...]:
    log = site.updates.get(task)
    return log.updates if log else ()


def _reports(site: Site, kind: str, identifier: str, field: str) -> Mapping[str, tuple[Update, ...]]:
    if not site.updates:
        return {}
    tasks = _naming(site, kind, identifier, "task", field)
    return {task.id: site.updates[task.id].updates for task in tasks if task.id in site.updates}


def _of(value: object) -> bytes:
    return fingerprint(msgspec.msgpack.encode(value, order="deterministic"))


def _of_items(items: Iterable[AnyItem]) -> bytes:
    parts = [part for item in items for part in (item.kind, item.id, item.fingerprint)]
    return fingerprint(*parts) if parts else NOTHING


def _of_item(site: Site, kind: str, identifier: str) -> bytes:
    item = site.items.get(kind, {}).get(identifier)
    return item.fingerprint if item else NOTHING


def _of_body(site: Site, kind: str, identifier: str, language: str) -> bytes:
    item = site.items.get(kind, {}).get(identifier)
    return item.documents[language].body if item and language in item.documents else NOTHING


def _of_translation(site: Site, kind: str, identifier: str, language: str) -> bytes:
    item = site.items.get(kind, {}).get(identifier)
    return STATES[state_of(item, language)] if item and language in item.documents else NOTHING


def _of_record(site: Site, kind: str, identifier: str) -> bytes:
    record = site.records[kind].get(identifier)
    return record.fingerprint if record else NOTHING


def _of_records(site: Site, kind: str) -> bytes:
    return fingerprint(*(part for record in site.records[kind].values() for part in (record.id, record.fingerprint)))


def _of_drawing(drawing: Drawing | None) -> bytes:
    return fingerprint(bytes(drawing.encoded)) if drawing else NOTHING


SORTS: Mapping[str, Callable[..., bytes]] = {
    "settings": lambda site: _of(site.settings),
    "today": lambda site: fingerprint(site.today.isoformat()),
    "strings": lambda site, language: _of(site.strings.get(language)),
    "items": lambda site, kind: _of_items(site.items[kind].values()),
    "item": _of_item,
    "count": lambda site, kind: _of(_count(site, kind)),
    "ids": lambda site, kind: _of(sorted(ids)) if (ids := _ids(site, kind)) else NOTHING,
    "body": _of_body,
    "translation": _of_translation,
    "naming": lambda site, *thing: _of_items(_naming(site, *thing)),
    "users": lambda site, *thing: _of_items(_users(site, *thing)),
    "records": _of_records,
    "record": _of_record,
    "called": lambda site, language: _of(called) if (called := _called(site, language)) else NOTHING,
    "updates": lambda site, task: _of(_updates(site, task)) if task in site.updates else NOTHING,
    "reports": lambda site, *thing: _of(reports) if (reports := _reports(site, *thing)) else NOTHING,
    "dataset": lambda site, file: _of(site.datasets.get(file)),
    "drawing": lambda site, indicator: _of_drawing(site.drawings.get(indicator)),
    "picture": lambda site, identifier: _of(site.pictures.get(identifier)) if identifier in site.pictures else NOTHING,
}
"""How the fingerprint of each sort of cell is made, from the site and the rest of the cell's name."""
