"""Fields of news."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "NewsFacts": {
        "type": Field(
            "Sort of text",
            "종류",
            "어떤 종류의 글인지",
            words(
                press_release=("a press release", "보도자료"),
                notice=("a notice", "공지"),
                explanation=("an explanation", "설명"),
                correction=("a correction", "정정"),
            ),
        ),
        "issued_on": Field(
            "Issued on", "펴낸 날", "펴낸 때. 모르면 unknown", words(unknown=("not known", "확인되지 않음"))
        ),
        "reports_on": Field("Reports on", "다루는 날", "어느 날의 일을 다루는지"),
        "agency": Field("Agency", "펴낸 기관", "글을 펴낸 기관"),
        "reproduces": Field("Reproduces", "옮겨 실은 출처", "본문에 글 전체를 옮겨 실은 출처"),
        "meeting": Field("Meeting", "알린 회의", "이 글이 알린 회의"),
        "errata": Field("Errata", "원문의 잘못", "원문에 있는 잘못. 고치지 않고 옆에 밝힙니다"),
    },
    "NewsWords": {
        "subtitles": Field("Subtitles", "부제목", "제목 아래의 줄"),
        "translation_note": Field("Translation note", "번역을 밝히는 말", "번역한 글이면, 누가 옮겼는지"),
    },
}
