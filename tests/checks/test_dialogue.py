# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns of speech and their tags."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.dialogue import Tag, is_line_of_verse, shown, spoken, tag_after, tag_at, turns, wants_lower_case
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage

Make = Callable[..., Passage]


def tag(text: str) -> Tag | None:
    return tag_at(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "subject", "kind", "verb"),
    [
        (" She said.", "She", "pronoun", "said"),
        (" Tsunade said, sitting.", "Tsunade", "name", "said"),
        (" the old man whispered.", "the old man", "noun", "whispered"),
        (" Mrs. Reed quietly asked.", "Mrs. Reed", "name", "asked"),
        (" said the old man.", "the old", "noun", "said"),
        (" said Tom.", "Tom", "name", "said"),
        (" Mitarashi Anko said.", "Mitarashi Anko", "name", "said"),
        (" he smiled.", "he", "pronoun", "smiled"),
    ],
)
def test_a_tag_is_read(text: str, subject: str, kind: str, verb: str) -> None:
    found = tag(text)
    assert found is not None
    assert (found.subject, found.kind, found.verb) == (subject, kind, verb)


@pytest.mark.parametrize(
    "text",
    [" She said.", " She said, and left.", " She said quietly.", " She asked him.", " She told Tom with a smile.",
     " He replied in a low voice.", " He said, taking her hand.", " He whispered to her.", " He said before leaving."],
)
def test_what_follows_fits_a_tag(text: str) -> None:
    found = tag(text)
    assert found is not None and found.fits


@pytest.mark.parametrize(
    "text",
    [" She said nothing.", " She said it twice.", " She asked him to sit.", " She told him about the house.", " He told a story.",
     " He continued walking.", " She answered the door.", " He added salt.", " She thought for a moment.", " He repeated his words."],
)
def test_an_object_does_not_fit_a_tag(text: str) -> None:
    found = tag(text)
    assert found is None or not found.fits or found.saying is not Saying.PURE


def test_a_helper_is_no_verb_of_a_tag() -> None:
    found = tag(" She had said so.")
    assert found is not None and found.verb == "said" and not found.fits
    assert tag(" She had been there.") is None


def test_turns_know_their_surroundings(passage: Make) -> None:
    seen = passage("He rose. “Come,” he said. “It is late.” They left.")
    first, second = turns(seen)
    assert [each.inner(seen.straight) for each in (first, second)] == ["Come,", "It is late."]
    assert first.opens and not first.last and second.last
    assert seen.text[first.before : first.start] == "He rose. "
    assert seen.text[first.end : first.after] == " he said. "


def test_a_quoted_word_is_not_spoken(passage: Make) -> None:
    quoted, said = passage("They called him “The Grey Wolf of the North” in those days."), passage("“No,” she said.")
    assert not any(spoken(quoted, each) for each in turns(quoted))
    assert [spoken(said, each) for each in turns(said)] == [True]


@pytest.mark.parametrize(
    ("text", "small"),
    [("“Go.” She said.", True), ("“Go.” Anko said.", False), ("“Go.” I said.", False), ("“Go.” The man said.", True),
     ("“Go.” Said Tom.", True), ("“Go.” she said.", False)],
)
def test_only_a_needless_capital_goes(passage: Make, text: str, small: bool) -> None:
    seen = passage(text, names=("Anko", "Tom"))
    found = tag_after(seen, turns(seen)[0])
    assert found is not None and wants_lower_case(seen, found) is small


def test_a_tag_is_shown_as_it_should_be(passage: Make) -> None:
    for text, words in (("“Go.” She said.", "she said"), ("“Go,” said Tom.", "said Tom")):
        seen = passage(text)
        found = tag_after(seen, turns(seen)[0])
        assert found is not None and shown(seen, found) == words


@pytest.mark.parametrize(
    ("text", "before", "roughness", "verse"),
    [
        ("The bread on which all Terra dotes!”", "Made up of tiny wheaten motes", 0.2, True),
        ("The bread on which all Terra dotes!”", "Made up of tiny wheaten motes", 9.0, False),
        ("The bread on which all Terra dotes!”", "“Yes,” he said, “I know.”", 0.2, False),
        ("The bread on which all Terra dotes, he said, and reached for it in the dark.”", "Made up of motes", 0.2, False),
        ("The bread on which all Terra dotes!”", None, 0.2, False),
    ],
)
def test_short_lines_beside_short_lines_may_be_verse(
    passage: Make, text: str, before: str | None, roughness: float, verse: bool
) -> None:
    assert is_line_of_verse(passage(text, before=before, roughness=roughness)) is verse
