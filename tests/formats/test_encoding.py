# SPDX-License-Identifier: GPL-3.0-or-later
"""Every byte that comes in goes out again, and the words in between are right."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.encoding import decode, encode, in_words
from redraft.formats.errors import FormatError, HoldsNul, NotText

STORY = "“It’s here,” she said—the café was naïve… ‘Yes,’ he said.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_the_encoding_is_found(encoding: str) -> None:
    data = STORY.encode(encoding)
    decoded = decode(data, "story.txt")
    assert (decoded.text, decoded.encoding, decoded.notice) == (STORY, encoding, None)
    assert encode(decoded.text, decoded.encoding) == data


@pytest.mark.parametrize("words", ["It’s.", "café", "wait… what", "a—b", "naïve"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_one_foreign_character_is_enough(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding), "story.txt").text == words


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)  # fmt: skip
def test_a_byte_order_mark_stays_in_the_text(mark: bytes, encoding: str) -> None:
    data = mark + STORY.encode(encoding)
    decoded = decode(data, "story.txt")
    assert decoded.text == "\ufeff" + STORY
    assert encode(decoded.text, decoded.encoding) == data


def test_cyrillic_is_read_as_cyrillic() -> None:
    words = "Она сказала, что придёт завтра утром. Никто не поверил ей, и все молчали."
    assert decode(words.encode("cp1251"), "story.txt").text == words


@pytest.mark.parametrize(
    "data",
    [
        "café “x” ".encode() * 9 + b"\xff more",
        "words and ".encode("utf-16-le") * 9 + b"\x00\xd8" + "more".encode("utf-16-le"),
        b"\xff\xfe" + b"\x00\xd8" + "more".encode("utf-16-le"),
        b"it\x92s \x81 and \x8d here",
        "a lone \ud800 one, café, naïve, déjà, vu".encode("utf-8", "surrogatepass"),
    ],
)
def test_damaged_text_is_kept_byte_for_byte(data: bytes) -> None:
    decoded = decode(data, "story.txt")
    assert encode(decoded.text, decoded.encoding) == data
    assert decoded.notice is None or "damaged" in decoded.notice
    decoded.text.encode("utf-8")


def test_damage_is_told_with_the_number_of_places() -> None:
    decoded = decode("café ".encode() * 20 + b"\xff and \xfe", "story.txt")
    assert decoded.notice is not None and "2 places" in decoded.notice
    assert decoded.text.startswith("café")


def test_a_tail_of_nul_bytes_is_kept_and_told() -> None:
    decoded = decode(b"Words, and then the power went." + b"\0" * 300, "story.txt")
    assert decoded.notice is not None and "NUL" in decoded.notice
    assert encode(decoded.text, decoded.encoding).endswith(b"\0" * 300)


@pytest.mark.parametrize("data", [b"one\0two", b"Word " * 900 + b"\0" + b"word " * 900, b"\0\0\0"])
def test_nul_bytes_among_the_words_are_refused(data: bytes) -> None:
    with pytest.raises(HoldsNul, match="NUL"):
        decode(data, "story.txt")


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x01\x02\x03\x04\x05\x06" * 50])
def test_junk_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match="not a text"):
        decode(data, "story.txt")


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"", "story.txt").text == ""


@given(st.binary(max_size=300))
def test_whatever_is_read_is_written_again(data: bytes) -> None:
    try:
        decoded = decode(data, "x")
    except FormatError:
        return
    assert encode(decoded.text, decoded.encoding) == data
    decoded.text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_utf8_is_always_utf8(text: str) -> None:
    assert decode(text.encode(), "x").encoding == "utf-8"


def test_encodings_have_names_for_authors() -> None:
    assert in_words("utf-8", bom=True) == "UTF-8 with BOM"
    assert in_words("cp1252") == "Windows-1252"
    assert in_words("utf-8 damaged") == "UTF-8, damaged"
