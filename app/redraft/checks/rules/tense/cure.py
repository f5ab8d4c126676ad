# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that a slipped verb should have: walks is walked, isn’t is wasn’t, can’t is couldn’t."""

from __future__ import annotations

from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.tense.verbs import Verb
from redraft.language.analysis import Token
from redraft.language.inflection import inflect, lemma

_PAST = {
    "is": "was", "am": "was", "are": "were", "has": "had", "have": "had", "does": "did", "do": "did", "can": "could",
    "ca": "could", "will": "would", "wo": "would", "'m": " was", "'re": " were", "'ve": " had", "'ll": " would",
}  # fmt: skip
_PRESENT_MODALS = {"could": "can", "would": "will"}
_NEGATED = {"can": "ca", "will": "wo"}
_LEMMAS = {"lay": "lie", "found": "find", "left": "leave", "felt": "feel", "saw": "see", "fell": "fall",
           "ground": "grind", "wound": "wind", "bore": "bear", "thought": "think"}  # fmt: skip
_MANY = frozenset(("i", "you", "we", "they", "these", "those", "both"))


def cured(tokens: tuple[Token, ...], verb: Verb, base: str, text: str) -> str | None:
    """What to write for a verb in a scene told in ``base``; None where that is not sure, or nothing changes."""
    token = tokens[verb.index]
    new = _past(tokens, verb) if base == "past" else _present(tokens, verb)
    if new is None or new == token.lower or not lexicon().knows(new.strip()):
        return None
    return fitted(token.text, new, text)


def _past(tokens: tuple[Token, ...], verb: Verb) -> str | None:
    token = tokens[verb.index]
    if token.lower in _PAST:
        return _PAST[token.lower]
    if token.lower == "'s":
        after = tokens[verb.index + 1].tag if verb.index + 1 < len(tokens) else ""
        return " was" if after in ("JJ", "DT", "VBG", "IN", "PRP$") else None
    return inflect(lemma(token.lower, "VERB"), "VBD") if token.lower.isalpha() else None


def _present(tokens: tuple[Token, ...], verb: Verb) -> str | None:
    token = tokens[verb.index]
    many = _many(tokens, verb)
    negated = verb.index + 1 < len(tokens) and tokens[verb.index + 1].lower == "n't"
    if token.tag == "MD":
        modal = _PRESENT_MODALS.get(token.lower)
        return _NEGATED[modal] if modal and negated else modal
    if token.lower in ("was", "were"):
        first = verb.subject is not None and tokens[verb.subject].lower == "i"
        return "am" if first and not negated else "are" if many or token.lower == "were" else "is"
    if not token.lower.isalpha():
        return None
    known = _LEMMAS.get(token.lower) or (token.lemma if token.lemma != token.lower else lemma(token.lower, "VERB"))
    return inflect(known, "VBP" if many else "VBZ")


def _many(tokens: tuple[Token, ...], verb: Verb) -> bool:
    if verb.subject is None:
        return False
    subject = tokens[verb.subject]
    if subject.lower in ("who", "which", "that") and tokens[verb.head].dep == "relcl":
        subject = tokens[tokens[verb.head].head]
    joined = any(each.head == verb.subject and each.dep == "conj" for each in tokens[verb.subject + 1 : verb.index])
    return subject.lower in _MANY or subject.tag in ("NNS", "NNPS") or joined
