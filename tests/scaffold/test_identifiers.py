"""Ids made of titles: Korean by the Revised Romanization, everything else in small Latin letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.scaffold.identifiers import LONGEST, identifier
from sitegen.scaffold.romanisation import romanised
from sitegen.values import ID

OFFICIAL = """
구미 Gumi · 영동 Yeongdong · 백암 Baegam · 옥천 Okcheon · 합덕 Hapdeok · 호법 Hobeop · 월곶 Wolgot ·
벚꽃 beotkkot · 한밭 Hanbat · 칠곡 Chilgok · 임실 Imsil · 대관령 Daegwallyeong · 백마 Baengma · 신문로 Sinmunno ·
종로 Jongno · 왕십리 Wangsimni · 별내 Byeollae · 신라 Silla · 학여울 Hangnyeoul · 알약 allyak · 해돋이 haedoji ·
같이 gachi · 굳히다 guchida · 좋고 joko · 놓다 nota · 잡혀 japyeo · 낳지 nachi · 묵호 Mukho · 집현전 Jiphyeonjeon ·
압구정 Apgujeong · 낙동강 Nakdonggang · 죽변 Jukbyeon · 낙성대 Nakseongdae · 합정 Hapjeong · 팔당 Paldang ·
샛별 saetbyeol · 울산 Ulsan · 중앙 Jungang · 반구대 Bangudae · 세운 Seun · 해운대 Haeundae · 부산 Busan ·
광희문 Gwanghuimun · 설악 Seorak · 속리산 Songnisan · 무량수전 Muryangsujeon · 연화교 Yeonhwagyo ·
극락전 Geungnakjeon · 안압지 Anapji · 남산 Namsan · 불국사 Bulguksa · 현충사 Hyeonchungsa · 독립문 Dongnimmun ·
오죽헌 Ojukheon · 촉석루 Chokseongnu · 종묘 Jongmyo · 다보탑 Dabotap · 금강 Geumgang · 독도 Dokdo ·
경복궁 Gyeongbokgung
"""
"""The examples of the rules themselves: https://www.korean.go.kr/front_eng/roman/roman_01.do"""


@pytest.mark.parametrize("example", OFFICIAL.replace("\n", " ").split(" · "), ids=str.strip)
def test_the_official_examples_are_romanised_as_they_are_given(example: str) -> None:
    """Capitals apart, which ids do not have."""
    korean, latin = example.split()
    assert latin.lower() == romanised(korean)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Green police cars", "green-police-cars"),
        ("청소년 탄소중립 교육", "cheongsonyeon-tansojungnip-gyoyuk"),
        ("산업 혁신", "saneop-hyeoksin"),
        ("국회 기후특위 출범", "gukhoe-gihuteugwi-chulbeom"),
        ("2050년까지 ETS와 함께", "2050nyeonkkaji-etswa-hamkke"),
        ("\u110e\u1165\u11bc\u1109\u1169", "cheongso"),
        ("Korea\u2019s “New” Deal, 2.0!", "koreas-new-deal-2-0"),
        ("  Café / Señor  ", "cafe-senor"),
        ("ＡＢＣ①", "abc1"),
        ("Привет 제주", "jeju"),
        ("漢字", ""),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_title_makes_an_id(title: str, expected: str) -> None:
    """Of its words in Latin letters; of none of them, none."""
    assert expected == identifier(title)


def test_a_long_title_makes_an_id_of_its_first_words() -> None:
    """It is cut between words, or within one that is too long by itself."""
    assert identifier("green " * 20) == "-".join(["green"] * 10)
    assert identifier("a" * 100) == "a" * LONGEST


@given(st.text(max_size=200))
def test_what_is_made_of_a_title_can_be_an_id(title: str) -> None:
    """Whatever the title is."""
    made = identifier(title)
    assert len(made) <= LONGEST
    assert not made or re.fullmatch(ID, made)
