"""What the kinds of content are called."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Said, words

KINDS: Mapping[str, Said] = words(
    strategy=("strategy", "전략"),
    task=("task", "과제"),
    update=("task update", "추진 현황"),
    meeting=("meeting", "회의"),
    news=("news item", "소식"),
    event=("event", "행사"),
    action=("action", "실천"),
    indicator=("indicator", "지표"),
    chart=("chart", "도표"),
    source=("source", "출처"),
    page=("page", "페이지"),
    agency=("agency", "기관"),
    term=("glossary term", "용어"),
    figure=("figure", "수치"),
    question=("question", "질문"),
    quiz=("quiz question", "퀴즈"),
    milestone=("milestone", "주요 연표"),
    image=("image", "그림"),
    site=("site settings", "누리집 설정"),
)
