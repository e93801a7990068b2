"""Prose for the corpus: English and Korean public-service language, drawn word by word."""

from collections.abc import Callable
from random import Random
from typing import Literal

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")

WORDS: dict[Language, tuple[str, ...]] = {
    "en": tuple(
        """the applicant must submit a form before the deadline and each office will review
        the documents within ten working days residents may request an extension online or in person
        support covers rent energy care and training costs for households whose income falls below
        the published threshold officers publish results monthly while regional centres answer
        questions by phone payment follows approval after identity checks are complete new rules
        apply from next quarter including revised limits for shared housing small firms and farms
        evidence such as contracts receipts certificates or bank statements should be attached
        appeals can be lodged with the local committee which decides on the written record""".split()
    ),
    "ko": tuple(
        """신청인은 기한 내에 서류를 제출하고 담당 기관은 접수일부터 검토 결과를 안내하며
        지원 대상은 소득 기준을 충족하는 가구로서 온라인 또는 방문 접수가 가능하고 세부 사항은
        공고문을 참고하여 주시기 바라며 주거 급여와 에너지 바우처는 중복 지원이 제한될 수 있으므로
        관할 주민센터에 문의하면 자세한 상담을 받을 수 있고 개정된 규정은 다음 분기부터 적용되어
        중소기업과 농어업인에게도 확대된 한도가 제공되며 증빙 자료에는 계약서와 영수증이 포함된다""".split()
    ),
}
KOREAN_ENDINGS = ("합니다.", "됩니다.", "바랍니다.", "있습니다.")
OWN_LANGUAGE = 0.75  # the share of a page's sentences in its own language


def other(language: Language) -> Language:
    """Return the language that a page mixes in."""
    return "en" if language == "ko" else "ko"


def phrase(rng: Random, language: Language, shortest: int, longest: int) -> str:
    """Return some words of a language."""
    count = rng.randint(shortest, longest)
    return " ".join(rng.choices(WORDS[language], k=count)).capitalize()


def sentence(rng: Random, language: Language) -> str:
    """Return a sentence, of about the same length in bytes in each language."""
    if language == "ko":
        words = phrase(rng, language, 4, 8)
        return f"{words} {rng.choice(KOREAN_ENDINGS)}"
    return phrase(rng, language, 8, 16) + "."


def paragraph(rng: Random, language: Language, draw_link: Callable[[], str]) -> str:
    """Return three to five sentences, one of them a link, with something bold first and something in italics last."""
    sentences = [_mixed(rng, language) for _ in range(rng.randint(3, 5))]
    bold = phrase(rng, language, 2, 3)
    italic = phrase(rng, other(language), 1, 3)
    first, *between, last = sentences
    return " ".join([f"**{bold}** {first}", draw_link(), *between, f"*{italic}* {last}"])


def _mixed(rng: Random, language: Language) -> str:
    return sentence(rng, language if rng.random() < OWN_LANGUAGE else other(language))


def listing(rng: Random, language: Language) -> str:
    """Return a list, numbered or not."""
    mark = rng.choice(("-", "1."))
    return "\n".join(f"{mark} {sentence(rng, language)}" for _ in range(rng.randint(3, 5)))


def table(rng: Random, language: Language) -> str:
    """Return a table of items with their amounts."""
    rows = [_row(rng, language) for _ in range(rng.randint(3, 5))]
    return "\n".join(["| Item | Amount | Note |", "| --- | ---: | --- |", *rows])


def _row(rng: Random, language: Language) -> str:
    item = phrase(rng, language, 1, 2)
    amount = rng.randrange(10, 9999) * 1000
    note = phrase(rng, language, 2, 3)
    return f"| {item} | {amount:,} | {note} |"


def quotation(rng: Random, language: Language) -> str:
    """Return a quotation of two sentences."""
    return "\n".join(f"> {sentence(rng, language)}" for _ in range(2))
