# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an adjective that tells how something is done: he ran quick, she sudden remembered, beautiful made.

Why a reader minds: the adjective paints a thing, and there is none; it is the doing that was quick.

When to leave it: where the word tells what somebody is like (she lay quiet, he arrived safe), and in speech.

Example: He closed the lid careful. → He closed the lid carefully.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Sentence, Token, Zone

_NEVER_OF_PERSONS = words(
    "quick sudden careful smooth secure complete careless proper perfect frequent gradual gentle awkward nervous polite"
    " cautious sharp immediate constant violent rapid serious direct swift honest brief similar desperate eager heavy"
    " sad angry peaceful patient graceful hopeful cheerful playful thoughtful skillful graceful hasty steady hungry"
    " easy instant obvious absolute reluctant hesitant frantic absent curious suspicious anxious furious"
    " impatient deliberate accidental sarcastic dramatic automatic soft bad quiet slow clear fair beautiful"
)
"""Adjectives that many a hurried writer leaves without -ly."""
_FLAT = words(
    "quick slow clear fair soft easy heavy sharp sad quiet bad smooth steady direct peaceful angry"
    " patient hungry"
              " anxious curious nervous eager impatient furious cautious suspicious secure beautiful sudden perfect")
"""Of these some are right behind some verbs (go slow, lie quiet, sit patient); they want a verb of the list below."""
_DONE = words(
    "run walk move work speak talk whisper breathe nod drive ride fight smile laugh grin reply answer ask say look"
    " glance stare treat close open tie lock write read sing dance climb crawl step sleep"
    " behave act eat drink cry weep bow shrug sigh swallow swim turn grab touch press push pull kiss hug play see hear"
    " hurt beat wound injure knock tap fly crash breathe explain listen watch study examine handle wrap pour place"
)
_LOOKS = words(
    "look seem sound smell taste feel be become get grow stay remain keep turn go lie stand sit"
    " appear make come"
)
_DEGREES = words("complete total extreme terrible absolute incredible horrible near real awful utter perfect beautiful"
                 " entire partial slight heavy bad deep high severe bitter fresh new recent")
_BEFORE_ONE = words("complete total extreme terrible absolute incredible horrible utter near awful")
_ENDS = words(
    "and but as when while until so that before to in on at from with for into by without because"
    " through across"
              " after toward towards over along down up if")
_QUICK_BEFORE = words(
    "sudden quick slow careful gentle immediate final actual cautious nervous instant careless"
    " eager usual"
                      " obvious complete")
_IRREGULAR = {"good": "well", "whole": "wholly", "full": "fully", "due": "duly", "true": "truly"}


@check(
    id="adverb-form", name="Adjective for an adverb", category="wrong-form", weight=0.66, sentence_bound=True,
    examples=(
        Fires("He closed the lid ⟦careful⟧ so that nobody would hear it.", "carefully"),
        Fires("She ⟦sudden⟧ remembered the kettle.", "suddenly"),
        Fires("He was ⟦complete⟧ exhausted by then.", "completely"),
        Fires("The dress was ⟦beautiful⟧ made.", "beautifully"),
        Fires("He spoke so ⟦quiet⟧ that they had to lean in.", "quietly"),
        Quiet("He closed the lid carefully."),
        Quiet("She lay quiet and the moon shone bright."),
        Quiet("He felt bad, she looked sad, and the soup smelled good."),
        Quiet("The quick red fox was beautiful."),
        Quiet("He arrived safe and stood still."),
        Quiet("“You talk so quick,” he said."),
        Quiet("It was a beautiful made-up story, and he touched her smooth, cool hand."),
        Quiet("The sudden noise and complete silence scared her."),
    ),
)
def adverb_form(passage: Passage) -> Iterator[Found]:
    """Behind a verb of doing, between subject and verb, and before a participle."""
    tokens = passage.analysis.tokens
    for sentence in passage.analysis.sentences:
        for index in range(sentence.first, sentence.last):
            word = tokens[index].lower
            if word not in _NEVER_OF_PERSONS and word not in _DEGREES:
                continue
            sure = _how(tokens, sentence, index)
            if sure is None or zone_of(passage, tokens[index].start) is not Zone.NARRATION:
                continue
            if not own_voice(passage, tokens[index].start, tokens[index].end):
                yield _found(passage, tokens[index], sure)


def _how(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> bool | None:
    """Whether the word tells how something is done: surely, perhaps (False), or not (None)."""
    before = tokens[index - 1] if index > sentence.first else None
    after = tokens[index + 1] if index + 1 < sentence.last else None
    if before is None or after is None:
        return None
    if before.tag in ("PRP", "NNP") and tokens[index].lower in _QUICK_BEFORE and after.tag in ("VBD", "VBZ"):
        return after.lower not in ("was", "were", "had", "is", "has") and before.dep.startswith("nsubj")
    if tokens[index].lower in _DEGREES and (found := _degree(tokens, index)) is not None:
        return found
    return _behind_verb(tokens, sentence, index, after)


def _degree(tokens: tuple[Token, ...], index: int) -> bool | None:
    """Before a participle or adjective that ends its phrase: was complete exhausted."""
    before, after = tokens[index - 1], tokens[index + 1]
    behind = tokens[index + 2] if index + 2 < len(tokens) else None
    helped = before.lower in ("was", "were", "is", "are", "been", "be", "am", "looked", "seemed", "felt", "'m", "'re")
    if not helped or (behind is not None and behind.tag in ("NN", "NNS", "NNP", "JJ", "HYPH")):
        return None
    if after.tag == "VBN":
        return tokens[index].lower not in ("real", "new", "high", "fresh", "near")
    if after.tag == "JJ" and tokens[index].lower in _BEFORE_ONE:
        return True
    return None


def _behind_verb(tokens: tuple[Token, ...], sentence: Sentence, index: int, after: Token) -> bool | None:
    """Behind a verb of doing, its object or "so", and before the end of a clause."""
    if tokens[index].lower not in _NEVER_OF_PERSONS:
        return None
    ends = not after.is_word or after.lower in _ENDS
    place = index - 1
    led = tokens[place].lower
    if led in ("so", "too", "very", "as", "more", "really", "pretty"):
        place -= 1
        ends = ends or (led == "as" and after.lower == "as")
    verb = _verb_at(tokens, sentence, place)
    if verb is None or not ends or _owned(tokens, place, after):
        return None
    lemma = tokens[verb].lemma.lower()
    if (lemma, tokens[index].lower) in _CUSTOM:
        return None
    if lemma in _LOOKS and not (lemma == "look" and verb < place):
        return None
    if lemma in _DONE:
        return verb == place or tokens[index].lower not in _FLAT or None if verb < place and lemma in _MAKES else True
    return False if verb == place and tokens[index].lower not in _FLAT else None


_OWNERS = words("his my your our their its")
_CUSTOM = frozenset((("play", "fair"), ("drive", "slow"), ("go", "slow"), ("see", "clear"), ("fight", "fair")))
_MAKES = words("keep make see hear find open close get press push pull turn wrap play tie")
"""Verbs behind whose object an adjective may tell what becomes of it: hold it steady, tie it secure."""


def _owned(tokens: tuple[Token, ...], place: int, after: Token) -> bool:
    """Whether the word stands behind "his" or "the" and describes a noun to come: her smooth, cool hand."""
    before = tokens[place].lower
    return tokens[place].tag == "DT" or before in _OWNERS or (before == "her" and after.text == ",")


def _verb_at(tokens: tuple[Token, ...], sentence: Sentence, place: int) -> int | None:
    """The verb at ``place``, or before its short object that ends there: "closed the lid", "looked at her"."""
    for index in range(place, max(sentence.first - 1, place - 4), -1):
        token = tokens[index]
        if token.tag in ("VBD", "VBZ", "VBP", "VBG", "VB", "VBN"):
            return index if token.pos == "VERB" else None
        if token.tag not in ("DT", "NN", "NNS", "PRP", "PRP$", "RP") and token.lower != "at":
            return None
    return None


def _found(passage: Passage, token: Token, sure: bool) -> Found:
    new = adverb_of(token.lower)
    fix = fitted(token.text, new, passage.text)
    return Found(token.start, token.end, f"It tells how it is done: “{fix}”.", (fix,), unsure=not sure)


def adverb_of(adjective: str) -> str:
    """The adverb made of an adjective: easy, easily; gentle, gently; dramatic, dramatically."""
    if adjective in _IRREGULAR:
        return _IRREGULAR[adjective]
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    if adjective.endswith("y") and adjective not in ("shy", "sly", "dry"):
        return adjective[:-1] + "ily"
    return adjective + ("ally" if adjective.endswith("ic") else "ly")
