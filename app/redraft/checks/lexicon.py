# SPDX-License-Identifier: GPL-3.0-or-later
"""Small sets of words that rules are written with, and the word lists that lie in ``resources/words``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from redraft.places import resource


def words(text: str) -> frozenset[str]:
    """The words of a text parted by blanks, as a set."""
    return frozenset(text.split())


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists in ``resources/words/<name>.toml`` under their keys; each is a string of words parted by blanks.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    data = tomllib.loads(resource("words", f"{name}.toml").read_text(encoding="utf-8"))
    return {key: words(value) for key, value in data.items()}


SUBJECT_PRONOUNS = words("i he she we they")
BE = words("am is are was were be been being 'm 're 's")
HAVE = words("have has had having 've 'd")
MODALS = words("will would can could shall should may might must 'll ca wo")
DO = words("do does did")
COORDINATORS = words("and but or nor so yet for")
SUBORDINATORS = words(
    "after although as because before if once since than that though till unless until when whenever where whereas"
    " wherever whether which while who whom whose what how why like"
)
DETERMINERS = words("a an the this that these those my your his her its our their each every no some any")
