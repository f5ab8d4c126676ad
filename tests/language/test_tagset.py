# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes and lemmas that follow from tag and form alone."""

import pytest

from redraft.language.tagset import closed_lemma, universal


@pytest.mark.parametrize(
    ("tag", "lower", "dep", "pos"),
    [
        ("VBD", "was", "ROOT", "AUX"), ("VBD", "had", "aux", "AUX"), ("VBD", "had", "ROOT", "VERB"),
        ("IN", "because", "mark", "SCONJ"), ("IN", "in", "prep", "ADP"), ("RB", "n't", "neg", "PART"),
        ("NNP", "anko", "nsubj", "PROPN"), ("??", "x", "", "X"),
    ],
)  # fmt: skip
def test_universal(tag: str, lower: str, dep: str, pos: str) -> None:
    assert universal(tag, lower, dep) == pos


@pytest.mark.parametrize(
    ("tag", "lower", "lemma"),
    [("MD", "'d", "would"), ("VBP", "are", "be"), ("VB", "walk", "walk"), ("VBD", "walked", None), ("NNS", "hats", None)],
)
def test_closed_lemma(tag: str, lower: str, lemma: str | None) -> None:
    assert closed_lemma(tag, lower) == lemma
