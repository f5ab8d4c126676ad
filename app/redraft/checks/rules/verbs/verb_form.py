# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb in the wrong form behind its helper: had went, didn’t knew, could of, to went.

Why a reader minds: each helper asks for one form; another sounds like a child’s speech.

When to leave it: in the mouth of somebody who speaks so.

Example: He had went home. → He had gone home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Zone
from redraft.language.inflection import inflect

_PAST_ONLY = {
    "went": "go", "knew": "know", "saw": "see", "took": "take", "gave": "give", "wrote": "write", "broke": "break",
    "spoke": "speak",
    "chose": "choose", "drove": "drive", "ate": "eat", "fell": "fall", "flew": "fly", "froze": "freeze", "grew": "grow",
    "rode": "ride", "rose": "rise", "shook": "shake", "stole": "steal", "swore": "swear", "threw": "throw",
    "tore": "tear",
    "wore": "wear", "began": "begin", "drank": "drink", "rang": "ring", "ran": "run", "sang": "sing", "sank": "sink",
    "swam": "swim", "sprang": "spring", "shrank": "shrink", "came": "come", "became": "become", "drew": "draw",
    "blew": "blow",
    "hid": "hide", "forgot": "forget", "forgave": "forgive", "did": "do", "was": "be",
}  # fmt: skip
_SAME_PARTICIPLE = {
    "found": "find", "thought": "think", "brought": "bring", "bought": "buy", "felt": "feel", "told": "tell",
    "said": "say", "kept": "keep", "heard": "hear", "held": "hold", "stood": "stand", "understood": "understand",
    "slept": "sleep", "lost": "lose", "sent": "send", "met": "meet", "got": "get", "caught": "catch", "had": "have",
}  # fmt: skip
_NO_PARTICIPLE = frozenset(("hid", "forgot", "was"))
_PARTICIPLES = {
    "gone": "go", "seen": "see", "done": "do", "taken": "take", "given": "give", "written": "write", "begun": "begin",
    "drunk": "drink", "rung": "ring", "sung": "sing", "swum": "swim", "shrunk": "shrink", "known": "know",
    "eaten": "eat",
    "fallen": "fall", "thrown": "throw", "grown": "grow", "flown": "fly", "drawn": "draw", "shaken": "shake",
    "ridden": "ride",
    "risen": "rise", "stolen": "steal", "chosen": "choose", "driven": "drive",
}  # fmt: skip
_ADVERB = r"(?:(?:not|never|just|already|always|only|even|ever|also|finally|once|almost|still|really|[a-z]+ly) )?"
_HAD = re.compile(
    rf"(?<![\w'-])(?:had|has|have|having|hadn't|hasn't|haven't|i've|you've|we've|they've|could've"
    rf"|would've|should've"
    rf"|must've|might've) "
    rf"{_ADVERB}({'|'.join(each for each in _PAST_ONLY if each not in _NO_PARTICIPLE)})(?![\w'-])"
)
_DID_SAME = re.compile(
    rf"(?<![\w'-])(?:didn't|did not|don't|doesn't|does not|couldn't|can't|cannot|wouldn't|won't|shouldn't) {_ADVERB}"
    rf"({'|'.join(_SAME_PARTICIPLE)})(?![\w'-])"
)
_DID = re.compile(
    rf"(?<![\w'-])(?:didn't|did not|don't|doesn't|does not|couldn't|can't|cannot|wouldn't|won't"
    rf"|shouldn't|could|would|should|will"
    rf"|might|must) {_ADVERB}({'|'.join(each for each in _PAST_ONLY if each != 'saw')}"
    rf"|[a-z]+ed)(?![\w'-])"
)
_MODAL_OF = re.compile(
    r"(?<![\w'-])(could|would|should|must|might|may|couldn't|wouldn't|shouldn't) of(?= (?:been|had"
    r"|[a-z]+ed|gone|done|seen|known"
    r"|come|taken|made|got|gotten|told|said|left|found|thought|felt|never|just|given|written|heard"
    r"|lost|kept|put|let|won)\b)"
)
_BARE = re.compile(
    rf"(?<![\w'-])(?:i|he|she|we|they) ({'|'.join(_PARTICIPLES)})(?= (?:the|a|an|it|him|her|them|to"
    rf"|that|in|into|back|down|up"
    r"|away|out|home|my|his|their|what|off)\b)"
)
_MADE_UP = {
    "grinded": "ground", "catched": "caught", "teached": "taught", "throwed": "threw", "knowed": "knew",
    "growed": "grew",
    "drawed": "drew", "bringed": "brought", "runned": "ran", "sweeped": "swept", "keeped": "kept", "sleeped": "slept",
    "feeled": "felt", "standed": "stood", "breaked": "broke", "choosed": "chose", "swimmed": "swam", "drived": "drove",
    "eated": "ate", "falled": "fell", "fighted": "fought", "finded": "found", "freezed": "froze", "gived": "gave",
    "hitted": "hit", "holded": "held", "hurted": "hurt", "leaved": "left", "losed": "lost", "putted": "put",
    "rided": "rode",
    "rised": "rose", "sended": "sent", "shaked": "shook", "singed up": "signed up", "sitted": "sat", "speaked": "spoke",
    "stealed": "stole", "sticked": "stuck", "strided": "strode", "swinged": "swung", "taked": "took", "telled": "told",
    "thinked": "thought", "weared": "wore", "winned": "won", "writed": "wrote", "clinged": "clung", "flinged": "flung",
    "stinged": "stung", "springed": "sprang", "shutted": "shut", "costed": "cost", "casted": "cast", "bursted": "burst",
    "layed": "laid", "payed": "paid", "slayed": "slew", "binded": "bound", "winded up": "wound up", "creeped": "crept",
    "weeped": "wept", "seeked": "sought", "beared": "bore", "swored": "swore", "drownded": "drowned", "slided": "slid",
}  # fmt: skip
_INVENTED = re.compile(rf"(?<![\w'-])({'|'.join(_MADE_UP)})(?![\w'-])")


@check(
    id="verb-form",
    name="Wrong form of a verb",
    category="verb-form",
    severity=Severity.ERROR,
    sure=True,
    weight=0.88,
    examples=(
        Fires("He had ⟦went⟧ home.", "gone"),
        Fires("She didn’t ⟦knew⟧ him.", "know"),
        Fires("He ⟦could of⟧ gone.", "could have"),
        Fires("They ⟦seen⟧ it first.", "saw"),
        Fires("The stones ⟦grinded⟧ together.", "ground"),
        Fires("She couldn’t ⟦walked⟧ any more.", "walk"),
        Fires("She couldn’t ⟦found⟧ her shoes.", "find"),
        Quiet("He had gone home."),
        Quiet("He saw what he could of the town."),
        Quiet("“He had went home,” she laughed."),
        Quiet("If he would, Ned would."),
        Quiet("All he had was a coat."),
        Quiet("The trees they had seen were gone."),
        Quiet("He did need it, and he could be seen."),
        Quiet("Will did not answer.", names=("Will",)),
        Quiet("What she had came from her father."),
    ),
)
def verb_form(passage: Passage) -> Iterator[Found]:
    """Helpers and the forms behind them; in speech, where people say such things, only with a second voice."""
    lower = passage.lower
    for match in _HAD.finditer(lower):
        if own_voice(passage, *match.span()):
            continue
        if _holds_verb(passage, match.start(), match.start(1)):
            yield _found(passage, match, inflect(_PAST_ONLY[match.group(1)], "VBN"))
    for match in _DID.finditer(lower):
        if passage.text[match.start() :].split(maxsplit=1)[0] in passage.story.names:
            continue  # Will did not answer
        if (base := _base(passage, match)) is not None:
            yield _found(passage, match, base)
    for match in _DID_SAME.finditer(lower):
        yield _found(passage, match, _SAME_PARTICIPLE[match.group(1)])
    for match in _MODAL_OF.finditer(lower):
        yield _found(passage, match, match.group(1) + " have", group=0)
    for match in _BARE.finditer(lower):
        if _alone(lower, match.start()):
            yield _found(passage, match, inflect(_PARTICIPLES[match.group(1)], "VBD"))
    for match in _INVENTED.finditer(lower):
        if own_voice(passage, *match.span()):
            continue
        yield _found(passage, match, _MADE_UP[match.group(1)])


def _found(passage: Passage, match: re.Match[str], new: str | None, group: int = 1) -> Found:
    start, end = match.span(group)
    old = passage.text[start:end]
    speech = passage.analysis.zone(start) is not Zone.NARRATION
    right = new or ""
    message = f"“{passage.text[match.start() : end]}”: the form here is “{right}”."
    return Found(start, end, message, (fitted(old, right, passage.text),), unsure=speech)


def _holds_verb(passage: Passage, start: int, verb: int) -> bool:
    """Whether the helper leads to the verb, and does not end a clause of its own ("all he had was …")."""
    tokens = passage.analysis.tokens
    helper, word = tokens[passage.analysis.token_index(start)], tokens[passage.analysis.token_index(verb)]
    before = passage.lower[max(0, start - 40) : start].split()
    return (
        word.tag in ("VBD", "VBN", "VB")
        and helper.dep in ("aux", "auxpass", "ROOT", "ccomp")
        and not ({"all", "what", "whatever", "that", "which", "everything", "than"} & set(before[-4:]))
    )


def _base(passage: Passage, match: re.Match[str]) -> str | None:
    """The plain form behind did, could and their like; None where the word may be no verb, or an adjective."""
    word = match.group(1)
    token = passage.analysis.tokens[passage.analysis.token_index(match.start(1))]
    helper = passage.analysis.tokens[passage.analysis.token_index(match.start())]
    if word in _PAST_ONLY:
        base = _PAST_ONLY[word]
        return base if helper.head != passage.analysis.token_index(match.start()) and word != "was" else None
    if token.tag not in ("VBD", "VBN") or helper.dep not in ("aux",) or not token.lemma or token.lemma == word:
        return None
    return token.lemma if "n't" in match.group() or "not" in match.group() else None


def _alone(lower: str, start: int) -> bool:
    """Whether the pronoun opens a clause: no "had", "the things" or "where" just before it leaves a helper out."""
    before = lower[max(0, start - 24) : start].rstrip()
    return not before or before[-1] in '.!?;:—"' or before.endswith((", and", ", but", " and", " then,"))
