"""What is said of fields that are missing, unknown, or not of their type."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, Place, Translatable, error, nearest, warning
from sitegen.parse import nodes
from sitegen.parse.nodes import Node, Scalar
from sitegen.parse.quotes import quoted
from sitegen.parse.scalar_error import EMPTY
from sitegen.values import PLACEHOLDERS

BY_LANGUAGE = "write {form} on lines indented under the name"
KOREAN: Mapping[str, str] = MappingProxyType(
    {"제목": "title", "요약": "summary", "상태": "status", "출처": "sources", "초안": "draft", "종류": "type"}
    | {"장소": "place", "주관": "lead_agency", "주관기관": "lead_agency", "효과": "benefit", "의미": "meaning"}
)
"""What fields are called in Korean."""


def likely_field(name: str, fields: Iterable[str]) -> str:
    """Return the field that a name which is none was probably meant to be, or an empty string."""
    known = set(fields)
    korean = KOREAN.get(name, "")
    return korean if korean in known else nearest(name.casefold().replace("-", "_"), known)


def unknown_field(key: Scalar, known: str, guess: str) -> Diagnostic:
    """Return that a thing has no such field."""
    return error(
        "unknown-field",
        key.place,
        '"{field}" is not a field of {kind}; did you mean "{guess}"?'
        if guess
        else '"{field}" is not a field of {kind}',
        'rename it to "{guess}", or remove the line' if guess else "remove the line",
        field=key.text,
        kind=known,
        guess=guess,
    )


def missing_field(name: str, description: str, words: Iterable[str], known: str, place: Place) -> Diagnostic:
    """Return that a thing lacks a field that may hold one of some words, or any; `place` is where the thing starts."""
    return error(
        "missing-field",
        place,
        '{kind} needs the field "{field}": {description}',
        "add a line {field}: with one of {words}" if words else "add a line {field}: …",
        kind=known,
        field=name,
        description=Translatable(description),
        words=", ".join(words),
    )


def doubtful(node: Scalar, *, may_be_empty: bool, words: tuple[str, ...]) -> Diagnostic | None:
    """Return what is wrong with a value without quotes, whatever its type: nothing there, or not all of it."""
    if node.text in words:
        return None
    if (node.text or (node.remark.text if node.remark else "")).casefold() in PLACEHOLDERS:
        return _placeholder(node, words)
    if node.remark:
        return _cut_short(node, node.remark.text, node.remark.place)
    if not node.text and not may_be_empty:
        return error("empty-value", node.place, EMPTY.message, EMPTY.fix)
    return None


def _placeholder(node: Scalar, words: tuple[str, ...]) -> Diagnostic:
    place = node.remark.place if node.remark and not node.text else node.place
    return error(
        "placeholder",
        place,
        "this stands for a value that is missing",
        "write the value; if it is not known, write unknown"
        if "unknown" in words
        else "write the value; if it is not known, remove the line",
    )


def _cut_short(node: Scalar, remark: str, place: Place) -> Diagnostic:
    if not node.text:
        return error(
            "comment-in-value",
            place,
            "everything after # is a comment, so there is no value here",
            "put it in straight quotes, {text}, or remove the line",
            text=quoted(remark),
        )
    return warning(
        "comment-in-value",
        place,
        "everything after # is a comment and is not shown",
        "if it belongs to the text, put all of it in straight quotes; if not, write it on a line of its own",
    )


def not_one_value(node: Node) -> Diagnostic:
    """Return that a list or a group stands where one value belongs."""
    fix = "write it without brackets or hyphens; put a text with them in quotes"
    if isinstance(node, nodes.Mapping):
        fix = "put a text with a colon or braces in straight quotes"
    return _wrong(node, "this must be a single value", fix)


def not_a_list(node: Node, *, of_groups: bool) -> Diagnostic:
    """Return that a field holds a list, and this is none."""
    if of_groups:
        fix = "start each entry on a line of its own with a hyphen, as in - name: value"
    else:
        fix = "write [{text}]" if isinstance(node, Scalar) else "write it as in [one, two]"
    return _wrong(node, "this must be a list", fix, text=node.text if isinstance(node, Scalar) else "")


def not_a_group(node: Node) -> Diagnostic:
    """Return that a field holds fields of its own, and this is none."""
    return _wrong(
        node, "this must be a group of fields", "write each field on a line of its own, indented under the name"
    )


def not_a_text(node: Node, languages: tuple[str, ...]) -> Diagnostic:
    """Return that a text has to say its language."""
    return _wrong(node, "this must be a text in each language", BY_LANGUAGE, form=_by_language(languages))


def not_by_language(node: Node, languages: tuple[str, ...]) -> Diagnostic:
    """Return that a field holds a value for each language."""
    return _wrong(node, "this must be a value for each language", BY_LANGUAGE, form=_by_language(languages))


def too_few(node: Node, least: int) -> Diagnostic:
    """Return that a list is too short."""
    return _wrong(node, "this must be a list of at least {least}", "add to the list", least=least)


def quoted_boolean(node: Scalar) -> Diagnostic:
    """Return that true and false are no texts."""
    return error("not-a-boolean", node.place, "true and false stand without quotes", "remove the quotation marks")


def _wrong(node: Node, message: str, fix: str, **values: object) -> Diagnostic:
    return error("wrong-type", node.place, message, fix, **values)


def _by_language(languages: tuple[str, ...]) -> str:
    return ", ".join(f"{code}: …" for code in languages or ("ko",))
