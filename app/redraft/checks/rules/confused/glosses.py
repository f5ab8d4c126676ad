# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence under a confused word: what each of the two means."""

from __future__ import annotations

import tomllib
from functools import cache

from redraft.places import resource


def explain(written: str, better: str) -> str:
    """Why ``better`` and not ``written``, both in lower case, naming both; plain where no gloss is at hand."""
    meaning, other = _glosses().get(written), _glosses().get(better)
    if meaning and other:
        return f"“{_shown(written)}” is {meaning}; what fits here is “{_shown(better)}”: {other}."
    return f"“{_shown(written)}” does not fit here; “{_shown(better)}”, which looks or sounds like it, does."


def _shown(word: str) -> str:
    return word.replace("'", "’").replace("i’", "I’").replace("*", "")


@cache
def _glosses() -> dict[str, str]:
    glosses = tomllib.loads(resource("words", "glosses.toml").read_text("utf-8"))
    return {word: str(meaning).replace("*", "").replace("'", "’") for word, meaning in glosses.items()}
