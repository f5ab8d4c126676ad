# SPDX-License-Identifier: GPL-3.0-or-later
"""What may change an attribute on the way, and what only sounds so."""

from __future__ import annotations

import pytest

from redraft.continuity.changes import changes
from tests.continuity.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna had dyed her hair.", "hair"), ("She wore contact lenses over her eyes.", "eyes"), ("He sold the car.", "car"),
        ("He was sacked in May.", "job"), ("He became a baker.", "job"), ("They moved house.", "home"), ("The arm had healed.", "injury"),
        ("She divorced him.", "family"), ("He had grown two inches.", "height"), ("She lost ten pounds.", "build"),
        ("He learned to write anew.", "hand"), ("They buried the dog.", "pet"), ("She was promoted.", "rank"),
    ],
)
def test_words_of_change(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in changes(analyse(text)[0])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He sat on the steps.", "family"), ("It became dark, and he fired twice.", "job"), ("He grew pale.", "height"),
        ("He held it in both hands.", "hand"), ("The eclipse transformed the sky.", "eyes"), ("He dyed the wool.", "hair"),
    ],
)
def test_words_that_only_sound_so(analyse: Analyse, text: str, kind: str) -> None:
    assert kind not in changes(analyse(text)[0])
