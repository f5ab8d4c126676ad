# SPDX-License-Identifier: GPL-3.0-or-later
"""The characters of a note, given its words: marks at its ends come along as far as they still stand."""

from __future__ import annotations

import pytest

from redraft.notes.placing.edges import between, span_of
from redraft.notes.placing.wording import Stretch, Wording
from redraft.text.span import Span


def mapped(old: str, noted: str, new: str) -> str:
    """The note's characters in ``new``, whose words are those of ``old`` one for one."""
    one, other = Wording.of(old), Wording.of(new)
    start = old.index(noted)
    words = one.stretch(start, start + len(noted))
    return span_of(one, Span(start, start + len(noted)), words, other, Stretch(words.first, words.last)).of(new)


@pytest.mark.parametrize(("old", "noted", "new", "found"), [
    ("so “go,” she said", "“go,”", 'so "go," she said', '"go,"'),
    ("so “go,” she said", "go", 'so "go," she said', "go"),
    ("wait… for it", "wait…", "wait... for it", "wait..."),
    ("wait... for it", "wait...", "wait… for it", "wait…"),
    ("yes — no", "yes —", "yes--no", "yes"),
    ("yes—no", "yes—", "yes--no", "yes--"),
    ("It rained. He", "It rained.", "It rained, He", "It rained"),
    ("It rained. He", "It rained. ", "It rained.\n\nHe", "It rained.\n\n"),
    ("the lamp went", "amp we", "the lamp went", "amp we"),
    ("the lamp went", "amp we", "the lump went", "lump we"),
    ("“(Go!)” he", "“(Go!)”", "‘(Go!)’ he", "‘(Go!)’"),
])
def test_marks_at_the_ends(old: str, noted: str, new: str, found: str) -> None:
    assert mapped(old, noted, new) == found


def test_marks_between_two_words() -> None:
    old, new = Wording.of("yes — no"), Wording.of("yes -- no")
    assert between(old, Span(4, 5), new, 1) == Span(4, 6)
    assert between(old, Span(4, 5), Wording.of("yes, no"), 1) is None
    assert between(old, Span(3, 4), new, 1) is None
    assert between(old, Span(4, 5), Wording.of("yes - , - no"), 1) is None
