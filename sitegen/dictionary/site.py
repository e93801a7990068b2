"""Fields of the site's own settings."""

from collections.abc import Mapping
from typing import get_args

from sitegen.dictionary.entries import Field, words
from sitegen.dictionary.kinds import KINDS
from sitegen.kinds.site import BudgetKind

CHECKED = {kind: said for kind, said in KINDS.items() if kind not in {"chart", "site"}}
BUDGETED = {kind: said for kind, said in KINDS.items() if kind in get_args(BudgetKind)}

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "Settings": {
        "name": Field("Name", "이름", "누리집의 이름"),
        "description": Field("Description", "소개", "누리집을 소개하는 한 문장"),
        "languages": Field("Languages", "언어", "누리집의 언어. 첫째가 기본 언어입니다"),
        "timezone": Field("Time zone", "시간대", "누리집의 시간대. Asia/Seoul처럼 적습니다"),
        "base_url": Field("Address", "주소", "누리집을 공개하는 웹 주소"),
        "addresses": Field(
            "Links",
            "링크 방식",
            "페이지끼리 어떻게 이어지는지",
            words(
                relative=("relative: works under any address", "상대 주소: 어느 주소에 두어도 이어짐"),
                absolute=("absolute: from the site's root", "절대 주소: 누리집의 뿌리에서 시작함"),
            ),
        ),
        "official": Field("Official", "공식 여부", "정부가 직접 운영하는 누리집에만 true"),
        "footprint": Field("Weight and carbon", "무게와 탄소", "페이지마다 무게와 탄소를 적습니다. 빼면 적지 않습니다"),
        "images": Field(
            "Pictures",
            "그림",
            "그림을 언제 받게 할지",
            words(
                shown=("shown: with the page", "페이지와 함께 보임"),
                **{"text-first": ("text-first: words first, pictures when asked for", "글이 먼저. 눌러야 그림을 받음")},
            ),
        ),
        "budget": Field("Budget", "무게 한도", "페이지가 얼마나 무거워도 되는지 종류마다 적습니다"),
        "cards": Field("Cards", "공유 그림", "true이면 페이지 주소를 알릴 때 함께 보일 그림을 페이지마다 그립니다"),
        "share": Field("Sharing", "알리기", "true이면 페이지 끝에 그 페이지를 알리는 방법을 보입니다"),
        "hosting": Field(
            "Hosting", "서버에 올리기", "서버에 올릴 때 쓸 설정을 함께 만듭니다. 적지 않으면 만들지 않습니다"
        ),
        "update_days": Field(
            "Days between updates", "보고 간격", "추진 현황 보고가 이 날수보다 오래 없으면 report가 알립니다"
        ),
        "strict": Field("Strict kinds", "엄격한 종류", "근거 없는 수와 인용이 있으면 공개하지 않을 종류", CHECKED),
        "unchecked": Field("Unchecked kinds", "살피지 않는 종류", "수와 인용의 근거를 살피지 않을 종류", CHECKED),
        "names": Field("Names", "수가 든 이름", "2050 탄소중립처럼 수가 들어 있는 이름. 근거를 묻지 않습니다"),
        "navigation": Field("Navigation", "위쪽 메뉴", "위쪽 메뉴의 페이지를 차례대로"),
        "footer": Field("Footer", "아래쪽 메뉴", "아래쪽 메뉴의 페이지를 차례대로"),
        "privacy": Field("Privacy", "개인정보 처리방침", "아래쪽에 따로 보일 개인정보 처리방침 페이지"),
        "about": Field("About", "누리집 소개", "누가 운영하는지 알리는 페이지"),
        "search": Field("Search", "찾기", "독자가 찾는 말을 적는 페이지. 적지 않으면 찾기를 만들지 않습니다"),
        "security": Field(
            "Security contact", "보안 연락처", "보안 취약점을 알릴 곳. 빼면 security.txt를 만들지 않습니다"
        ),
        "carbon_txt": Field(
            "Carbon disclosures", "탄소 공개", "탄소에 관해 공개한 것. 빼면 carbon.txt를 만들지 않습니다"
        ),
        "operator": Field("Operator", "운영하는 곳", "누리집을 운영하는 곳"),
        "contact": Field("Contact", "문의처", "운영하는 곳에 연락하는 방법"),
        "licence": Field("Licence", "이용 조건", "내용의 이용 조건"),
    },
    "HostingSettings": {
        "servers": Field(
            "Servers",
            "서버",
            "설정을 만들 서버. headers는 _headers와 _redirects를 만듭니다",
            words(
                nginx=("nginx: .server/nginx.conf", "nginx: .server/nginx.conf"),
                apache=("Apache: .htaccess", "아파치: .htaccess"),
                caddy=("Caddy: .server/Caddyfile", "Caddy: .server/Caddyfile"),
                headers=("Cloudflare Pages, Netlify: _headers", "Cloudflare Pages, Netlify: _headers"),
            ),
        ),
        "compress": Field(
            "Compress",
            "압축",
            "미리 압축한 파일을 어떤 형식으로 함께 둘지",
            words(br=("Brotli", "Brotli"), gz=("gzip", "gzip")),
        ),
        "hsts": Field(
            "HTTPS only",
            "HTTPS만",
            "이 호스트에 HTTPS로만 접속하게 합니다. 같은 호스트의 모든 누리집에 미칩니다",
        ),
    },
    "StrictTransport": {
        "days": Field("Days", "날수", "브라우저가 며칠 동안 지킬지"),
        "reach": Field(
            "Reach",
            "미치는 범위",
            "어디까지 HTTPS로만 접속할지",
            words(
                host=("this host alone", "이 호스트만"),
                subdomains=("this host and all names below it", "이 호스트와 그 아래 모든 이름"),
                preload=(
                    "these, and the lists that come with browsers",
                    "그 아래 모든 이름과 브라우저에 실린 목록",
                ),
            ),
        ),
    },
    "Security": {
        "contacts": Field("Contacts", "연락처", "알릴 곳. 먼저 쓸 것부터 https://, mailto:, tel:로 적습니다"),
        "expires": Field("Expires", "유효 기한", "이날부터는 믿지 말아야 합니다. 한 해 안으로 잡는 것이 좋습니다"),
        "encryption": Field("Encryption key", "암호화 열쇠", "암호화할 때 쓸 열쇠의 주소"),
        "policy": Field("Policy", "처리 방침", "알린 취약점을 어떻게 처리하는지 적은 페이지"),
        "languages": Field("Languages", "언어", "알릴 때 쓸 수 있는 언어"),
    },
    "CarbonTxt": {
        "disclosures": Field("Disclosures", "공개 문서", "밝힌 내용을 보여 주는 문서"),
        "services": Field("Services", "이용하는 서비스", "누리집을 내보내는 데 쓰는 다른 곳의 서비스"),
    },
    "Disclosure": {
        "type": Field(
            "Sort of document",
            "문서 종류",
            "어떤 문서인지",
            words(
                other=("another document", "그 밖의 문서"),
                certificate=("a certificate", "인증서"),
                **{
                    "web-page": ("a page on the web", "웹 페이지"),
                    "annual-report": ("an annual report", "연차 보고서"),
                    "sustainability-page": ("a page on sustainability", "지속가능성 페이지"),
                    "csrd-report": ("a report under the CSRD of the European Union", "유럽연합 CSRD에 따른 보고서"),
                },
            ),
        ),
        "address": Field("Address", "주소", "문서의 웹 주소"),
        "title": Field("Title", "제목", "문서의 이름"),
        "domain": Field("Domain", "도메인", "문서가 다루는 도메인"),
        "valid_until": Field("Valid until", "유효한 마지막 날", "문서가 효력이 있는 마지막 날"),
    },
    "Service": {
        "domain": Field("Domain", "도메인", "서비스를 제공하는 곳의 도메인"),
        "type": Field("Sort of service", "서비스 종류", "무엇을 제공하는지. shared-hosting, cdn처럼 적습니다"),
    },
    "Footprint": {
        "page": Field("Page", "설명하는 페이지", "무게와 탄소를 어떻게 셈하는지 설명하는 페이지"),
        "country": Field(
            "Country",
            "나라",
            "어느 나라 전력으로 셈할지. 빼면 세계 평균입니다",
            words(KOR=("Korea", "우리나라")),
        ),
    },
    "Budget": {
        "kind": Field("Kind", "종류", "한도를 정할 종류. 목록은 페이지입니다", BUDGETED),
        "text": Field("Without pictures", "그림 없이", "처음 열 때 그림 없이 주고받는 양의 한도(KB, 압축)"),
        "whole": Field("With pictures", "그림까지", "처음 열 때 그림까지 주고받는 양의 한도(KB)"),
    },
    "Language": {
        "code": Field("Code", "언어 코드", "ko처럼 영문자 두세 개로 적습니다"),
        "name": Field("Name", "이름", "그 언어로 적은 언어 이름"),
        "locale": Field("Locale", "표기 방식", "날짜를 적는 방식. ko_KR처럼 적습니다"),
    },
}
