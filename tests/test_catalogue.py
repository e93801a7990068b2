"""The catalogue of messages: complete, up to date, and Korean as it is written."""

import argparse
import ast
import gettext
import inspect
import re

import pytest

from scripts.translations import faults
from scripts.words import MO, collected, messages, mistaken, objections, read
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.names import called, noun
from tests.sites import PROJECT

RENEW = "run make words, and translate what it names"
CATALOGUE = read()
MESSAGES = tuple(message for message in CATALOGUE if message.id)
FOREIGN = {
    ".__call__() not defined",
    "'required' is an invalid argument for positionals",
    "%r is not callable",
    'argument "-" with mode %r',
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "expected %s argument",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "unexpected option string: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
}
"""What argparse tells only those who write a parser, or for kinds of arguments that we have none of."""


def test_everything_said_is_a_literal_that_can_be_found() -> None:
    """A message put together from pieces, or printed as it is, would never be translated."""
    assert [] == objections(), RENEW


def test_every_message_is_in_the_catalogue_and_nothing_else() -> None:
    """What is said no more is taken out."""
    assert {message.id for message in collected() if message.id} == {message.id for message in MESSAGES}, RENEW
    assert not CATALOGUE.obsolete, RENEW


def test_every_message_has_its_korean() -> None:
    """And none is only a guess."""
    assert [] == [message.id for message in MESSAGES if not message.string or message.fuzzy], RENEW


def test_the_program_reads_what_people_read() -> None:
    """The compiled file says the same as the one it is made from."""
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert [] == [message.id for message in MESSAGES if compiled.gettext(str(message.id)) != message.string], RENEW


def test_every_korean_message_is_sound() -> None:
    """The same values, the right particles, one style."""
    assert [] == mistaken(CATALOGUE), RENEW


@pytest.mark.parametrize(
    ("english", "korean", "fault"),
    [
        ("write {a}", "쓰십시오.", "other values"),
        ("write it", "{a}을(를) 쓰십시오.", "other values"),
        ("%(a)s: b", "%(b)s: 나", "other values"),
        ("write {a}", "{a}}을(를) 쓰십시오.", "other values"),
        ("write {a}", "{a}를 쓰십시오.", "one form only"),
        ('write "{a}"', '"{a}"은 쓸 수 없습니다.', "one form only"),
        ("write {a}", "{a}로 고치십시오.", "one form only"),
        ("no {a}", "{a}라는 것이 없습니다.", "one form only"),
        ("write a file", "파일을(를) 쓰십시오.", "no value before"),
        ("write a file", "파일를 쓰십시오.", "wrong particle"),
        ("write a page", "페이지을 쓰십시오.", "wrong particle"),
        ("write it", "목록와 함께 쓰십시오.", "wrong particle"),
        ("write a file", "파일으로 쓰십시오.", "wrong particle"),
        ("write in CSV", "CSV을 쓰십시오.", "wrong particle"),
        ("write 2", "2을 쓰십시오.", "wrong particle"),
        ("write it", "이렇게 쓰세요.", "formal style"),
        ("it is", "그렇게 해요. 그리고 쓰십시오.", "formal style"),
        ("there is none", "파일이 없다.", "formal style"),
        ("write it", "write it", "not Korean"),
    ],
)
def test_a_mistake_in_korean_is_found(english: str, korean: str, fault: str) -> None:
    """Each of them, whoever makes it."""
    assert any(fault in found for found in faults(english, korean))


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("write {a}", "{a}을(를) 쓰십시오."),
        ("as in {a}", "{a}처럼 쓰십시오."),
        ("up to {a}", "{a}까지 쓸 수 있습니다."),
        ("write ## {{#{a}}}", "## 제목 {{#{a}}}처럼 쓰십시오."),
        ("in autumn", "가을에 쓰고 마을 사람과 가을을 나눕니다."),
        ("true or false", "true와 false는 따옴표 없이 씁니다."),
        ("{count} errors", "오류 {count}건"),
        ("%(heading)s:", "%(heading)s:"),
        ("N", "수"),
    ],
)
def test_korean_as_it_is_written_is_not_objected_to(english: str, korean: str) -> None:
    """Nothing is found where nothing is wrong."""
    assert [] == list(faults(english, korean))


def test_what_argparse_says_is_in_the_catalogue() -> None:
    """Of the Python that runs this, everything that people can be told."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call))
    asked = (node.args[0] for node in calls if isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"})
    said = {text.value for text in asked if isinstance(text, ast.Constant)}
    assert said - FOREIGN <= {message.id for message in MESSAGES}
    assert len(said - FOREIGN) > 10


@pytest.mark.parametrize("kind", [*PAGE_KINDS, *RECORD_KINDS, "update"])
def test_every_kind_has_a_name(kind: str) -> None:
    """In both languages, alone and with its article."""
    said = {message.id: message.string for message in MESSAGES}
    assert said[noun(kind)] == said[called(kind)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('error("c", place, "a", "b")', ["a", "b"]),
        ('error("c", place, "a" if x else "b")', ["a", "b"]),
        ('def f():\n    message, fix = "a", "b"\n    return error("c", place, message, fix)', ["a", "b"]),
        ('A = "a"\ndef f():\n    return warning("c", place, A)', ["a"]),
        ('language.say("a {x}", x=Translatable("b"))', ["a {x}", "b"]),
        ('command.add_argument("--x", metavar="A", help="b")', ["b", "A"]),
        ('error("c", place, "{reason}", reason=Translatable(why))', []),
        ('self.say("a")', []),
    ],
)
def test_messages_are_found_where_they_are_said(source: str, found: list[str]) -> None:
    """In calls, whether written there, chosen there, or named before."""
    assert found == [message.text for message in messages(source)]


@pytest.mark.parametrize(
    "source",
    [
        'error("c", place, f"a {x}")',
        'error("c", place, "a" + b)',
        'error("c", place, unknown)',
        'def f(message):\n    return error("c", place, message)',
        'def f():\n    message = "a"\n    message = g(x)\n    return error("c", place, message)',
        'raise ArgumentTypeError(f"{text} is none")',
        'print("a word")',
        'print(f"{x} words")',
        'say(f"{x} words", form)',
    ],
)
def test_what_could_not_be_translated_is_objected_to(source: str) -> None:
    """At its line."""
    assert any(found.objection and found.line for found in messages(source))


def test_a_table_of_commands_is_read() -> None:
    """What each command does stands in one place."""
    source = 'COMMANDS: Mapping[str, str] = MappingProxyType({"a": "do it"})'
    assert ["do it"] == [found.text for found in messages(source)]


def test_the_page_of_codes_is_complete_in_both_languages() -> None:
    """docs/diagnostics.ko.md explains the same codes in the same order."""
    english, korean = (listed((PROJECT / "docs" / name).read_text(encoding="utf-8"))
                       for name in ("diagnostics.md", "diagnostics.ko.md"))  # fmt: skip
    assert [code for code, _ in english] == [code for code, _ in korean]
    assert [] == [code for code, words in korean if not re.search("[가-힣].*\\|.*[가-힣]", words)]
    warnings = [code for code, words in english if "(warning)" in words]
    assert warnings == [code for code, words in korean if "(경고)" in words]


def listed(text: str) -> list[tuple[str, str]]:
    """Return each code of a table with what is said of it."""
    return re.findall(r"^\| `([a-z0-9-]+)` \| ([^\n]+) \|$", text, re.MULTILINE)
