# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot both be true, and what can."""

from __future__ import annotations

import pytest

from redraft.characters.cast import Cast, cast
from redraft.continuity.conflicts import Conflict, conflicts
from tests.continuity.conftest import Analyse

OPENING = (
    "“Come,” said Anna Reed. Anna took her coat and Anna left her house. “No,” said Tom Lake, and Tom shook his head."
)


def found(analyse: Analyse, *paragraphs: str) -> list[Conflict]:
    read = analyse(OPENING, *paragraphs)
    ids, scenes = list(range(20, 20 + len(read))), [1] * len(read)
    return conflicts(ids, read, scenes, cast(ids, read, scenes))


def test_two_colours_of_eyes(analyse: Analyse) -> None:
    (conflict,) = found(analyse, "Anna’s green eyes shone.", "Tom sat.", "Anna turned. Her brown eyes were wet.")
    assert (conflict.kind, conflict.subject) == ("attribute", "Anna Reed")
    assert conflict.message == "Anna Reed’s eyes differ: “green eyes” and “brown eyes”, both in scene 1."
    assert [(each.paragraph, each.start, each.end, each.text) for each in conflict.places] == [
        (21, 7, 17, "green eyes"), (23, 17, 27, "brown eyes"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Anna’s green eyes shone.", "Tom’s brown eyes shone."), ("Anna had brown hair.", "Anna’s dark hair was wet."),
        ("Anna had brown hair.", "Anna dyed her hair. Anna’s red hair shone."), ("Anna’s green eyes.", "Anna’s green eyes."),
        ("Anna had blond hair.", "Anna’s hair was white."), ("Anna’s blue eyes.", "Anna’s grey eyes."),
        ("Anna’s blue eyes shone.", "Anna’s eyes were like brown stones."), ("Anna was nine.", "Anna was ten."),
    ],
)
def test_what_can_both_be_true(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert found(analyse, *texts) == []


def test_a_term_spelled_two_ways_names_both(analyse: Analyse) -> None:
    (conflict,) = found(analyse, "They left Konoha. She saw Konoha. He loved Konoha. Then they saw Konohah.")
    assert (conflict.kind, conflict.subject) == ("term", "Konoha")
    assert [each.text for each in conflict.places] == ["Konohah", "Konoha"]


def test_two_weekdays_of_one_scene(analyse: Analyse) -> None:
    (conflict,) = found(analyse, "It was Monday.", "Tom sat.", "Anna yawned. It was Tuesday.")
    assert (conflict.kind, [each.text for each in conflict.places]) == ("time", ["Monday", "Tuesday"])


def test_front_matter_is_not_read(analyse: Analyse) -> None:
    read = analyse("Konohah, a tale", "They left Konoha. She saw Konoha. He loved Konoha. We saw Konoha.")
    assert conflicts([1, 2], read, [0, 1], Cast()) == []


def test_sequences_out_of_step_are_refused(analyse: Analyse) -> None:
    with pytest.raises(ValueError, match="one id and one scene"):
        conflicts([1], analyse("Tom sat.", "Tom rose."), [1, 1], Cast())


def test_nothing_has_no_conflicts() -> None:
    assert conflicts([], [], [], Cast()) == []
