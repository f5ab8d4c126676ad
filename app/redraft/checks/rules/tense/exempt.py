# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs in the other tense that are none of the telling's: general truths, direct thought, looks back, scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redraft.checks.lexicon import words
from redraft.checks.rules.tense.verbs import PAST, Verb
from redraft.checks.story import Passage
from redraft.language.analysis import Token, Zone
from redraft.language.tense import is_main_verb, narration

_FIRST = words("i i'm me my mine we us our ours myself")
_SECOND = words("you your yours yourself")
_DEFINITE = words("the his her their its my our that this these those")
_HELPERS = words("is are am has have does do 's 're 'm 've")
_PERSONS = words("he she they i we it")
_GENERAL = words("one you everyone everybody nobody anyone anybody whoever whatever")
_REPORTS = words(
    "know say learn believe understand mean remember teach explain prove show agree hold forget swear tell"
)
_THINKS = words(
    "think wonder know say tell muse reason decide suppose guess reflect realize realise hope remind ask repeat believe"
)
_THOUGHT = words("thought wondered mused reflected")
_PAUSES = (",", ";", "—", "?", "!")
_RELATIVES = words("who which that")
_PLACES = words("stand lie run lead stretch overlook face flow border belong mean exist wind connect surround")
_SAYINGS = words("saying proverb adage motto")
_UNREAL = words("where if though unless wish whether suppose supposing rather")
_BACK = words("ago yesterday earlier formerly originally previously childhood")
_SCRIPT = re.compile(r"\s*(?:[A-Z][A-Z .'’-]+[.:]|\[)")
_ROW = 4
"""From so many pasts in a paragraph on, two in a row tell of what was before."""
_SHIFTED = 4
"""So many verbs in the other tense, and half as many in the scene's, are a passage told in that other tense."""
_BACK_FROM = 2

_MANY = frozenset(("i", "you", "we", "they"))


def exempt(passage: Passage, verbs: Sequence[Verb], verb: Verb, base: str) -> bool:
    """Whether a verb in another tense than the scene's, ``base``, is right in it by what it says."""
    tokens = passage.analysis.tokens
    if _SCRIPT.match(passage.text):
        return True
    sentence = passage.analysis.sentence_at(tokens[verb.index].start)
    if sentence is None:
        return True
    inside = tokens[sentence.first : sentence.last]
    if base == PAST:
        return _thought(passage, inside, verb) or _general(tokens, verbs, verb) or _noun(tokens, verb)
    if _elses_words(passage, inside):
        return True
    return _unreal(tokens, verb) or _looks_back(tokens, verbs, verb) or any(each.lower in _BACK for each in inside)


def shifted(verbs: Sequence[Verb], base: str) -> bool:
    """Whether the paragraph as a whole is told in another tense than the scene; a story told in the present looks back
    from the second verb on."""
    sure = [each for each in verbs if each.sure]
    strange = sum(each.tense != base for each in sure)
    if base != PAST:
        return strange >= _BACK_FROM and 5 * strange > 3 * len(sure)
    return strange >= _SHIFTED and 3 * strange > 2 * len(sure)


def doubtful(passage: Passage, verbs: Sequence[Verb], verb: Verb, base: str) -> bool:
    """Whether a verb is too likely right for its signs alone, so that another judge must mark it as well: where
    nothing around it is told in ``base``, or it may tell what such things always do."""
    if not any(each.tense == base for each in verbs) and not _told_nearby(passage, base):
        return True
    tokens = passage.analysis.tokens
    sentence = passage.analysis.sentence_at(tokens[verb.index].start)
    if base != PAST or sentence is None:
        return False
    inside = [each for each in verbs if sentence.first <= each.index < sentence.last and each is not verb]
    if any(each.tense == base for each in inside):
        return False
    if any(each.subject is not None and tokens[each.subject].lower in _GENERAL for each in inside):
        return True
    subject = verb.subject if verb.subject is not None else verb.index
    near = [each.lower for each in tokens[max(sentence.first, subject - 3) : subject]]
    if tokens[subject].lower in _RELATIVES and tokens[verb.head].dep == "relcl":
        return True
    kind = tokens[subject].tag == "NNS" and not _DEFINITE.intersection(near)
    general = kind or "a" in near or "an" in near
    return general or (tokens[verb.head].lemma in _PLACES and tokens[subject].tag in ("NN", "NNS"))


def _told_nearby(passage: Passage, base: str) -> bool:
    """Whether a main verb of the paragraph before or after is told in ``base``."""
    tags = ("VBD",) if base == PAST else ("VBZ", "VBP")
    near = [each for each in (passage.before, passage.after) if each is not None]
    return any(token.tag in tags and is_main_verb(token) for each in near for token in narration(each))


def _thought(passage: Passage, inside: Sequence[Token], verb: Verb) -> bool:
    """“It is late, she thought”: what leads the report comes after, or the words are those of somebody else."""
    tokens = passage.analysis.tokens
    head = tokens[verb.head]
    if head.dep == "ccomp" and head.head > verb.head and tokens[head.head].lemma in _THINKS:
        return True
    if any(each.lower in _THOUGHT and 1 < place < len(inside) and inside[place - 2].text in _PAUSES
           for place, each in enumerate(inside)):
        return True
    return _elses_words(passage, inside)


def _elses_words(passage: Passage, inside: Sequence[Token]) -> bool:
    """Whether somebody's letter, thought or song is quoted: "I" in a story of others, "you" where nobody is told so."""
    zone = passage.analysis.zone
    lowers = {each.lower for each in inside if zone(each.start) is not Zone.SPEECH}
    if passage.scene.person != "first" and lowers & _FIRST:
        return True
    return passage.scene.person != "second" and bool(lowers & _SECOND)


def _general(tokens: tuple[Token, ...], verbs: Sequence[Verb], verb: Verb) -> bool:
    """What holds always: what one does, that the sun rises, where a house stands."""
    head = tokens[verb.head]
    subject = tokens[verb.subject] if verb.subject is not None else None
    named = subject is not None and (subject.lower in _PERSONS or subject.tag in ("NNP", "NNPS"))
    if subject is not None and subject.lower in _GENERAL | _SAYINGS:
        return True
    if any(each.lower in _SAYINGS for each in tokens[max(0, verb.index - 8) : verb.index]):
        return True
    plain = verb.head == verb.index and not any(each.head == verb.head and each.index != verb.head for each in verbs)
    if head.dep == "ccomp" and plain and not named and tokens[head.head].lemma in _REPORTS:
        return True
    if _likened(tokens, verb, subject):
        return True
    return head.lemma == "do" and plain and any(each.lower == "what" for each in tokens[: verb.index])


def _likened(tokens: tuple[Token, ...], verb: Verb, subject: Token | None) -> bool:
    """“As a flower yields to the wind”, “as a man wearing a monocle can”: a likeness to what such things do."""
    if subject is None or subject.tag not in ("NN", "NNS") or verb.subject is None:
        return False
    noun = [each.lower for each in tokens[max(0, verb.subject - 3) : verb.subject]]
    near = [each.lower for each in tokens[max(0, verb.subject - 8) : verb.subject]]
    general = "a" in noun or "an" in noun or (subject.tag == "NNS" and not _DEFINITE.intersection(noun))
    return general and any(each in ("as", "like", "than") for each in near)


def _noun(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """Whether the word stands where a noun does: her thoughts, the mother's wants, rubies and sapphires.

    A word in -s that a plural would have for its verb is a noun's plural, and so is one that has its own participle
    behind it and no subject before it: "he ran, tears beginning to form".
    """
    before = tokens[verb.index - 1] if verb.index else None
    token = tokens[verb.index]
    if before is None or token.tag == "MD" or token.lower in _HELPERS:
        return False
    if token.tag == "VBZ" and verb.shared and verb.subject is not None:
        behind = tokens[verb.index + 1].tag if verb.index + 1 < len(tokens) else ""
        if tokens[verb.subject].lower in _MANY or tokens[verb.subject].tag in ("NNS", "NNPS") or behind == "VBG":
            return True
    return before.tag in ("PRP$", "POS") or (before.tag == "DT" and before.lower in ("the", "a", "an"))


def _looks_back(tokens: tuple[Token, ...], verbs: Sequence[Verb], verb: Verb) -> bool:
    """“It always had ears”, “he was five when she left”; and one of several pasts in a row."""
    head = tokens[verb.head]
    near = tokens[max(0, verb.index - 2) : verb.index + 2]
    if any(each.lower in ("always", "never", "than") for each in near) or _is_idiom(tokens, verb):
        return True
    others = [each for each in verbs if each.tense == PAST and each is not verb]
    leading = any(tokens[each.head].dep == "advcl" and tokens[each.head].head == verb.head for each in others)
    perfect = any(each.dep == "aux" and each.lemma == "have" and each.head == head.head for each in tokens)
    if leading or (perfect and head.dep == "conj"):
        return True
    place = verbs.index(verb)
    beside = [*verbs[max(0, place - 1) : place], *verbs[place + 1 : place + 2]]
    return len(others) + 1 >= _ROW and any(each.tense == PAST for each in beside)


def _is_idiom(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """“That was all.”"""
    after = [each.lower for each in tokens[verb.index + 1 : verb.index + 2]]
    return verb.subject is not None and tokens[verb.subject].lower == "that" and after in (["all"], ["that"])


def _unreal(tokens: tuple[Token, ...], verb: Verb) -> bool:
    """“As if she owned it”, “he wishes he knew”, “where it was”: a past form of no time, or of one before."""
    head = tokens[verb.head]
    near = tokens[max(0, verb.head - 12) : verb.index]
    led = any(each.lower in _UNREAL and each.head == verb.head for each in near)
    return led or (head.dep == "ccomp" and tokens[head.head].lemma in ("wish", "suppose", "would"))
