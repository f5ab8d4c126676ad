# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that ask for one small word and not another: ``resources/words/governed.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redraft.places import resource


@dataclass(frozen=True, slots=True)
class Custom:
    """``right``: what goes with the word, the most usual first; ``wrong``: what does not; ``wrong_before_persons``:
    what does not before him, her and their like, and may before other things."""

    right: tuple[str, ...]
    wrong: frozenset[str]
    wrong_before_persons: frozenset[str]

    def forbids(self, small: str, *, person: bool) -> bool:
        """Whether ``small`` is wrong here; ``person``: before me, him, her, us or them."""
        return small in self.wrong or (person and small in self.wrong_before_persons)


@cache
def customs(part: str) -> Mapping[str, Custom]:
    """The table's part: "words" as they stand, "verbs" by lemma, "objects" by lemma of the verb before an object.

    Raises:
        OSError, ValueError, KeyError: where the table is missing or damaged.
    """
    table = tomllib.loads(resource("words", "governed.toml").read_text("utf-8"))[part]
    return {word: _custom(told) for words, told in table.items() for word in words.split()}


def _custom(told: str) -> Custom:
    right, _, wrong = (each.split() for each in told.partition("|"))
    starred = frozenset(each.removesuffix("*") for each in wrong if each.endswith("*"))
    return Custom(tuple(right), frozenset(each for each in wrong if not each.endswith("*")), starred)
