# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tagger may say of a word, and the family of error that each saying belongs to.

A tag is one of: ``K`` keep · ``D`` delete · ``A_x`` put x after · ``R_x`` put x in its place · a form
(``$PAST``, ``$PP``, ``$BASE``, ``$ING``, ``$VBZ``, ``$PRES_Z``, ``$PRES_B``, ``$NN``, ``$NNS``, ``$POSS``,
``$NOPOSS``, ``$LY``, ``$UNLY``, ``$APOS``) · a case (``$UPPER``, ``$LOWER``) · a joint with the next word
(``$MERGE``, ``$HYPHEN``, ``$SPLIT``; on a hyphen ``$OPEN`` and ``$JOIN``).
"""

from __future__ import annotations

from types import MappingProxyType

KEEP = "K"
_FORM_FAMILY = MappingProxyType(
    {
        "$PAST": "tense",
        "$PRES_Z": "tense",
        "$PRES_B": "tense",
        "$PP": "verb-form",
        "$BASE": "verb-form",
        "$ING": "verb-form",
        "$VBZ": "agreement",
        "$NN": "agreement",
        "$NNS": "agreement",
        "$POSS": "apostrophe",
        "$NOPOSS": "apostrophe",
        "$APOS": "apostrophe",
        "$LY": "wrong-form",
        "$UNLY": "wrong-form",
        "$UPPER": "case",
        "$LOWER": "case",
        "$MERGE": "spelling",
        "$SPLIT": "spelling",
        "$HYPHEN": "hyphenation",
        "$OPEN": "hyphenation",
        "$JOIN": "hyphenation",
    }
)
_TENSE_PAIRS = frozenset(
    "was/is were/are is/was are/were am/was was/am had/has had/have has/had have/had did/do did/does do/did does/did "
    "could/can can/could would/will will/would".split()
)
_AGREEMENT_PAIRS = frozenset(
    "was/were were/was is/are are/is am/is is/am has/have have/has do/does does/do don't/doesn't doesn't/don't "
    "wasn't/weren't weren't/wasn't isn't/aren't aren't/isn't this/these these/this that/those those/that".split()
)
_ARTICLES = frozenset("a an the".split())
_PRONOUNS = frozenset(
    "i me my mine you your yours he him his she her hers it we us our they them their who whom".split()
)
_PREPOSITIONS = frozenset("in on at to of for from by with into onto over about off around through".split())


def family(tag: str, word: str, in_speech_joint: bool) -> str:
    """The family of the error (a finding category of the command line's contract).

    ``word``: what the tag stands on, lower case. ``in_speech_joint``: the tag stands where speech and narration meet.
    """
    kind, _, what = tag.partition("_")
    if tag in _FORM_FAMILY:
        return "dialogue-punctuation" if in_speech_joint and tag in ("$UPPER", "$LOWER") else _FORM_FAMILY[tag]
    if tag == "D":
        return "comma" if word == "," else "punctuation" if not word[:1].isalpha() else "extra-word"
    if kind == "$APOS":
        return "apostrophe"
    return _inserted(what, in_speech_joint) if kind == "A" else _replaced(what, word, in_speech_joint)


def _inserted(what: str, in_speech_joint: bool) -> str:
    if not what[:1].isalpha():
        return "dialogue-punctuation" if in_speech_joint else "comma" if what == "," else "punctuation"
    return "article" if what in _ARTICLES else "missing-word"


def _replaced(what: str, word: str, in_speech_joint: bool) -> str:
    if not what[:1].isalpha():
        if in_speech_joint:
            return "dialogue-punctuation"
        return "comma-splice" if word == "," and what in ".;" else "punctuation"
    pair = f"{word}/{what}"
    if pair in _TENSE_PAIRS:
        return "tense"
    if pair in _AGREEMENT_PAIRS:
        return "agreement"
    for group, name in ((_ARTICLES, "article"), (_PRONOUNS, "pronoun"), (_PREPOSITIONS, "preposition")):
        if what in group and word in group:
            return name
    return "confusable"
