# SPDX-License-Identifier: GPL-3.0-or-later
"""Zips in which one part gives way and every other byte stays."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.archive import packed, replaced
from redraft.formats.guards import Package
from tests.formats.zips import zipped

NAMES = ["mimetype", "content.xml", "Pictures/1.png", "Bilder/Größe.png", "empty"]


def entries(data: bytes) -> dict[str, tuple[object, ...]]:
    """What the directory says of each part but its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {each.filename: (each.date_time, each.compress_type, each.extra, each.comment, each.external_attr, opened.read(each))
                for each in opened.infolist()}


@given(st.lists(st.binary(max_size=200), min_size=5, max_size=5), st.sets(st.sampled_from(NAMES)), st.binary(max_size=300))
def test_only_the_named_parts_change(contents: list[bytes], chosen: set[str], new: bytes) -> None:
    data = zipped(dict(zip(NAMES, contents, strict=True)), stored=("mimetype", "Pictures/1.png"))
    before, after = entries(data), entries(replaced(Package(data, "a.odt"), dict.fromkeys(chosen, new)))
    assert list(after) == list(before)
    for name in NAMES:
        assert after[name][:2] == before[name][:2]
        assert after[name][5] == (new if name in chosen else before[name][5])
        if name not in chosen:
            assert after[name] == before[name]


def test_nothing_replaced_is_the_same_file() -> None:
    data = zipped({"a": "x"})
    assert replaced(Package(data, "a.odt"), {}) is data


def test_the_packed_bytes_of_other_parts_are_copied() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.comment = b"kept"
        made.writestr("first", b"abc" * 999)
        with made.open("streamed", "w", force_zip64=True) as part:
            part.write(b"streamed " * 99)
        made.writestr("last", b"xyz" * 999)
    data = out.getvalue()
    package = Package(data, "a.odt")
    made_new = replaced(package, {"last": b"new"})
    start = package.entries[2].header_offset
    assert made_new[:start] == data[:start]
    assert entries(made_new)["streamed"][5] == b"streamed " * 99
    assert zipfile.ZipFile(io.BytesIO(made_new)).comment == b"kept"


def test_a_part_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        replaced(Package(zipped({"a": "x"}), "a.odt"), {"b": b""})


def test_a_new_zip_is_the_same_every_time() -> None:
    parts = [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>" * 50)]
    data = packed(parts, frozenset({"mimetype"}))
    assert data == packed(parts, frozenset({"mimetype"}))
    assert data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert entries(data)["content.xml"][1] == zipfile.ZIP_DEFLATED
