"""Fields that every kind with pages has, or several."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

PUBLISHING: Mapping[str, Field] = {
    "draft": Field("Draft", "초안", "true로 두면 초안입니다. --drafts를 붙여 만들 때만 나옵니다"),
    "publish_at": Field("Publish at", "공개 시각", "이 시각 전에는 어디에도 나오지 않습니다"),
    "expires_at": Field("Expires at", "공개를 끝내는 시각", "이 시각부터는 어디에도 나오지 않습니다"),
}

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "RecordFacts": PUBLISHING,
    "Facts": {
        **PUBLISHING,
        "original": Field("Original language", "원문 언어", "글을 처음 쓴 언어. 기본 언어로 먼저 썼으면 적지 않습니다"),
        "review_by": Field("Review by", "다시 확인할 날", "사람이 내용을 다시 확인할 날"),
        "updated_on": Field("Updated on", "마지막으로 고친 날", "뜻이 달라지게 고친 마지막 날"),
        "owner": Field("Owner", "책임 기관", "이 글을 책임지는 기관"),
        "aliases": Field("Former addresses", "예전 주소", "예전에 쓰던 주소. /old/address/처럼 적습니다"),
        "image": Field("Picture", "그림", "글 앞에 보일 그림. images.yaml에 있는 id"),
        "sources": Field("Sources", "출처", "내용의 바탕이 된 출처"),
        "changes": Field("Changes", "고친 내용", "독자에게 알리는 고친 기록"),
    },
    "Words": {
        "title": Field("Title", "제목", "화면의 제목. 분류가 아니라 말하려는 것을 적습니다"),
        "translated_from": Field(
            "Translated from",
            "번역의 바탕",
            "번역한 글에서, 무엇을 보고 옮겼는지. python build.py translated가 적습니다",
        ),
        "summary": Field("Summary", "요약", "무엇이고 왜 중요한지 쉬운 문장 두세 개로 적습니다"),
    },
    "Erratum": {
        "found_on": Field("Found on", "밝힌 날", "잘못을 밝혀 적은 날"),
        "original": Field("Original", "원문", "원문에 적힌 그대로"),
        "corrected": Field("Corrected", "바른 말", "바르게 적으면 어떻게 되는지"),
        "note": Field("Note", "설명", "어떻게 알았는지"),
    },
    "Change": {
        "on": Field("Day", "고친 날", "고친 날짜"),
        "text": Field("What changed", "고친 내용", "무엇을 왜 고쳤는지"),
        "type": Field(
            "Sort of change",
            "고친 종류",
            "틀린 것을 바로잡았으면 correction. 정정 목록에도 나옵니다",
            words(correction=("an error was mended", "정정"), update=("something has changed", "변경")),
        ),
    },
}
