# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a text is English at all, by the small words that every language is full of."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to a in that it is was i for on you he be with as by at have are this not but had his they from she "
    "which or we an there her were one do been all their has would will what if can when so said who no out up into "
    "them then him my your me like just over back down could did".split()
)
_OTHERS = {
    "German": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder ich",
    "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se le ce il sont la "
    "avec ils elle je mais nous vous son ses était dit",
    "Spanish": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me "
    "si sin este ya todo esta son dijo",
    "Italian": "di e il la che in a per un del non è sono le con si una da i al dei della più come ma lo gli nel mi ha",
    "Portuguese": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das",
    "Dutch": "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou",
    "Polish": "i w na z do się nie że to jest o jak ale po co tak za od jego już przez dla",
    "Swedish": "och i att det som en på är av för med den till inte han var hon jag ett om så",
    "Latin": "et in est non ad ut cum quod qui sed si ex per esse sunt nec quae",
}
_RIVALS = {name: frozenset(words.split()) for name, words in _OTHERS.items()}
_ENOUGH = 30
"""Fewer words than this say too little; such a text counts as English."""


def is_english(text: str) -> bool:
    """Whether ``text`` reads as English; True for one too short to tell.

    English prose has 35–50 % of the small words counted here; names and invented words do not change that much.
    """
    words = [each.lower() for each in _WORD.findall(text[:60_000])]
    letters = sum(each.isalpha() for each in text[:60_000])
    if len(words) < _ENOUGH:
        return letters == 0 or sum(each.isascii() for each in text[:60_000] if each.isalpha()) > letters / 2
    share = sum(each in _ENGLISH for each in words) / len(words)
    rival = max(sum(each in small for each in words) for small in _RIVALS.values()) / len(words)
    return share >= 0.12 and share >= rival
