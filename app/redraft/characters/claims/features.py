# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of eyes and hair, and stature, by the grammar of a sentence: "She had small features and large, wide-apart
grey eyes", "a tall, thin man with a ginger beard". Finds what no fixed order of words does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_disguised, is_lit, is_stated
from redraft.language.analysis import Analysis, Token

_COLOURS = frozenset(
    "black brown blue green grey gray hazel amber auburn ginger blond blonde golden white silver purple violet dark"
    " fair chestnut copper sandy yellow raven turquoise mousy red".split()
)
_LENT = frozenset("red golden copper silver white blue amber yellow".split())
"""Colours that tears, sun and fire lend for a while."""
_FEATURES = {
    **dict.fromkeys("eyes eye".split(), "eyes"),
    **dict.fromkeys("hair curls locks braid braids plait ponytail".split(), "hair"),
    "beard": "beard", "moustache": "moustache", "mustache": "moustache",
}  # fmt: skip
_STATURE = {
    "tall": "height", "short": "height", "bald": "hair", **dict.fromkeys(
        "fat thin plump stout slim slender skinny burly stocky heavyset lanky wiry portly gaunt".split(), "build"),
}  # fmt: skip
_PEOPLE = frozenset("man woman boy girl lad lass lady person fellow youth child gentleman chap".split())
_BODY = frozenset(
    "face skin nose mouth chin cheeks complexion features figure build body shoulders hands lips teeth brow forehead"
    " freckles ears jaw neck legs arms smile lashes eyebrows brows".split()
) | frozenset(_FEATURES)
"""What is told in one breath with eyes and hair."""
_HOLDING = frozenset(
    "shock mop mane head crop tangle mass halo cloud pair thatch crown wealth bush fringe curtain".split()
)
"""What hair and eyes are counted by."""
_HAVE = frozenset("have possess".split())
_SUBJECTS = frozenset(("he", "she", "i"))
_HEADS = re.compile(r"\b(?:eyes?|hair|curls|locks|braids?|plait|ponytail|beard|m[ou]+stache)\b")
_FIGURES = re.compile(rf"\b(?:{'|'.join(_STATURE)})\b")
_REACH = 40
"""Tokens to either side."""
_MODIFIERS = frozenset(("amod", "compound", "nmod"))


def features(analysis: Analysis) -> Iterator[Claim]:
    """What the grammar of a paragraph says of how people look."""
    if _HEADS.search(analysis.text) and not is_disguised(analysis):
        for place, token in enumerate(analysis.tokens):
            if token.lower in _FEATURES:
                yield from _coloured(analysis, place)
    if _FIGURES.search(analysis.text):
        for place, token in enumerate(analysis.tokens):
            if token.lower in _STATURE:
                yield from _figured(analysis, place)


def _coloured(analysis: Analysis, place: int) -> Iterator[Claim]:
    """The one colour that stands with a feature, when its owner does too."""
    tokens, noun = analysis.tokens, analysis.tokens[place]
    colours = [each for each in _near(tokens, place) if each.lower in _COLOURS and _modifies(tokens, each, place)]
    owner = _owner(tokens, place)
    if owner is None or len(colours) != 1:
        return
    colour, kind = colours[0], _FEATURES[noun.lower]
    if (kind == "eyes" and colour.lower == "red") or (colour.lower in _LENT and is_lit(analysis, noun.start)):
        return
    if colour.start > noun.start and analysis.text.startswith(" with", colour.end):
        return  # white with flour
    start, end = min(colour.start, noun.start), max(colour.end, noun.end)
    if is_stated(analysis, start, end) and analysis.zone(start) is analysis.zone(owner.start):
        yield Claim(kind, colour.lower, start, end, owner.text, owner.start)


def _near(tokens: tuple[Token, ...], place: int) -> tuple[Token, ...]:
    """The tokens about one, as far as grammar may reach: a paragraph without end is not searched for each word."""
    return tokens[max(0, place - _REACH) : place + _REACH]


def _place_of(tokens: tuple[Token, ...], token: Token) -> int:
    """The index of a token."""
    return bisect_left(tokens, token.start, key=lambda each: each.start)


def _modifies(tokens: tuple[Token, ...], colour: Token, place: int) -> bool:
    """Whether a colour is an adjective of the noun at ``place``, or what is said of it: "her eyes were brown"."""
    for _ in range(3):  # large and blue: climb from conjunct to conjunct
        if colour.dep in _MODIFIERS and colour.head == place:
            return True
        if colour.dep not in ("conj", "amod", "compound") or not 0 <= colour.head < len(tokens):
            break
        colour = tokens[colour.head]
    head = tokens[colour.head] if 0 <= colour.head < len(tokens) else colour
    noun = tokens[place]
    return colour.dep == "acomp" and head.lemma == "be" and noun.dep == "nsubj" and tokens[noun.head] is head


def _owner(tokens: tuple[Token, ...], place: int) -> Token | None:
    """Whose the noun at ``place`` is: its possessive, the subject of "had", whoever is "with" it."""
    place = _held(tokens, place)
    noun = tokens[place]
    own = [each for each in _near(tokens, place) if each.dep == "poss" and each.head == place]
    if own:
        return own[0] if own[0].tag == "PRP$" or own[0].pos == "PROPN" else None
    first = _first_conjunct(tokens, noun)
    if first is not noun and first.lower not in _BODY | _HOLDING:
        return None
    head = tokens[first.head] if 0 <= first.head < len(tokens) else first
    if first.dep == "dobj" and head.lemma in _HAVE and not _is_wished(tokens, head):
        return _subject(tokens, head)
    if first.dep == "pobj" and head.lower == "with" and 0 <= head.head < len(tokens):
        return _bearer(tokens, tokens[head.head])
    return None


def _held(tokens: tuple[Token, ...], place: int) -> int:
    """Of "a mop of red hair", "a pair of green eyes" the mop and the pair."""
    joint = tokens[tokens[place].head] if tokens[place].dep == "pobj" else tokens[place]
    holds = joint.lower == "of" and 0 <= joint.head < len(tokens) and tokens[joint.head].lower in _HOLDING
    return joint.head if holds else place


def _first_conjunct(tokens: tuple[Token, ...], token: Token) -> Token:
    for _ in range(4):
        if token.dep != "conj" or not 0 <= token.head < len(tokens):
            break
        token = tokens[token.head]
    return token


def _is_wished(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether a verb stands behind "would", "’d rather", "to" or the like: nothing is had."""
    near = _near(tokens, _place_of(tokens, verb))
    return any(each.dep == "aux" and each.tag in ("MD", "TO") and tokens[each.head] is verb for each in near)


def _subject(tokens: tuple[Token, ...], verb: Token) -> Token | None:
    """Who is the subject of a verb, by a name or pronoun."""
    near = _near(tokens, _place_of(tokens, verb))
    found = next((each for each in near if each.dep == "nsubj" and tokens[each.head] is verb), None)
    return found if found is not None and (found.lower in _SUBJECTS or found.pos == "PROPN") else None


def _bearer(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Whom a noun for a person stands for: "Tom was a man with …", "Tom, a man with …"."""
    if noun.lower not in _PEOPLE or not 0 <= noun.head < len(tokens):
        return None
    head = tokens[noun.head]
    if noun.dep == "attr" and head.lemma == "be":
        return _subject(tokens, head)
    return head if noun.dep == "appos" and head.pos == "PROPN" else None


def _figured(analysis: Analysis, place: int) -> Iterator[Claim]:
    """Stature told by an adjective of a noun for a person."""
    tokens, word = analysis.tokens, analysis.tokens[place]
    adjective = _first_conjunct(tokens, word)
    if adjective.dep != "amod" or not 0 <= adjective.head < len(tokens):
        return
    owner = _bearer(tokens, tokens[adjective.head])
    if owner is not None and is_stated(analysis, word.start, word.end):
        yield Claim(_STATURE[word.lower], word.lower, word.start, word.end, owner.text, owner.start)
