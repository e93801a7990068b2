"""The catalogue of messages: collects what the program says, and brings the Korean of it up to date (make words)."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TextIO, cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from scripts.translations import faults
from sitegen.dictionary import KINDS, entry
from sitegen.forms import fields_of, structs_in
from sitegen.kinds.names import NAMED, called, noun
from sitegen.schema import known_kinds, types_of

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "sitegen/locale/ko/LC_MESSAGES"
PO, MO = FOLDER / "sitegen.po", FOLDER / "sitegen.mo"

Spec = tuple[int | str, ...]
KEYWORDS: Mapping[str, Spec] = MappingProxyType(
    {
        "_counts": (0,),
        "_needed": (2,),
        "_not_a_number": (1,),
        "_report": (2, 3),
        "_unsafe_output": (1,),
        "_unsafe_path": (1,),
        "_wrong": (1, 2),
        "add_argument": ("help", "metavar"),
        "error": (2, 3),
        "Fault": (2,),
        "language.say": (0,),
        "MarkupError": (0,),
        "Message": (0,),
        "Meta": ("description",),
        "NoneYetError": (0,),
        "OwnFault": (1,),
        "Parser": ("says",),
        "RefusedError": (0,),
        "ScalarError": (1, 2),
        "spoken.say": (0,),
        "Translatable": (0,),
        "warning": (2, 3),
        "WrongArgumentError": (0,),
        "WrongForm": (0, 1),
    }
)
"""Which arguments of which calls are messages: by number from 0, or by name."""

TABLES = frozenset({"COMMANDS"})
"""Mappings whose values are messages."""

SPEAKING = frozenset({"print", "say"})
"""What shows a text to people: what is written out there would never be translated."""

PLACE = re.compile(r"\{\w*\}")
"""Where a value goes; a template with nothing else has nothing to translate."""


class Found(NamedTuple):
    """A message, or why something is none, and the line it stands on."""

    line: int
    text: str = ""
    objection: str = ""


def collected() -> Catalog:
    """Return a catalogue of everything that the program says, with where it says it."""
    catalog = Catalog(fuzzy=False)
    for path, line, text, comments, _ in extract_from_dir(
        PROJECT / "sitegen", method_map=[("**.py", cast("Any", babel_finds))], keywords={}, comment_tags=()
    ):
        catalog.add(text, None, [(f"sitegen/{path}", line)], auto_comments=comments)
    return catalog


def objections() -> list[str]:
    """Return every place where something is said that cannot be translated."""
    files = sorted((PROJECT / "sitegen").rglob("*.py"))
    return [
        f"{file.relative_to(PROJECT).as_posix()}:{found.line}: {found.objection}"
        for file in files
        for found in messages(file.read_text(encoding="utf-8"))
        if found.objection
    ]


def babel_finds(
    file: BytesIO, keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, None, str, Sequence[str]]]:
    """Yield the messages of a module in the form that Babel asks of an extraction method."""
    del keywords, comment_tags, options
    for found in messages(file.read().decode()):
        if found.text:
            yield found.line, None, found.text, ()


def messages(source: str) -> Iterator[Found]:
    """Yield every message of a module, and every argument that ought to be one and cannot be read."""
    tree = ast.parse(source)
    yield from _in_tables(tree)
    for scope in ast.walk(tree):
        if isinstance(scope, ast.Module | ast.FunctionDef):
            for call in _own_calls(scope):
                yield from _in_call(call, scope, tree)


def _own_calls(scope: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of a function or module that are not those of a function within it."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef):
            yield from (node for part in (*child.decorator_list, child.args) for node in _calls(part))
        else:
            if isinstance(child, ast.Call):
                yield child
            yield from _own_calls(child)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _in_tables(tree: ast.Module) -> Iterator[Found]:
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in TABLES:
            values = (value for table in ast.walk(node) if isinstance(table, ast.Dict) for value in table.values)
            yield from (found for value in values for found in _texts(value, ast.Module([], []), tree))


def _in_call(call: ast.Call, scope: ast.Module | ast.FunctionDef, tree: ast.Module) -> Iterator[Found]:
    name = _name(call.func)
    for place in KEYWORDS.get(name, ()):
        argument = _argument(call, place)
        if argument is not None and not (name == "Translatable" and _is_made_elsewhere(argument)):
            yield from _texts(argument, scope, tree)
    if name == "ArgumentTypeError" and not _is_said(call.args[0]):
        yield Found(call.lineno, objection="raise WrongArgumentError, which is said in every language")
    if name in SPEAKING and call.args and _is_written_out(call.args[0]):
        yield Found(call.lineno, objection="what is printed here is written out; say it with language.say")


def _is_made_elsewhere(argument: ast.expr) -> bool:
    """Whether what is called translatable is the value of something else, such as what the system says."""
    return not isinstance(argument, ast.Constant | ast.JoinedStr | ast.IfExp)


def _is_said(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Call) and _name(argument.func) == "language.say"


def _name(function: ast.expr) -> str:
    """Return what a call is known by: of methods the name alone, but of `say` also who says it."""
    if isinstance(function, ast.Attribute) and function.attr == "say":
        owner = function.value.attr if isinstance(function.value, ast.Attribute) else getattr(function.value, "id", "")
        return f"{owner}.say"
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _argument(call: ast.Call, place: int | str) -> ast.expr | None:
    if isinstance(place, str):
        return next((given.value for given in call.keywords if given.arg == place), None)
    return call.args[place] if place < len(call.args) else None


def _texts(node: ast.expr, scope: ast.Module | ast.FunctionDef, tree: ast.Module) -> Iterator[Found]:
    """Yield every text that an expression may be."""
    match node:
        case ast.Constant(value=str(text)):
            if any(map(str.isalpha, PLACE.sub("", text))):
                yield Found(node.lineno, text)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, scope, tree)
            yield from _texts(other, scope, tree)
        case ast.Name(id=name):
            yield from _named(name, node.lineno, scope, tree)
        case ast.Attribute() | ast.Call(func=ast.Name(id="Translatable")) | ast.Constant(value=None):
            pass  # it is said where it is made
        case _:
            yield Found(node.lineno, objection=f"this message is no literal: {ast.unparse(node)[:60]}")


def _named(name: str, line: int, scope: ast.Module | ast.FunctionDef, tree: ast.Module) -> Iterator[Found]:
    """Yield every text that a name is given in its function, or else in the module."""
    if isinstance(scope, ast.FunctionDef) and name in _parameters(scope):
        if _is_message(name, scope):
            return
        yield Found(line, objection=f"{scope.name}() is not known to be given a message: {name}")
        return
    values = [*_given(name, scope)] or [*_given(name, tree)]
    if not values:
        yield Found(line, objection=f"it is not known what this message says: {name}")
    for value in values:
        yield from _texts(value, scope, tree)


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in (*function.args.args, *function.args.posonlyargs, *function.args.kwonlyargs)]


def _is_message(name: str, function: ast.FunctionDef) -> bool:
    """Whether what a function is given under a name is a message wherever it is called."""
    names = [parameter for parameter in _parameters(function) if parameter != "self"]
    spec = KEYWORDS.get(function.name, ())
    return name in spec or names.index(name) in spec


def _given(name: str, scope: ast.Module | ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(scope) if isinstance(scope, ast.FunctionDef) else scope.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                yield from _part(name, target, node.value)


def _part(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    """Yield what a target of an assignment gives to a name, alone or among others."""
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, part in zip(target.elts, value.elts, strict=True):
            yield from _part(name, one, part)


def _is_written_out(node: ast.expr) -> bool:
    """Whether a text has words that stand in the program itself."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))
    return any(character.islower() for text in texts for character in text)


def read() -> Catalog:
    """Return the Korean catalogue as it is."""
    with PO.open("rb") as file:
        return read_po(file, locale="ko", domain="sitegen")


def renewed(catalog: Catalog, found: Catalog) -> Catalog:
    """Return a catalogue with what is found: what is new without words, what is gone removed, nothing guessed.

    What the dictionary of fields says is taken from there.
    """
    catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    for english, korean in in_dictionary().items():
        message = catalog.get(english)
        if message is not None:
            message.string = korean
    return catalog


def in_dictionary() -> Mapping[str, str]:
    """Return the Korean of the names of kinds, and of what each field is for."""
    kinds = {word: names["ko"] for kind, names in KINDS.items() if kind in NAMED for word in (noun(kind), called(kind))}
    types = {struct for kind in known_kinds() for type_ in types_of(kind) for struct in structs_in(type_)}
    entries = (entry(struct, field.name) for struct in types for field in fields_of(struct))
    return kinds | {found.purpose["en"]: found.purpose["ko"] for found in entries}


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """Return a catalogue as the files for people and for the program, without the lines of the source."""
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalog, width=120, sort_by_file=True, include_lineno=False)
    write_mo(compiled, catalog)
    return text.getvalue(), compiled.getvalue()


def untranslated(catalog: Catalog) -> Iterable[str]:
    """Return what has no Korean yet."""
    return [str(message.id) for message in catalog if message.id and not message.string]


def mistaken(catalog: Catalog) -> list[str]:
    """Return what is wrong with the Korean that there is."""
    translated = ((str(message.id), str(message.string)) for message in catalog if message.id and message.string)
    return [f"{fault}: {korean!r}" for english, korean in translated for fault in faults(english, korean)]


def main(out: TextIO = sys.stdout) -> int:
    """Bring the catalogue up to date, and say what is left to be done by hand."""
    catalog = renewed(read(), collected())
    text, compiled = written(catalog)
    PO.write_bytes(text)
    MO.write_bytes(compiled)
    left = [*objections(), *(f"no Korean yet: {text!r}" for text in untranslated(catalog)), *mistaken(catalog)]
    print(*left, f"{len(catalog)} messages in {PO.relative_to(PROJECT)}", sep="\n", file=out)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
