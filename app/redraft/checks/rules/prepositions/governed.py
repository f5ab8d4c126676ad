# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a small word that custom does not have behind this one: interested on, depend of, accused for murder.

Why a reader minds: no rule of grammar tells which small word it is, so every reader knows it by heart.

When to leave it: in the mouth of somebody whose English is not their own.

Example: It depended of the weather. → It depended on the weather.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.frames import between
from redraft.checks.lexicon import words
from redraft.checks.rules.prepositions.table import Custom, customs
from redraft.checks.rules.spelling.pairs import times_together
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token

_SMALL = words("to of in on at for from by with about against into")
_PERSONS = words("me him her us them")
_OBJECTS = _PERSONS | words("it you")
_PHRASE = ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBG")
_TOO_OFTEN = 25.0
"""What novels have more than once in so many times is not called wrong."""
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*"
_OWN = "(?:my|his|her|their|our)"
_IDIOM = re.compile(
    rf"on (?:the (?:whole|spot|other|contrary|instant|way|morning|evening|night|day|eve|point|strength|surface|one"
    rf"|same|first|last|second|third|fourth)|account|occasion|purpose|sight|principle|that|this|both|either|every|one"
    rf"|{_OWN} (?:way|own|part|return|arrival|account)|{_DAYS}|top|board|earth|foot)\b"
    r"|from (?:the (?:first|start|beginning|moment|day|time|very|outset|look|way|top|bottom|inside|outside)|now|then"
    r"|that|this|time|day|head|behind|under|beneath|above|within|without|afar|childhood|year|here|there|what|sheer|where)\b"
    r"|at (?:first|last|once|least|all|times|any|best|worst|present|heart|hand|home|this|that|night|noon|dawn"
    r"|the (?:time|moment|same|thought|sight|sound|end|last|very|outset|beginning|idea|prospect|news|table|door|hands"
    r"|back))\b"
    r"|in (?:fact|time|turn|general|particular|this|that|a|the|all|every|some|any|short|public|private|spite|front|case"
    rf"|order|silence|vain|peace|secret|{_OWN})\b"
    rf"|with (?:all|reason|good|ease|difficulty|every|such|great|much|both|one|no|some|so|(?:the|{_OWN}) (?:hands?|eyes"
    r"|head|back|arms?|mouth|heart|whole|usual|same|face|others?|rest|exception|help|air|greatest|utmost|best))\b"
    r"|for (?:a|an|once|the (?:first|last|moment|time|most|second|third|sake|rest|day|night|next|present)|example|ever"
    r"|some|many|all|years|days|weeks|months|hours|two|three|that|this|now|life)\b"
    r"|to (?:the (?:full|point|last|end|core|bone|hilt|extent|letter|life|left|right|south|north|east|west|utmost)|some"
    rf"|this|such|death|date|one|begin|boot|no|{_OWN} (?:surprise|horror|amazement|astonishment|relief|delight|dismay"
    r"|disgust|credit|mind|knees|feet|death|own|last|utmost|great|intense|annoyance|disappointment|shame))\b"
    r"|of (?:course|old|late|necessity|itself|himself|herself|themselves)\b"
    rf"|of {_OWN} own\b|(?:by|about|against|into) "
)
"""What may stand behind anything: times, places, manners, turns of phrase."""


@check(
    id="governed-preposition", name="Another small word than the one that goes with it", category="preposition",
    weight=0.7, sure=True,
    examples=(
        Fires("She was not interested ⟦on⟧ old maps.", "in"),
        Fires("It all depended ⟦of⟧ the weather.", "on"),
        Fires("He accused her ⟦from⟧ murder.", "of"),
        Fires("They were proud ⟦on⟧ him.", "of"),
        Fires("She arrived ⟦to⟧ the station at noon.", "at"),
        Fires("The house belonged ⟦at⟧ him.", "to"),
        Quiet("She was interested in old maps, and it depended on the weather."),
        Quiet("He had been proud from the first, and afraid at times."),
        Quiet("She arrived to find him gone. They listened at the door."),
        Quiet("He depended, of course, on her; he waited to see her."),
        Quiet("She laughed on the stairs, and he believed to the end."),
        Quiet("He accused them, from the dock, of lying to him."),
    ),
)
def governed_preposition(passage: Passage) -> Iterator[Found]:
    """A small word right behind one that asks for another, before a noun, where novels hardly ever have it."""
    tokens = passage.analysis.tokens
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.lower not in _SMALL or tokens[index - 1].end + 1 != token.start or not _leads(tokens, index):
            continue
        custom = _custom(tokens, index)
        if custom is None or own_voice(passage, token.start, token.end):
            continue
        fixes = custom.right[:3]
        message = f"With “{_head(tokens, index)}” goes “{fixes[0]}”, not “{token.text}”."
        yield Found(token.start, token.end, message, fixes)


def _leads(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a noun follows, and no infinitive, clause, time or turn of phrase."""
    behind = tokens[index + 1]
    if behind.tag not in _PHRASE:
        return False
    return _person(behind) or not _IDIOM.match(" ".join(each.lower for each in tokens[index : index + 3]))


def _person(token: Token) -> bool:
    """Whether this is me, him, them or the like, and no "her" that says whose something is."""
    return token.lower in _PERSONS and token.tag != "PRP$"


def _custom(tokens: tuple[Token, ...], index: int) -> Custom | None:
    """The custom that the small word at ``index`` breaks; None where it breaks none, or novels break it as well."""
    small, before = tokens[index].lower, tokens[index - 1]
    person = _person(tokens[index + 1])
    if before.lower in _OBJECTS and index > 1 and tokens[index - 2].tag.startswith("VB"):
        custom = customs("objects").get(tokens[index - 2].lemma)
        if custom is None or not custom.forbids(small, person=person):
            return None
        row = tokens[index - 2].lower, before.lower
        usual = max(between(*row, each) for each in custom.right)
        return custom if between(*row, small) * _TOO_OFTEN <= usual else None
    custom = customs("words").get(before.lower)
    if custom is None and before.tag.startswith("VB"):
        custom = customs("verbs").get(before.lemma)
    if custom is None or not custom.forbids(small, person=person):
        return None
    usual = max(times_together(before.lower, each) for each in custom.right)
    return custom if small == "to" or times_together(before.lower, small) * _TOO_OFTEN <= usual else None


def _head(tokens: tuple[Token, ...], index: int) -> str:
    before = tokens[index - 1]
    return tokens[index - 2].text if before.lower in _OBJECTS and index > 1 else before.text
