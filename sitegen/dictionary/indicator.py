"""Fields of indicators."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "IndicatorFacts": {
        "file": Field("Data file", "자료 파일", "이 파일 옆에 둔 CSV 파일의 이름"),
        "columns": Field("Columns", "열", "보여 줄 열. 첫째 열이 줄의 이름입니다"),
        "unit": Field("Unit", "단위", "수치의 단위"),
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
    },
    "Column": {
        "name": Field("Name", "열 이름", "CSV 파일 첫 줄에 적힌 이름"),
        "label": Field("Label", "보일 이름", "독자에게 보일 이름"),
        "unit": Field("Unit", "단위", "이 열의 단위"),
    },
    "IndicatorWords": {
        "meaning": Field("Meaning", "수치의 뜻", "이 수치가 말하는 것과 말하지 않는 것"),
        "processing_note": Field("Processing note", "다듬은 방법", "자료를 어떻게 다듬었는지"),
    },
}
