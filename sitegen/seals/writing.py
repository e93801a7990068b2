"""The file that holds a seal."""

from collections.abc import Iterator

from sitegen.kinds.seal import Seal
from sitegen.quotation import scalar


def seal_text(source: str, seal: Seal) -> str:
    """Return the text of the file, the same for the same seal."""
    return "".join(f"{line}\n" for line in _lines(source, seal))


def _lines(source: str, seal: Seal) -> Iterator[str]:
    yield f"# python build.py seal {source}"
    yield "# 원문과 견준 뒤 위의 명령이 쓰는 파일입니다. 손으로 고치지 마십시오."
    yield "# The command above writes this file after a comparison with the original. Do not edit it."
    yield "passages:" if seal.passages else "passages: []"
    for passage in seal.passages:
        yield f"  - {{id: {scalar(passage.id, in_brackets=True)}, digest: {passage.digest}}}"
    if seal.whole_text:
        yield "whole_text:"
        yield from (f"  - {digest}" for digest in seal.whole_text)
