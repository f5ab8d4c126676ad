# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that four in five ten-year-olds know (Dale and Chall, 1948), as the textstat package lists them."""

from __future__ import annotations

from functools import cache

from redraft.places import resource

_ENDINGS = (
    ("'s", ("",)), ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")),
    ("er", ("", "e")), ("est", ("", "e")), ("ier", ("y",)), ("iest", ("y",)), ("ly", ("", "le")), ("ily", ("y",)),
)  # fmt: skip


def is_easy(word: str) -> bool:
    """Whether a lower-case word is on the list; a number is easy."""
    return word in _list() or not any(each.isalpha() for each in word)


def is_easy_in_some_form(word: str) -> bool:
    """Whether a lower-case word is on the list or a regular form of one that is ("waited", "boxes", "softly")."""
    if is_easy(word):
        return True
    for ending, restored in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and any(is_easy(stem + each) for each in restored):
            return True
        if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and is_easy(stem[:-1]):
            return True
    return False


@cache
def _list() -> frozenset[str]:
    lines = resource("words", "easy.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
