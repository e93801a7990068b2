"""What is made of one file: plain values that can be kept as bytes and handed from one process to another."""

from typing import Any

import msgspec
from msgspec import Struct

from sitegen.claims import Cited, may_occur
from sitegen.diagnostics import Diagnostic
from sitegen.fingerprint import fingerprint
from sitegen.kinds.common import Facts, RecordFacts, Words
from sitegen.kinds.references import Reference, references
from sitegen.kinds.telling import cited_in, marked
from sitegen.model import Dataset, Document, Drawing, Loose, Origin, Publication, Record, SealFile, UpdateLog
from sitegen.parse.meaning import meaning
from sitegen.parse.names import Name


class Parsed(Struct, frozen=True, array_like=True, kw_only=True):
    """Everything that a file says but the Markdown of a document, and everything that is wrong with it.

    Most files say only one of these. A document comes with the fingerprint of its front matter.
    """

    problems: tuple[Diagnostic, ...] = ()
    broken: tuple[tuple[str, str], ...] = ()
    document: Document | None = None
    front_matter: bytes = b""
    loose: tuple[Loose, ...] = ()
    records: tuple[Record, ...] = ()
    log: UpdateLog | None = None
    seal: SealFile | None = None
    words: dict[str, str] | None = None
    dataset: Dataset | None = None
    drawing: Drawing | None = None


def decode(head: bytes) -> Parsed:
    """Return what a file says."""
    return _DECODER.decode(head)


def document(name: Name, facts: Facts | None, words: Words, body: str, written: Origin) -> Document:
    """Return a document."""
    encoded = encode(facts), encode(words)
    return Document(
        kind=name.kind.name,
        id=name.id,
        language=name.language,
        fingerprint=fingerprint(*encoded),
        publication=_publication(facts) if facts else None,
        references=(*_references(facts, encoded[0]), *_claimed(words, encoded[1])),
        cited=(*_cited(facts, encoded[0]), *_cited(words, encoded[1])),
        origin=written,
        body=fingerprint(body),
        meaning=meaning(words, body),
        stamp=words.translated_from or "",
        original=(facts.original if facts else None) or "",
        encoded_facts=msgspec.Raw(encoded[0]),
        encoded_words=msgspec.Raw(encoded[1]),
    )


def record(kind: str, identifier: str, value: RecordFacts, written: Origin) -> Record:
    """Return a record."""
    encoded = encode(value)
    return Record(
        kind=kind,
        id=identifier,
        fingerprint=fingerprint(encoded),
        publication=_publication(value),
        references=_references(value, encoded),
        origin=written,
        encoded=msgspec.Raw(encoded),
    )


def _publication(value: Facts | RecordFacts) -> Publication:
    return Publication(value.draft, value.publish_at, value.expires_at)


def encode(value: Any) -> bytes:  # noqa: ANN401  # any value that a kind may have
    """Return a value as bytes, the same ones for equal values."""
    return msgspec.msgpack.encode(value, order="deterministic")


def _references(value: Struct | None, encoded: bytes) -> tuple[Reference, ...]:
    """Return what facts or a record name: in the fields that are for ids, and in texts."""
    return () if value is None else (*references(value), *_claimed(value, encoded))


def _cited(value: Struct | None, encoded: bytes) -> tuple[Cited, ...]:
    return tuple(cited_in(value)) if value is not None and may_occur(encoded) else ()


def _claimed(value: Struct, encoded: bytes) -> tuple[Reference, ...]:
    return tuple(marked(value)) if may_occur(encoded) else ()


_DECODER = msgspec.msgpack.Decoder(Parsed)
