"""Fields of pages."""

from collections.abc import Mapping

from sitegen.dictionary.action import AUDIENCES
from sitegen.dictionary.entries import Field
from sitegen.dictionary.kinds import KINDS

LISTED = {kind: said for kind, said in KINDS.items() if kind not in {"update", "chart", "page", "image", "site"}}

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "PageFacts": {
        "lists": Field("Lists", "목록", "이 페이지가 목록으로 보여 줄 종류", LISTED),
        "indexed": Field("Indexed", "검색 허용", "false로 두면 검색 사이트에 싣지 말라고 알립니다"),
        "kit": Field("Kit", "꾸러미", "인쇄해서 쓰는 종이 묶음: 진행 순서, 실천, 퀴즈, 영으로 가는 선"),
        "invitations": Field("Invitations", "지금 할 일", "첫 화면: 지금 할 수 있는 일. 세 가지가 알맞습니다"),
        "featured_tasks": Field("Featured tasks", "앞세울 과제", "첫 화면: 먼저 보여 줄 과제"),
        "featured_indicator": Field("Featured indicator", "앞세울 지표", "첫 화면: 지금 어디에 있는지 보여 줄 지표"),
    },
    "Kit": {
        "audience": Field("Audience", "대상", "누구의 실천을 실을지", AUDIENCES),
        "steps": Field("Steps", "진행 순서", "수업이나 모임을 진행하는 차례"),
    },
    "KitStep": {
        "minutes": Field("Minutes", "걸리는 시간", "몇 분이 걸리는지"),
        "text": Field("Text", "하는 일", "무엇을 하는지"),
    },
    "Invitation": {
        "page": Field("Page", "페이지", "이어지는 페이지"),
        "text": Field("Text", "권하는 말", "무엇을 해 보자는 말"),
    },
    "PageWords": {
        "label": Field("Label", "짧은 이름", "메뉴에 쓸 짧은 이름. 비우면 제목을 씁니다"),
    },
}
