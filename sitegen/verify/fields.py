"""What readers fill in or choose: each field has a name that is seen (KWCAG 3.3.2, WCAG 1.3.1)."""

from collections.abc import Iterator

from sitegen.verify.faults import Fault
from sitegen.verify.outline import Outline
from sitegen.verify.own import is_field

NAMES = ("aria-label", "aria-labelledby", "title")


def unlabelled(page: Outline) -> Iterator[Fault]:
    """Yield the fields of a page that nothing names."""
    fields = [(number, tag.attributes) for number, tag in page.noted if is_field(tag)]
    if not fields:
        return
    labels = list(page.named("label"))
    named = {page.cut.tags[start].attributes.get("for") for start, _ in labels}
    for number, told in fields:
        is_within = any(start < number < end for start, end in labels)
        if not (is_within or told.get("id", "") in named or any(map(told.get, NAMES))):
            name = page.cut.tags[number].name
            yield Fault("page-label", page.cut.offsets[number], "nothing says what <{name}> is for", {"name": name})
