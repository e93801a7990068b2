"""Fields of the strategy."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "StrategyFacts": {
        "level": Field(
            "Level",
            "자리",
            "전략 안에서 차지하는 자리",
            words(
                strategy=("the strategy as a whole", "전략: 전략 전체"),
                direction=("a policy direction of the strategy", "정책 방향: 전략에 속한 방향"),
                foundation=("the base that the strategy rests on", "기반: 전략을 받치는 것"),
                key_task=("a key task of a direction", "핵심 과제: 정책 방향에 속한 과제"),
            ),
        ),
        "order": Field("Order", "차례", "같은 자리에 있는 것들 사이의 차례"),
        "adopted_on": Field("Adopted on", "확정한 날", "확정해 발표한 때"),
        "parent": Field("Part of", "속한 곳", "무엇에 속하는지. 전략 전체에는 적지 않습니다"),
        "document": Field("Document", "문서", "이 내용이 실린 문서"),
        "naming": Field(
            "Naming",
            "이름의 근거",
            "언어마다 제목이 공식 명칭인지, 언론에 나온 이름인지, 우리가 옮긴 것인지",
            words(
                official=("the official name", "공식 명칭"),
                press=("the name the press uses", "언론 보도: 언론 보도에 나온 이름"),
                translation=("our own translation", "번역: 이 누리집의 번역"),
            ),
        ),
    },
    "StrategyWords": {
        "meaning": Field("Meaning", "나에게 주는 뜻", "이 전략으로 나에게 무엇이 달라지는지"),
        "why": Field("Why it matters", "왜 중요한지", "왜 중요한지 쉬운 문장 두 개로 적습니다"),
        "official_title": Field("Official title", "출처에 적힌 이름", "제목과 다를 때, 출처에 적힌 그대로의 이름"),
    },
}
