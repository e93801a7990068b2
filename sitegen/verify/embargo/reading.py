"""What a finished file says, whatever its format: all its words, what stands alone in it, the parts of addresses."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from sitegen.files import Output
from sitegen.verify.embargo.forms import NOT_A_TAG, TAG, composed, decoded, numbers, tight

APART = "\0"
"""What is put between texts that stand apart; it is in none of them."""
MARKUP = (".html", ".xml", ".svg", ".xhtml", ".htm")
FOLDED = (".ics", ".vcf")
ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "poster", "cite", "data", "xlink:href", "content", "download"}
)
NOT_WORDS = frozenset(
    {"class", "id", "for", "rel", "type", "lang", "hreflang", "xml:lang", "charset", "role", "scope", "http-equiv",
     "property", "media", "sizes", "tabindex", "width", "height", "viewbox", "d", "x", "y", "x1", "y1", "x2", "y2", "r",
     "rx", "ry", "cx", "cy", "dx", "dy", "points", "transform", "offset", "fill", "stroke", "stroke-width",
     "stroke-dasharray", "opacity", "font-size", "text-anchor", "clip-path", "colspan", "rowspan", "version",
     "gradienttransform", "preserveaspectratio", "pathlength"}
)  # fmt: skip
"""Attributes that hold no words for people: what programs go by, and where in a picture something is."""
OWN_WORDS = frozenset({"article", "website", "noindex", "light dark", "stylesheet", "viewport", "description"})
"""What pages say to programs where others may stand that people read."""

STATEMENT = '{"'
"""What data in a page begins with, such as JSON-LD: each of its strings stands alone."""

_TAGS = re.compile(f"({TAG.pattern})")
_ATTRIBUTE = re.compile(r"""([a-zA-Z_][\w:.-]*+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""")
_CSS = re.compile(r"""/\*(.*?)\*/|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|url\(([^"')]*)\)""", re.DOTALL)
_JS = re.compile(r"""//([^\n]*)|/\*(.*?)\*/|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`""", re.DOTALL)
"""Where a script may say something: what its parts are called, as in `place.dataset.next`, names no thing."""
_PIECE = re.compile(r'["\n\r\t,;|<>\0]+')
_ADDRESS = re.compile(r"""(?:https?|webcal)://[^\s"'<>\\\0]+""", re.IGNORECASE)
_PARTS = re.compile(r"[/#?&=:@,\s\0]+")
_UID = re.compile(r"^UID:.*$", re.MULTILINE)
"""By what a calendar knows an event: its digits say nothing."""
_FOLD = re.compile(rb"\r?\n[ \t]")


class Reading(Struct, frozen=True):
    """What a file says: its texts without spaces, in each form that they stand for; what stands alone; addresses."""

    texts: tuple[str, ...]
    alone: frozenset[str]
    parts: frozenset[str]
    """The parts of addresses, and of the names of files in them."""
    counted: str
    """What its numbers stand in."""

    @property
    def numbers(self) -> set[str]:
        """The numbers in it by which something can be known."""
        return numbers(self.counted)


class Attributes(Struct, frozen=True):
    """What the attributes of a tag say: words, addresses, the id."""

    words: tuple[str, ...]
    addresses: tuple[str, ...]
    ids: tuple[str, ...]


def reading(file: Output) -> Reading:
    """Return what a finished file says.

    Bytes that are no text count as what of them is text.
    """
    data = _FOLD.sub(b"", file.data) if file.path.endswith(FOLDED) else file.data
    text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    if file.path.endswith(MARKUP):
        return _of_markup(text, file.path)
    if file.path.endswith(".css"):
        found = ["".join(groups) for groups in _CSS.findall(text)]
        return _read(APART.join(found), found, found, file.path, counted="")
    if file.path.endswith(".js"):
        found = [piece for groups in _JS.findall(text) for piece in _pieces("".join(groups), file.path)]
        return _read(text, found, (*found, *_addresses([text])), file.path)
    forms = tuple(decoded(text.replace('""', '"'), file.path))
    alone = [piece for form in forms for piece in _pieces(form, file.path)]
    counted = _UID.sub("", text).replace("\\,", ",") if file.path.endswith(FOLDED) else text
    return _read(text.replace('""', '"'), alone, (*alone, *_addresses(forms)), file.path, counted=counted)


def parts_of(addresses: Iterable[str]) -> frozenset[str]:
    """Return the parts of addresses and paths: names of folders and files, these also without their endings."""
    joined = APART.join(addresses)
    parts = {part for form in decoded(joined) for part in _PARTS.split(composed(form))}
    return frozenset((*parts, *(stem for part in parts if "." in part for stem in part.split(".")))) - {""}


def _of_markup(text: str, path: str) -> Reading:
    plain = NOT_A_TAG.sub(" ", text) if "<!-" in text or "<![" in text else text
    cut = _TAGS.split(plain)
    nodes = cut[::2]
    tags = [_attributes(tag) for tag in {tag for tag in cut[1::2] if "=" in tag}]
    words = [value for tag in tags for value in tag.words]
    said = APART.join(("".join(nodes), *words))
    addresses = [value for tag in tags for value in tag.addresses]
    stated = (piece for node in nodes if node.startswith(STATEMENT) for piece in _PIECE.split(node))
    alone = (*nodes, *stated, *words, *(value for tag in tags for value in tag.ids))
    return _read(said, alone, (*addresses, *_addresses([said])), path, counted=APART.join((*nodes, *words)))


@lru_cache(maxsize=4096)
def _attributes(tag: str) -> Attributes:
    """Return what the attributes of a tag say; many pages have the same tags."""
    found = [(name.lower(), quoted or single or bare) for name, quoted, single, bare in _ATTRIBUTE.findall(tag)]
    known = [(name, value) for name, value in found if value not in OWN_WORDS]
    return Attributes(
        words=tuple(value for name, value in known if name not in NOT_WORDS),
        addresses=tuple(value for name, value in known if name in ADDRESSES),
        ids=tuple(value for name, value in known if name == "id"),
    )


def _read(  # what a reading is made of
    text: str, alone: Iterable[str], addresses: Iterable[str], path: str, *, counted: str | None = None
) -> Reading:
    separate = (" ".join(composed(form).split()).split(APART) for form in decoded(APART.join(alone), path))
    return Reading(
        texts=tuple(map(tight, decoded(text, path))),
        alone=frozenset(piece.strip() for form in separate for piece in form),
        parts=parts_of({address.strip() for address in addresses if _is_address(address)}),
        counted=text if counted is None else counted,
    )


def _pieces(text: str, path: str) -> Iterator[str]:
    """Yield what stands alone in a text: cells, quoted strings, lines, the values of a calendar's properties."""
    for piece in _PIECE.split(text):
        yield piece.strip()
        if path.endswith(FOLDED):
            yield piece.partition(":")[2].strip()


def _addresses(forms: Iterable[str]) -> list[str]:
    return [address for form in forms if "://" in form for address in _ADDRESS.findall(form)]


def _is_address(text: str) -> bool:
    """Whether this may be an address, and no sentence."""
    return bool(text) and " " not in text.strip()
