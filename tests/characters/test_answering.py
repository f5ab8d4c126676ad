# SPDX-License-Identifier: GPL-3.0-or-later
"""Who answers to a name, and of whom it tells nothing."""

from __future__ import annotations

from redraft.characters.answering import answered
from redraft.characters.cast import Cast, Character, Mention, Quote
from redraft.characters.decisions import CastDecisions
from redraft.characters.proposals import proposals

NAME = "Barbecue"


def called(
    *answers: str | None, told: int = 0, sign: str = "tag", gap: int = 1, lines: int = 0, at: int = 1,
    pronouns: tuple[str | None, str | None] = (None, None),
) -> Cast:
    """Jim calls Barbecue once for each of the answers; ``told``: how often the telling has the name; ``at``: where the
    name stands in the speech."""
    quotes: list[Quote] = []
    mentions = [Mention(900 + number, 0, 8) for number in range(told)]
    for number, speaker in enumerate(answers):
        place = 10 * number
        mentions.append(Mention(place, at, at + 8))
        quotes += [Quote(place, 0, 40, "Jim", "tag", 1.0), Quote(place + gap, 0, 40, speaker, sign, 1.0)]
    people = (
        Character("Jim", lines=9), Character("Silver", lines=9, pronouns=pronouns[0]), Character("Smollett", lines=9),
        Character(NAME, mentions=tuple(mentions), lines=lines, pronouns=pronouns[1]),
    )
    return Cast(people, tuple(quotes))


def found(cast: Cast) -> list[tuple[str, str, int]]:
    return [(each.called.name, each.person.name, each.times) for each in answered(cast, cast.characters)]


def test_the_one_who_answers_bears_the_name() -> None:
    assert found(called("Silver", "Silver", "Silver")) == [(NAME, "Silver", 3)]
    assert found(called("Silver", "Silver", "Silver", at=31)) == [(NAME, "Silver", 3)]  # "…, Barbecue"
    assert found(called("Silver", "Silver", "Silver", "Smollett", "Silver")) == [(NAME, "Silver", 4)]


def test_twice_is_chance_and_two_who_answer_are_nobody() -> None:
    assert not found(called("Silver", "Silver"))
    assert not found(called("Silver", "Silver", "Silver", "Smollett", "Smollett", "Smollett"))


def test_an_answer_that_is_guessed_or_far_off_or_the_same_speakers_tells_nothing() -> None:
    assert not found(called("Silver", "Silver", "Silver", sign="turn"))
    assert not found(called("Silver", "Silver", "Silver", gap=5))
    assert not found(called("Jim", "Jim", "Jim"))
    assert not found(called(None, None, None))


def test_a_name_spoken_of_is_no_call() -> None:
    assert not found(called("Silver", "Silver", "Silver", at=15))


def test_somebody_who_is_told_of_or_speaks_is_a_person_of_their_own() -> None:
    assert not found(called("Silver", "Silver", "Silver", told=4))
    assert not found(called("Silver", "Silver", "Silver", lines=2))
    assert not found(called(NAME, NAME, NAME))


def test_it_is_proposed_once_and_not_of_a_man_and_a_woman() -> None:
    asked = proposals(called("Silver", "Silver", "Silver"), CastDecisions())
    assert [(each.one, each.other) for each in asked] == [("Silver", NAME)]
    assert asked[0].reason == "Called “Barbecue”, it is Silver who answers, 3 times."
    assert not proposals(called("Silver", "Silver", "Silver", pronouns=("he", "she")), CastDecisions())
