# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of words."""

import pytest

from redraft.language.inflection import inflect, lemma, reinflected


@pytest.mark.parametrize(
    ("base", "tag", "form"),
    [
        ("shake", "VBD", "shook"), ("walk", "VBD", "walked"), ("be", "VBZ", "is"), ("lie", "VBD", "lay"),
        ("take", "VBN", "taken"), ("run", "VBG", "running"), ("box", "NNS", "boxes"), ("quick", "JJR", "quicker"),
        ("go", "VB", "go"), ("be", "NNS", None),
    ],
)  # fmt: skip
def test_inflect(base: str, tag: str, form: str | None) -> None:
    assert inflect(base, tag) == form


def test_lemma() -> None:
    assert lemma("Shook", "VERB") == "shake"
    assert lemma("children", "NOUN") == "child"


def test_capitals_are_kept() -> None:
    assert reinflected("Shakes", "VERB", "VBD") == "Shook"
    assert reinflected("WALKS", "VERB", "VBD") == "WALKED"
    assert reinflected("walks", "VERB", "VBD") == "walked"
