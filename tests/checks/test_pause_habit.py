# SPDX-License-Identifier: GPL-3.0-or-later
"""The comma behind "well" and "yes", as a story's habit."""

from __future__ import annotations

from redraft.checks.pause_habit import pause_commas


def test_the_share_of_pauses_with_their_comma() -> None:
    with_comma, without = '"Well, I think so."', '"Yes it\'s late," he said.'
    assert pause_commas([with_comma] * 12 + [without] * 4) == 0.75
    assert pause_commas([without] * 20) == 0.0


def test_a_few_places_make_no_habit() -> None:
    assert pause_commas(['"Well, I think so."'] * 14) is None


def test_other_words_do_not_count() -> None:
    assert pause_commas(['"Well done, you."', '"No one knows."', "Well I knew it."] * 20) is None
