# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search finds, and what replacing makes of it."""

from __future__ import annotations

import pytest

from redraft.ui.editor.searching import BadPattern, Hit, Query, hits, replace_all, replacement

TEXTS = [(0, "The cat sat. the Cat’s hat."), (1, "Concatenate. “Yes,” Mr.\u00a0X said.")]


def words(query: Query) -> list[str]:
    """The words found."""
    texts = dict(TEXTS)
    return [texts[each.index][each.start : each.end] for each in hits(query.compile(), TEXTS)]


def test_case_and_whole_words() -> None:
    assert words(Query("cat")) == ["cat", "Cat", "cat"]
    assert words(Query("cat", whole=True)) == ["cat", "Cat"]
    assert words(Query("Cat", case=True)) == ["Cat"]


def test_typography_is_forgiven_in_plain_searches() -> None:
    assert words(Query("cat's")) == ["Cat’s"]
    assert words(Query('"yes,"')) == ["“Yes,”"]
    assert words(Query("mr. x")) == ["Mr.\u00a0X"]


def test_a_plain_search_has_no_signs() -> None:
    assert words(Query("c.t")) == []
    assert words(Query("sat.")) == ["sat."]


def test_regular_expressions() -> None:
    assert words(Query(r"\b[ch]at\b", regex=True)) == ["cat", "Cat", "hat"]


def test_what_matches_nothing_is_no_hit() -> None:
    assert words(Query("x*", regex=True)) == ["X"]


def test_a_bad_expression_is_said_with_its_place() -> None:
    with pytest.raises(BadPattern, match="cannot be read at character 1"):
        Query("(cat", regex=True).compile()


def test_replacing_all_counts_and_leaves_the_rest() -> None:
    query = Query("cat", whole=True)
    changed, count = replace_all(query.compile(), query, TEXTS, r"dog\1")
    assert count == 2
    assert changed == {0: "The dog\\1 sat. the dog\\1’s hat."}


def test_groups_in_a_replacement() -> None:
    query = Query(r"(\w+) sat", regex=True)
    assert replacement(query.compile(), query, TEXTS[0][1], Hit(0, 4, 11), r"sat \1") == "sat cat"
    with pytest.raises(BadPattern, match="group"):
        replacement(query.compile(), query, TEXTS[0][1], Hit(0, 4, 11), r"\2")
