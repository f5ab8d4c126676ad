# SPDX-License-Identifier: GPL-3.0-or-later
"""A sequel knows the words and people of the story before; what it has decided itself stays."""

from __future__ import annotations

from redraft.storage import story_bible
from redraft.storage.decisions import DecisionBook
from redraft.storage.sequel import carry
from redraft.storage.sidecar import Sidecar


def test_words_people_and_style_are_carried_and_places_are_not() -> None:
    story, sequel = Sidecar.open(None), Sidecar.open(None)
    book = DecisionBook(story)
    for each in (book.add_word("zork"), book.choose_style("variety", "GB"), book.rename_character("Anna", "Anna Reed")):
        each.do()
    for entry in (story_bible.pin("Tom"), story_bible.begin_on("key", 3)):
        story.put(entry.kind, entry.id, entry.fields or {})
    DecisionBook(sequel).choose_style("variety", "US").do()
    assert carry(story, sequel, ["Anna Reed"]) == 4
    told = DecisionBook(sequel).current
    assert told.own_words == {"zork"} and told.style.variety == "US"
    assert told.cast.renames == (("Anna", "Anna Reed"),) and told.cast.pinned == {"Tom"}
    assert told.cast.added == {"Anna Reed"} and told.continuity.days == ()


def test_carrying_twice_adds_nothing() -> None:
    story, sequel = Sidecar.open(None), Sidecar.open(None)
    story.put("word", "zork", {"word": "zork"})
    assert (carry(story, sequel, ["Anna"]), carry(story, sequel, ["Anna"])) == (2, 0)
