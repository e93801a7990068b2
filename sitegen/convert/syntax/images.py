"""`![](image:forest)`: a picture by the id of its record, which says what it shows; it has a paragraph of its own."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import IMAGE_LINK_RE, ImageInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from sitegen.convert import marks
from sitegen.convert.addresses import BY_ID
from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, Place, error
from sitegen.model import PICTURE, Link


class InlineImages(ImageInlineProcessor):
    """`![words](address)` that ends where it ends, as with links."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the library's
        """Return address, title, end, and whether this is a picture at all."""
        address, title, end, handled = super().getLink(data, index)
        return address, title, end, handled and end > index


class Images(Treeprocessor):
    """Pictures: a slot for each that stands alone, and a problem for each other one, which is replaced by its words."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Look at each picture."""
        alone = {id(paragraph[0]): paragraph for paragraph in root.iter("p") if _is_alone(paragraph)}
        for image in list(root.iter("img")):
            self._look(image, alone.get(id(image)))

    def _look(self, image: Element, paragraph: Element | None) -> None:
        offset, written = marks.take(image.attrib["src"])
        address = written.strip()
        place = self.page.place(offset, len(address))
        words = INLINE_PLACEHOLDER_RE.sub("", marks.strip(image.get("alt", "")))
        refusal = _refusal(address, words or image.get("title", ""), place, is_alone=paragraph is not None)
        if refusal or paragraph is None:
            self.page.problems += filter(None, (refusal,))
            image.tag, image.text = "span", words
            image.attrib.clear()
            return
        link = Link(PICTURE, address.partition(":")[2], "", place.line, place.column, place.length)
        paragraph.tag, paragraph.text = "figure", AtomicString(self.page.slot(link))
        paragraph.set("class", "picture")
        paragraph.remove(image)


def _is_alone(paragraph: Element) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    if len(paragraph) != 1 or paragraph[0].tag != "img":
        return False
    return not "".join(filter(None, (paragraph.text, paragraph[0].tail))).strip()


def _refusal(address: str, words: str, place: Place, *, is_alone: bool) -> Diagnostic | None:
    by_id = BY_ID.fullmatch(address)
    if by_id is None or by_id["kind"] != PICTURE or by_id["anchor"]:
        message = 'a picture is named by its id, not by a file or address such as "{address}"'
        return error("image-by-path", place, message, "enter it in images.yaml, and write ![](image:id) here",
                     address=address)  # fmt: skip
    if words:
        message = 'what a picture shows is said in its record, not here: "{words}"'
        return error("image-words", place, message, "write alt: in images.yaml, and here ![](image:{id})",
                     words=words, id=by_id["id"])  # fmt: skip
    if not is_alone:
        return error("image-inline", place, "a picture has a paragraph of its own",
                     "write it on a line of its own, with an empty line before and after it")  # fmt: skip
    return None


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter this syntax; it comes after escapes are resolved, which is 0."""
    markdown.inlinePatterns.register(InlineImages(IMAGE_LINK_RE, markdown), "image_link", 150)
    markdown.treeprocessors.register(Images(markdown, page), "images", -10)
