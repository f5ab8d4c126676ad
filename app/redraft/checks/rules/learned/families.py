# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: errors that the learned tagger sees, one check for each family of error.

Why a reader minds: see each family.

When to leave it: the tagger knows how published fiction is written, not what this author wants. Where the sentence
is meant as it stands, leave it.

Example: see each family.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redraft.checks.check import Check, Fires, Found, Quiet
from redraft.checks.finding import Severity
from redraft.checks.rules.learned.gate import fits
from redraft.checks.rules.learned.weighed import speaks
from redraft.checks.rules.learned.words import message
from redraft.checks.story import FAINT, EngineMark, Passage
from redraft.checks.thresholds import bar
from redraft.language.analysis import Zone


@dataclass(frozen=True, slots=True)
class Family:
    """One family: its category is the tagger's own name for it; ``why`` and ``examples`` make its manual page."""

    category: str
    id: str
    name: str
    why: str
    examples: tuple[Fires | Quiet, ...]


def _check(family: Family) -> Check:
    fires = next(each for each in family.examples if isinstance(each, Fires))
    marked = fires.text.replace("⟦", "*").replace("⟧", "*")
    manual = (
        f"What it finds: {family.name[0].lower() + family.name[1:]}, as the learned tagger sees it.\n\n"
        f"Why a reader minds: {family.why}\n\n"
        "When to leave it: the tagger has learned from published novels and marks what they would not have. Where the"
        f" sentence is meant as it stands, leave it.\n\nExample: {marked} → {fires.fix}"
    )

    def rule(passage: Passage) -> Iterator[Found]:
        for mark in passage.marks:
            if mark.message == family.category and mark.suggestions and mark.engine in _VOICES:
                seconded = _seconded(passage, mark)
                if (seconded or mark.engine != FAINT) and fits(passage, mark):
                    yield _found(passage, mark, seconded=seconded)

    return Check(
        family.id, family.name, family.category, Severity.WARNING, True, 0.5, True, family.examples, rule, manual
    )


def _seconded(passage: Passage, mark: EngineMark) -> bool:
    """Whether what novels have speaks for the mark as well."""
    speech = passage.analysis.zone(mark.start) is not Zone.NARRATION
    return speaks(mark, passage.straight, speech=speech, roughness=passage.story.roughness)


def _found(passage: Passage, mark: EngineMark, *, seconded: bool) -> Found:
    """The mark as a finding; sure when even a clean book would show it."""
    roughness = passage.story.roughness
    speech = passage.analysis.zone(mark.start) is not Zone.NARRATION
    told = seconded or mark.probability >= bar(mark, speech=speech, roughness=roughness)
    return Found(
        mark.start, mark.end, message(passage, mark), mark.suggestions, weight=0.3 + 0.4 * mark.probability,
        unsure=mark.message in _SECONDED or not told,
        sure=mark.probability >= bar(mark, speech=speech, roughness=None), judge="tagger",
    )


_VOICES = ("tagger", FAINT)
_SECONDED = frozenset(("tense",))
"""What the tagger alone is often wrong in: letters, thoughts and truths in another tense. The tense rule hears it."""

FAMILIES = (
    Family(
        "comma", "learned-comma", "Comma missing or too many",
        "commas are the small pauses; one too few runs two thoughts together, one too many cuts a thought in two.",
        (
            Fires("When the rain ⟦stopped⟧ he went home.", "stopped,", mark="A_,"),
            Fires("The old ⟦house,⟧ stood empty.", "house", mark="D"),
            Quiet("When the rain ⟦stopped⟧, he went home.", mark="A_,", fix="stopped,", probability=0.05),
            Quiet("The old house stood empty."),
        ),
    ),
    Family(
        "comma-splice", "learned-splice", "Sentences run together",
        "a comma alone does not hold two sentences; the reader takes the second for a part of the first.",
        (
            Fires("It was ⟦late, he⟧ went home.", "late. He", mark="R_."),
            Quiet("It was ⟦late, he⟧ thought.", mark="R_.", fix="late. He", probability=0.05),
        ),
    ),
    Family(
        "punctuation", "learned-punctuation", "Wrong or missing mark",
        "marks tell the voice where to rise, to stop and to break off.",
        (
            Fires("He stopped at the ⟦gate⟧ Then he turned.", "gate.", mark="A_."),
            Quiet("He stopped at the ⟦gate⟧.", mark="A_.", fix="gate.", probability=0.05),
        ),
    ),
    Family(
        "dialogue-punctuation", "learned-dialogue", "Marks between speech and telling",
        "the marks at a speech’s edge show where the voice ends and the telling goes on.",
        (
            Fires("“I know⟦.”⟧ said the smith.", ",”", mark="R_,"),
            Quiet("“I know⟦,”⟧ said the smith.", mark="R_.", fix=".”", probability=0.05),
        ),
    ),
    Family(
        "missing-word", "learned-missing-word", "Word missing",
        "the eye of the author reads a word that the page does not have.",
        (
            Fires("He wanted ⟦to⟧ home.", "to go", mark="A_go"),
            Quiet("He wanted ⟦to⟧ go home.", mark="A_go", fix="to go", probability=0.05),
        ),
    ),
    Family(
        "extra-word", "learned-extra-word", "Word too many",
        "a word left over from an earlier wording makes the reader stop and sort.",
        (
            Fires("He went ⟦to ⟧home.", "", mark="D"),
            Quiet("He went ⟦to ⟧the house.", mark="D", probability=0.05),
        ),
    ),
    Family(
        "article", "learned-article", "Article",
        "a, an and the tell whether a thing is new or known.",
        (
            Fires("He sat in ⟦the⟧ chair and an hour passed.", "a", mark="R_a"),
            Quiet("He sat in ⟦the⟧ chair.", mark="R_a", fix="a", probability=0.05),
        ),
    ),
    Family(
        "confusable", "learned-confused-word", "One word for another",
        "a real word in the wrong place slips past every spelling list and stops the reader.",
        (
            Fires("She knew ⟦than⟧ he would come.", "that", mark="R_that"),
            Quiet("He was older ⟦than⟧ she.", mark="R_that", fix="that", probability=0.05),
            Quiet("It was ⟦Than⟧ who came.", mark="R_that", fix="that", names=("Than",)),
            Quiet("He could ⟦here⟧ the sea.", mark="R_hear", fix="hear"),
        ),
    ),
    Family(
        "spelling", "learned-joined-word", "Words joined or split",
        "all ready and already, in to and into: the join changes the sense.",
        (
            Fires("It was ⟦every thing⟧ he had.", "everything", mark="$MERGE"),
            Quiet("It was ⟦every thing⟧ he had.", mark="$MERGE", fix="everything", probability=0.05),
        ),
    ),
    Family(
        "tense", "learned-tense", "Tense of the telling",
        "the reader loses footing when the telling slips from what was to what is.",
        (
            Fires("He opened the door and ⟦walks⟧ in.", "walked", mark="$PAST"),
            Quiet("He opens the door and ⟦walks⟧ in.", tense="present", mark="$PAST", fix="walked"),
            Quiet("“He opens the door and ⟦walks⟧ in,” she said.", mark="$PAST", fix="walked", probability=0.6),
        ),
    ),
    Family(
        "verb-form", "learned-verb-form", "Form of a verb",
        "had went, did knew: the ear of a practised reader hears it at once.",
        (
            Fires("He had ⟦went⟧ home.", "gone", mark="$PP"),
            Quiet("He had ⟦gone⟧ home.", mark="$BASE", fix="go", probability=0.05),
        ),
    ),
    Family(
        "agreement", "learned-agreement", "Words that must agree",
        "a verb follows its subject in number; where it does not, the reader looks for another subject.",
        (
            Fires("The doors ⟦was⟧ open.", "were", mark="R_were"),
            Quiet("The door ⟦was⟧ open.", mark="R_were", fix="were", probability=0.05),
        ),
    ),
    Family(
        "apostrophe", "learned-apostrophe", "Apostrophe",
        "the apostrophe tells whose a thing is, and which letters are left out.",
        (
            Fires("He took his ⟦fathers⟧ coat.", "father's", mark="$POSS"),
            Quiet("He met his ⟦fathers⟧.", mark="$POSS", fix="father's", probability=0.05),
        ),
    ),
    Family(
        "wrong-form", "learned-wrong-form", "Wrong form of a word",
        "quick and quickly do different work; the wrong one limps.",
        (
            Fires("He ran ⟦quick⟧ to the door.", "quickly", mark="$LY"),
            Quiet("He was ⟦quick⟧.", mark="$LY", fix="quickly", probability=0.05),
        ),
    ),
    Family(
        "case", "learned-capital", "Capital or small letter",
        "a capital promises a name or a new sentence.",
        (
            Fires("He saw the ⟦Door⟧.", "door", mark="$LOWER"),
            Quiet("He saw ⟦Anko⟧.", mark="$LOWER", fix="anko", names=("Anko",)),
        ),
    ),
    Family(
        "hyphenation", "learned-hyphen", "Hyphen",
        "a hyphen ties words that work as one: a well-known face.",
        (
            Fires("It was a ⟦well known⟧ face.", "well-known", mark="$HYPHEN"),
            Quiet("It was ⟦well known⟧.", mark="$HYPHEN", fix="well-known", probability=0.05),
        ),
    ),
    Family(
        "pronoun", "learned-pronoun", "Pronoun",
        "he or him, who or whose: the form tells who does what to whom.",
        (
            Fires("⟦Him⟧ went home.", "He", mark="R_he"),
            Quiet("⟦He⟧ went home.", mark="R_him", fix="Him", probability=0.05),
        ),
    ),
    Family(
        "preposition", "learned-preposition", "Small word between others",
        "in, on, at and their like are fixed by custom, and a wrong one sounds foreign.",
        (
            Fires("He arrived ⟦to⟧ the house.", "at", mark="R_at"),
            Quiet("He went ⟦to⟧ the house.", mark="R_at", fix="at", probability=0.05),
        ),
    ),
)
"""Every family that the tagger knows, and the check made of it."""

CHECKS = tuple(_check(each) for each in FAMILIES)
