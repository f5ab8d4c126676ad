# SPDX-License-Identifier: GPL-3.0-or-later
"""Two words run together; the check's examples cover the plain cases."""

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("He asked about it everyday after school.", "every day"), ("Everyday she came by.", "Every day"),
        ("She had not slept in awhile.", "a while"), ("They wanted to breakdown the door.", "break down"),
        ("He didn’t backup his claim.", "back up"),
    ],
)  # fmt: skip
def test_they_are_parted(say: Say, text: str, fix: str) -> None:
    assert [each.suggestions for each in say("joined-words", text)] == [(fix,)]


@pytest.mark.parametrize("text", ["Stay awhile.", "An everyday hero.", "They drove to pickup number two.", "The breakdown came."])
def test_nouns_and_adverbs_stay(say: Say, text: str) -> None:
    assert say("joined-words", text) == []
