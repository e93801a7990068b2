"""Words that do not reach everyone: links that do not say where they lead, instructions that only eyes can follow.

Sources: KWCAG 2.2, 2.4.3 and 1.3.3; WCAG 2.2, 2.4.4 and 1.3.3. Only plain cases are known here, so that nothing that is
well said is refused; what is left is for people to find.
"""

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Place, warning

VAGUE = frozenset(
    {"여기", "여기를 클릭", "자세히", "자세히 보기", "자세히보기", "더보기", "더 보기", "바로가기", "바로 가기"}
    | {"here", "click here", "learn more", "more", "read more", "this link", "link"}
)
LONGEST_VAGUE = max(map(len, VAGUE)) + 4
"""Characters; with some of what may stand around them."""
DRESSING = " .…!»→>"
"""What stands around the words of a link, and says nothing."""

THINGS = ("버튼", "단추", "메뉴", "링크", "아이콘", "배너", "button", "menu", "link", "icon", "banner")
"""What a page has for acting on it: words without which no instruction points at it."""
SIGNS = ("글씨", "글자", "막대", "상자", "text", "box", "dot")
"""What is often told by its colour."""
KOREAN_PLACE = "(?<!\\w)(?:오른쪽|왼쪽|우측|좌측|상단|하단|위|아래)(?:에 있는|의|쪽)?"
KOREAN_COLOUR = "(?:빨간|빨강|붉은|파란|파랑|푸른|초록|녹색|노란|노랑|주황)(?:색| ?빛)?"
PLACE = "(?:left|right|upper|lower)(?:-hand)?"
BEHIND = "(?:above|below|(?:on|at|to) the (?:left|right|top|bottom))"
COLOUR = "(?:red|green|blue|yellow|orange)"
_KOREAN_THING, _KOREAN_SIGN = (f"(?:{'|'.join(words)})" for words in (THINGS[:6], (*THINGS[:6], *SIGNS[:4])))
_THING, _SIGN = (f"(?:{'|'.join(words)})(?:e?s)?\\b" for words in (THINGS[6:], (*THINGS[6:], *SIGNS[4:])))
SENSORY = re.compile(
    rf"{KOREAN_PLACE} {_KOREAN_THING}|{KOREAN_COLOUR} ?{_KOREAN_SIGN}"
    rf"|\b{PLACE} {_THING}|\b{_THING} {BEHIND}\b|\b{COLOUR} {_SIGN}"
)
"""An instruction that points at something by its place or colour alone."""
ENCODED = tuple(word.encode() for word in (*THINGS, *SIGNS))


def is_vague(words: str) -> bool:
    """Whether a link of these words does not say where it leads."""
    return words.strip(DRESSING).casefold() in VAGUE


def may_be_sensory(encoded: bytes) -> bool:
    """Whether there may be such an instruction in texts as they are kept, in UTF-8."""
    return any(word in encoded for word in ENCODED)


def sensory(text: str) -> Iterator[re.Match[str]]:
    """Yield such instructions in a text; most have no word that one needs, which is soon seen."""
    if any(word in text for word in THINGS) or any(word in text for word in SIGNS):
        yield from SENSORY.finditer(text)


def refused(words: str, place: Place) -> Diagnostic:
    """Return the problem with such an instruction."""
    message = '"{words}" points at something by its place or colour, which not everyone can see'
    return warning("sensory-instruction", place, message, "call it by the words on it", words=words)
