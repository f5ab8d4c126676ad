# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips of fingers and ear: how a word comes out wrong. Models for measuring; the checks know nothing of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Slip = Callable[[str, random.Random], str | None]
"""Makes of a lower-case word a wrong one; None where it finds no place for its kind of slip."""

_BESIDE = {
    "q": "wa",
    "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
    "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli", "l": "kop",
    "z": "xas", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nj",
}  # fmt: skip
_SOUNDS = (
    ("ie", "ei"), ("ei", "ie"), ("ance", "ence"), ("ence", "ance"), ("ant$", "ent"), ("ent$", "ant"), ("able$", "ible"),
    ("ible$", "able"), ("itely$", "ately"), ("ately$", "atly"), ("ely$", "ly"), ("ally$", "aly"), ("ally$", "ly"),
    ("(?<=[aeiou])lly$", "ly"), ("ful$", "full"), ("fully$", "fuly"), ("gh(?=t)", ""), ("ght", "gth"), ("^wh", "w"),
    ("^kn", "n"), ("(?<=[a-z]{2})mb$", "m"), ("sc(?=[ei])", "s"), ("sc(?=[ei])", "c"), ("c(?=[ei])", "s"), ("ph", "f"),
    ("tion", "sion"), ("ssion", "tion"), ("cious", "tious"), ("tious", "cious"), ("ious", "ous"), ("ous$", "us"),
    ("eous", "ious"), ("ary$", "ery"), ("ery$", "ary"), ("or$", "er"), ("er$", "or"), ("ar$", "er"), ("ure$", "er"),
    ("ea", "ee"), ("ee", "ea"), ("ea(?=[dlnt])", "e"), ("ou(?=[lr])", "o"), ("ai", "ia"), ("ai", "ei"), ("au", "ua"),
    ("ui", "iu"), ("(?<=[a-z])e(?=ment$)", ""), ("(?<=[bcdgklmnprtvz])(?=ing$)", "e"), ("ying$", "ing"),
    ("ied$", "yed"), ("ies$", "ys"), ("(?<=[a-z]{3})e(?=d$)", ""), ("dge", "ge"), ("tch", "ch"), ("ck(?=[a-z])", "k"),
    ("qu", "q"), ("x(?=c)", ""), ("(?<=e)x(?=[aeh])", "gz"), ("(?<=[a-z])ough$", "uff"), ("ual", "uel"),
    ("tle$", "tel"),
    ("(?<=[dtbp])le$", "el"),
    ("(?<=[a-z])er(?=[aeiou])", "r"), ("y(?=[mnst])", "i"), ("per", "pre"), ("pre", "per"),
    ("(?<=[a-z]{2})e(?=[lnrt][aei])", "a"),
    ("(?<=[a-z]{2})a(?=[lnrt][aei])", "e"), ("(?<=[a-z]{2})i(?=[lnrt][aei])", "e"),
    ("(?<=[a-z]{2})o(?=[lnrt][aei])", "a"), ("s(?=e$)", "z"), ("nd", "n"), ("mn", "m"), ("rh", "r"),
    ("ch(?=[rl])", "c"),
)  # fmt: skip
_COMPILED = [(re.compile(pattern), new) for pattern, new in _SOUNDS]
_FILE = Path(__file__).resolve().parent / "data" / "misspellings.txt"


def near_key(word: str, chance: random.Random) -> str | None:
    """A key beside the right one; rarely the first."""
    at = chance.randrange(0 if chance.random() < 0.1 else 1, len(word))
    beside = _BESIDE.get(word[at])
    return word[:at] + chance.choice(beside) + word[at + 1 :] if beside else None


def extra_key(word: str, chance: random.Random) -> str | None:
    """A neighbouring key struck as well."""
    at = chance.randrange(1, len(word))
    beside = _BESIDE.get(word[at])
    return word[:at] + chance.choice(beside) + word[at:] if beside else None


def dropped(word: str, chance: random.Random) -> str | None:
    """A letter left out, not the first."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def transposed(word: str, chance: random.Random) -> str | None:
    """Two letters the wrong way round."""
    at = chance.randrange(0 if chance.random() < 0.1 or len(word) < 3 else 1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if word[at] != word[at + 1] else None


def doubled(word: str, chance: random.Random) -> str | None:
    """A letter twice."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def halved(word: str, chance: random.Random) -> str | None:
    """One of two equal letters."""
    places = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
    at = chance.choice(places) if places else 0
    return word[:at] + word[at + 1 :] if at else None


def by_ear(word: str, chance: random.Random) -> str | None:
    """As it sounds."""
    fitting = [(pattern, new) for pattern, new in _COMPILED if pattern.search(word)]
    if not fitting:
        return None
    pattern, new = chance.choice(fitting)
    match = chance.choice(list(pattern.finditer(word)))
    return word[: match.start()] + new + word[match.end() :]


SLIPS: Mapping[str, Slip] = {
    "near key": near_key, "extra key": extra_key, "dropped": dropped, "transposed": transposed, "doubled": doubled,
    "halved": halved, "by ear": by_ear,
}  # fmt: skip
"""The models by name."""


@cache
def people_write(half: str) -> Mapping[str, tuple[str, ...]]:
    """How people misspell certain words: right form to wrong ones. ``half``: "develop" or "measure"."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif " = " in line and not line.startswith("#") and section == half:
            wrong, right = line.split(" = ")
            found.setdefault(right, []).append(wrong)
    return {right: tuple(wrong) for right, wrong in found.items()}
