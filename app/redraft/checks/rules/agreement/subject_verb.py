# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb that does not go with its subject: they was, he don’t, the doors was.

Why a reader minds: the ear expects the pair to match, and stops where it does not.

When to leave it: in dialect, and in wishes (“if he were king”).

Example: They was late. → They were late.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Sentence, Token, Zone
from redraft.language.inflection import forms_of, inflect

_ONE = words(
    "he she it this that everyone everybody someone somebody nobody anyone anybody everything nothing something each"
)
_MANY = words("they we these those both")
_OF_SEVERAL = words("one each neither either")
"""One of several, with “of them” behind it."""
_TO_MANY = {
    "was": "were",
    "is": "are",
    "has": "have",
    "does": "do",
    "'s": "are",
    "wasn't": "weren't",
    "isn't": "aren't",
}
_TO_ONE = {"are": "is", "have": "has", "do": "does", "were": "was"}
_OF_OLD = words("better best well folly vain idle wise wiser useless madness as easy hard to so otherwise not")
_SPOKEN_SO = words("was wasn't were is isn't 's has do does")
_WAS = words("he she it that everyone everybody someone somebody nobody anyone anybody everything nothing")
_NOT_SUBJECTS = words("and or nor make made let did do does than of as if")
_COUNTS = words("two three four five six seven eight nine ten both several many")
_IRREGULAR = words("men women children people feet teeth")
_WISHES = words("case if though wish wished as were unless lest would should could let whether suppose had")
_BARE_SUBJECTS = words("he she everyone everybody someone somebody nobody")
_SUMS = words(
    "pounds dollars shillings pence cents quid miles yards feet inches hours minutes seconds days weeks months years"
    " times degrees"
)
_OPENERS = words("the his her their my our these those")
_OPENS = frozenset("“\"‘,;:—–…")
_LETS = words("let make made see saw watch watched hear heard feel felt help helped did do does that and or than god "
              "heaven")
_SINGULAR_S = words("news mathematics physics politics")
_GROUPS = words(
    "police family crowd couple pair staff team crew number lot rest majority half most some all "
    "none more any"
    " series species means headquarters news dozen hundred thousand company army group band gang what "
    "which who"
)


@check(
    id="subject-verb",
    name="Verb that does not go with its subject",
    category="agreement",
    weight=0.7,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("They ⟦was⟧ late that evening.", "were"),
        Fires("We ⟦was⟧ on the road by six.", "were"),
        Fires("The doors ⟦was⟧ open.", "were"),
        Fires("She ⟦have⟧ no idea of it.", "has"),
        Fires("One of the men ⟦were⟧ asleep.", "was"),
        Fires("Everyone ⟦were⟧ late.", "was"),
        Fires("Neither of them ⟦were⟧ hurt.", "was"),
        Fires("The two boys ⟦was⟧ brothers.", "were"),
        Fires("People ⟦was⟧ running.", "were"),
        Fires("He ⟦do⟧n’t know.", "did"),
        Quiet("If everyone were late, he would go. She wished he were there."),
        Quiet("It was one of the men who were asleep."),
        Quiet("Neither of them was hurt."),
        Fires("She ⟦come⟧ here every night.", "came"),
        Quiet("God bless him. He saw her come here every night."),
        Quiet("They were late that evening."),
        Quiet("If he were king, they would know."),
        Quiet("“They was late,” he said."),
        Quiet("The family were late."),
        Quiet("Ten years was a long time."),
        Quiet("The sound of the doors was faint."),
        Quiet("Did he have an idea? Let him have it."),
        Quiet("There was a man and a woman."),
        Fires("It ⟦were⟧ almost midnight.", "was"),
        Fires("The news ⟦were⟧ not good.", "was"),
        Quiet("It were better to leave it, he thought, as it were."),
        Quiet("“They was going to teach us,” said Mei. “You know how them two is.”"),
        Quiet("We was none of us taught to talk proper, nor my da neither.", person="first"),
    ),
)
def subject_verb(passage: Passage) -> Iterator[Found]:
    """Pronouns and plain plural nouns beside the wrong form; in speech only with a second voice."""
    analysis = passage.analysis
    for sentence in analysis.sentences:
        inside = analysis.tokens[sentence.first : sentence.last]
        if not any(each.lower in _TO_MANY or each.lower in _TO_ONE or each.tag == "VBP" for each in inside):
            continue
        for clause in clauses(analysis, sentence):
            new = _right_form(passage, sentence, clause) or _bare_form(passage, sentence, clause)
            if new and not _as_they_talk(passage, clause):
                yield _found(passage, clause, *new)


def _as_they_talk(passage: Passage, clause: Clause) -> bool:
    """Whether somebody talks so: "we was", "he don't" and "it were" in speech, or beside other signs of a voice."""
    verb = passage.analysis.tokens[clause.finite]
    spoken = zone_of(passage, verb.start) is not Zone.NARRATION
    if spoken and verb.lower in _SPOKEN_SO:
        return True
    return own_voice(passage, verb.start, verb.end)


def _right_form(passage: Passage, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
    """What to write for a helper that does not go with the subject right before it; nothing where it does."""
    tokens = passage.analysis.tokens
    subject, verb = tokens[clause.subject], tokens[clause.finite]
    if subject.lower in _SINGULAR_S and verb.lower in ("were", "are") and clause.finite == clause.subject + 1:
        return () if clause.led else (_TO_ONE[verb.lower],)
    far = 6 if subject.lower in _OF_SEVERAL else 3
    between = tokens[clause.subject + 1 : clause.finite]
    if not 0 < clause.finite - clause.subject <= far or any(not each.is_word for each in between):
        return ()
    if any(each.lower in _WISHES for each in tokens[max(sentence.first, clause.subject - 5) : clause.subject]):
        return ()
    if verb.lower in _TO_MANY:
        plural = subject.lower in _MANY or _plain_plural(tokens, sentence, clause.subject)
        return (_TO_MANY[verb.lower],) if plural and verb.lower != "'s" and far == 3 else ()
    if verb.lower not in _TO_ONE or verb.tag == "VB" or not _one(tokens, sentence, clause):
        return ()
    if verb.lower == "do" and passage.scene.tense == "past":
        return "did", "does"
    return (_TO_ONE[verb.lower],)


def _one(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause) -> bool:
    """Whether the subject is one person or thing: he, nobody, "one of the men", "the old man"."""
    subject, verb = tokens[clause.subject], tokens[clause.finite]
    before = tokens[clause.subject - 1].lower if clause.subject > sentence.first else ""
    if before in _NOT_SUBJECTS:
        return False
    if subject.lower in _OF_SEVERAL:
        of = [each.lower for each in tokens[clause.subject + 1 : clause.finite]]
        return of[:1] == ["of"] and 2 <= len(of) <= 4 and not {"who", "that", "which", "whom"} & set(of)
    if verb.lower == "were":
        wish = any(each.lower in _WISHES or each.tag == "MD" for each in tokens[sentence.first : clause.subject])
        plain = clause.finite - clause.subject == 1 and not wish and not clause.led
        if subject.lower in ("it", "that"):
            behind = tokens[clause.finite + 1].lower if clause.finite + 1 < sentence.last else ""
            plain = plain and before in ("", "and", "but", "then") and behind not in _OF_OLD
        return plain and (subject.lower in _WAS or (subject.lower == "i" and before in ("", "and", "but", ",", ";")))
    return subject.lower in _ONE and subject.lower not in ("this", "that")


def _bare_form(passage: Passage, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
    """What to write for a bare verb beside he, she or nobody: the tense of the scene first."""
    tokens = passage.analysis.tokens
    subject, verb = tokens[clause.subject], tokens[clause.finite]
    near = tokens[max(sentence.first, clause.subject - 6) : clause.finite]
    if verb.tag != "VBP" or subject.lower not in _BARE_SUBJECTS or not 0 < clause.finite - clause.subject <= 2:
        return ()
    if subject.lower not in ("he", "she") and passage.analysis.zone(verb.start) is not Zone.NARRATION:
        return ()
    if verb.lower in ("dare", "need") or verb.lower in forms_of(verb.lemma, "VBD"):
        return ()
    if verb.lower != verb.lemma or clause.led or any(each.lower in _WISHES or each.lower in _LETS for each in near):
        return ()
    forms = tuple(each for tag in ("VBD", "VBZ") if (each := inflect(verb.lemma, tag)))
    return forms if passage.scene.tense == "past" else forms[::-1]


def _plain_plural(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> bool:
    """Whether the subject is "the doors", "his two sons" or "people": a plural on its face that opens its clause."""
    noun = tokens[index]
    irregular = noun.lower in _IRREGULAR
    if not irregular and (noun.tag != "NNS" or not noun.lower.endswith("s") or noun.lower in _GROUPS):
        return False
    if noun.dep == "expl":
        return False
    first = index
    while first > sentence.first and tokens[first - 1].lower in _COUNTS:
        first -= 1
    if first < index and noun.lower in _SUMS:
        return False
    if first > sentence.first and tokens[first - 1].lower in _OPENERS:
        first -= 1
    elif first == index and not irregular:
        return False
    return first == sentence.first or tokens[first - 1].text in _OPENS or (
        tokens[first - 1].lower in ("and", "but", "so", "then") and tokens[first - 2].text == ",")


def _found(passage: Passage, clause: Clause, *forms: str) -> Found:
    subject, verb = passage.analysis.tokens[clause.subject], passage.analysis.tokens[clause.finite]
    speech = zone_of(passage, verb.start) is not Zone.NARRATION
    message = f"“{verb.text}” does not go with “{subject.text}”; with it stands “{forms[0]}”."
    fixes = tuple(fitted(verb.text, each, passage.text) for each in forms)
    return Found(verb.start, verb.end, message, fixes, unsure=speech)
