"""Fields of sources."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "SourceFacts": {
        "type": Field(
            "Sort of text",
            "종류",
            "어떤 종류의 글인지",
            words(
                press_release=("a press release", "보도자료"),
                document=("a document", "문서"),
                law=("a law", "법령"),
                court_ruling=("a court ruling", "판결·결정"),
                news_report=("a news report", "기사"),
                page=("a web page", "누리집 글"),
                dataset=("data", "데이터"),
            ),
        ),
        "grade": Field(
            "Grade",
            "등급",
            "공식 기록인지, 언론 보도인지, 다른 사람이 모은 자료인지",
            words(
                official=("an official record", "공식 기록: 정부나 공공기관의 기록"),
                press=("a press report", "언론 보도"),
                open_data=("published research data", "공개 연구 자료: 연구 기관이 공개한 자료"),
                compilation=("put together by a third party", "모은 자료: 다른 사람이 모은 자료"),
            ),
        ),
        "published_on": Field(
            "Published on", "펴낸 날", "펴낸 때. 모르면 unknown", words(unknown=("not known", "확인되지 않음"))
        ),
        "accessed_on": Field("Accessed on", "확인한 날", "우리가 마지막으로 읽은 날"),
        "language": Field("Language", "언어", "원문의 언어. ko, en처럼 적습니다"),
        "address": Field("Address", "원래 주소", "읽을 수 있는 웹 주소"),
        "archived_address": Field("Archived address", "보존된 주소", "보존된 사본을 읽을 수 있는 웹 주소"),
        "issuer": Field("Issuer", "펴낸 기관", "이 누리집에 실린 기관이 펴냈으면, 그 기관"),
        "licence": Field("Licence", "이용 조건", "이용 조건. 모르면 unknown"),
        "passages": Field("Passages", "옮긴 구절", "우리가 근거로 삼는 구절. 글자 그대로 옮깁니다"),
        "errata": Field("Errata", "원문의 잘못", "구절에 있는 잘못. 고치지 않고 구절 옆에 밝힙니다"),
    },
    "Passage": {
        "id": Field("Id", "id", "이 출처 안에서 구절을 가리키는 id"),
        "text": Field("Text", "구절", "글자 그대로 옮긴 구절"),
        "language": Field("Language", "언어", "구절의 언어"),
        "translation": Field("Translation", "번역", "구절을 다른 언어로 우리가 옮긴 말. 원문의 말이 아닙니다"),
    },
    "SourceWords": {
        "publisher": Field("Publisher", "펴낸 곳", "누가 펴냈는지"),
    },
}
