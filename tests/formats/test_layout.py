# SPDX-License-Identifier: GPL-3.0-or-later
"""Edited paragraphs are laid out as their file is written."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.layout import prepare
from redraft.formats.registry import read_bytes, render
from redraft.manuscript.session import Session

SENTENCE = "The lamp had burned low before anybody thought of the boy, who sat on the third stair with his boots in his lap. "
WRAPPED = "\n\n".join(textwrap.fill(SENTENCE * count, 72) for count in (3, 5, 2, 4)) + "\n"


def edited(data: bytes, index: int, text: str) -> Session:
    session = Session(read_bytes(data, "story").manuscript)
    session.replace(index, index + 1, [text], label="typing", initiator="test")
    return session


def test_an_edited_paragraph_is_wrapped_at_the_files_width() -> None:
    session = edited(WRAPPED.encode(), 1, (SENTENCE * 6).strip())
    old, new = WRAPPED.split("\n\n"), render(session.manuscript).decode().split("\n\n")
    assert [new[each] for each in (0, 2, 3)] == [old[each] for each in (0, 2, 3)]
    assert new[1] == textwrap.fill(SENTENCE * 6, session.manuscript.files[0].width or 0)


@given(st.integers(0, 3), st.lists(st.sampled_from(["word", "longer-word", "and", "—", "- ", "two  spaces", "“x”"]), max_size=80))
def test_a_wrapped_edit_is_read_as_it_was_typed(index: int, words: list[str]) -> None:
    text = " ".join(words)
    session = edited(WRAPPED.encode(), index, text)
    prepared = prepare(session.manuscript).manuscript
    for paragraph in prepared.paragraphs:
        for place, char in enumerate(paragraph.text):
            assert paragraph.raw[paragraph.to_raw(place)] == char or char == " "
    again = read_bytes(render(prepared), "story").manuscript
    assert " ".join(" ".join(each.text.split()) for each in again.paragraphs) == " ".join(
        " ".join(each.text.split()) for each in prepared.paragraphs if each.text
    )


def test_a_long_line_that_nobody_touched_stays_long() -> None:
    data = (WRAPPED + "\n" + "A line that runs far beyond the width of all the others in this file, for whatever reason, and stays. " * 2).encode()
    session = edited(data, 0, "Short.")
    assert render(session.manuscript).endswith(data[-200:])


def test_indentation_and_newlines_are_the_files() -> None:
    block = textwrap.fill(SENTENCE * 3, 70, initial_indent="   ")
    session = edited("\r\n".join([block.replace("\n", "\r\n")] * 4).encode(), 1, (SENTENCE * 2).strip())
    lines = render(session.manuscript).decode().split("\r\n")
    assert "\n" not in "".join(lines)
    assert sum(line.startswith("   The") for line in lines) == 4


@pytest.mark.parametrize(("encoding", "char"), [("cp1252", "Ł"), ("mac_roman", "🙂")])
def test_a_character_the_encoding_lacks_makes_it_utf8_aloud(encoding: str, char: str) -> None:
    session = edited("It’s a café.\nNo.".encode(encoding), 1, f"No{char}.")
    prepared = prepare(session.manuscript)
    assert prepared.manuscript.files[0].encoding == "utf-8"
    assert len(prepared.notices) == 1 and f"“{char}”" in prepared.notices[0] and "UTF-8" in prepared.notices[0]
    assert render(session.manuscript).decode() == f"It’s a café.\nNo{char}."


def test_an_encoding_that_suffices_stays() -> None:
    session = edited("It’s a café.\nNo.".encode("cp1252"), 1, "Naïve.")
    assert prepare(session.manuscript).notices == ()
    assert render(session.manuscript) == "It’s a café.\nNaïve.".encode("cp1252")


def test_half_an_emoji_never_stops_a_save() -> None:
    session = edited(b"Words.\n", 0, "Words \ud83d.")
    assert render(session.manuscript) == b"Words ?.\n"
