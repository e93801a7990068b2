"""What the report says, in English and in Korean; the English sentence is the name of the Korean one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from sitegen.desk.findings import Sort

Language = Literal["ko", "en"]

SORTS: Mapping[Sort, str] = MappingProxyType(
    {
        "breaking": "Will stop the build",
        "overdue": "Overdue",
        "review": "Review due",
        "stale": "Translation out of date",
        "edited": "Translation changed alone",
        "missing": "Translation missing",
        "silent": "No update",
        "unstamped": "Translation not confirmed",
        "review_soon": "Review soon",
        "draft": "Draft",
        "scheduled": "To be published",
        "expiring": "To be taken down",
        "new": "New",
    }
)

BREAKING = "The build will fail here from then on, and the site stay as it was: {problem}. What to do: {fix}"
LINKED = "The build will fail from then on, and the site stay as it was: links lead here from {places}"
OVERDUE = (
    "The due date ({due}) passed {days} days ago. "
    "Add a report to {log}, with the outcome or with a new due date and why."
)
SILENT = "The last report ({last}) was {days} days ago; one is expected every {limit} days. Add one to {log}."
SILENT_SINCE = "There is no report yet, {days} days after the beginning ({last}). Add one to {log}."
SILENT_EVER = "There is no report yet. Add one to {log}."
REVIEW = "It was to be reviewed by then. Review it, and write a new review_by."
REVIEW_SOON = "It is to be reviewed by then. Review it, and write a new review_by."
STALE = (
    "The original ({original}) has changed since it was translated. "
    "Bring the translation up to date, then run: {command}"
)
PARTED = (
    "The translation and its original ({original}) have both changed since. Compare the two again, then run: {command}"
)
EDITED = (
    "The translation has changed, and its original ({original}) has not. "
    "See whether the original must change too, then run: {command}"
)
UNSTAMPED = "There is no note that this says what its original ({original}) says. Compare the two, then run: {command}"
MISSING = "There is no text in this language. Write it in this file: {wanted}"
MISSING_WORDS = "In this language there are no words for {field}."
DRAFT = "No reader sees this yet. Finish it and take out draft: true, or delete the file."
SCHEDULED = "It will be published with the first build from then on."
EXPIRING = "It will be taken down with the first build from then on."
NEW_TASK = "The task was newly identified at a meeting on that day."
NEW = "It was published on that day."

TITLE = "Editorial desk: {site}"
AS_OF = "as of {moment}"
NEXT = "next scheduled change at {moment}"
NEVER = "no scheduled change ahead"
NOBODY = "No agency is named"
TO_DO = "Things to do or to know: {count}"
NOTHING = "Nothing needs a person."
HEAVIEST = "Heaviest pages"
WEIGHT = "{total} bytes, {html} of them HTML"
WEIGHED = "Compressed with gzip; total is HTML and styles."
UNWEIGHED = "There are errors in the content, so that pages were not weighed and some things may be missing here."
INTERNAL = "For the editorial desk only: this page names things that are not published yet. Do not put it on the site."
OWNER, SORT, THING, LANGUAGE, FILE, WHEN, WHAT = "Agency", "To do", "Title", "Language", "File", "Date", "Details"
PAGE, TOTAL, HTML = "Page", "Total", "HTML"

KOREAN: Mapping[str, str] = MappingProxyType(
    {
        "Will stop the build": "그때부터 빌드 실패",
        "Overdue": "기한 지남",
        "Review due": "재검토 날짜 지남",
        "Translation out of date": "번역 갱신 필요",
        "Translation changed alone": "번역만 바뀜",
        "Translation missing": "번역 없음",
        "No update": "추진 현황 보고 없음",
        "Translation not confirmed": "번역 확인 기록 없음",
        "Review soon": "재검토 예정",
        "Draft": "초안",
        "To be published": "공개 예정",
        "To be taken down": "공개 종료 예정",
        "New": "신규",
        BREAKING: "그때부터 이 부분 때문에 빌드가 실패하고 누리집은 이전 상태로 남습니다: {problem}. 해결 방법: {fix}",
        LINKED: "그때부터 빌드가 실패하고 누리집은 이전 상태로 남습니다. 이 글로 연결하는 링크: {places}",
        OVERDUE: "기한({due})이 {days}일 지났습니다. {log} 파일에 결과를 보고하거나 새 기한과 사유를 적으십시오.",
        SILENT: "마지막 보고({last}) 이후 {days}일이 지났습니다. {log} 파일에 {limit}일마다 보고하십시오.",
        SILENT_SINCE: "시작({last})한 지 {days}일이 지났으나 아직 보고가 없습니다. {log} 파일에 보고를 추가하십시오.",
        SILENT_EVER: "아직 보고가 없습니다. {log} 파일에 보고를 추가하십시오.",
        REVIEW: "이날까지 다시 검토하기로 한 글입니다. 검토한 뒤 review_by에 새 날짜를 적으십시오.",
        REVIEW_SOON: "이날까지 다시 검토할 글입니다. 검토한 뒤 review_by에 새 날짜를 적으십시오.",
        STALE: "번역한 뒤에 원문({original})이 바뀌었습니다. 번역을 고친 다음 실행하십시오: {command}",
        PARTED: "번역과 원문({original})이 모두 바뀌었습니다. 다시 견주어 본 다음 실행하십시오: {command}",
        EDITED: "번역만 바뀌고 원문({original})은 그대로입니다. 원문도 고칠지 확인한 다음 실행하십시오: {command}",
        UNSTAMPED: "원문({original})과 내용이 같은지 확인한 기록이 없습니다. 견주어 본 다음 실행하십시오: {command}",
        MISSING: "이 언어로 쓴 글이 없습니다. 다음 파일에 작성하십시오: {wanted}",
        MISSING_WORDS: "다음 항목에 이 언어로 쓴 말이 없습니다: {field}",
        DRAFT: "아직 공개되지 않습니다. 글을 마무리하고 draft: true 줄을 지우거나, 파일을 삭제하십시오.",
        SCHEDULED: "이때부터 처음 빌드할 때 공개됩니다.",
        EXPIRING: "이때부터 처음 빌드할 때 누리집에서 내려갑니다.",
        NEW_TASK: "이날 열린 회의에서 새로 찾은 과제입니다.",
        NEW: "이날 공개한 글입니다.",
        TITLE: "편집 현황: {site}",
        AS_OF: "기준 시각: {moment}",
        NEXT: "다음 변경 예정: {moment}",
        NEVER: "변경 예정 없음",
        NOBODY: "담당 기관이 지정되지 않음",
        TO_DO: "확인할 일 {count}건",
        NOTHING: "확인할 일이 없습니다.",
        HEAVIEST: "가장 무거운 페이지",
        WEIGHT: "{total}바이트(이 가운데 HTML {html}바이트)",
        WEIGHED: "gzip으로 압축한 크기이며, 합계는 HTML과 스타일을 더한 값입니다.",
        UNWEIGHED: "내용에 오류가 있어 페이지 무게를 재지 못했고, 빠진 항목이 있을 수 있습니다.",
        INTERNAL: "편집 담당자만 보는 문서입니다. 아직 공개하지 않은 내용이 들어 있으니 누리집에 올리지 마십시오.",
        "Agency": "담당 기관",
        "To do": "할 일",
        "Title": "제목",
        "Language": "언어",
        "File": "파일",
        "Date": "날짜",
        "Details": "설명",
        "Page": "페이지",
        "Total": "합계(바이트)",
        "HTML": "HTML(바이트)",
    }
)


def say(language: Language, sentence: str, /, **values: object) -> str:
    """Return a sentence in a language, with its values filled in."""
    return (KOREAN[sentence] if language == "ko" else sentence).format(**values)
