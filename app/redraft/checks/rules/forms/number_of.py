# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: one where many are: several of the house, a group of soldier; plurals that are none: advices, childs.

Why a reader minds: the word before promises several, and one comes.

When to leave it: with stuffs and other things that are not counted (several of the crew, a row of wheat).

Example: a group of soldier → a group of soldiers
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token, Zone
from redraft.language.inflection import inflect

_SOME_OF = words("several many two three four five six seven eight nine ten few both dozens hundreds thousands")
_GROUPS = words("group band gang bunch pair row handful dozens hundreds thousands couple crowd swarm flock")
_HIS = words("the his her my their our these those your its")
_WHOLE = words(
    "crew family crowd staff party guard enemy company team gang band army clergy police group lot"
    " kind sort type"
               " press public rest cattle sheep deer fish hair fruit time day night work food money furniture")
_MADE_UP = {
    "mans": "men", "womans": "women", "childs": "children", "foots": "feet", "tooths": "teeth", "gooses": "geese",
    "mouses": "mice", "sheeps": "sheep", "deers": "deer", "knifes": "knives", "wifes": "wives", "wolfs": "wolves",
    "leafs": "leaves", "shelfs": "shelves", "thiefs": "thieves", "loafs": "loaves", "oxes": "oxen",
    "childrens": "children", "mens": "men", "womens": "women", "lifes": "lives", "calfs": "calves",
}  # fmt: skip
_MASS = {
    "advices": "advice", "informations": "information", "furnitures": "furniture", "homeworks": "homework",
    "equipments": "equipment", "luggages": "luggage", "baggages": "baggage", "sceneries": "scenery",
    "jewelries": "jewelry", "feedbacks": "feedback", "knowledges": "knowledge", "clothings": "clothing",
    "garbages": "garbage", "musics": "music", "traffics": "traffic", "stuffs": "stuff", "laughters": "laughter",
    "courages": "courage", "moneys": "money", "thunders": "thunder", "moonlights": "moonlight",
}  # fmt: skip
_VERBS = words("stuffs traffics thunders musics moneys")
_RUNS_ON = ("NN", "NNS", "NNP", "POS", "HYPH", "JJ", "VBG", "CD")


@check(
    id="number-of", name="One where several are, or a plural that is none", category="wrong-form", weight=0.7,
    sure=True,
    examples=(
        Fires("Several of the ⟦house⟧ had been burned down.", "houses"),
        Fires("A group of ⟦soldier⟧ stood round a fire.", "soldiers"),
        Fires("He lost two of his ⟦tooth⟧ in the fight.", "teeth"),
        Fires("He gave her good ⟦advices⟧ about the road.", "advice"),
        Fires("Two ⟦womans⟧ sat by the well.", "women"),
        Fires("She waited a few ⟦minute⟧.", "minutes"),
        Quiet("Several of the crew and many of the staff were ill."),
        Quiet("A row of wheat, a handful of sand and a bunch of mint."),
        Quiet("The mans’ hats, he wrote, and “the childs is sick,” she said."),
        Quiet("It was one of few light moments, in a few short lines."),
        Quiet("It was a woman’s hand, and a child’s."),
        Quiet("He stuffs the bag, and the group of soldiers sleeps."),
    ),
)
def number_of(passage: Passage) -> Iterator[Found]:
    """A singular behind "several of the", "a group of" and "a few"; made-up plurals; in speech with a second voice."""
    tokens = passage.analysis.tokens
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.text[0].isupper() or token.tag not in ("NN", "NNS", "NNP", "VBZ", "POS"):
            continue
        new = _right(tokens, index)
        if new and not own_voice(passage, token.start, token.end):
            fix = fitted(token.text, new, passage.text)
            speech = passage.analysis.zone(token.start) is not Zone.NARRATION
            yield Found(token.start, token.end, f"The form here is “{fix}”.", (fix,), unsure=speech)


def _right(tokens: tuple[Token, ...], index: int) -> str | None:
    word = tokens[index].lower
    if word in _MASS:
        return _MASS[word] if word not in _VERBS or tokens[index].tag == "NNS" else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if word in _MADE_UP:
        runs_on = after is None or after.tag in ("NN", "NNS", "JJ") or after.text in "’'"
        return None if runs_on else _MADE_UP[word]
    if tokens[index].tag != "NN" or (after is not None and (after.tag in _RUNS_ON or after.text in "-’'")):
        return None
    lead = [each.lower for each in tokens[max(0, index - 4) : index]]
    if word in _WHOLE:
        return None
    if lead[-3:-2] and lead[-3] in _SOME_OF and lead[-2] == "of" and lead[-1] in _HIS:
        return _counted(word, _OFTEN)
    grouped = bool(lead[-2:-1]) and lead[-2] in _GROUPS and lead[-1] == "of"
    few = lead[-2:] in (["a", "few"], ["the", "few"]) or lead[-1:] == ["several"]
    return _counted(word, _NEARLY) if grouped or few else None


_OFTEN, _NEARLY = 5, 2
"""By how many levels the plural may be the rarer: freely behind a number, hardly behind a group."""


def _counted(word: str, rarer: int) -> str | None:
    """The plural of a noun that is many often enough; None of stuffs, and of words that English does not have."""
    plural = inflect(word, "NNS")
    if plural is None or plural == word or not plural.isalpha():
        return None
    one, many = lexicon().level(word), lexicon().level(plural)
    return plural if one >= 0 and many >= 6 and many >= one - rarer else None
