# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author says of the cast wins over what was found, and survives edits."""

from __future__ import annotations

from redraft.characters.decisions import CastDecisions
from tests.characters.conftest import MakeCast

TEXTS = (
    "“Come,” said Anna Reed. Anna took her coat and Miss Reed left. “No,” said Tom, and Tom shook his head. He"
    " saw zork there.",
    "Anna smiled. “Tom,” said Anna, “look at zork.” Elm was there. Zork sat.",
)


def names(cast_of: MakeCast, decisions: CastDecisions, *more: str) -> list[str]:
    return sorted(each.name for each in cast_of(*TEXTS, *more, decisions=decisions).characters)


def test_a_name_added_by_hand_is_a_character(cast_of: MakeCast) -> None:
    assert "zork" not in names(cast_of, CastDecisions())
    cast = cast_of(*TEXTS, decisions=CastDecisions(added=frozenset(("zork",))))
    zork = cast.find("zork")
    assert zork is not None and [each.paragraph for each in zork.mentions] == [10, 11]


def test_a_name_of_two_words_is_added(cast_of: MakeCast) -> None:
    made = cast_of("She met the grey lady. The grey lady bowed.", decisions=CastDecisions(added=frozenset(("grey lady",))))
    assert [each.name for each in made.characters] == ["grey lady"]


def test_another_name_is_somebody_else(cast_of: MakeCast) -> None:
    decisions = CastDecisions(splits=(("Anna Reed", "Miss Reed"),))
    cast = cast_of(*TEXTS, decisions=decisions)
    assert {"Anna Reed", "Miss Reed"} <= {each.name for each in cast.characters}
    anna = cast.find("Anna Reed")
    assert anna is not None and "Miss Reed" not in anna.aliases


def test_pronouns_are_the_author_s(cast_of: MakeCast) -> None:
    decisions = CastDecisions(pronouns=(("Anna Reed", "they"),))
    anna = cast_of(*TEXTS, decisions=decisions).find("Anna Reed")
    assert anna is not None and anna.pronouns == "they"


def test_decisions_that_fit_nobody_do_nothing(cast_of: MakeCast) -> None:
    decisions = CastDecisions(
        splits=(("Gone", "Away"), ("Anna Reed", "Nobody")), added=frozenset(("quibble", " ")), pronouns=(("Gone", "he"),)
    )
    assert names(cast_of, decisions) == names(cast_of, CastDecisions())
