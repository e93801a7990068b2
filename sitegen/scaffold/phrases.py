"""What is said in the files that are made, in the languages of the dictionary."""

from sitegen.dictionary import Said
from sitegen.values import STAND_IN

DRAFT: Said = {
    "ko": f"""{{kind}} 초안입니다. 미리보기(serve)나 --drafts로 만들 때만 나옵니다.
{STAND_IN}로 시작하는 글은 자리만 채운 것이니 모두 고쳐 쓰십시오. 하나라도 남아 있으면 공개되지 않습니다.
[확인]을 붙인 값도 임시로 넣은 것이니 맞는지 살피십시오.
다 되면 draft: true 줄을 지우십시오. 본문은 맨 아래 --- 다음에 씁니다.""",
    "en": f"""A draft: {{kind}}. Only serve, and builds with --drafts, show it.
Texts that begin with {STAND_IN} only keep a place: write your own. As long as one is left, this cannot be published.
Values marked [check] were put in for the time being: see whether they are right.
When all is done, remove the line draft: true. The text goes below the last ---.""",
}
TRANSLATION: Said = {
    "ko": f"""{{kind}}의 한국어 글입니다. 날짜나 기관 같은 사실은 {{bearer}}에 적습니다.
{STAND_IN}로 시작하는 글은 자리만 채운 것이니 모두 고쳐 쓰십시오. 하나라도 남아 있으면 공개되지 않습니다.
본문은 맨 아래 --- 다음에 씁니다.""",
    "en": f"""Words of this {{kind}} in this language. Facts such as dates and agencies are in {{bearer}}.
Texts that begin with {STAND_IN} only keep a place: write your own. As long as one is left, this cannot be published.
The text goes below the last ---.""",
}
RECORD: Said = {
    "ko": f"{STAND_IN}로 시작하는 글을 고쳐 쓰고, [확인]을 붙인 값을 살핀 뒤, #으로 시작하는 줄은 지워도 됩니다.",
    "en": f"Write what begins with {STAND_IN}, look at what is marked [check], then lines with # may go.",
}
FURTHER: Said = {"ko": "더 적을 수 있는 것", "en": "What else may be written"}
OPTIONAL: Said = {
    "ko": "아래는 필요한 것만 씁니다. 줄 앞의 #과 빈칸을 지우고 값을 고치십시오.",
    "en": "Use only what you need of the following: remove the # and the space before it, and write your own value.",
}
CHECK: Said = {"ko": "[확인]", "en": "[check]"}
IDS_OF_RECORDS: Said = {"ko": "content/{file}에 있는 id", "en": "ids in content/{file}"}
IDS_OF_PAGES: Said = {"ko": "content/{folder}/에 있는 id", "en": "ids in content/{folder}/"}
AND_MORE: Said = {"ko": "모두 {count}개", "en": "{count} in all"}
LIST_OF: Said = {"ko": "{kind} 목록", "en": "List of kind: {kind}"}
CHOICE: Said = {"ko": "보기 {number}", "en": "choice {number}"}
