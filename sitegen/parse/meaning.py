"""What a text says, as a short fingerprint: a translation that was made from it is up to date as long as it stays."""

from collections.abc import Iterator

from msgspec import structs

from sitegen.fingerprint import fingerprint
from sitegen.kinds.common import STAMP_FIELD, Words

DIGITS = 10  # hexadecimal ones: of 10**12 changes, one goes unnoticed


def meaning(words: Words, body: str) -> str:
    """Return the fingerprint of the words and the body of a document: `DIGITS` hexadecimal digits.

    Spaces and line breaks do not count, so that a text may be laid out anew; everything else does, links too.
    Fields that are empty do not count either, so that a kind may get a new one.
    """
    return fingerprint(*_said(words), "", _plain(body)).hex()[:DIGITS]


def _said(words: Words) -> Iterator[str]:
    for name, value in structs.asdict(words).items():
        texts = value if isinstance(value, tuple) else (value,)
        if name != STAMP_FIELD and any(texts):
            yield name
            yield from (_plain(str(text)) for text in texts)


def _plain(text: str) -> str:
    return " ".join(text.split())
