"""Fields of meetings."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

UNKNOWN = words(unknown=("not known", "확인되지 않음"))

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "MeetingFacts": {
        "series": Field(
            "Series",
            "회의체",
            "어느 회의체의 회의인지",
            words(
                task_force=("the task force of all agencies", "범부처 전담조직"),
                commission=("the Carbon Neutrality Commission", "탄소중립위원회"),
            ),
        ),
        "held_on": Field("Held on", "열린 날", "회의가 열린 때. 모르면 unknown", UNKNOWN),
        "number": Field("Number", "회차", "몇 번째 회의인지"),
        "not_before": Field("Not before", "이보다 뒤", "열린 날을 모를 때: 이날보다 뒤에 열렸습니다"),
        "not_after": Field("Not after", "이보다 앞", "열린 날을 모를 때: 이날보다 앞에 열렸습니다"),
        "time": Field("Time", "시각", "시작한 시각. 16:00처럼 적습니다"),
        "mode": Field(
            "Mode",
            "방식",
            "어떤 방식으로 열렸는지",
            words(
                in_person=("in person", "대면 회의"),
                video=("by video", "영상회의"),
                mixed=("partly by video", "대면과 영상"),
                unknown=("not known", "확인되지 않음"),
            ),
        ),
        "attendee_count": Field("Number of agencies", "참석 기관 수", "출처가 센 참석 기관의 수"),
        "attendees": Field("Agencies", "참석한 기관", "출처에 이름이 나온 참석 기관"),
        "attendees_complete": Field("All named", "모두 적었는지", "참석한 기관을 모두 적었으면 true"),
        "scope_before": Field("Members before", "넓히기 전의 수", "이 회의에서 참여 범위를 넓히기 전의 기관 수"),
        "completed_tasks": Field("Completed tasks", "마친 과제", "이 회의에서 마친 것으로 점검한 과제"),
        "claimed": Field("New tasks claimed", "새로 찾았다는 과제", "출처가 말하는 새 과제의 수"),
        "press_release": Field("Press release", "보도자료", "이 회의를 알린 소식"),
    },
    "Claim": {
        "tasks": Field("Tasks", "과제 수", "출처가 센 과제의 수"),
        "agencies": Field("Agencies", "기관 수", "과제를 낸 기관의 수. 출처가 센 대로 적습니다"),
    },
    "MeetingWords": {
        "chair": Field("Chair", "주재", "누가 주재했는지 직위와 함께"),
        "place": Field("Place", "장소", "열린 곳"),
        "agenda": Field("Agenda", "안건", "안건을 차례대로"),
        "decisions": Field("Decisions", "정하거나 당부한 것", "회의에서 정하거나 당부한 것"),
    },
}
