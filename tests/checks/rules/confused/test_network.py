# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: what it reads of a text, and what it prefers."""

from __future__ import annotations

import numpy as np
import pytest

from redraft.checks.rules.confused.features import pieces
from redraft.checks.rules.confused.network import REACH, SPECIAL, Network, load_network


@pytest.fixture(scope="module")
def network() -> Network:
    found = load_network()
    assert found is not None
    return found


def _margin(network: Network, text: str, written: str, other: str) -> float:
    found = pieces(text)
    at = next(number for number, each in enumerate(found) if each.text == written)
    return network.margin(network.fits(network.numbers(found, text), [at])[0], written, other)


@pytest.mark.parametrize(
    ("text", "written", "other"),
    [
        ("He did not no what to do about it.", "no", "know"),
        ("They lost there way in the dark wood.", "there", "their"),
        ("She took a deep breathe and looked at him.", "breathe", "breath"),
        ("The knight drew his sward and charged.", "sward", "sword"),
    ],
)
def test_the_right_word_is_preferred(network: Network, text: str, written: str, other: str) -> None:
    assert _margin(network, text, written, other) > 1
    assert _margin(network, text.replace(written, other), other, written) < -1


def test_the_word_itself_is_not_read(network: Network) -> None:
    one, other = (pieces(f"He lost {word} way in the wood.") for word in ("their", "there"))
    text = "He lost their way in the wood."
    rows = [network.fits(network.numbers(each, text), [2])[0] for each in (one, other)]
    assert np.allclose(*rows)


def test_words_outside_the_vocabulary_are_read_by_their_kind() -> None:
    words = [*SPECIAL, "the"]
    network = Network({}, words, {})
    text = "Zorblat's qwexing the 12 Zorblat qwexly qwex"
    read = [words[each] for each in network.numbers(pieces(text), text)]
    assert read == ["<s>", "<ing>", "the", "<#>", "<N>", "<ly>", "<?>"]


def test_places_of_one_text_are_judged_as_one_by_one(network: Network) -> None:
    text = "Their " * (2 * REACH) + "dog was there, and there was nobody."
    found = pieces(text)
    numbers = network.numbers(found, text)
    places = [0, 5, len(found) - 4]
    assert np.allclose(network.fits(numbers, places), [network.fits(numbers, [each])[0] for each in places], atol=1e-3)
