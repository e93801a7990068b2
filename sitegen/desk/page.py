"""The report as one page that needs nothing else: it can be opened from a disk, sent by mail, and printed."""

from functools import cache

from jinja2 import Environment, StrictUndefined, Template

from sitegen.desk import phrases, words
from sitegen.desk.report import Report
from sitegen.speech import Language

PAGE = """\
{% macro lang(code) %}{% if code != language %} lang="{{ code }}"{% endif %}{% endmacro %}
<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{{ head[0] }}, {{ head[1] }}</title>
<style>
:root { color-scheme: light dark; --ink: #1e2124; --soft: #464c53; --ground: #fff; --rule: #b1b8be; --tint: #f4f5f6 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8ea; --soft: #b1b8be; --ground: #131416; --rule: #58616a; --tint: #1e2124 }
}
body { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--ground);
  font: 1rem/1.6 "Pretendard GOV", Pretendard, "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere }
h1 { font-size: 1.75rem; line-height: 1.3 }
h2 { margin-top: 2.5rem; font-size: 1.25rem }
.internal { padding: .75rem 1rem; border-left: 4px solid var(--rule); background: var(--tint) }
a { color: inherit }
table { width: 100%; border-collapse: collapse }
@media (min-width: 48.01rem) {
  table { table-layout: fixed }
  col.sort, col.number { width: 10rem }
  col.when { width: 7rem }
  col.file { width: 18rem }
}
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
thead th { color: var(--soft); font-size: .875rem }
td.number, th.number { text-align: right }
code { font: .875rem/1.5 ui-monospace, Consolas, monospace }
p.note { margin: 0; color: var(--soft) }
@media (max-width: 48rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tbody tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--rule) }
  tbody th, tbody td { display: block; padding: 0; border: 0 }
  td.number { text-align: left }
  td.number::before { content: attr(data-name) ": " }
}
@media print { h2 { break-after: avoid } tr { break-inside: avoid } }
</style>
</head>
<body>
<main>
<h1>{{ head[0] }}</h1>
<p>{{ head[1] }}<br>{{ head[2] }}</p>
<p class="internal">{{ internal }}</p>
{% for remark in remarks %}<p>{{ remark }}</p>
{% endfor %}
{% if owners %}
<ul>
{% for owner in owners %}
<li><a href="#agency-{{ loop.index }}"{{ lang(owner.language) }}>{{ owner.name }}</a> ({{ owner.lines | length }})</li>
{% endfor %}
</ul>
{% endif %}
{% for owner in owners %}
<h2 id="agency-{{ loop.index }}"{{ lang(owner.language) }}>{{ owner.name }}</h2>
<table aria-labelledby="agency-{{ loop.index }}">
<colgroup><col class="sort"><col class="when"><col><col class="file"></colgroup>
<thead><tr>{% for name in columns %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead>
<tbody>
{% for line in owner.lines %}
<tr><th scope="row">{{ line.sort }}{% if line.language %} ({{ line.language }}){% endif %}</th>
<td>{% if line.on %}<time datetime="{{ line.machine }}">{{ line.on }}</time>{% endif %}</td>
<td><span{{ lang(line.title_language) }}>{{ line.title }}</span><p class="note">{{ line.note }}</p></td>
<td><code>{{ line.spot }}</code></td></tr>
{% endfor %}
</tbody>
</table>
{% endfor %}
{% if heaviest %}
<h2 id="heaviest">{{ heading }}</h2>
<p class="note">{{ weighed }}</p>
<table aria-labelledby="heaviest">
<colgroup><col><col class="number"><col class="number"></colgroup>
<thead><tr><th scope="col">{{ weights[0] }}</th>
{% for name in weights[1:] %}<th class="number" scope="col">{{ name }}</th>{% endfor %}</tr></thead>
<tbody>
{% for weight in heaviest %}
<tr><th scope="row"><code>{{ weight.path }}</code></th>
<td class="number" data-name="{{ weights[1] }}">{{ weight.total }}</td>
<td class="number" data-name="{{ weights[2] }}">{{ weight.html }}</td></tr>
{% endfor %}
</tbody>
</table>
{% endif %}
</main>
</body>
</html>
"""


def as_html(report: Report, language: Language) -> str:
    """Return the report as a page."""
    return _template().render(
        language=language.code,
        head=phrases.head(report, language),
        internal=language.say(words.INTERNAL),
        remarks=phrases.remarks(report, language),
        owners=[
            {
                "name": name,
                "language": spoken,
                "lines": [phrases.line(finding, language) for finding in findings],
            }
            for owner, findings in report.by_owner
            for name, spoken in (phrases.owner(report, owner, language),)
        ],
        columns=[*map(language.translated, (words.SORT, words.WHEN, words.WHAT, words.FILE))],
        heading=language.say(words.HEAVIEST),
        weighed=language.say(words.WEIGHED),
        weights=[*map(language.translated, (words.PAGE, words.TOTAL, words.HTML))],
        heaviest=report.heaviest,
    )


@cache
def _template() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(PAGE)
