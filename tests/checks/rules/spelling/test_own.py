# SPDX-License-Identifier: GPL-3.0-or-later
"""What a story makes its own."""

from redraft.checks.rules.spelling.own import is_own, story_words, times
from redraft.checks.story import StoryFacts

STORY = StoryFacts(
    counts={"chakra": 30, "zorblat": 14, "zorblats": 2, "kunaix": 2, "eyess": 1, "eyes": 90, "skygrove": 1},
    capital_counts={"konoha": 2}, names=frozenset({"Anko"}), own_words=frozenset({"jutsu"}), words=4000,
)  # fmt: skip


def test_by_use_as_a_name_or_by_the_authors_word() -> None:
    own = [each for each in ("zorblat", "kunaix", "eyess", "konoha", "anko", "jutsu") if is_own(each, STORY)]
    assert own == ["zorblat", "konoha", "anko", "jutsu"]


def test_the_plural_counts_for_the_word() -> None:
    assert times("zorblats", STORY) == 16 and times("kunaix", STORY) == 2


def test_words_used_often_may_be_what_a_rare_one_means() -> None:
    found = story_words(STORY)
    assert dict(found.often) == {"zorblat": 14} and found.names == {"anko"} and found.joined > 0


def test_another_story_has_other_words() -> None:
    assert story_words(STORY) is story_words(STORY)
    assert story_words(StoryFacts()).often == {}
