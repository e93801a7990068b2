"""What is shown ahead of a build is what the build then makes, or nothing is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from sitegen.build import Options, build_again
from sitegen.cache import Growth
from sitegen.files import File
from sitegen.making import Materials
from sitegen.read import Folders
from sitegen.serve.glimpse import NoGlimpseError, glimpse, warm_up
from sitegen.serve.memory import Memory
from tests.sites import CAMPAIGN, CHARTED, plant, tree

AS_OF = datetime(2026, 6, 5, 3, tzinfo=UTC)


class Site:
    """A campaign that has been built, what it was made of, and what it looks like."""

    def __init__(self, folder: Path, text: str = CAMPAIGN) -> None:
        self.folder = plant(folder, text)
        folders = Folders(folder / "content", folder / "templates", folder / "assets")
        self._options = Options(folders=folders, output=folder / "site", as_of=AS_OF, cache=None)
        self.memory = Memory(self._options, lambda _: None)
        self.build()

    def build(self) -> dict[str, bytes]:
        """Build, and return the finished files."""
        outcome = build_again(self._options, self.memory)
        assert outcome.written is not None, outcome.problems
        return tree(self.folder / "site")

    def edit(self, path: str, old: str, new: str) -> File:
        """Change a file, or put something at its end in the place of nothing, and return it."""
        file = self.folder / path
        text = file.read_text("utf-8")
        file.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
        return File(path, file.read_bytes())

    def glimpse(self, *edited: File, wanted: tuple[str, ...] = ()) -> dict[str, bytes]:
        """Return what is shown ahead of a build."""
        materials, growth = self.made
        every = tuple(File(f"assets/{path}", data) for path, data in tree(self.folder / "assets").items())
        pages = wanted or tuple(leaf.path for branch in growth.branches for leaf in branch.leaves if leaf.template)
        return glimpse(materials, growth, edited, every, pages)

    @property
    def made(self) -> tuple[Materials, Growth]:
        """What the last site was made of, and how it grew."""
        assert self.memory.materials
        return self.memory.materials, self.memory.growth


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A campaign that has been built."""
    made = Site(tmp_path)
    with made.memory:
        yield made


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/tasks/solar-roofs.ko.md", "", "\n## 새로운 것\n\n- 하나\n- [전략](strategy:plan)\n"),
        ("content/tasks/solar-roofs.ko.md", "title: ", "title: 고친 "),
        ("content/tasks/solar-roofs.en.md", "title: ", "title: Edited "),
        ("content/pages/home.en.md", "summary: ", "summary: Edited "),
        ("content/strategy/plan.ko.md", "meaning: ", "meaning: 고친 "),
        ("templates/base.html", "</body>", "<p>Announced</p>\n</body>"),
        ("templates/components/footer.html", "<footer", '<footer data-new="1"'),
        ("assets/css/base.css", "", "\nh1 { color: red; }\n"),
    ],
)
def test_a_glimpse_is_what_a_build_makes(site: Site, path: str, old: str, new: str) -> None:
    """Every page of the site, and what they need, byte for byte."""
    before = tree(site.folder / "site")
    shown = site.glimpse(site.edit(path, old, new))
    made = site.build()
    assert {path: made[path] for path in shown} == shown
    assert any(before.get(path) != data for path, data in shown.items())
    changed = {path for path in made if made[path] != before.get(path) and not path.startswith(INDEX)}
    assert changed <= {*shown, *NOT_PAGES}


NOT_PAGES = ("build-manifest.json", "feed.xml", "en/feed.xml", "sitemap.xml")
INDEX = "search-index/"


def test_only_what_is_looked_at_is_made(site: Site) -> None:
    """And the files that pages need."""
    edited = site.edit("content/pages/home.en.md", "summary: ", "summary: Edited ")
    assert {"en/index.html"} == {path for path in site.glimpse(edited, wanted=("en/index.html",)) if ".html" in path}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/tasks/solar-roofs.ko.md", "title: ", "titel: "),
        ("content/tasks/solar-roofs.ko.md", "---\n", "---\ndraft: true\n"),
        ("content/tasks/solar-roofs.ko.md", "---\n", "---\nowner: energy-office\n"),
        ("content/tasks/solar-roofs.ko.md", "", "\n[여기](page:home)\n"),
        ("content/tasks/solar-roofs.ko.md", "---\n", "--\n"),
        ("content/agencies.yaml", "Energy Office", "Office of Energy"),
        ("content/strings/en.yaml", "", "\n"),
        ("templates/base.html", "{{ frame.lang }}", "{{ frame.language }}"),
        ("templates/base.html", "{% endblock %}", "{% endblok %}"),
        ("templates/base.html", "<main", "<mein"),
    ],
)
def test_there_is_none_where_anything_may_be_wrong_or_reach_further(site: Site, path: str, old: str, new: str) -> None:
    """The build that follows shows it, or says what is wrong."""
    with pytest.raises(NoGlimpseError):
        site.glimpse(site.edit(path, old, new))


def test_there_is_none_where_a_chart_says_what_was_edited(tmp_path: Path) -> None:
    """It is drawn by another process, which belongs to a build; a text that it does not say is shown at once."""
    site = Site(tmp_path, CHARTED)
    with site.memory:
        path = "content/indicators/emissions.ko.md"
        shown = site.glimpse(site.edit(path, "", "\n더 적습니다.\n"))
        assert shown["indicators/emissions/index.html"] == site.build()["indicators/emissions/index.html"]
        with pytest.raises(NoGlimpseError):
            site.glimpse(site.edit(path, "title: ", "title: 고친 "))


def test_what_is_made_for_nothing_changes_nothing(site: Site) -> None:
    """Whatever the first edit finds ready is there for it, and the site stays as it is."""
    before = tree(site.folder / "site")
    warm_up(*site.made, lambda path: File(path, (site.folder / path).read_bytes()))
    assert before == tree(site.folder / "site")
    edited = site.edit("content/tasks/solar-roofs.en.md", "title: ", "title: Edited ")
    shown = site.glimpse(edited)
    made = site.build()
    assert {path: made[path] for path in shown} == shown
    site.edit("content/tasks/solar-roofs.en.md", "title: Edited ", "title: ")
    assert before == site.build()


def test_a_build_from_memory_is_a_build_from_nothing(site: Site, tmp_path: Path) -> None:
    """After any number of edits."""
    for number in range(3):
        site.edit("content/tasks/solar-roofs.en.md", "", f"\nEdit {number}.\n")
        site.build()
    fresh = structs.replace(site._options, output=tmp_path / "fresh")  # noqa: SLF001  # the very same wishes
    with Memory(fresh, lambda _: None) as memory:
        build_again(fresh, memory)
    assert tree(tmp_path / "fresh") == tree(site.folder / "site")
