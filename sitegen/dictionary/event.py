"""Fields of events."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "EventFacts": {
        "type": Field(
            "Sort of event",
            "종류",
            "어떤 행사인지",
            words(
                memorial_day=("a day of the year", "기념일"),
                summit=("a summit", "정상회의"),
                campaign=("a campaign", "참여 주간: 참여 주간이나 캠페인"),
                meeting=("a meeting", "회의"),
            ),
        ),
        "start": Field("Start", "첫날", "행사가 시작하는 날. 해마다 돌아오는 날이면 대신 yearly를 적습니다"),
        "end": Field("End", "마지막 날", "여러 날 이어질 때의 마지막 날"),
        "time": Field("Time", "시각", "시작하는 시각. 20:00처럼 적습니다"),
        "yearly": Field(
            "Yearly", "해마다 돌아오는 날", "해마다 돌아오는 날이면 start 대신 적습니다. 04-05처럼 적습니다"
        ),
        "status": Field(
            "Going ahead",
            "진행 여부",
            "예정대로 하는지",
            words(
                scheduled=("as planned", "예정대로: 예정대로 함"),
                changed=("the date or place has changed", "일정 변경: 날짜나 장소가 바뀜"),
                cancelled=("it does not take place", "취소: 열지 않음"),
            ),
        ),
        "organiser": Field("Organiser", "여는 기관", "행사를 여는 기관"),
        "occurrences": Field("Past occurrences", "지난 기록", "열렸다고 확인한 지난 행사"),
        "tasks": Field("Tasks", "관련 과제", "이 행사와 이어진 과제"),
        "actions": Field("Actions", "할 수 있는 실천", "독자가 함께할 수 있는 실천"),
    },
    "Occurrence": {
        "start": Field("Start", "첫날", "그때의 첫날"),
        "end": Field("End", "마지막 날", "여러 날 이어졌을 때의 마지막 날"),
        "theme": Field("Theme", "주제", "그해의 주제"),
        "note": Field("Note", "확인한 것", "그때에 관해 확인한 것"),
        "sources": Field("Sources", "출처", "그것을 확인한 출처"),
    },
    "EventWords": {
        "place": Field("Place", "장소", "열리는 곳"),
        "meaning": Field("Meaning", "탄소중립과의 관계", "탄소중립과 어떤 관계가 있는지"),
        "outcome": Field("Outcome", "그 뒤에 나온 것", "끝난 뒤 무엇이 나왔는지"),
    },
}
