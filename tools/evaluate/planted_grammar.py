# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong forms put into clean text: had took, there was two, five minute, was surprise, laid down, between him and I.

The kinds have the shape of those in :mod:`tools.evaluate.inject` and can be planted along with them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Maker = Callable[[str, random.Random], tuple[int, int, str] | None]
_PAST = {"taken": "took", "written": "wrote", "broken": "broke", "fallen": "fell", "eaten": "ate", "come": "came",
         "begun": "began", "spoken": "spoke", "given": "gave", "thrown": "threw", "run": "ran"}  # fmt: skip
_BASE = {"see": "saw", "know": "knew", "find": "found", "come": "came", "want": "wanted", "hear": "heard",
         "feel": "felt", "look": "looked", "take": "took", "think": "thought"}  # fmt: skip
_ONE = {"men": "man", "women": "woman", "years": "year", "days": "day", "hours": "hour", "minutes": "minute",
        "boys": "boy", "girls": "girl", "weeks": "week", "doors": "door"}  # fmt: skip
_BARE = {"surprised": "surprise", "dressed": "dress", "forced": "force", "covered": "cover", "filled": "fill",
         "supposed": "suppose", "pleased": "please", "determined": "determine"}  # fmt: skip


def _swap(pattern: str, new: Callable[[re.Match[str]], str]) -> Maker:
    compiled = re.compile(pattern)

    def make(text: str, chance: random.Random) -> tuple[int, int, str] | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return match.start(), match.end(), new(match)

    return make


def _any(words: dict[str, str]) -> str:
    return "|".join(words)


KINDS: dict[str, Maker] = {
    "form: had took": _swap(rf"(?<=\bhad )({_any(_PAST)})\b", lambda m: _PAST[m[1]]),
    "form: did not saw": _swap(rf"(?<=\bdidn’t )({_any(_BASE)})\b", lambda m: _BASE[m[1]]),
    "form: to went": _swap(
        r"(?<=\bto )(go|see|take|come|give)(?= (?:to|the|him|her|it|back|out|up)\b)",
        lambda m: {"go": "went", "see": "saw", "take": "took", "come": "came", "give": "gave"}[m[1]],
    ),
    "form: was surprise": _swap(rf"(?<=\bwas )({_any(_BARE)})(?= (?:to|in|with|by|at)\b)", lambda m: _BARE[m[1]]),
    "form: laid down": _swap(
        r"(?<=\b[Hh]e )lay(?= (?:down|back|on|there|still|awake)\b)|(?<=\bI )lay(?= (?:down|back|on|there)\b)",
        lambda m: "laid",
    ),
    "agreement: there was": _swap(
        r"\b([Tt])here were(?= (?:two|three|four|five|many|several) [a-z]+s\b)", lambda m: f"{m[1]}here was"
    ),
    "agreement: the doors was": _swap(r"(?<=\b[Tt]he )([a-z]{3,}s) were\b", lambda m: f"{m[1]} was"),
    "agreement: he were": _swap(r"(?<=[.] )(He|She) was\b", lambda m: f"{m[1]} were"),
    "number: five minute": _swap(rf"(?<=\b(?:two|six|ten) )({_any(_ONE)})\b(?!’)", lambda m: _ONE[m[1]]),
    "number: one of his friend": _swap(
        r"\b([Oo]ne of (?:the|his|her) )([a-z]{4,})s(?= (?:had|was|in|on|of|to)\b)", lambda m: m[1] + m[2]
    ),
    "degree: more easier": _swap(
        r"\b(easier|larger|better|worse|stronger|happier|colder|harder|smaller)(?= (?:than|and)\b)",
        lambda m: f"more {m[1]}",
    ),
    "pronoun: between him and I": _swap(
        r"\b((?:between|with|for|to) (?:him|her|them|[A-Z][a-z]+) and )me\b", lambda m: m[1] + "I"
    ),
}
"""The kinds by name; each makes its error somewhere in a clean paragraph, or says that it finds no place for it."""
