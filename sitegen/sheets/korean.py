"""What stands in Korean in a sheet beside what the dictionary says: languages, yes and no, ids, headings of others."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.dictionary import Entry

LANGUAGES: Mapping[str, str] = MappingProxyType({"ko": "한국어", "en": "영어"})
YES_OR_NO: Mapping[str, str] = MappingProxyType({"true": "예", "false": "아니요"})
ID = "아이디"
WHAT_AN_ID_IS = "주소와 파일 이름이 되는 영문 소문자, 숫자, 붙임표. 예: green-police-cars"
WHICH_TASK = "보고하는 과제의 아이디나 제목"

ELSEWHERE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "achieved_result": ("실제 성과", "추진 성과"),
        "as_of": ("기준일", "기준 시점"),
        "author_agency": ("보고 기관",),
        "benefit": ("국민에게 달라지는 점",),
        "completed_on": ("완료한 때", "완료일"),
        "done": ("추진 내용", "추진 실적"),
        "due_on": ("기한", "완료 기한"),
        "expected_result": ("예상 성과", "기대 효과"),
        "lead_agency": ("주관 기관", "담당 기관"),
        "organiser": ("주최 기관",),
        "planned": ("다음 계획", "향후 계획"),
        "problem": ("문제점",),
        "start": ("시작일", "시작하는 날"),
        "end": ("종료일", "끝나는 날"),
        "supporting_agencies": ("협조 기관",),
        "title": ("과제명", "행사명"),
    }
)
"""What fields are called in tables that agencies have made themselves."""


def language_name(code: str, own: str) -> str:
    """Return what a language is called, in Korean if that is known, else by its own name."""
    return LANGUAGES.get(code, own)


def labels(entry: Entry) -> dict[str, str]:
    """Return what each fixed word of a field is called: what stands before the colon in its meaning, or all of it."""
    return {word: YES_OR_NO.get(word) or meaning["ko"].partition(":")[0] for word, meaning in entry.words.items()}
