"""What people are told, in their language: which one, and how values are put into it."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sitegen.commands.languages import taken_out, wanted
from sitegen.diagnostics import Diagnostic, Place, Translatable, error
from sitegen.speech import ENGLISH, language
from sitegen.speech.particles import chosen, filled
from tests.sites import PROJECT, edit, plant, run

OBJECT, SUBJECT, TOPIC, AND, BY = "을(를)", "이(가)", "은(는)", "과(와)", "으로(로)"
KOREAN = language("ko")


@pytest.mark.parametrize(
    ("before", "particle", "expected"),
    [
        ("파일", OBJECT, "을"),
        ("페이지", OBJECT, "를"),
        ("제목", SUBJECT, "이"),
        ("날짜", SUBJECT, "가"),
        ("링크", TOPIC, "는"),
        ("항목", TOPIC, "은"),
        ("제목", AND, "과"),
        ("요약", AND, "과"),
        ("날짜", AND, "와"),
        ("폴더", BY, "로"),
        ("파일", BY, "로"),
        ("목록", BY, "으로"),
        ('"제목"', OBJECT, "을"),
        ("“날짜”", OBJECT, "를"),
        ("[목록]", OBJECT, "을"),
        ("탄소중립(Net Zero)", OBJECT, "을"),
        ("배출권거래제 (ETS)", OBJECT, "를"),
        ("(목록)", OBJECT, "을"),
        ("목록…", OBJECT, "을"),
        ("나\u0301무\u1112\u1161\u11ab", OBJECT, "을"),
        ("ㄱ", OBJECT, "을"),
        ("ㄹ", BY, "로"),
        ("ㅏ", OBJECT, "를"),
    ],
)
def test_a_particle_follows_the_sound_of_hangul(before: str, particle: str, expected: str) -> None:
    """Quotation marks, brackets and what stands in parentheses are passed over."""
    assert expected == chosen(before, particle)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "을"),
        ("1", "을"),
        ("2", "를"),
        ("3", "을"),
        ("4", "를"),
        ("5", "를"),
        ("6", "을"),
        ("7", "을"),
        ("8", "을"),
        ("9", "를"),
        ("10", "을"),
        ("12", "를"),
        ("100", "을"),
        ("2,000", "을"),
        ("10000", "을"),
        ("500000", "을"),
        ("100,000,000", "을"),
        ("1000000000000", "를"),
        ("3000000000000000", "를"),
        ("10000000000000000", "을"),
        ("727.6", "을"),
        ("3.2", "를"),
        ("3.10", "을"),
        ("04520", "을"),
        ("2021-03-31", "을"),
        ("09:00", "을"),
        ("제3차 2", "를"),
        ("45%", "를"),
        ("UTF-8", "을"),
    ],
)
def test_a_particle_follows_how_a_number_is_read(number: str, expected: str) -> None:
    """As a Sino-Korean number; after a point, or after a zero in front, digit by digit."""
    assert expected == chosen(number, OBJECT)


@pytest.mark.parametrize(
    ("number", "expected"), [("1", "로"), ("2", "로"), ("3", "으로"), ("7", "로"), ("8", "로"), ("10", "으로")]
)
def test_a_number_that_ends_in_rieul_takes_ro(number: str, expected: str) -> None:
    """일로, 칠로, 팔로; but 삼으로."""
    assert expected == chosen(number, BY)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("CSV", "를"),
        ("PDF", "를"),
        ("HTML", "을"),
        ("ATM", "을"),
        ("CDN", "을"),
        ("QR", "을"),
        ("NFT", "를"),
        ("md", "를"),
        ("html", "을"),
        ("css", "를"),
        ("status", "를"),
        ("title", "을"),
        ("style", "을"),
        ("about", "을"),
        ("file", "을"),
        ("site.yaml", "을"),
        ("email", "을"),
        ("cell", "을"),
        ("name", "을"),
        ("due_on", "을"),
        ("column", "을"),
        ("meeting", "을"),
        ("design", "을"),
        ("unknown", "을"),
        ("form", "을"),
        ("type", "을"),
        ("map", "을"),
        ("topic", "을"),
        ("web", "을"),
        ("book", "을"),
        ("task", "를"),
        ("event", "를"),
        ("summary", "를"),
        ("page", "를"),
        ("evidence", "를"),
        ("source", "를"),
        ("date", "를"),
        ("image", "를"),
        ("green-police-cars", "를"),
        ("content/tasks/a.ko.md", "를"),
        ("<p>", "를"),
    ],
)
def test_a_particle_follows_how_latin_letters_are_read(word: str, expected: str) -> None:
    """Capitals by their names, words about as they are pronounced in Korean."""
    assert expected == chosen(word, OBJECT)


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("*", "로"), ("-", "으로"), ("[", "로"), ("`", "으로"), ("|", "로"), ("#", "으로"), ("')'", "로"), ("***", "로")],
)
def test_a_particle_follows_the_name_of_a_sign_that_stands_alone(sign: str, expected: str) -> None:
    """별표로, 하이픈으로, 세로줄로."""
    assert expected == chosen(sign, BY)


@pytest.mark.parametrize("before", ["", '""', "日本", "→"])
def test_both_forms_are_written_after_what_cannot_be_read(before: str) -> None:
    """Nothing is guessed."""
    assert OBJECT == chosen(before, OBJECT)


def test_only_particles_of_the_template_are_chosen() -> None:
    """What a value says, braces and particles included, is said as it is."""
    assert '"{x}을(를)"을 [제목이(가)]로' == filled('"{a}"을(를) [{b}]으로(로)', {"a": "{x}을(를)", "b": "제목이(가)"})


def test_only_the_value_before_a_particle_counts() -> None:
    """Whatever the words before that value are."""
    assert "목록을 ]로 닫습니다" == filled("목록을 {a}으로(로) 닫습니다", {"a": "]"})


def test_braces_and_forms_of_numbers_are_those_of_python() -> None:
    """A translation may have all that a template may have."""
    assert "{목록} 03을 2.52를" == filled("{{목록}} {a:02}을(를) {b:.2f}을(를)", {"a": 3, "b": 2.523})


def test_words_of_ours_are_translated_within_a_message_and_those_of_others_are_not() -> None:
    """A kind of content is ours; what somebody wrote is theirs, even if it happens to be a word of ours."""
    problem = error("x", Place("a"), '"{field}" is not a field of {kind}', field="a task", kind=Translatable("a task"))
    assert '"a task"는 과제의 항목이 아닙니다.' == KOREAN.message(problem)
    assert '"a task" is not a field of a task' == ENGLISH.message(problem) == problem.text()


def test_a_problem_can_be_told_in_either_language_wherever_it_was_found() -> None:
    """It travels between processes, and lies in the cache, as it is in no language."""
    problem = error("x", Place("a"), "this cannot be read: {reason}", reason=Translatable("Permission denied"))
    arrived = msgspec.msgpack.decode(msgspec.msgpack.encode(problem), type=Diagnostic)
    assert problem == arrived
    assert ("읽을 수 없습니다: 권한 없음", "this cannot be read: Permission denied") == (
        KOREAN.message(arrived),
        ENGLISH.message(arrived),
    )


def test_what_was_found_in_one_language_is_remembered_in_both(tmp_path: Path) -> None:
    """The second build reads problems from the cache, and says them in its own language."""
    edit(plant(tmp_path, ""), {"content/pages/about.ko.md": "---\ntitel: 소개\nsummary: 소개\n---\n"})
    assert '"titel"은 페이지의 항목이 아닙니다.' in run(tmp_path, "check", LANG="ko_KR.UTF-8").stderr
    assert '"titel" is not a field of a page;' in run(tmp_path, "check").stderr


def test_processes_find_problems_and_the_one_that_started_them_says_them(tmp_path: Path) -> None:
    """In the language it was asked for."""
    pages = {f"content/pages/p-{number}.ko.md": "---\ntitle: 쪽\nsummary: 쪽\n---\n[여기](p)\n" for number in range(60)}
    edit(plant(tmp_path, ""), pages)
    said = run(tmp_path, "check", "--jobs", "2", "--lang", "ko").stderr
    assert 60 == said.count('오류[link-by-path] 다른 페이지로 가는 링크에는 파일이나 경로 "p"가 아니라')


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    """Under an empty text a catalogue keeps what it says of itself."""
    assert ": " == KOREAN.say("{a}: {b}", a=Translatable(""), b="")
    assert not KOREAN.translated("")


def test_what_has_no_translation_is_said_in_english() -> None:
    """As a library's words may be, after an update of it."""
    assert "nobody has translated this: 3" == KOREAN.say("nobody has translated this: {count}", count=3)


@pytest.mark.parametrize(
    ("asked", "environment", "expected"),
    [
        (["--lang", "ko"], {"LANG": "en_GB.UTF-8"}, "ko"),
        (["--lang=en"], {"LC_ALL": "ko_KR.UTF-8"}, "en"),
        (["--lang", "fr"], {"LANG": "ko_KR.UTF-8"}, "ko"),
        ([], {"LANG": "ko_KR.UTF-8"}, "ko"),
        ([], {"LANG": "ko"}, "ko"),
        ([], {"LANG": "ko_KR.eucKR@x"}, "ko"),
        ([], {"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ([], {"LC_ALL": "C", "LC_MESSAGES": "ko_KR.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        ([], {"LANG": "kok_IN"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_that_of_the_system(
    asked: list[str], environment: dict[str, str], expected: str
) -> None:
    """The first variable that is set counts, in the order of POSIX."""
    assert expected == wanted(asked, environment)


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["--lang", "ko", "check", "--strict"], ["--lang", "ko"]),
        (["check", "--lang", "ko", "--strict"], ["--lang", "ko"]),
        (["check", "--strict", "--lang=ko"], ["--lang=ko"]),
        (["check", "--strict", "--lang"], ["--lang"]),
        (["check", "--strict"], []),
    ],
)
def test_the_language_may_be_said_before_or_after_the_command(arguments: list[str], asked: list[str]) -> None:
    """It is taken out wherever it stands, and the rest is as it was."""
    assert (asked, ["check", "--strict"]) == taken_out(arguments)


@pytest.mark.parametrize(("code", "times"), [("en", 0), ("ko", 1)])
def test_the_catalogue_is_read_only_where_it_is_needed(code: str, times: int, tmp_path: Path) -> None:
    """In English never, and in Korean once, with its words in between."""
    script = f"""
import sys
sys.addaudithook(lambda event, given: event == "open" and str(given[0]).endswith(".mo") and print("read", given[0]))
from sitegen.commands import main
main(["check", "--lang", {code!r}])
"""
    command = [sys.executable, "-c", script]
    done = subprocess.run(  # noqa: S603  # our own code
        command, cwd=plant(tmp_path, ""), env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=True
    )
    assert times == done.stdout.count("read ")
    assert {"en": "0 errors", "ko": "오류 0건"}[code] in done.stdout


def test_what_begins_with_a_hyphen_can_be_said_in_any_language(tmp_path: Path) -> None:
    """Behind two of them, as with all programs."""
    folder = plant(tmp_path, "")
    done = run(folder, "--lang", "ko", "new", "event", "--as-of", "2026-06-05", "--id", "cold-day", "--", "-5도의 날")
    assert (0, True) == (done.returncode, (folder / "content/events/cold-day.ko.md").exists()), done.stderr
