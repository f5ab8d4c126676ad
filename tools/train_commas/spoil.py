# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoils the commas of edited prose: some taken away, some put where none was, some in the place of a full stop.

A text is spoilt lightly, so that around each changed place it reads, and is parsed, as a draft with one error would.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

_COMMA = re.compile(r"(?<=[\w’']), (?=[\w’'])")
_SEMICOLON = re.compile(r"(?<=[\w’']); (?=[\w’'])")
_STOP = re.compile(r"(?<=[a-z]{2})\. (?=[A-Z][a-z’']* |I |A )")
_SPACE = re.compile(r"(?<=[\w’'])(?<!\bMr|\bDr) (?=[\w’'])")
_TEMPTING = re.compile(
    r"(?:that|than|to|of|in|on|with|for|from|at|is|was|had|would|could|and|because|when|while|as|if|into|by|about|like)\b"
)
_AFTER = re.compile(r"\b(?:and|but|so|that|because|then|though|although)$")

CHANCES: dict[str, dict[str, float]] = {
    "draft": {
        "delete": 0.3, "insert": 0.006, "tempt": 0.04, "splice": 0.22, "run on": 0.12, "weaken": 0.2, "stop": 0.04,
    },
    "clean": dict.fromkeys(("delete", "insert", "tempt", "splice", "run on", "weaken", "stop"), 0.0),
}
"""How often each change is made at a place that allows it."""

_APART = 30
"""Characters between two changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done before the character ``at`` of the spoilt text; ``was``: the mark of the edited text there (""
    for none, "," ";" "."); ``weight``: one over the chance of the change.
    """

    at: int
    was: str
    weight: float


def spoil(
    text: str, capitals: Mapping[str, int], chance: random.Random, profile: str = "draft"
) -> tuple[str, dict[int, Change]]:
    """A spoilt paragraph, and its changes by the place where the word behind each begins.

    ``capitals``: words that are always written with a capital; ``profile``: which of :data:`CHANCES`.
    """
    made: list[tuple[int, int, str, str, float]] = []
    for start, end, new, was, weight in sorted(_wishes(text, capitals, chance, CHANCES[profile])):
        if not made or start > made[-1][1] + _APART:
            made.append((start, end, new, was, weight))
    parts: list[str] = []
    changes: dict[int, Change] = {}
    last = length = 0
    for start, end, new, was, weight in made:
        parts += [text[last:start], new]
        length += start - last + len(new)
        at = length - (0 if new.endswith(" ") else 1)
        changes[at] = Change(at, was, weight)
        last = end
    return "".join([*parts, text[last:]]), changes


def _wishes(
    text: str, capitals: Mapping[str, int], chance: random.Random, chances: Mapping[str, float]
) -> list[tuple[int, int, str, str, float]]:
    found: list[tuple[int, int, str, str, float]] = []

    def wish(kind: str, start: int, end: int, new: str, was: str) -> None:
        if chance.random() < chances[kind]:
            found.append((start, end, new, was, 1 / chances[kind]))

    for match in _COMMA.finditer(text):
        wish("stop", match.start(), match.end(), "; ", ",")
        wish("delete", match.start(), match.end(), " ", ",")
    for match in _SEMICOLON.finditer(text):
        wish("weaken", match.start(), match.end(), ", ", ";")
    for match in _STOP.finditer(text):
        word = re.split(r"\W", text[match.end() : match.end() + 24], maxsplit=1)[0]
        kept = word == "I" or word in capitals
        small = text[match.end()] if kept else text[match.end()].lower()
        wish("splice", match.start(), match.end() + 1, ", " + small, ".")
        wish("run on", match.start(), match.end() + 1, " " + small, ".")
    for match in _SPACE.finditer(text):
        tempting = _TEMPTING.match(text, match.end()) or _AFTER.search(text, max(0, match.start() - 9), match.start())
        wish("tempt" if tempting else "insert", match.start(), match.end(), ", ", "")
    return found
