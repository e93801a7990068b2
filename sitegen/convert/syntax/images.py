"""`![words](address)`, which is refused for now: pictures come with the `image` field of what they belong to."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import IMAGE_LINK_RE, ImageInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE

from sitegen.convert import marks
from sitegen.convert.page import Page
from sitegen.diagnostics import Diagnostic, Place, error


class InlineImages(ImageInlineProcessor):
    """`![words](address)` that ends where it ends, as with links."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - the library's
        """Return address, title, end, and whether this is a picture at all."""
        address, title, end, handled = super().getLink(data, index)
        return address, title, end, handled and end > index


class Images(Treeprocessor):
    """Pictures in the text, replaced by their words."""

    def __init__(self, markdown: Markdown, page: Page) -> None:
        super().__init__(markdown)
        self.page = page

    def run(self, root: Element) -> None:
        """Note each picture."""
        for image in root.iter("img"):
            offset, address = marks.take(image.attrib["src"])
            self.page.problems.append(_refusal(address.strip(), self.page.place(offset, len(address.strip()))))
            image.tag, image.text = "span", INLINE_PLACEHOLDER_RE.sub("", image.get("alt", ""))
            image.attrib.clear()


def _refusal(address: str, place: Place) -> Diagnostic:
    if address.startswith("image:"):
        message = "pictures cannot stand in the text yet"
        fix = "write {id} in the field image at the top of the file"
        return error("image-unsupported", place, message, fix, id=address.removeprefix("image:"))
    message = 'a picture is named by its id, not by a file or address such as "{address}"'
    fix = "enter it in images.yaml, and write its id in the field image at the top of the file"
    return error("image-by-path", place, message, fix, address=address)


def register(markdown: Markdown, page: Page) -> None:
    """Teach the converter to refuse this syntax; it comes after escapes are resolved, which is 0."""
    markdown.inlinePatterns.register(InlineImages(IMAGE_LINK_RE, markdown), "image_link", 150)
    markdown.treeprocessors.register(Images(markdown, page), "images", -10)
