# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb whose small word has been left out: she looked him anxiously, they listened the rain.

Why a reader minds: nobody is looked; the sentence seems to go on, and does not.

When to leave it: where the verb does take a thing (she looked her age, he stared him down).

Example: She looked him anxiously. → She looked at him anxiously.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.frames import between
from redraft.checks.lexicon import words
from redraft.checks.rules.spelling.pairs import times_together
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token
from redraft.language.inflection import inflect

_NEEDS = {
    "look": "at", "stare": "at", "glance": "at", "gaze": "at", "glare": "at", "smile": "at", "laugh": "at",
    "listen": "to", "wait": "for", "point": "at", "frown": "at", "grin": "at", "depend": "on", "rely": "on",
    "belong": "to", "apologise": "to", "apologize": "to",
}  # fmt: skip
"""The small word that each verb needs before a person."""
_OF_THINGS = words("listen glance stare gaze glare depend rely belong")
"""Verbs that need it before things as well, whatever the thing."""
_PERSONS = words("him them me us her")
_BEHIND = words("and with as for while then again but before until from when because , . ; ! ?")
_NOT_HOW = words("squarely fully directly straightly only early closely")
_OFTEN = 3.0


@check(
    id="small-word-left-out", name="Verb without its small word", category="missing-word", weight=0.68, sure=True,
    examples=(
        Fires("She ⟦looked⟧ him anxiously.", "looked at"),
        Fires("He ⟦stared⟧ them and said nothing.", "stared at"),
        Fires("They ⟦listened⟧ the rain on the roof.", "listened to"),
        Fires("“I have been ⟦waiting⟧ her, and she never came,” he said.", "waiting for"),
        Quiet("She looked at him anxiously, and listened to the rain."),
        Quiet("She looked her age, and he stared him down."),
        Quiet("He looked him in the eye and looked her up and down."),
        Quiet("They waited the whole night. She smiled her thanks."),
        Quiet("He pointed the gun at them. She belonged here."),
    ),
)
def small_word_left_out(passage: Passage) -> Iterator[Found]:
    """Such verbs right before a person, or some of them before "the" and a thing that novels have with the word."""
    tokens = passage.analysis.tokens
    for index in range(len(tokens) - 2):
        verb = tokens[index]
        base = _forms().get(verb.lower, "")
        if not base or not verb.tag.startswith("VB") or verb.end + 1 != tokens[index + 1].start:
            continue
        small = _NEEDS[base]
        told = _before_person(tokens, index) or (base in _OF_THINGS and _before_thing(tokens, index, small))
        if told and not own_voice(passage, verb.start, verb.end):
            fix = f"{passage.text[verb.start:verb.end]} {small}"
            yield Found(verb.start, verb.end, f"A small word seems to be missing: “{fix}”.", (fix,))


@cache
def _forms() -> Mapping[str, str]:
    """The plain form of each form of the verbs."""
    tags = ("VB", "VBD", "VBG", "VBZ")
    return {form: verb for verb in _NEEDS for tag in tags if (form := inflect(verb, tag))}


def _before_person(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether him, them or the like follows, and behind it nothing that the verb and the person could go with."""
    person, behind = tokens[index + 1], tokens[index + 2]
    if person.lower not in _PERSONS or person.tag == "PRP$":
        return False
    how = behind.tag == "RB" and behind.lower.endswith("ly") and behind.lower not in _NOT_HOW
    return behind.lower in _BEHIND or how


def _before_thing(tokens: tuple[Token, ...], index: int, small: str) -> bool:
    """Whether "the" and a thing follow that novels have behind the small word and never behind the verb."""
    verb, article, thing = tokens[index : index + 3]
    if verb.tag == "VBN" or article.lower not in ("the", "his", "her", "their", "my"):
        return False
    if thing.tag not in ("NN", "NNS") or thing.dep in ("npadvmod", "compound"):
        return False
    usual = between(small, article.lower, thing.lower) >= _OFTEN
    return usual and not between(verb.lower, article.lower, thing.lower) and times_together(verb.lower, small) > 0
