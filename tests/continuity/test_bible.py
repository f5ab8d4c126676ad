# SPDX-License-Identifier: GPL-3.0-or-later
"""The story bible says who, how spelled, when, and what is still open."""

from __future__ import annotations

from redraft.characters.attributes import Attribute
from redraft.characters.cast import Cast, Character, Mention
from redraft.continuity.bible import Bible, paragraphs
from redraft.continuity.decisions import ContinuityNote, Kept
from redraft.continuity.places import Conflict, Place
from redraft.continuity.timeline import TimelineEntry

ANNA = Character("Anna Reed", ("Anna",), (Mention(1, 0, 4), Mention(2, 0, 4)), {1: 1, 2: 1}, 3, "she",
                 (Attribute("eyes", "green", 1, 0, 4), Attribute("eyes", "brown", 2, 0, 4), Attribute("age", "nine", 1, 0, 4)))
TOM = Character("Tom", (), (Mention(2, 0, 3),), {2: 1})


def full() -> Bible:
    return Bible(
        "gate_01", Cast((ANNA, TOM)), [(1, "The *gate*"), (2, "Night")], [TimelineEntry(1, 1, 0, 4, "At dawn", 1, None)],
        [Conflict("attribute", "Anna Reed", "Anna Reed’s eyes differ.", (Place(1, 0, 4, "x"), Place(2, 0, 4, "y")), "eyes")],
        [ContinuityNote("1", "Left-handed.", Kept("her pen"), "Anna Reed"), ContinuityNote("2", "Rain all week.", Kept("wet"))],
        {"variety": "GB", "serial_comma": "no"}, ("zork", "Chunin"), {2: 4},
    )


def test_everything_is_in_it() -> None:
    text = list(paragraphs(full()))
    assert text == [
        "# Story bible: gate\\_01", "## Cast", "### Anna Reed",
        "she; also Anna; scenes 1–2 (2 of 2); named 2×; 3 lines spoken.", "**Eyes:** green, brown", "**Age:** nine",
        "**Note:** Left-handed. (“her pen”)", "### Tom", "scene 2; named 1×.", "## Chosen spellings",
        "**English:** GB", "**Serial comma:** no", "**Names:** Anna, Anna Reed, Tom", "**The story’s words:** Chunin, zork",
        "## Timeline", "**1. The \\*gate\\*:** day 1 — “At dawn”", "**2. Night:** day 4",
        "## Open contradictions", "**Anna Reed:** Anna Reed’s eyes differ.", "## Notes", "Rain all week. (“wet”)",
    ]


def test_an_empty_story_has_a_bible() -> None:
    assert list(paragraphs(Bible("x", Cast()))) == [
        "# Story bible: x", "## Cast", "Nobody is named yet.", "## Open contradictions",
        "None that Redraft found, or all are answered.",
    ]
