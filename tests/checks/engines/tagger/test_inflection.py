# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of verbs and nouns, also where lemminflect's first answer is not the story's."""

from __future__ import annotations

import pytest

from redraft.checks.engines.tagger.inflection import is_past, noun, verb


@pytest.mark.parametrize(
    ("form", "name", "wanted"),
    [
        ("drived", "past", "drove"),
        ("lay", "participle", "laid"),
        ("lie", "participle", "lain"),
        ("hang", "past", "hung"),
        ("begun", "past", "began"),
        ("tying", "base", "tie"),
        ("stop", "ing", "stopping"),
    ],
)
def test_verb_forms(form: str, name: str, wanted: str) -> None:
    """Strong verbs, doubled letters, verbs with two pasts."""
    forms = verb(form)
    assert forms is not None
    assert forms[name] == wanted


def test_what_is_no_verb_has_no_forms() -> None:
    """A mark has none."""
    assert verb("…") is None


def test_noun_forms() -> None:
    """Irregular plurals both ways."""
    assert noun("knives") == {"singular": "knife", "plural": "knives"}
    assert noun("foot") == {"singular": "foot", "plural": "feet"}


def test_pasts_are_known() -> None:
    """A past is told from a base."""
    assert is_past("went")
    assert not is_past("go")
