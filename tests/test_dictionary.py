"""The dictionary: every field has a name and a purpose in both languages, and every word a meaning."""

import re

import pytest
from msgspec import Struct

from sitegen.dictionary import FIELDS, KINDS, LANGUAGES, entry, said
from sitegen.forms import fields_of, structs_in, words_of
from sitegen.kinds import PAGE_KINDS, RECORD_KINDS
from sitegen.kinds.common import Facts, RecordFacts, Words
from sitegen.kinds.site import Settings
from sitegen.kinds.task import TaskFacts, Update

ROOTS = (
    *(type_ for kind in PAGE_KINDS.values() for type_ in (kind.facts, kind.words)),
    *(kind.record for kind in RECORD_KINDS.values()),
    Settings,
    Update,
)
TYPES = sorted({struct for root in ROOTS for struct in structs_in(root)}, key=lambda struct: struct.__name__)
HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize("owner", TYPES, ids=lambda owner: owner.__name__)
def test_every_field_has_a_name_and_a_purpose_in_both_languages(owner: type[Struct]) -> None:
    """Korean is Korean, but for the word id, and English has no Korean in it."""
    entries = [entry(owner, field.name) for field in fields_of(owner)]
    spoken = [words for found in entries for words in (found.name, found.purpose)]
    assert all(HANGUL.search(words["ko"]) or words["ko"] == "id" for words in spoken)
    assert all(words["en"] and not HANGUL.search(words["en"]) for words in spoken)


@pytest.mark.parametrize("owner", TYPES, ids=lambda owner: owner.__name__)
def test_every_word_that_a_field_may_hold_has_a_meaning(owner: type[Struct]) -> None:
    """And no word has one that no field may hold."""
    for field in fields_of(owner):
        words = {"true" if word is True else str(word) for word in words_of(field.type)}
        assert words == entry(owner, field.name).words.keys(), field.name
        assert all(set(LANGUAGES) == meaning.keys() for meaning in entry(owner, field.name).words.values())


def test_there_is_nothing_in_it_that_no_type_has() -> None:
    """What is renamed or removed is renamed or removed here too."""
    named = {
        struct.__name__: {field.name for field in fields_of(struct)} for struct in (*TYPES, Facts, RecordFacts, Words)
    }
    assert {} == {name: extra for name, fields in FIELDS.items() if (extra := fields.keys() - named.get(name, set()))}


def test_every_kind_has_a_name() -> None:
    """In both languages."""
    assert {*PAGE_KINDS, *RECORD_KINDS, "update", "site"} == KINDS.keys()
    assert all(set(LANGUAGES) == names.keys() for names in KINDS.values())


def test_a_field_that_is_not_in_it_is_a_fault() -> None:
    """So that a new field cannot be forgotten."""
    with pytest.raises(KeyError, match=r"TaskFacts\.colour"):
        entry(TaskFacts, "colour")


def test_a_language_that_it_does_not_speak_gets_english() -> None:
    """A site in French is still told what its fields are for."""
    assert said(entry(TaskFacts, "lead_agency").name, "fr") == "Lead agency"
