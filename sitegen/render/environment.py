"""The template engine: strict about names, escaping everything, reading from memory."""

from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2 import Template as EngineTemplate

from sitegen.diagnostics import nearest
from sitegen.render.generator import Generator
from sitegen.render.printing import joined, named, printed
from sitegen.render.template import FOLDER, Template, unpacked

CONTEXT_NAMES = ("words", "frame", "page", "view")


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


class Loader(BaseLoader):
    """Templates by path, compiled already or else from their text; their names in messages are paths in the project."""

    def __init__(self, templates: tuple[Template, ...]) -> None:
        self._templates = MappingProxyType({template.path: template for template in templates})
        self._broken: dict[str, TemplateSyntaxError] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002  # the engine's signature
    ) -> EngineTemplate:
        """Return a template; all have the same globals, or each macro would be made anew for each page."""
        template = self._templates.get(FOLDER + name)
        if template is None:
            raise TemplateNotFound(name)
        code = unpacked(template) or self._compiled(template, name, environment)
        return environment.template_class.from_code(environment, code, environment.globals)

    def _compiled(self, template: Template, name: str, environment: Environment) -> CodeType:
        """Return a template compiled; one that cannot be is not tried for every page."""
        if name not in self._broken:
            try:
                return environment.compile(template.data.decode(), name, template.path)
            except TemplateSyntaxError as problem:
                self._broken[name] = problem
        raise self._broken[name].with_traceback(None)

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return [path.removeprefix(FOLDER) for path in self._templates]


class Engine(Environment):
    """The engine with what our code for templates calls on."""

    code_generator_class = Generator
    concat = staticmethod(joined)
    named = staticmethod(named)
    printed = staticmethod(printed)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field of a struct, or an interface word: what a mapping holds comes before what it can do."""
        try:
            return obj[attribute] if type(obj) is dict else getattr(obj, attribute)
        except (AttributeError, KeyError):
            return super().getattr(obj, attribute)


@lru_cache(maxsize=2)
def environment(templates: tuple[Template, ...] = ()) -> Environment:
    """Return the engine for a set of templates; it keeps what it has loaded, as long as they stay the same."""
    engine = Engine(
        loader=Loader(templates),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
    )
    engine.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return engine
