"""Heads in one piece: what comes back is what was packed, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cache.pack import read_pack, write_pack
from sitegen.cache.store import LOOSE, PACK, Store
from sitegen.results import Result

HEADS = {bytes([number]) * 16: bytes([number]) * 50 for number in range(40)}
RESULTS = {key: Result(head, b"rest") for key, head in HEADS.items()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A packed store."""
    with Store(tmp_path / "results.sqlite") as store:
        store.put(RESULTS)
        store.tidy(RESULTS.keys())
    return tmp_path / "results.sqlite"


def test_what_a_build_used_is_packed(path: Path) -> None:
    """All of it; what it did not use is not."""
    assert HEADS == read_pack(path.with_suffix(PACK))


def test_what_is_packed_is_not_asked_for_singly(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is not in the pack is."""
    asked: list[bytes] = []
    monkeypatch.setattr(Store, "_loose_heads", lambda _, keys: asked.extend(keys) or {})
    with Store(path) as store:
        assert HEADS == store.heads([*HEADS, b"other"])
    assert [b"other"] == asked


def test_a_few_loose_heads_are_left_loose(path: Path) -> None:
    """Packing again takes longer than asking for a few; once there are many, they are packed as well."""
    few = {bytes([100 + number]): Result(b"head") for number in range(int(LOOSE * len(HEADS)))}
    many = {bytes([200 + number]): Result(b"head") for number in range(20)}
    for more, packed in ((few, HEADS.keys()), (many, {*HEADS, *few, *many})):
        with Store(path) as store:
            store.put(more)
            store.tidy({*HEADS, *few, *more})
        assert packed == read_pack(path.with_suffix(PACK)).keys()


def test_a_store_that_is_emptied_has_nothing_packed(path: Path) -> None:
    """So that what was too much does not stay."""
    with Store(path, limit=10) as store:
        store.tidy(RESULTS.keys())
    with Store(path) as store:
        assert {} == store.heads(list(RESULTS))


@given(st.integers(0), st.integers(1, 255))
def test_a_pack_with_another_byte_anywhere_is_none(
    tmp_path_factory: pytest.TempPathFactory, place: int, difference: int
) -> None:
    """A checksum is over all of it."""
    pack = tmp_path_factory.mktemp("pack") / "heads.pack"
    write_pack(pack, [HEADS])
    data = bytearray(pack.read_bytes())
    data[place % len(data)] ^= difference
    pack.write_bytes(data)
    assert {} == read_pack(pack)


@pytest.mark.parametrize("length", [0, 1, 4, 5, 100, -1])
def test_a_pack_that_is_cut_anywhere_is_none(tmp_path: Path, length: int) -> None:
    """Even at its very beginning or end."""
    pack = tmp_path / "heads.pack"
    write_pack(pack, [HEADS])
    pack.write_bytes(pack.read_bytes()[:length])
    assert {} == read_pack(pack)


def test_a_pack_that_is_cut_between_bundles_has_fewer_heads(tmp_path: Path) -> None:
    """What is missing is asked for singly."""
    first, second = dict(list(HEADS.items())[:30]), dict(list(HEADS.items())[30:])
    pack = tmp_path / "heads.pack"
    write_pack(pack, [first])
    length = pack.stat().st_size
    write_pack(pack, [first, second])
    assert HEADS == read_pack(pack)
    pack.write_bytes(pack.read_bytes()[:length])
    assert first == read_pack(pack)


def test_a_store_reads_the_pack_that_it_has_just_made(path: Path) -> None:
    """The same process may build again."""
    more = {bytes([200 + number]) * 16: Result(b"head") for number in range(20)}
    with Store(path) as store:
        store.put(more)
        store.tidy({*HEADS, *more})
        assert {*HEADS, *more} == store.heads([*HEADS, *more]).keys()


def test_where_nothing_can_be_packed_nothing_is(tmp_path: Path) -> None:
    """A folder stands in its place, or a file in that of its folder."""
    (tmp_path / "heads.pack").mkdir()
    (tmp_path / "file").touch()
    for pack in (tmp_path / "heads.pack", tmp_path / "file" / "heads.pack"):
        write_pack(pack, [HEADS])
        assert {} == read_pack(pack)
