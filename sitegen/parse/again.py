"""A document in which nothing but the body has changed: its front matter need not be read again."""

from msgspec import structs

from sitegen.fingerprint import fingerprint
from sitegen.kinds import PAGE_KINDS
from sitegen.parse.front_matter import split
from sitegen.parse.meaning import meaning
from sitegen.parse.parsed import decode, encode
from sitegen.parse.reading import Reading
from sitegen.parse.text import decode as text_of
from sitegen.results import Result


def read_again(reading: Reading) -> Result | None:
    """Return what a file says, the rest being its Markdown; None if all of it must be read."""
    last = decode(reading.last) if reading.last else None
    if last is None or last.document is None or last.problems:
        return None
    text, unreadable = text_of(reading.file)
    parts, unsplit = split(text, reading.file.path, PAGE_KINDS[last.document.kind].fields)
    if parts is None or unreadable or unsplit or fingerprint(parts.front_matter) != last.front_matter:
        return None
    says = meaning(last.document.words, parts.body)
    document = structs.replace(last.document, body=fingerprint(parts.body), meaning=says)
    parsed = structs.replace(last, document=document)
    return Result(encode(parsed), parts.body.encode(errors="surrogatepass"))
