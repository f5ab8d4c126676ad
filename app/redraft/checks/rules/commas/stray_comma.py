# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a comma that parts what belongs together: a subject from its verb, a verb from its object, “and” from
what it leads in, “that” from what is said.

Why a reader minds: the comma makes a pause where the thought goes on; the reader waits for an aside that never comes.

When to leave it: where you want to hear a halt just there.

Example: The old house on the hill, stood empty. → The old house on the hill stood empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import FINITE, SUBJECTS, commas
from redraft.checks.commas.suspects import SPEECH, odds_of, suspects
from redraft.checks.lexicon import words
from redraft.checks.rates import CLEAN
from redraft.checks.story import Passage
from redraft.language.analysis import Sentence, Token, Zone

_COMPARING = words("more less rather else other worse better")
_TELLING = words("say think know believe feel realize realise tell notice hope fear see hear swear claim insist")
_LIKELY, _CLEARLY = 1.0, 3.0
"""Log-odds of a stray comma from which on the parse is believed: in a rough draft, and in a clean book."""


@check(
    id="stray-comma",
    name="Comma where none belongs",
    category="comma",
    weight=0.45,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("She opened⟦,⟧ the door and looked into the hall.", ""),
        Fires("He thought⟦,⟧ that the house was empty.", ""),
        Quiet("She opened the door, and the cold came in."),
        Quiet("The old man, who had been asleep, opened his eyes."),
        Quiet("He thought, not for the first time, that the house was empty."),
    ),
)
def stray_comma(passage: Passage) -> Iterator[Found]:
    """Commas that the judge would not have set, and those that by the parse part what belongs together."""
    told = set()
    for each in suspects(passage):
        if each.task == "stray" and not each.unsure:
            told.add(each.place.left + 1)
            yield _found(passage, each.place.left + 1, unsure=False)
    odds = odds_of(passage, "stray") or {}
    doubted = {each.place.left + 1 for each in suspects(passage) if each.task == "stray"} - told
    for sentence in passage.analysis.sentences:
        for comma in commas(passage.analysis, sentence):
            if comma in told or comma - 1 not in odds:
                continue
            plain = odds[comma - 1] >= _needed(passage, comma) and parts_what_belongs(passage, sentence, comma)
            if plain or comma in doubted:
                yield _found(passage, comma, unsure=not plain)


def parts_what_belongs(passage: Passage, sentence: Sentence, comma: int) -> bool:
    """Whether by the parse the comma stands between a comparative and "than", a verb and its object or "that", a
    subject and its verb.
    """
    tokens = passage.analysis.tokens
    before, word = tokens[comma - 1], tokens[comma + 1]
    if word.lower == "than":
        return before.tag in ("JJR", "RBR") or before.lower in _COMPARING
    if word.lower == "that" and word.tag == "IN":
        return before.lemma in _TELLING and before.tag in ("VBD", "VBZ", "VBP", "VB")
    others = sum(tokens[each].text in (",", "—", ";", "(") for each in range(sentence.first, sentence.last))
    if others > 1:
        return False
    if before.tag.startswith("VB") and word.tag in ("DT", "PRP$"):
        return any(
            tokens[each].dep == "dobj" and tokens[each].head == comma - 1
            for each in range(comma + 1, min(comma + 5, sentence.last))
        )
    return word.tag in FINITE and _subject_ends(tokens, sentence, comma)


def _subject_ends(tokens: tuple[Token, ...], sentence: Sentence, comma: int) -> bool:
    """Whether the words before the comma are the subject of the verb behind it, and nothing else."""
    verb = tokens[comma + 1].head if tokens[comma + 1].dep in ("aux", "auxpass") else comma + 1
    subject = next(
        (each for each in range(sentence.first, comma) if tokens[each].dep in SUBJECTS and tokens[each].head == verb),
        None,
    )
    if subject is None:
        return False
    return all(each == subject or _under(tokens, each, subject) for each in range(subject, comma))


def _under(tokens: tuple[Token, ...], index: int, top: int) -> bool:
    for _ in range(12):
        if index == top:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def _needed(passage: Passage, comma: int) -> float:
    """The odds at which the parse is believed: lower in a rough draft, higher in speech."""
    speech = passage.analysis.zone(passage.analysis.tokens[comma].start) is not Zone.NARRATION
    return (_LIKELY if (passage.story.roughness or 0.0) > CLEAN else _CLEARLY) + SPEECH * speech


def _found(passage: Passage, comma: int, *, unsure: bool) -> Found:
    before, mark, word = passage.analysis.tokens[comma - 1 : comma + 2]
    message = f"“{before.text} {word.text}” belong together; the comma parts them."
    return Found(mark.start, mark.end, message, ("",), unsure=unsure)
