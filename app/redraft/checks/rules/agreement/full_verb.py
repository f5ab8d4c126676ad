# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an s at a verb whose subject is many, and none where it is one: the lamps burns, the bell ring.

Why a reader minds: the s tells that one does it; the subject says several do.

When to leave it: in dialect, and with groups that act as many (the crew sleep on deck).

Example: The lamps burns low. → The lamps burn low.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses
from redraft.checks.lexicon import BE, DO, HAVE, words
from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Sentence, Token, Zone
from redraft.language.inflection import forms_of, inflect

_OPENERS = words("the his her their my our these those your its")
_ONE = words("the his her my our your its their a an this that")
_PRONOUNS = words("i you we they")
_MEN = words("men women children people feet teeth")
_GROUPS = words(
    "family crew team band gang crowd staff army swarm court council clan squad pack herd flock company party"
    " group couple"
    " pair village rest lot number public press police enemy majority half most some none any news series means species"
)
_SUMS = words("pounds dollars miles yards feet hours minutes seconds days weeks months years times")
_WISHES = words(
    "if though wish wished as unless lest whether that demanded insist insisted suggest suggested"
    " ask asked let"
                " make makes made see saw hear heard watch watched help helps may should must until before than")


@check(
    id="full-verb", name="Full verb that does not go with its subject", category="agreement", weight=0.69, sure=True,
    sentence_bound=True,
    examples=(
        Fires("The lamps ⟦burns⟧ low.", "burn", tense="present"),
        Fires("My knees ⟦buckles⟧ under me as I ran.", "buckled"),
        Fires("We ⟦goes⟧ upstairs and wait.", "go", tense="present"),
        Fires("The whole street ⟦know⟧ me by now.", "knows", tense="present"),
        Quiet("The lamps burn low, and the lamp burns out.", tense="present"),
        Quiet("The crew sleep on deck.", tense="present"),
        Quiet("She demands that the man leave.", tense="present"),
        Quiet("“The lamps burns low,” he says.", tense="present"),
        Quiet("The door burst open and the man cut the rope."),
        Quiet("I goes down the pit with me brother, I does.", tense="present", person="first"),
        Quiet("The Waves sells well; Three Rivers lies on the coast.", tense="present"),
    ),
)
def full_verb(passage: Passage) -> Iterator[Found]:
    """A subject that opens its clause, and right behind it the wrong form; outside speech and voices of their own."""
    tokens = passage.analysis.tokens
    for sentence in passage.analysis.sentences:
        if not any(each.tag in ("VBZ", "VBP") for each in tokens[sentence.first : sentence.last]):
            continue
        for clause in clauses(passage.analysis, sentence):
            verb = tokens[clause.finite]
            forms = _right(passage, sentence, clause)
            told = bool(forms) and zone_of(passage, verb.start) is Zone.NARRATION
            if told and not own_voice(passage, verb.start, verb.end):
                yield _found(passage, tokens[clause.subject], verb, forms)


def _right(passage: Passage, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
    """What to write, the tense of the scene first; nothing where the verb goes with its subject."""
    tokens = passage.analysis.tokens
    verb = tokens[clause.finite]
    if clause.verb != clause.finite or clause.led or clause.finite != clause.subject + 1 or not verb.text.islower():
        return ()
    if verb.lower in BE | DO | HAVE or verb.lower in ("says", "dare", "need") or not verb.lemma:
        return ()
    past = inflect(verb.lemma, "VBD")
    if verb.tag == "VBZ" and verb.lower.endswith("s") and _many(tokens, sentence, clause.subject):
        forms = (verb.lemma, past)
    elif verb.tag == "VBP" and verb.lower == verb.lemma and _one(tokens, sentence, clause.subject):
        if passage.scene.tense != "present" or verb.lower in forms_of(verb.lemma, "VBD"):
            return ()
        forms = (inflect(verb.lemma, "VBZ") or "", past)
    else:
        return ()
    known = tuple(each for each in forms if each and lexicon().knows(each) and each != verb.lower)
    return known if passage.scene.tense != "past" else known[::-1]


def _many(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> bool:
    """Whether the subject is we, you, they, or "the lamps" at the head of its clause."""
    noun = tokens[index]
    if noun.lower in _PRONOUNS:
        return _heads(tokens, sentence, index)
    plural = noun.lower in _MEN or (noun.tag == "NNS" and noun.lower.endswith("s"))
    if not plural or noun.lower in _GROUPS | _SUMS or not noun.text.islower() or index == sentence.first:
        return False
    return tokens[index - 1].lower in _OPENERS and _heads(tokens, sentence, index - 1)


def _one(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> bool:
    """Whether the subject is "the bell" at the head of its clause, no group, and nothing that one wishes."""
    noun = tokens[index]
    if noun.tag != "NN" or noun.lower in _GROUPS or not noun.text.islower() or index == sentence.first:
        return False
    if any(each.lower in _WISHES for each in tokens[sentence.first : index]):
        return False
    first = index - 1 - (tokens[index - 1].tag == "JJ" and index - 1 > sentence.first)
    return tokens[first].lower in _ONE and _heads(tokens, sentence, first)


def _heads(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> bool:
    """Whether the phrase that begins at ``first`` opens the sentence, or follows a comma and “and” or “but”."""
    if first == sentence.first:
        return True
    before = tokens[first - 1]
    if before.lower in ("and", "but", "so") and first - 2 >= sentence.first:
        return tokens[first - 2].text == ","
    return before.text in (";", ":", "—")


def _found(passage: Passage, subject: Token, verb: Token, forms: tuple[str, ...]) -> Found:
    fixes = tuple(fitted(verb.text, each, passage.text) for each in forms)
    message = f"“{verb.text}” does not go with “{subject.text}”; with it stands “{fixes[0]}”."
    return Found(verb.start, verb.end, message, fixes)
