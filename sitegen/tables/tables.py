"""Which tables there are: one for each kind, and for what stands within tasks and sources in numbers of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from sitegen.dictionary.entries import Said
from sitegen.urls import SECTIONS


class Table(Struct, frozen=True):
    """A table: its name, which its files are called by, the kind of its rows, and what it holds."""

    name: str
    kind: str
    title: Said
    purpose: Said


def _table(kind: str, titles: tuple[str, str], purposes: tuple[str, str], name: str = "") -> Table:
    (english, korean), (purpose, purpose_ko) = titles, purposes
    return Table(name or SECTIONS[kind], kind, {"en": english, "ko": korean}, {"en": purpose, "ko": purpose_ko})


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.kind: table
        for table in (
            _table(
                "strategy",
                ("Strategy", "전략"),
                ("the strategy, its directions and its key tasks", "전략과 그 정책 방향, 핵심 과제"),
            ),
            _table(
                "task",
                ("Tasks", "추진과제"),
                ("what is to be done, by whom, and how it stands", "무엇을 누가 하고 어디까지 왔는지"),
            ),
            _table(
                "update",
                ("Task updates", "추진 현황"),
                ("what was reported on tasks, a row for each report", "과제마다 보고된 현황. 보고 하나가 한 행입니다"),
                "updates",
            ),
            _table(
                "meeting",
                ("Meetings", "회의"),
                ("meetings, what was on their agenda and what was decided", "회의와 그 안건, 결정한 것"),
            ),
            _table(
                "news",
                ("News", "소식"),
                ("press releases, notices, explanations and corrections", "보도자료와 알림, 설명, 정정"),
            ),
            _table("event", ("Events", "일정"), ("key dates, and the times they took place", "주요 일정과 지난 행사")),
            _table("action", ("Actions", "실천"), ("what citizens can do", "누구나 할 수 있는 실천")),
            _table(
                "indicator",
                ("Indicators", "지표"),
                ("what each indicator says, and the file that its data is in", "지표의 뜻과 자료 파일"),
            ),
            _table(
                "source",
                ("Sources", "출처"),
                (
                    "the texts that everything here rests on, with their terms of use",
                    "내용의 바탕이 된 글과 그 이용 조건",
                ),
            ),
            _table(
                "passage",
                ("Passages", "인용 구절"),
                ("the passages of sources that are relied on, word for word", "출처에서 옮긴 구절. 원문 그대로입니다"),
                "passages",
            ),
            _table("page", ("Pages", "안내"), ("other pages, and the lists", "그 밖의 페이지와 목록"), "pages"),
            _table(
                "agency",
                ("Agencies", "기관"),
                ("central administrative agencies, under the names they had", "중앙행정기관과 그때의 이름"),
            ),
            _table("term", ("Glossary", "용어"), ("terms and what they mean", "용어와 그 뜻")),
            _table(
                "figure",
                ("Figures", "수치"),
                ("numbers, each with its date, its source and its passage", "수치와 그 시점, 출처, 구절"),
            ),
            _table("question", ("Questions", "질문"), ("what people ask, and the answers", "자주 묻는 질문과 답")),
            _table("quiz", ("Quiz", "퀴즈"), ("questions with choices, of which one is right", "고르는 문제와 풀이")),
            _table("milestone", ("Timeline", "연표"), ("steps on the way", "지나온 일과 앞으로의 일")),
        )
    }
)
