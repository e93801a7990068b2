"""Fields of short records."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

ID = Field("Id", "id", "다른 글이 이 항목을 가리킬 때 쓰는 이름. 한 번 정하면 바꾸지 않습니다")
SOURCES = Field("Sources", "출처", "내용의 바탕이 된 출처")

BASES = words(
    **{
        "ipcc-1996": ("national inventory, IPCC guidelines of 1996", "국가 온실가스 통계, 1996년 IPCC 지침"),
        "ipcc-2006": ("national inventory, IPCC guidelines of 2006", "국가 온실가스 통계, 2006년 IPCC 지침"),
        "owid-gcp": ("Our World in Data, Global Carbon Project", "아워 월드 인 데이터, 글로벌 카본 프로젝트"),
        "cait": ("CAIT, Climate Watch", "CAIT, 클라이밋 워치"),
        "scenario": ("scenarios for 2050", "2050 시나리오"),
    }
)
"""Ways of accounting for emissions."""

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "Agency": {
        "id": ID,
        "name": Field("Name", "이름", "그때의 이름. 이름을 아는 언어만 적습니다"),
        "type": Field(
            "Sort of agency",
            "기관 종류",
            "어떤 종류의 기관이었는지",
            words(
                office=("an office", "실"),
                ministry=("a ministry", "부"),
                ministry_level_office=("an office of ministry level", "처"),
                administration=("an administration", "청"),
                commission=("a commission", "위원회"),
            ),
        ),
        "name_basis": Field(
            "Basis of the name",
            "이름의 근거",
            "언어마다 공식 글에서 확인한 이름인지",
            words(
                official=("seen in an official text", "공식: 공식 글에서 확인함"),
                unofficial=("not seen in an official text", "비공식: 공식 글에서 확인하지 못함"),
            ),
        ),
        "as_of": Field("As of", "기준", "이 이름을 쓴 때"),
        "valid_from": Field("Valid from", "이름의 시작", "이 이름으로 생긴 때"),
        "valid_to": Field("Valid to", "이름의 끝", "이 이름을 쓴 마지막 때"),
        "predecessors": Field("Predecessors", "앞선 기관", "이 기관으로 이어진 기관"),
        "successors": Field("Successors", "이어진 기관", "이 기관에서 나온 기관"),
        "note": Field("Note", "알릴 것", "이름에 관해 독자가 알아야 할 것"),
        "address": Field("Address", "누리집", "기관 누리집의 주소"),
        "sources": Field("Sources", "출처", "이름을 확인한 출처"),
    },
    "Term": {
        "id": ID,
        "term": Field("Term", "용어", "풀이할 말"),
        "short": Field("In a sentence", "짧은 풀이", "무슨 뜻인지 한 문장으로"),
        "long": Field("More", "자세한 풀이", "더 알려 줄 것"),
        "hanja": Field("Hanja", "한자", "한자로 적은 말"),
        "see": Field("See also", "함께 볼 용어", "이어서 볼 용어"),
        "sources": SOURCES,
    },
    "Figure": {
        "id": ID,
        "label": Field("Label", "이름", "무엇을 센 수인지"),
        "value": Field("Value", "수", "기본 단위로 센 수. 출처에 나온 자리까지 숫자로만 적습니다"),
        "unit": Field("Unit", "단위", "수의 단위. 언어마다 적습니다"),
        "as_of": Field("As of", "기준", "언제의 수인지"),
        "source": Field("Source", "출처", "수가 나온 출처"),
        "passage": Field("Passage", "구절", "그 수가 나오는 구절의 id"),
        "quote": Field("Quotation", "인용", "구절에서 그 수가 들어 있는 말을 그대로"),
        "scale": Field("Scale", "배수", "인용한 말에서 1이 뜻하는 수. 백만 단위로 적혀 있으면 1000000"),
        "basis": Field("Basis", "산정 기준", "산정 방식이 여럿일 때, 어느 것을 따랐는지", BASES),
        "provisional": Field("Provisional", "잠정", "나중에 바뀔 수 있으면 true"),
        "sum_of": Field("Sum of", "더한 수치", "합계이면, 더한 수치들"),
    },
    "Question": {
        "id": ID,
        "question": Field("Question", "질문", "사람들이 묻는 말 그대로"),
        "answer": Field("Answer", "답", "쉬운 문장으로 적은 답"),
        "group": Field("Group", "묶음", "무엇에 관한 질문인지"),
        "reviewed_on": Field("Reviewed on", "확인한 날", "답이 맞는지 마지막으로 확인한 날"),
        "related": Field("Related pages", "이어서 볼 페이지", "더 읽을 페이지"),
        "sources": SOURCES,
    },
    "QuizItem": {
        "id": ID,
        "question": Field("Question", "문제", "퀴즈의 문제"),
        "choices": Field("Choices", "보기", "고를 수 있는 답. 그 가운데 하나만 맞습니다"),
        "explanation": Field("Explanation", "풀이", "왜 그것이 답인지"),
        "sources": SOURCES,
    },
    "Choice": {
        "text": Field("Text", "보기", "보기의 글"),
        "right": Field("Right", "정답", "정답인 보기에만 true"),
    },
    "Milestone": {
        "id": ID,
        "on": Field("When", "때", "일어난 때나 일어날 때"),
        "title": Field("Title", "제목", "무슨 일인지"),
        "text": Field("Text", "설명", "더 알려 줄 것"),
        "on_home": Field("On the home page", "첫 화면에도", "true로 두면 첫 화면의 선에도 점으로 나옵니다"),
        "sources": SOURCES,
    },
    "Image": {
        "id": Field("Id", "id", "글에서 이 그림을 가리킬 때 쓰는 이름"),
        "file": Field("File", "파일", "content/images/에 둔 그림 파일의 이름"),
        "alt": Field("Text alternative", "대체 글", "그림이 보여 주는 것. 꾸밈일 때만 뺍니다"),
        "decorative": Field(
            "Decorative",
            "꾸밈",
            "글에 보태는 것이 없는 꾸밈 그림이면 true",
            words(true=("it adds nothing to the words", "꾸밈 그림")),
        ),
        "credit": Field("Credit", "만든 이", "그림을 만든 사람이나 기관"),
        "licence": Field("Licence", "이용 조건", "그림을 쓸 수 있는 조건"),
        "caption": Field("Caption", "그림 설명", "그림 아래에 적을 줄"),
    },
}
