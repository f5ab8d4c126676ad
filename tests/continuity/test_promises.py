# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paragraph says is to come, and when."""

from __future__ import annotations

import pytest

from redraft.continuity.promises import promises
from tests.continuity.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "event", "ahead", "weekday", "minutes"),
    [
        ("“The wedding is tomorrow,” she said.", "wedding", 1, None, None),
        ("“The trial was set for Monday,” she said.", "trial", None, 0, None),
        ("“The ferry sails at half past five,” she said.", "ferry at", 0, None, 330),
        ("“The match is in three days,” she said.", "match", 3, None, None),
        ("“Tom is leaving for good on Friday,” she said.", "leaving", None, 4, None),
        ("“My wedding is the day after tomorrow,” she said.", "wedding", 2, None, None),
    ],
)
def test_what_is_to_come(
    analyse: Analyse, text: str, event: str, ahead: int | None, weekday: int | None, minutes: int | None,
) -> None:
    (found,) = promises(analyse(text)[0])
    assert (found.event, found.ahead, found.weekday, found.minutes) == (event, ahead, weekday, minutes)


def test_whose_event_it_is(analyse: Analyse) -> None:
    mine, the = promises(analyse("“My wedding is tomorrow, and the trial is tomorrow,” she said.")[0])
    assert (mine.who, the.who) == ("my", "")


@pytest.mark.parametrize(
    "text",
    ["The wedding was lovely.", "The train left at six hundred miles an hour.", "He will not leave tomorrow.", "If he is leaving tomorrow, say so."],
)
def test_what_promises_nothing(analyse: Analyse, text: str) -> None:
    assert promises(analyse(text)[0]) == ()
