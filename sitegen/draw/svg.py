"""Vega's SVG as light as it can be: no attributes without effect, no empty parts, no decimals that nobody sees."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, fromstring  # only what Vega has drawn is read

NAMESPACE = "{http://www.w3.org/2000/svg}"
KEPT = frozenset(
    {
        "d", "dx", "dy", "fill", "font-size", "font-weight", "height", "stroke", "stroke-dasharray", "stroke-width",
        "text-anchor", "transform", "width", "x", "x1", "x2", "y", "y1", "y2",
    }
)  # fmt: skip
"""Attributes that change what is seen; the others are for programs, or are set by the stylesheet."""
USUAL: Mapping[str, str] = MappingProxyType(
    {
        "fill": "none",
        "font-size": "15px",
        "font-weight": "normal",
        "stroke": "none",
        "stroke-width": "1",
        "text-anchor": "start",
        "transform": "translate(0,0)",
    }
)
"""What the stylesheet says already (assets/css/components/chart.css), or what has no effect."""
SHARED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-size", "font-weight")
"""What the members of a group have from it."""
HATCH = 6  # pixels from one stroke of a hatching to the next

_DECIMAL = re.compile(r"-?\d+\.\d+")
_MOVE = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_HATCHED = "url(#hatch)"


def lightened(svg: str, title: str, description: str, size: str) -> str:
    """Return a drawing as it stands on a page, with its title and description for those who do not see it.

    Ids on it begin with `page.chart`, so that they are not those of headings.
    """
    drawing, name = fromstring(svg), f"page.chart-{size}"  # noqa: S314  # as above
    root = Element("svg", {"class": f"chart__drawing chart__drawing--{size}", "viewBox": drawing.get("viewBox", "")})
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-description"}
    SubElement(root, "title", {"id": f"{name}-title"}).text = title
    SubElement(root, "desc", {"id": f"{name}-description"}).text = description
    if _HATCHED in svg:
        root.append(_hatching(f"{name}-hatch"))
    root.extend(_members(drawing))
    return "".join(_written(root)).replace(_HATCHED, f"url(#{name}-hatch)")


def is_blank(svg: str) -> bool:
    """Whether a drawing has no mark at all, as where no row is left."""
    groups = (found for found in fromstring(svg).iter(f"{NAMESPACE}g") if "role-mark" in found.get("class", ""))  # noqa: S314  # as above
    return not any(len(group) for group in groups)


def _hatching(identifier: str) -> Element:
    """Return strokes at an angle: a surface that is told from a full one without colour."""
    definitions = Element("defs")
    pattern = SubElement(definitions, "pattern", {"id": identifier, "width": str(HATCH), "height": str(HATCH)})
    pattern.attrib |= {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    SubElement(pattern, "path", {"d": f"M1 0V{HATCH}", "stroke": "var(--line)", "stroke-width": "2"})
    return definitions


def _members(element: Element) -> list[Element]:
    return [light for child in element for light in _light(child)]


def _light(element: Element) -> Sequence[Element]:
    """Return what is left of an element: nothing where nothing is seen of it, its members where it adds nothing."""
    if _is_unseen(element):
        return ()
    light = Element(element.tag.removeprefix(NAMESPACE), dict(_effective(element)))
    light.text = element.text
    if light.tag != "g":
        return (light,)
    members = _members(element)
    _share(light, members)
    if not members or not light.attrib:
        return members
    if light.attrib.keys() == {"transform"} and len(members) == 1 and _moved(members[0], light.attrib["transform"]):
        return members
    light.extend(members)
    return (light,)


def _is_unseen(element: Element) -> bool:
    told = element.attrib
    is_ground = "background" in told.get("class", "").split()
    is_empty = element.tag == f"{NAMESPACE}path" and told.get("d", "") in {"", "M0,0h0v0h0Z"}
    return (
        is_ground or is_empty or "none" in {told.get("display"), told.get("visibility")} or told.get("opacity") == "0"
    )


def _effective(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        short = _DECIMAL.sub(_rounded, value)
        if name in KEPT and short and USUAL.get(name) != short:
            yield name, short


def _rounded(match: re.Match[str]) -> str:
    short = f"{float(match[0]):.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def _share(group: Element, members: Sequence[Element]) -> None:
    """Move what all members say alike to their group."""
    for name in SHARED:
        said = {member.get(name) for member in members}
        value = said.pop() if len(said) == 1 else None
        if value is not None and len(members) > 1:
            group.set(name, value)
            for member in members:
                del member.attrib[name]


def _moved(member: Element, move: str) -> bool:
    """Move a member itself instead of the group around it, if both are simple moves; say whether that was done."""
    outer, inner = _MOVE.fullmatch(move), _MOVE.fullmatch(member.get("transform", "translate(0,0)"))
    if not outer or not inner:
        return False
    across, down = (float(outer[axis]) + float(inner[axis]) for axis in (1, 2))
    member.set("transform", f"translate({across:g},{down:g})")
    return True


def _written(element: Element) -> Iterator[str]:
    """Yield an element as HTML has it."""
    told = "".join([f' {name}="{escape(value)}"' for name, value in element.attrib.items()])
    yield f"<{element.tag}{told}"
    if element.text or len(element):
        yield f">{escape(element.text or '', quote=False)}"
        for child in element:
            yield from _written(child)
        yield f"</{element.tag}>"
    else:
        yield "/>"
