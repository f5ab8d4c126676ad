# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a self-word that goes with somebody else: she poured himself a glass.

Why a reader minds: the self-word looks back to whoever acts, and finds the wrong person.

When to leave it: where it stands beside its own noun (she saw Tom himself).

Example: She poured himself a glass. → She poured herself a glass.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage
from redraft.language.analysis import Token

_SELF = {"he": "himself", "she": "herself", "i": "myself", "they": "themselves", "we": "ourselves", "it": "itself"}
_OTHERS = {"he": ("herself", "themselves"), "she": ("himself", "themselves"), "i": ("himself", "herself"),
           "they": ("himself", "herself"), "we": ("himself", "herself")}
_OBJECT = ("dobj", "dative", "pobj", "iobj")


@check(
    id="reflexive-person", name="Self-word of another person", category="pronoun", weight=0.7, sentence_bound=True,
    examples=(
        Fires("She sat down and poured ⟦himself⟧ a glass of wine.", "herself"),
        Fires("He looked at ⟦herself⟧ in the mirror.", "himself"),
        Quiet("She poured herself a glass, and he looked at himself."),
        Quiet("She asked him about himself, and saw Tom himself."),
        Quiet("He told her to help herself."),
        Quiet("They each thought himself the better man."),
    ),
)
def reflexive_person(passage: Passage) -> Iterator[Found]:
    """A self-word as the object of a verb whose subject is a pronoun of another person, alone in its sentence."""
    tokens = passage.analysis.tokens
    if "sel" not in passage.lower:
        return
    for sentence in passage.analysis.sentences:
        for index in range(sentence.first + 2, sentence.last):
            token = tokens[index]
            if token.dep not in _OBJECT or not token.lower.endswith(("self", "selves")):
                continue
            subject = _subject(tokens, sentence.first, index)
            if subject is None or token.lower not in _OTHERS.get(subject.lower, ()):
                continue
            fix = _SELF[subject.lower]
            yield Found(token.start, token.end, f"It looks back to “{subject.text}”: “{fix}”.", (fix,))


def _subject(tokens: tuple[Token, ...], first: int, index: int) -> Token | None:
    """The one pronoun that the sentence has had so far, right where the self-word must look; None if there are"
    " others."""
    before = tokens[first:index]
    if tokens[index - 1].tag not in ("VBD", "VBZ", "VBP", "IN", "VBG", "VB", "RP"):
        return None
    persons = [each for each in before if each.tag in ("PRP", "PRP$", "NNP", "NN", "NNS", "WP") and each.dep != "pobj"]
    if len(persons) != 1 or persons[0].tag != "PRP" or not persons[0].dep.startswith("nsubj"):
        return None
    return persons[0]
