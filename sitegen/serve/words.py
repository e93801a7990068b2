"""The words of the status bar and of what stands over a page that could not be built, in the languages of staff."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

KOREAN: Mapping[str, str] = MappingProxyType(
    {
        "lang": "ko",
        "bar": "미리보기 상태",
        "fine": "이상 없음",
        "to_mend": "고칠 곳이 있습니다",
        "building": "새로 만드는 중…",
        "errors": "오류 {count}건",
        "warnings": "경고 {count}건",
        "drafts": "초안 {count}건",
        "drafts_why": "초안은 미리보기에만 보이고, 누리집에는 나가지 않습니다.",
        "scheduled": "공개 예정 {count}건",
        "scheduled_why": "정해진 때가 되기 전에는 미리보기를 포함해 어디에도 나타나지 않습니다.",
        "expired": "게시 종료 {count}건",
        "expired_why": "게시 기간이 끝나 더는 나타나지 않습니다.",
        "untranslated": "번역 필요 {count}건",
        "untranslated_why": "한 언어로만 쓰여 있어 다른 언어에는 페이지가 없습니다.",
        "more": "그 밖에 {count}건이 더 있습니다.",
        "see_then": "{when}의 모습 보기",
        "weight": "{size} KB · 탄소 {grams} g ({rating})",
        "weight_why": "처음 방문할 때 압축해 전송되는 양과, 그 양으로 어림한 이산화탄소 환산 배출량입니다(SWDM 4).",
        "as_of": "기준 시각",
        "apply": "이때로 보기",
        "now": "지금으로 돌아가기",
        "shown_as_of": "{when} 기준",
        "edit": "이 페이지 고치기",
        "fold": "상태 표시줄 접기",
        "unfold": "상태 표시줄 펼치기",
        "failed": "오류가 있어 미리보기를 바꾸지 못했습니다",
        "failed_why": "뒤에 보이는 것은 마지막으로 잘 만들어진 페이지입니다. 고쳐서 저장하면 이 창은 사라집니다.",
        "failed_first": "아직 보여 드릴 페이지가 없습니다. 고쳐서 저장하면 곧바로 보입니다.",
        "warned": "확인이 필요한 것",
        "warned_why": "누리집을 만드는 데는 지장이 없지만, 살펴보시는 것이 좋습니다.",
        "fault": "프로그램에 문제가 있습니다. 아래 내용을 개발자에게 알려 주세요. 쓰신 글은 그대로 있습니다.",
        "close": "닫기",
        "away": "미리보기가 꺼져 있습니다. 명령을 다시 실행하면 이어집니다.",
        "wrong_moment": "시각을 알 수 없습니다.",
    }
)
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "lang": "en",
        "bar": "Preview status",
        "fine": "All fine",
        "to_mend": "Something is wrong",
        "building": "Building…",
        "errors": "Errors: {count}",
        "warnings": "Warnings: {count}",
        "drafts": "Drafts: {count}",
        "drafts_why": "Drafts are seen in the preview only; they do not go onto the site.",
        "scheduled": "Scheduled: {count}",
        "scheduled_why": "Until their time comes they are nowhere to be seen, not even in the preview.",
        "expired": "Expired: {count}",
        "expired_why": "Their time is over, and they are not seen any more.",
        "untranslated": "To translate: {count}",
        "untranslated_why": "They are written in one language only, and have no page in the other.",
        "more": "And {count} more.",
        "see_then": "See the site at {when}",
        "weight": "{size} KB · {grams} g CO₂e ({rating})",
        "weight_why": "What a first visit transfers, compressed, and the emissions estimated from that (SWDM 4).",
        "as_of": "As of",
        "apply": "Show this moment",
        "now": "Back to now",
        "shown_as_of": "as of {when}",
        "edit": "Edit this page",
        "fold": "Fold the status bar",
        "unfold": "Unfold the status bar",
        "failed": "The preview could not be renewed: something is wrong",
        "failed_why": "Behind this is the last page that was fine. Mend it and save, and this goes away by itself.",
        "failed_first": "There is no page to show yet. Mend it and save, and it will be here at once.",
        "warned": "Worth a look",
        "warned_why": "None of this keeps the site from being built.",
        "fault": "This is a fault of the program. Please report the lines below. What you wrote is safe.",
        "close": "Close",
        "away": "The preview is not running. Start the command again, and it goes on from here.",
        "wrong_moment": "That is not a moment.",
    }
)


def words_in(language: str) -> Mapping[str, str]:
    """Return the words for a page in a language: Korean on Korean pages, English on all others."""
    return KOREAN if language == "ko" else ENGLISH


def when(moment: datetime, language: str) -> str:
    """Return a moment as it is written in a language."""
    if language == "ko":
        return f"{moment.year}년 {moment.month}월 {moment.day}일 {moment:%H:%M}"
    return f"{moment.day} {moment:%B %Y}, {moment:%H:%M}"
