"""Fields of tasks and their updates."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

STATUS = words(
    planned=("decided, not begun", "예정: 하기로 했고 아직 시작하지 않음"),
    in_progress=("begun, not finished", "추진 중: 시작했고 아직 끝나지 않음"),
    completed=("finished, with something that shows it", "완료: 마쳤고 그 근거가 있음"),
    delayed=("the due date cannot be kept", "지연: 기한을 지키지 못하게 됨"),
    modified=("the content has changed", "변경: 내용이 바뀜"),
    stopped=("given up", "중단: 더 하지 않기로 함"),
    unknown=("nothing was heard since; only for records of the past", "이후 정보 없음: 지난 기록에만 씀"),
)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "TaskFacts": {
        "lead_agency": Field("Lead agency", "맡은 기관", "이 과제를 이끄는 기관"),
        "supporting_agencies": Field("Supporting agencies", "함께하는 기관", "이 과제를 돕는 기관"),
        "strategy": Field(
            "Strategy", "속한 핵심 과제", "어느 전략이나 핵심 과제를 실행하는지. 지난 기록이 아니면 꼭 적습니다"
        ),
        "basis": Field(
            "Sort of record",
            "기록의 종류",
            "지금 추진하는 과제인지, 기한이나 예상 성과 없이 남은 지난 기록인지",
            words(
                current=("a task of today", "현재 과제: 지금 추진하는 과제"),
                archival=("a record of the past", "지난 기록: 기한이나 예상 성과 없이 남은 기록"),
            ),
        ),
        "status": Field(
            "Status", "상태", "추진 현황이 없을 때만 적습니다. 있으면 가장 최근 보고의 상태를 씁니다", STATUS
        ),
        "nature": Field(
            "Nature",
            "끝나는 방식",
            "과제가 어떻게 끝나는지",
            words(
                milestone=("when something is done", "정한 일을 마치면 끝남"),
                measurable=("when a number is reached", "정한 수치에 이르면 끝남"),
                ongoing=("it does not end", "끝을 정하지 않고 이어짐"),
            ),
        ),
        "field": Field(
            "Field",
            "분야",
            "무엇에 관한 과제인지",
            words(
                energy=("energy", "에너지"),
                industry=("industry", "산업"),
                transport=("transport", "교통"),
                buildings=("buildings", "건물"),
                finance=("finance", "금융"),
                research=("research and technology", "연구와 기술"),
                procurement=("public procurement", "공공 구매"),
                administration=("administration", "행정"),
                education=("education and awareness", "교육과 인식"),
                cooperation=("cooperation", "협력"),
                employment=("employment", "일자리"),
                media=("broadcasting", "방송"),
            ),
        ),
        "started_on": Field("Started on", "시작한 때", "일을 시작한 때"),
        "due_on": Field("Due on", "처음 정한 기한", "처음에 언제까지 하기로 했는지. 나중에 바꾸지 않습니다"),
        "revised_due_on": Field("Revised due dates", "바뀐 기한", "나중에 정한 기한과 그 까닭"),
        "completed_on": Field("Completed on", "마친 때", "과제를 마친 때"),
        "next_update_on": Field("Next report", "다음 소식", "다음 보고가 언제 나오는지 알려졌으면 적습니다"),
        "evidence": Field("Evidence", "근거", "상태가 사실임을 보여 주는 것"),
        "identified_at": Field("Identified at", "새로 찾은 회의", "새 과제로 처음 이름이 나온 회의"),
        "reported_at": Field("Reported at", "보고된 회의", "새 과제로 꼽히지는 않았지만 보고된 회의"),
        "covers": Field("Covers", "묶어 센 수", "출처가 이 이름으로 묶어 센 과제의 수"),
        "indicator": Field("Indicator", "지표", "과제의 성과를 재는 지표"),
        "related_tasks": Field("Related tasks", "함께 읽을 과제", "나란히 읽으면 좋은 과제"),
    },
    "TaskWords": {
        "why": Field("Why it matters", "왜 중요한지", "왜 중요한지 쉬운 문장 두 개로 적습니다"),
        "benefit": Field("Benefit", "나에게 달라지는 것", "이 과제로 나에게 무엇이 달라지는지"),
        "official_title": Field("Official title", "출처에 적힌 이름", "제목과 다를 때, 출처에 적힌 그대로의 이름"),
        "expected_result": Field("Expected result", "이루려는 것", "무엇을 이루려는지. 지난 기록이 아니면 꼭 적습니다"),
        "achieved_result": Field(
            "Achieved result", "이룬 것", "무엇을 이루었는지. 지난 기록이 아닌 과제를 마쳤으면 꼭 적습니다"
        ),
    },
    "Revision": {
        "date": Field("New due date", "새 기한", "새로 정한 기한"),
        "reason": Field("Reason", "까닭", "기한을 바꾼 까닭"),
    },
    "Evidence": {
        "source": Field("Source", "출처", "사실임을 보여 주는 출처"),
        "kind": Field(
            "Sort of evidence",
            "근거의 종류",
            "어떤 종류의 근거인지",
            words(
                document=("a document", "문서"),
                law=("a law", "법령"),
                budget=("a budget", "예산"),
                dataset=("data", "데이터"),
                site=("a place one can visit", "현장"),
                photo=("a photograph", "사진"),
            ),
        ),
        "level": Field(
            "Level",
            "확인한 곳",
            "누가 확인해 준 내용인지",
            words(
                self_declared=("the agency itself says so", "스스로 밝힘: 맡은 기관이 스스로 밝힌 내용"),
                published=("a published document", "공개된 문서"),
                in_law=("laid down in law", "법령에 정해짐"),
                externally_validated=("confirmed by others", "외부에서 확인함"),
            ),
        ),
        "reports_on": Field("Reports on", "다루는 때", "어느 때의 일을 다루는지"),
    },
    "Update": {
        "as_of": Field("As of", "기준일", "어느 날의 모습인지"),
        "period": Field("Period", "분기", "다루는 분기. 한 분기에 보고 하나만 씁니다"),
        "status": Field("Status", "상태", "기준일에 과제가 어떤 상태인지", STATUS),
        "done": Field("Done", "한 일", "그동안 무엇을 했는지"),
        "author_agency": Field("Reported by", "알린 기관", "이 보고를 낸 기관"),
        "assessed_by": Field(
            "Assessed by",
            "판단한 곳",
            "상태를 누가 판단했는지",
            words(
                self=("the agency itself", "담당 기관: 과제를 맡은 기관 스스로"),
                coordinating_office=("the coordinating office", "총괄 기관: 과제를 총괄하는 부서"),
                external=("somebody outside the government", "외부 기관: 정부 밖의 기관"),
            ),
        ),
        "planned": Field("Planned", "다음 할 일", "다음에 무엇을 할지"),
        "problem": Field("Problem", "어려운 점", "무엇이 어려웠는지. 지연·변경·중단이면 꼭 적습니다"),
        "evidence": Field("Evidence", "근거", "상태가 사실임을 보여 주는 것"),
    },
}
