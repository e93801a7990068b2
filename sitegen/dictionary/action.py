"""Fields of actions."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

AUDIENCES = words(home=("at home", "집"), school=("at school", "학교"), business=("at work", "일터"))

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "ActionFacts": {
        "audience": Field(
            "Audience",
            "대상",
            "누가 할 수 있는 실천인지",
            AUDIENCES,
        ),
        "field": Field(
            "Field",
            "분야",
            "무엇에 관한 실천인지",
            words(
                energy=("energy", "에너지"),
                consumption=("buying and eating", "소비"),
                transport=("getting about", "이동"),
                recycling=("recycling", "자원 순환"),
                sinks=("forests and other sinks", "흡수원"),
            ),
        ),
        "stage": Field("Stage", "단계", "1은 쉽고 돈이 적게 드는 것, 3은 비용이나 시간이 더 드는 것"),
        "effect": Field("Effect", "줄이는 양", "출처가 있을 때, 얼마나 줄일 수 있는지"),
        "events": Field("Events", "관련 행사", "이 실천과 이어진 행사"),
        "tasks": Field("Tasks", "관련 과제", "이 실천을 돕는 과제"),
        "links": Field("Links", "이어서 볼 곳", "더 알아볼 수 있는 곳"),
    },
    "Effect": {
        "figure": Field("Figure", "수치", "얼마나 줄이는지, 출처와 함께 적어 둔 수치의 id"),
        "assumption": Field("Assumption", "가정", "누구를 두고 어떤 가정으로 계산했는지"),
        "adds_up": Field(
            "Adds up",
            "더할 수 있음",
            "true로 두면 출처, 시기, 단위가 같은 것끼리 더합니다. 같은 집의 서로 다른 일일 때만",
        ),
    },
    "Link": {
        "address": Field("Address", "주소", "웹 주소"),
        "label": Field("Label", "이름", "어디로 가는 링크인지"),
    },
    "ActionWords": {
        "steps": Field("Steps", "실천 방법", "무엇을 하는지 차례대로"),
        "pledge": Field("Pledge", "나의 약속", "스스로 하는 약속. 나는 무엇을 하겠습니다, 하고 적습니다"),
        "cost": Field("Cost", "비용", "돈이 얼마나 드는지"),
        "effort": Field("Effort needed", "드는 노력", "무엇이 필요한지"),
    },
}
