"""The template engine: strict about names, escaping everything, reading from memory."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from sitegen.diagnostics import nearest
from sitegen.model import File

CONTEXT_NAMES = ("words", "frame", "page", "view")
FOLDER = "templates/"


class Missing(StrictUndefined):
    """A name that is not there: any use of it is an error that says what was probably meant."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        guess = nearest(name, self._known_names())
        what = f'interface word "{name}"' if isinstance(self._undefined_obj, Mapping) else f'"{name}" here'
        return f"there is no {what}" + (f'; did you mean "{guess}"?' if guess else "")

    def _known_names(self) -> tuple[str, ...]:
        """Return the names there are on the thing that was asked, or in the template at large."""
        asked = self._undefined_obj
        if isinstance(asked, Mapping):
            return tuple(map(str, asked))
        return tuple(getattr(asked, "__struct_fields__", CONTEXT_NAMES))


class FileLoader(BaseLoader):
    """Templates by path, from files already read; their names in error messages are paths in the project."""

    def __init__(self, files: tuple[File, ...]) -> None:
        self._files = MappingProxyType({file.path: file for file in files})

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002  # the engine's signature
        """Return a template's text, its path, and that it has not changed."""
        file = self._files.get(FOLDER + template)
        if file is None:
            raise TemplateNotFound(template)
        return file.data.decode("utf-8"), file.path, lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return [path.removeprefix(FOLDER) for path in self._files]


@lru_cache(maxsize=1)
def environment(templates: tuple[File, ...]) -> Environment:
    """Return the engine for a set of templates; it keeps what it has compiled, as long as they stay the same."""
    return Environment(
        loader=FileLoader(templates),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
    )
