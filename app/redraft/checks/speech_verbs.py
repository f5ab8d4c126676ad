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
    "stick": "stuck", "lie": "lied", "beseech": "besought", "grind": "ground", "weep": "wept", "ring": "rang",
    "strike": "struck", "crow": "crowed", "shoot": "shot", "feel": "felt", "hear": "heard", "find": "found",
    "make": "made", "come": "came", "bring": "brought", "fling": "flung", "become": "became", "get": "got",
    "keep": "kept", "swing": "swung", "thrust": "thrust", "slide": "slid", "creep": "crept", "see": "saw",
    "lead": "led", "catch": "caught", "hang": "hung", "cast": "cast", "send": "sent", "spring": "sprang",
    "sweep": "swept", "wring": "wrung", "blow": "blew", "dig": "dug", "hide": "hid", "show": "showed",
    "drive": "drove", "tear": "tore",
}  # fmt: skip
_DOUBLED = words(
    "blur nod grin stop drop grab drag pat tap slam shrug hug step chat beg quip slur rub rip skip hum sob sip tug nag"
    " admit snap slip plop flop wrap hop sag wag jut rap tut trot clap cut concur demur flip zip unzip whip plod trip"
    " jog squat chip bar fret prod tag jot yap yip"
)
_VOWELS = frozenset("aeiou")


@cache
def saying(word: str) -> Saying | None:
    """What the verb form ``word`` (lower case; past, or present of the third person) does beside a speech.

    None for words that are no such form of a listed verb.
    """
    return _forms().get(word)


def plain_saying(word: str) -> Saying | None:
    """As :func:`saying`, for a verb in its base form, as "I" and "they" have it in the present."""
    return _bases().get(word)


def is_look(word: str) -> bool:
    """Whether the verb form is a look or a small gesture ("smiled") that some authors do let tag a speech."""
    return word in _looks()


@cache
def _bases() -> dict[str, Saying]:
    lists = word_lists("speech_verbs")
    known = dict.fromkeys(lists["never"] | lists["looks"], Saying.NEVER)
    return known | dict.fromkeys(lists["both"], Saying.BOTH) | dict.fromkeys(lists["pure"], Saying.PURE)


@cache
def _forms() -> dict[str, Saying]:
    forms: dict[str, Saying] = {}
    for base, kind in sorted(_bases().items(), key=lambda each: list(Saying).index(each[1]), reverse=True):
        forms.update(dict.fromkeys((past(base), third_person(base)), kind))
    return forms


@cache
def _looks() -> frozenset[str]:
    return frozenset(form for base in word_lists("speech_verbs")["looks"] for form in (base, past(base),
                                                                                     third_person(base)))


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
    if base.endswith(("s", "sh", "ch", "x", "o", "z")):
        return base + ("zes" if base == "quiz" else "es")
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"
