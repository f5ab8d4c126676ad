# SPDX-License-Identifier: GPL-3.0-or-later
"""Which verbs can tag a speech, in the forms that a tag takes ("said", "says", "say")."""

from __future__ import annotations

from enum import Enum
from functools import cache

from redraft.checks.lexicon import word_lists, words


class Saying(Enum):
    """What a verb does beside a speech; see ``resources/words/speech_verbs.toml``."""

    PURE = "pure"
    BOTH = "both"
    NEVER = "never"


_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "go": "went", "begin": "began", "break": "broke",
    "speak": "spoke",
    "read": "read", "write": "wrote", "sing": "sang", "swear": "swore", "spit": "spat", "put": "put", "bid": "bade",
    "burst": "burst", "stand": "stood", "sit": "sat", "rise": "rose", "run": "ran", "stride": "strode", "leap": "leapt",
    "take": "took", "hold": "held", "throw": "threw", "shut": "shut", "shake": "shook", "hit": "hit", "drink": "drank",
    "eat": "ate", "light": "lit", "spin": "spun", "sink": "sank", "fall": "fell", "bite": "bit", "leave": "left",
    "give": "gave", "lay": "laid", "set": "set", "draw": "drew", "bend": "bent", "kneel": "knelt", "lean": "leaned",
    "stick": "stuck", "lie": "lied",
}  # fmt: skip
_DOUBLED = words(
    "blur nod grin stop drop grab drag pat tap slam shrug hug step chat beg quip slur rub rip skip hum sob sip tug nag"
)
_VOWELS = frozenset("aeiou")


@cache
def saying(word: str) -> Saying | None:
    """What the verb form ``word`` (lower case; past or present) does beside a speech; None for other words."""
    return _forms().get(word)


@cache
def _forms() -> dict[str, Saying]:
    lists = word_lists("speech_verbs")
    forms: dict[str, Saying] = {}
    for kind in (Saying.NEVER, Saying.BOTH, Saying.PURE):
        for base in lists[kind.value]:
            forms.update(dict.fromkeys((past(base), third_person(base)), kind))
    return forms


def past(base: str) -> str:
    """The past form of a verb of these lists."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def third_person(base: str) -> str:
    """The form with -s of a verb of these lists."""
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"
