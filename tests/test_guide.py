"""The guide for staff: everything in it is done as it stands there, and shows what the guide shows."""

from collections.abc import Callable, Iterator
from pathlib import Path
import shutil

import pytest

from tests.guide import Desk, LANGUAGES, prepare, sections

SECTIONS = [(language, identifier) for language in LANGUAGES for identifier in sections(language)]
Sit = Callable[[str], Desk]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as staff have it, for tests to copy."""
    return prepare(tmp_path_factory.mktemp("project"))


@pytest.fixture
def sit(project: Path, tmp_path: Path) -> Iterator[Sit]:
    """A function that gives somebody a fresh copy of the project, and a computer in a language."""
    desks: list[Desk] = []

    def take(language: str) -> Desk:
        shutil.copytree(project, tmp_path, symlinks=True, dirs_exist_ok=True)
        desks.append(Desk(tmp_path, language))
        return desks[-1]

    yield take
    for desk in desks:
        desk.leave()


@pytest.mark.parametrize(("language", "identifier"), SECTIONS)
def test_a_section_can_be_followed_as_it_stands(sit: Sit, language: str, identifier: str) -> None:
    """On the project's real content; what the guide shows is what is to be seen."""
    sit(language).follow(sections(language)[identifier])
