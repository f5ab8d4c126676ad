# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a speech is spoken to."""

from __future__ import annotations

import pytest

from redraft.characters.address import addressed


@pytest.mark.parametrize(
    ("speech", "told"),
    [
        ("“Yes, sir.”", "he"), ("“No, ma’am, I never did.”", "she"), ("“Papa, look!”", "he"), ("“Come, my girl.”", "she"),
        ("“The sir was there.”", None), ("“Sir and Madam”", None), ("“Yes, sir. No, madam.”", None), ("“Miss it not.”", None),
        ("“Well.”", None), ("“Oh, mother, come!”", "she"),
    ],
)
def test_the_gender_of_who_is_spoken_to(speech: str, told: str | None) -> None:
    assert addressed(speech) == told
