"""Fields of indicators."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words
from sitegen.dictionary.records import BASES

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "IndicatorFacts": {
        "file": Field("Data file", "자료 파일", "이 파일 옆에 둔 CSV 파일의 이름"),
        "columns": Field("Columns", "열", "보여 줄 열. 첫째 열이 줄의 이름입니다"),
        "rows": Field("Names of rows", "줄 이름", "첫째 열에 적힌 말을 독자에게 보일 이름"),
        "unit": Field("Unit", "단위", "수치의 단위"),
        "basis": Field("Way of counting", "셈하는 기준", "셈하는 방법이 여럿일 때, 이 자료가 따르는 기준", BASES),
        "as_of": Field("As of", "기준", "자료를 얻은 때"),
        "origins": Field("Origins", "자료의 출처", "자료가 나온 출처"),
        "processing": Field(
            "Processing",
            "다듬은 정도",
            "자료를 얼마나 다듬었는지",
            words(
                none=("as it was", "그대로 실음"),
                minor=("its form only", "형식만 바꿈"),
                major=("calculated or put together", "계산하거나 합침"),
            ),
        ),
        "provisional_from": Field("Provisional from", "잠정치의 시작", "이때부터는 확정되지 않은 수치입니다"),
        "strategies": Field("Tells of", "관련 전략", "전략의 어느 부분을 말해 주는 수치인지"),
    },
    "Column": {
        "name": Field("Name", "열 이름", "CSV 파일 첫 줄에 적힌 이름"),
        "label": Field("Label", "보일 이름", "독자에게 보일 이름"),
        "unit": Field("Unit", "단위", "이 열의 단위. 모두 같으면 적지 않습니다"),
        "holds": Field(
            "Holds",
            "담긴 것",
            "이 열에 무엇이 있는지. 출처의 id는 링크가 됩니다",
            words(
                numbers=("numbers", "수치"),
                targets=("numbers that are to be reached", "이루려는 목표의 수치"),
                words=("words", "글"),
                sources=("the ids of sources", "출처의 id"),
            ),
        ),
        "basis": Field("Way of counting", "셈하는 기준", "이 열만 다른 기준을 따를 때 적습니다", BASES),
    },
    "RowName": {
        "name": Field("Name", "파일에 적힌 말", "CSV 파일의 첫째 열에 적힌 그대로"),
        "label": Field("Label", "보일 이름", "독자에게 보일 이름"),
    },
    "IndicatorWords": {
        "why": Field("Why it matters", "왜 중요한지", "왜 중요한지 쉬운 문장 두 개로 적습니다"),
        "benefit": Field("What it has to do with me", "나와의 관계", "이 수치가 나와 어떤 관계가 있는지"),
        "meaning": Field("Meaning", "수치의 뜻", "이 수치가 말하는 것과 말하지 않는 것"),
        "processing_note": Field("Processing note", "다듬은 방법", "자료를 어떻게 다듬었는지"),
    },
}
