# SPDX-License-Identifier: GPL-3.0-or-later
"""How checks are declared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redraft.checks.check import Fires, Found, Quiet, check, example_marks, story_check
from redraft.checks.story import Passage


def silent(passage: Passage) -> Iterator[Found]:
    yield from ()


def test_a_check_takes_its_manual_from_its_module() -> None:
    made = check(id="some-rule", name="Some rule", category="other")(silent)
    assert made.manual == (__doc__ or "").strip()
    assert not made.headings and not made.sure


@pytest.mark.parametrize("id", ["Some-Rule", "some_rule", "rule-", "", "rule1"])
def test_an_id_is_words_joined_by_hyphens(id: str) -> None:
    with pytest.raises(ValueError, match="hyphens"):
        check(id=id, name="x", category="other")
    with pytest.raises(ValueError, match="hyphens"):
        story_check(id=id, name="x", category="other")


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(ValueError, match="no such category"):
        check(id="some-rule", name="x", category="grammar")


def test_an_example_knows_its_marked_place() -> None:
    one = Fires("He ⟦ran ran⟧ home.", "ran")
    assert one.plain == "He ran ran home."
    assert one.plain[slice(*one.span)] == "ran ran"


def test_an_examples_mark_becomes_an_engines() -> None:
    assert example_marks("comma", Quiet("He ran.")) == ()
    (tagger,) = example_marks("comma", Fires("He ⟦ran⟧.", "ran,", mark="A_,"))
    (harper,) = example_marks("comma", Fires("He ⟦ran⟧.", "ran,", mark="Typo/Some"))
    assert (tagger.engine, tagger.rule, tagger.message) == ("tagger", "A_,", "comma")
    assert harper.engine == "harper"
