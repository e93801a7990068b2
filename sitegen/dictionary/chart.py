"""Fields of charts."""

from collections.abc import Mapping

from sitegen.dictionary.entries import Field, words

COLOURS = words(
    ink=("the colour of the text", "글자색"),
    soft=("the softer colour of the text", "옅은 글자색"),
    rule=("the colour of rules", "구분선의 색"),
    ground=("the colour of the page", "바탕색"),
    line=("the site's green", "이 누리집의 초록"),
    link=("the colour of links", "링크의 색"),
    hatch=("hatched", "빗금"),
    none=("nothing", "칠하지 않음"),
)
NULL = ("null", "없음")

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "Chart": {
        "description": Field("Description", "설명", "보지 못하는 사람에게 도표가 무엇을 보여 주는지 말하는 글"),
        "note": Field("Note", "읽는 법", "도표를 읽는 법. 도표 아래에 한 문장으로 보입니다"),
        "height": Field("Height", "높이", "둘레의 여백을 뺀 높이(픽셀)"),
        "narrow_height": Field(
            "Height on narrow screens", "좁은 화면의 높이", "좁은 화면에서만 높이가 다를 때 적습니다(픽셀)"
        ),
        "padding": Field("Padding", "여백", "도표 둘레의 여백"),
        "layer": Field("Layers", "겹", "위로 겹쳐 그리는 그림들"),
    },
    "View": {
        "data": Field("Data", "자료", "어떤 자료를 그리는지. 파일의 줄을 그대로 그리면 적지 않습니다"),
        "transform": Field("Transform", "고르기", "어떤 줄을 남기는지"),
        "mark": Field("Mark", "표시", "무엇으로 그리는지"),
        "encoding": Field("Encoding", "자리와 모양", "무엇이 자리와 모양을 정하는지"),
    },
    "Padding": {
        "left": Field("Left", "왼쪽", "세로축 숫자가 들어갈 자리"),
        "right": Field("Right", "오른쪽", "마지막 값 뒤에 이름이 들어갈 자리"),
        "top": Field("Top", "위쪽", "그림 위의 자리"),
        "bottom": Field("Bottom", "아래쪽", "가로축 숫자가 들어갈 자리"),
    },
    "Data": {
        "series": Field(
            "Series", "계열로 그릴 열", "계열이 될 열의 이름. 줄마다 series, column, value 항목이 생깁니다"
        ),
        "figures": Field("Figures", "수치", "그릴 수치의 id. 줄마다 figure, year, value 항목이 생깁니다"),
    },
    "Transform": {"filter": Field("Filter", "거르기", "남길 줄의 조건")},
    "Filter": {
        "field": Field("Field", "항목", "줄을 고르는 데 쓸 항목"),
        "equal": Field("Equal", "같은 값", "이 값과 같은 줄만 남깁니다"),
        "oneOf": Field("One of", "이 가운데 하나", "이 가운데 한 값을 가진 줄만 남깁니다"),
        "gte": Field("At least", "가장 작은 값", "이 값보다 작은 줄은 뺍니다"),
        "lte": Field("At most", "가장 큰 값", "이 값보다 큰 줄은 뺍니다"),
        "valid": Field("With a value", "값이 있는 줄만", "true로 두면 값이 비어 있는 줄은 뺍니다"),
    },
    "Mark": {
        "type": Field(
            "Type",
            "종류",
            "그리는 모양",
            words(
                line=("a line", "선"),
                area=("a surface", "면"),
                bar=("a bar", "막대"),
                point=("a point", "점"),
                rule=("a straight stroke", "곧은 줄"),
                tick=("a short mark", "짧은 눈금"),
                text=("words or a number", "글이나 숫자"),
            ),
        ),
        "color": Field("Colour", "색", "이 누리집에서 쓰는 색의 이름", COLOURS),
        "fill": Field("Fill", "안쪽 색", "안쪽을 칠할 색의 이름", COLOURS),
        "stroke": Field("Stroke", "테두리 색", "테두리를 그릴 색의 이름", COLOURS),
        "filled": Field("Filled", "채움", "false로 두면 점의 속이 빕니다"),
        "size": Field("Size", "크기", "점의 넓이나 막대의 두께(픽셀)"),
        "thickness": Field("Thickness", "두께", "눈금의 두께(픽셀)"),
        "shape": Field(
            "Shape",
            "점의 모양",
            "점을 그리는 모양",
            {
                **words(circle=("a circle", "동그라미"), square=("a square", "네모"), diamond=("a diamond", "마름모")),
                **words(cross=("a cross", "십자")),
                **words(
                    **{"triangle-up": ("a triangle", "세모"), "triangle-down": ("a triangle on its tip", "뒤집은 세모")}
                ),
            },
        ),
        "strokeWidth": Field("Width of the line", "선의 굵기", "선의 굵기(픽셀)"),
        "strokeDash": Field("Dashes", "끊은 선", "선과 빈틈의 길이를 차례로 적습니다 (픽셀)"),
        "align": Field(
            "Align",
            "가로 맞춤",
            "글의 어느 쪽을 자리에 맞추는지",
            words(
                left=("its left end", "왼쪽 끝"), center=("its middle", "가운데"), right=("its right end", "오른쪽 끝")
            ),
        ),
        "baseline": Field(
            "Baseline",
            "세로 맞춤",
            "글의 어느 높이를 자리에 맞추는지",
            words(
                top=("its top", "위"),
                middle=("its middle", "가운데"),
                bottom=("its bottom", "아래"),
                alphabetic=("the line it stands on", "글자가 놓인 줄"),
            ),
        ),
        "dx": Field("To the right", "오른쪽으로", "글을 오른쪽으로 옮길 거리(픽셀)"),
        "dy": Field("Down", "아래로", "글을 아래로 옮길 거리(픽셀)"),
        "fontWeight": Field(
            "Weight",
            "글자 굵기",
            "글자의 굵기",
            words(normal=("normal", "보통"), bold=("bold", "굵게")),
        ),
        "text": Field("Text", "글", "모든 줄에 똑같이 쓸 글"),
    },
    "Encoding": {
        "x": Field("x", "가로 자리", "얼마나 오른쪽인지"),
        "y": Field("y", "세로 자리", "얼마나 높은지"),
        "x2": Field("x2", "가로 끝", "가로로 어디서 끝나는지"),
        "y2": Field("y2", "세로 끝", "세로로 어디서 끝나는지"),
        "yOffset": Field("yOffset", "줄 안의 자리", "한 줄에 여럿을 나란히 놓을 때의 자리"),
        "color": Field("Colour", "색", "색을 정하는 것. 글이나 모양으로도 알 수 있어야 합니다"),
        "strokeDash": Field("Dashes", "끊은 선", "선을 끊는 모양을 정하는 것"),
        "shape": Field("Shape", "점의 모양", "점의 모양을 정하는 것"),
        "detail": Field("Detail", "나누기", "선을 따로따로 나누는 것"),
        "text": Field("Text", "글", "글로 쓸 것"),
    },
    "Channel": {
        "field": Field("Field", "항목", "열의 이름이나 줄의 다른 항목"),
        "type": Field(
            "Type",
            "종류",
            "수인지, 차례인지, 이름인지",
            words(
                quantitative=("numbers", "수"),
                ordinal=("things with an order", "차례가 있는 것"),
                nominal=("names", "이름"),
            ),
        ),
        "datum": Field("Datum", "자료의 값", "모든 줄에 똑같은 자료의 값"),
        "value": Field(
            "Value",
            "자리",
            "모든 줄에 똑같은 자리(픽셀). width와 height는 맨 끝입니다",
            words(width=("the right end", "오른쪽 끝"), height=("the lower end", "아래쪽 끝")),
        ),
        "axis": Field("Axis", "축", "눈금과 숫자. null로 두면 보이지 않습니다", words(null=NULL)),
        "scale": Field("Scale", "척도", "값이 자리가 되는 방법"),
        "sort": Field(
            "Sort",
            "차례",
            "늘어놓는 차례. null로 두면 파일의 차례를 따릅니다",
            words(
                **{
                    "ascending": ("rising", "작은 것부터"),
                    "descending": ("falling", "큰 것부터"),
                    "x": ("by x, rising", "가로 값이 작은 것부터"),
                    "-x": ("by x, falling", "가로 값이 큰 것부터"),
                    "y": ("by y, rising", "세로 값이 작은 것부터"),
                    "-y": ("by y, falling", "세로 값이 큰 것부터"),
                    "null": ("as in the file", "파일의 차례대로"),
                }
            ),
        ),
        "stack": Field(
            "Stack",
            "쌓기",
            "값을 위로 쌓는지. null로 두면 쌓지 않습니다",
            words(zero=("from zero", "영부터 쌓음"), null=NULL),
        ),
        "format": Field("Format", "숫자 모양", "글에서 숫자를 쓰는 모양"),
    },
    "Axis": {
        "values": Field("Values", "숫자를 적을 값", "숫자를 적을 값들"),
        "tickCount": Field("Count", "숫자의 수", "숫자를 몇 개쯤 적을지"),
        "format": Field("Format", "숫자 모양", "숫자를 쓰는 모양. 해는 d, 쉼표를 넣으려면 ,.0f"),
        "grid": Field("Grid", "가로줄", "그림을 가로지르는 줄을 그을지"),
        "domain": Field("Domain", "축의 선", "축에 선을 그을지"),
        "labels": Field("Labels", "숫자", "축에 숫자를 적을지"),
    },
    "Scale": {
        "domain": Field("Domain", "범위", "첫 값과 마지막 값"),
        "zero": Field("Zero", "영부터", "척도를 영부터 시작할지"),
        "nice": Field("Nice", "딱 떨어지게", "척도를 딱 떨어지는 값에서 끝낼지"),
        "paddingInner": Field("Gaps", "막대 사이", "막대 사이를 얼마나 비울지"),
        "reverse": Field("Reverse", "거꾸로", "척도를 거꾸로 할지"),
    },
}
