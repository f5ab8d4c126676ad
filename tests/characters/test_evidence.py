# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs of a person, and signs against one."""

from __future__ import annotations

import pytest

from redraft.characters.evidence import Evidence, is_vocative
from redraft.characters.names import find_names
from tests.characters.conftest import Analyse


def seen(analyse: Analyse, text: str) -> Evidence:
    return find_names(analyse(text + " He saw Maren.")).evidence["Maren",]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("“Yes,” said Maren.", "says"), ("Maren nodded.", "acts"), ("It was Maren’s voice.", "owns_body"),
        ("He told Maren all.", "addressed"), ("He met Captain Maren.", "titled"), ("He met Maren-san.", "honoured"),
        ("“Come, Maren,” he said.", "vocative"), ("He was called Maren.", "named"), ("They lived in Maren.", "placed"),
        ("It was the Maren.", "determined"), ("It was his Maren.", "owned"),
    ],
)
def test_signs(analyse: Analyse, text: str, sign: str) -> None:
    assert getattr(seen(analyse, text), sign) == 1
    assert getattr(seen(analyse, "It rained."), sign) == 0


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("“Maren, come.”", True), ("“Come, Maren.”", True), ("“Maren!”", True), ("“I saw Maren.”", False),
        ("“Maren’s here,” he said.", False), ("“Tom, Maren, and Ida.”", False), ("He said to Maren, “No.”", False),
    ],
)
def test_vocatives(analyse: Analyse, text: str, called: bool) -> None:
    read = analyse(text, "He saw Maren. Maren saw him.")
    chain = next(each for each in find_names(read).chains if each.words == ("Maren",) and each.paragraph == 0)
    assert (chain.speech and is_vocative(read[0], chain)) == called
