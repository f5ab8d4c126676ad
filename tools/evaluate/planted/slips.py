# SPDX-License-Identifier: GPL-3.0-or-later
"""Words spelt wrong: by finger, by ear, and as people are known to spell them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tools.evaluate.planted.making import Made, Maker, swap, words

_WORD = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _KEYS for at, key in enumerate(row)}
_EAR = (
    ("ph", "f"), ("tion", "shun"), ("ight", "ite"), ("ough", "off"), ("ence", "ance"), ("ance", "ence"), ("ible",
    "able"),
    ("able", "ible"), ("ei", "ie"), ("ie", "ei"), ("ea", "ee"), ("ous", "us"), ("ck", "k"), ("wh", "w"), ("kn", "n"),
    ("ary", "ery"), ("sc", "s"), ("tch", "ch"), ("ai", "ay"), ("cei", "ci"), ("dge", "ge"), ("gue", "ge"),
)  # fmt: skip
_COMMON = {
    "received": "recieved", "believe": "beleive", "friend": "freind", "weird": "wierd", "definitely": "definately",
    "separate": "seperate", "tomorrow": "tommorow", "beginning": "begining", "really": "realy", "finally": "finaly",
    "usually": "usualy", "probably": "probly", "until": "untill", "which": "wich", "because": "becuase",
    "surprise": "suprise", "surprised": "suprised", "remember": "rember", "strength": "strenght", "height": "heigth",
    "business": "buisness", "immediately": "immediatly", "embarrassed": "embarassed", "occurred": "occured",
    "argument": "arguement", "necessary": "neccessary", "interesting": "intresting", "different": "diffrent",
    "completely": "completly", "suddenly": "suddenley", "disappeared": "dissapeared", "appeared": "appeard",
    "stomach": "stomache", "thought": "thougt", "through": "throught", "enough": "enought", "laughed": "laughted",
    "whispered": "wispered", "shoulder": "sholder", "truly": "truely", "grateful": "greatful", "grabbed": "grabed",
    "stopped": "stoped", "dropped": "droped", "writing": "writting", "coming": "comming", "heard": "heared",
    "across": "accross", "against": "agianst", "among": "amoung", "always": "allways", "almost": "allmost",
    "together": "togther", "another": "anouther", "careful": "carefull", "beautiful": "beautifull", "people": "poeple",
    "minute": "minuet", "exactly": "exactley", "towards": "twords", "toward": "torward", "someone": "somone",
}  # fmt: skip
_SPLIT = (
    "something someone somewhere sometimes everything everyone anything anyone nothing himself herself myself itself"
    " themselves without inside outside into upstairs downstairs afternoon everybody somebody nobody however bedroom"
    " tonight today grandmother headache meanwhile"
).split()


def _typo(change: Callable[[str, int, random.Random], str]) -> Maker:
    def make(text: str, chance: random.Random) -> Made | None:
        found = list(_WORD.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        word = match.group()
        new = change(word, chance.randrange(1, len(word) - 1), chance)
        return None if new == word else (match.start(), match.end(), new)

    return make


def _halve(match: re.Match[str]) -> str:
    return match.group()[1:]


def _ear(text: str, chance: random.Random) -> Made | None:
    places = [(m, a, b) for m in _WORD.finditer(text) for a, b in _EAR if a in m.group()]
    if not places:
        return None
    match, old, new = chance.choice(places)
    return match.start(), match.end(), match.group().replace(old, new, 1)


def _beside(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + chance.choice(_BESIDE[word[at]]) + word[at + 1 :]


def _cut(match: re.Match[str]) -> str:
    word = match.group()
    for head in ("some", "every", "any", "no", "him", "her", "my", "it", "them", "with", "in", "out", "up", "down"):
        if word.startswith(head):
            return f"{head} {word[len(head):]}"
    half = {"afternoon": 5, "however": 3, "bedroom": 3, "tonight": 2, "today": 2, "grandmother": 5, "headache": 4}
    at = half.get(word, 4)
    return f"{word[:at]} {word[at:]}"


KINDS: dict[str, Maker] = {
    "key beside": _typo(_beside),
    "letter left out": _typo(lambda word, at, _: word[:at] + word[at + 1 :]),
    "letter doubled": _typo(lambda word, at, _: word[:at] + word[at] + word[at:]),
    "letters turned": _typo(lambda word, at, _: word[:at] + word[at + 1] + word[at] + word[at + 2 :]),
    "extra letter": _typo(lambda word, at, chance: word[:at] + chance.choice(_BESIDE[word[at]]) + word[at:]),
    "double letter halved": swap(r"(?<=[a-z]{2})([bdfglmnprst])\1(?=[a-z]{2})", _halve),
    "by ear": _ear,
    "as people spell it": words(_COMMON),
    "word in two": swap(r"\b(?:" + "|".join(_SPLIT) + r")\b", _cut),
    "two words in one": words({"a lot": "alot", "all right": "allright", "each other": "eachother", "no one": "noone",
                               "in fact": "infact", "at least": "atleast", "as well": "aswell", "in front": "infront",
                               "thank you": "thankyou", "high school": "highschool", "even though": "eventhough"}),
    "sentence’s first word": swap(r"(?<=[a-z]\. )[A-Z][a-z]{5,}(?= [a-z])",
                                  lambda m: m.group()[:2] + m.group()[3] + m.group()[2] + m.group()[4:]),
}  # fmt: skip
