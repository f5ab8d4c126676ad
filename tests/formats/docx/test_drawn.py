# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents drawn by chance, changed by chance: nothing else changes, accepted and rejected they are what they must."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tools.evaluate_docx.sameness import characters, other_parts_differ

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.order import PARAGRAPH, RUN
from redraft.formats.docx.patch import patched
from redraft.formats.docx.revisions import settled
from redraft.formats.registry import render
from redraft.manuscript.session import Session
from tests.formats.docx.drawn import documents
from tests.formats.docx.made import main_part, paragraphs, put, session, shown, texts

MAIN = "word/document.xml"
NEW = ["word", "two words", "x,", "", "éß“”", "a\tb", "a\u2028b", " "]
CORRECTIONS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9), st.sampled_from(NEW)), min_size=1, max_size=5)
NUMBERED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")


def correct(story: Session, corrections: list[tuple[int, int, int, str]]) -> None:
    """Put words in the place of others, paragraph by paragraph."""
    for which, place, length, new in corrections:
        at = which % len(story.paragraphs)
        old = story.paragraphs[at].text
        start = place % (len(old) + 1)
        put(story, at, at + 1, old[:start] + new + old[start + length :])


def tracked(story: Session) -> bytes:
    original = story.manuscript.files[0].original
    assert original is not None
    return patched(original, story.paragraphs, "s", Revision("Bea"))


@given(documents())
@settings(max_examples=30)
def test_unchanged_it_is_the_same_file(data: bytes) -> None:
    assert render(session(data).manuscript) == data


@given(documents(), CORRECTIONS)
@settings(max_examples=50)
def test_saved_it_is_the_corrected_text(data: bytes, corrections: list[tuple[int, int, int, str]]) -> None:
    story = session(data)
    correct(story, corrections)
    saved = render(story.manuscript)
    assert [one for one, _ in shown(paragraphs(saved))] == [each.text for each in story.paragraphs]
    assert not other_parts_differ(data, saved, MAIN)
    assert_well_made(saved)


@given(documents(), CORRECTIONS)
@settings(max_examples=50)
def test_tracked_every_character_comes_back_as_it_was(data: bytes, corrections: list[tuple[int, int, int, str]]) -> None:
    story = session(data)
    correct(story, corrections)
    made = tracked(story)
    now = [each.text for each in story.paragraphs]
    assert texts(made) == texts(settled(made, accept=True)) == now
    assert characters(made, MAIN, accept=False) == characters(data, MAIN, accept=False)
    assert characters(made, MAIN, accept=True) == characters(render(story.manuscript), MAIN, accept=True)
    assert shown(paragraphs(settled(made, accept=False))) == shown(paragraphs(settled(data, accept=False)))
    assert_well_made(made)


DEEDS = st.lists(st.tuples(st.sampled_from(["put", "cut", "split", "join", "move"]), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=4)


@given(documents(), DEEDS)
@settings(max_examples=50)
def test_paragraphs_put_in_cut_parted_joined_and_moved(data: bytes, deeds: list[tuple[str, int, int]]) -> None:
    story = session(data)
    for deed, one, two in deeds:
        rearrange(story, deed, one, two)
    saved = render(story.manuscript)
    found, wanted = (Counter(filter(None, each)) for each in (texts(saved), [each.text for each in story.paragraphs]))
    assert found == wanted  # a cell keeps an empty paragraph at its end
    assert_well_made(saved)
    assert Counter(filter(None, texts(tracked(story)))) == wanted


def rearrange(story: Session, deed: str, one: int, two: int) -> None:
    at = one % len(story.paragraphs)
    old = story.paragraphs[at].text
    place = two % (len(old) + 1)
    last = at + 1 == len(story.paragraphs)
    if deed == "put":
        put(story, at, at, "New.")
    elif deed == "cut" and len(story.paragraphs) > 1:
        put(story, at, at + 1)
    elif deed == "split":
        put(story, at, at + 1, old[:place], old[place:])
    elif deed == "join" and not last:
        put(story, at, at + 2, old + story.paragraphs[at + 1].text)
    elif deed == "move" and not last:
        put(story, at, at + 2, story.paragraphs[at + 1].text, old)


def assert_well_made(data: bytes) -> None:
    """Properties in the order of the schema, ids of tracked changes once, no run or shell without content."""
    seen: set[tuple[str, str]] = set()
    for each in etree.fromstring(main_part(data).encode()).iter():
        name = etree.QName(each).localname
        if name in ("rPr", "pPr"):
            order = RUN if name == "rPr" else PARAGRAPH
            places = [order.index(etree.QName(inner).localname) for inner in each]
            assert places == sorted(set(places))
        if name in NUMBERED and each.getparent() is not None:
            key = name, next(str(value) for key, value in each.items() if str(key).endswith("}id"))
            assert key not in seen or key[1] in ("77",) or int(key[1]) >= 100
            seen.add(key)
        if name in ("hyperlink", "ins", "del") and etree.QName(each.getparent()).localname not in ("rPr", "trPr"):
            assert len(each)
