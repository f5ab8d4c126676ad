# SPDX-License-Identifier: GPL-3.0-or-later
"""The law of the model: prefix, then raw and gap of every paragraph, is the text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.plain import Parsed, parse

LONG = "The lamp had burned low before anybody thought of the boy, who sat on the third stair with his boots in his lap. "
BITS = st.sampled_from(
    ["word", "Another one.", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\f", "\t", "\u00a0", "\u2028", "# Head", "* * *", "---\n",
     "- item\n", "\ufeff", "🙂", "é", textwrap.fill(LONG * 3, 70) + "\n\n", "    “Indented.”\n"]
)  # fmt: skip
TEXTS = st.lists(BITS, max_size=30).map("".join)


def whole(parsed: Parsed) -> str:
    return parsed.prefix + "".join(each.raw + each.gap for each in parsed.paragraphs)


@given(TEXTS, st.booleans())
def test_nothing_is_lost(text: str, markdown: bool) -> None:
    parsed = parse(text, markdown=markdown)
    assert whole(parsed) == text
    assert all("\n" not in each.text and each.text == each.text.strip() for each in parsed.paragraphs)


@given(TEXTS)
def test_every_shown_character_has_its_place(text: str) -> None:
    for paragraph in parse(text).paragraphs:
        for place, char in enumerate(paragraph.text):
            raw = paragraph.raw[paragraph.to_raw(place)]
            assert raw == char or (char == " " and raw.isspace())
            assert paragraph.end_to_raw(place + 1) == paragraph.to_raw(place) + 1


def test_lines_are_paragraphs() -> None:
    parsed = parse("One.\n    Two. \n\n\nThree.")
    assert [(each.text, each.raw, each.gap) for each in parsed.paragraphs] == [
        ("One.", "One.", "\n"), ("Two.", "    Two.", " \n\n\n"), ("Three.", "Three.", ""),
    ]  # fmt: skip
    assert parsed.paragraphs[1].lead == "    "


def test_the_byte_order_mark_and_blank_lines_come_first() -> None:
    parsed = parse("\ufeff\r\n \r\nOne.\r\n")
    assert (parsed.prefix, parsed.newline, parsed.paragraphs[0].text) == ("\ufeff\r\n \r\n", "\r\n", "One.")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " "])
def test_an_empty_text_has_one_empty_paragraph(text: str) -> None:
    parsed = parse(text)
    assert [each.text for each in parsed.paragraphs] == [""]
    assert whole(parsed) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_lines_are_shown_as_paragraphs(newline: str) -> None:
    text = "\n\n".join([textwrap.fill(LONG * 4, 70)] * 3).replace("\n", newline)
    parsed = parse(text)
    assert [each.text for each in parsed.paragraphs] == [(LONG * 4).strip()] * 3
    assert whole(parsed) == text
    assert parsed.width is not None


def test_an_indented_first_line_opens_a_paragraph_of_wrapped_text() -> None:
    block = textwrap.fill(LONG * 3, 70, initial_indent="    ")
    parsed = parse("\n".join([block] * 4))
    assert [each.text for each in parsed.paragraphs] == [(LONG * 3).strip()] * 4
    assert {each.lead for each in parsed.paragraphs} == {"    "}
    assert {each.hang for each in parsed.paragraphs} == {""}


def test_a_line_broken_at_a_hyphen_is_closed_up() -> None:
    filler = "\n\n".join([textwrap.fill(LONG * 3, 70)] * 3)
    text = filler + "\n\n" + "He was, so far as anybody could remember, a quiet and altogether well-\nmannered man.\n"
    last = parse(text).paragraphs[-1]
    assert last.text.endswith("well-mannered man.")
    assert last.raw[last.to_raw(last.text.index("mannered")) :] == "mannered man."


def test_front_matter_is_never_joined() -> None:
    front = "---\ntitle: a rather long title for a story that nobody has yet finished or read\nauthor: Somebody or other\n---\n\n"
    parsed = parse(front + "\n\n".join([textwrap.fill(LONG * 3, 80)] * 3), markdown=True)
    assert [each.text for each in parsed.paragraphs[:4]] == front.split("\n")[:4]
    assert len(parsed.paragraphs) == 7


def test_a_giant_paragraph_comes_in_pieces_and_is_whole_again() -> None:
    text = LONG * 2000
    parsed = parse(text)
    assert len(parsed.paragraphs) > 10
    assert whole(parsed) == text
    assert all(each.glued for each in parsed.paragraphs)
    assert [each.id for each in parsed.paragraphs] == list(range(len(parsed.paragraphs)))


def test_a_giant_wrapped_paragraph_too() -> None:
    text = textwrap.fill(LONG * 400, 70).replace("\n", "\r\n")
    parsed = parse(text)
    assert len(parsed.paragraphs) > 3
    assert whole(parsed) == text
    for paragraph in parsed.paragraphs:
        assert paragraph.raw[paragraph.to_raw(len(paragraph.text) - 1)] == paragraph.text[-1]


@pytest.mark.parametrize("text", ["Words.\0\0\0", "Words.\n\0\0\0", "Words. \n\n\0\0\n"])
def test_a_tail_of_nuls_is_kept_and_not_shown(text: str) -> None:
    parsed = parse(text)
    assert [each.text for each in parsed.paragraphs] == ["Words."]
    assert whole(parsed) == text
