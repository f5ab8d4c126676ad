# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: him, her, me, them as the subject of a verb, and I or he behind a preposition: her and Anko had.

Why a reader minds: the form of a pronoun tells who does it and to whom; the wrong one turns them round.

When to leave it: in speech, where people do say so.

Example: Her and Anko had talked. → She and Anko had talked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_SUBJECT = {"him": "he", "her": "she", "me": "I", "them": "they", "us": "we"}
_OBJECT = {"i": "me", "he": "him", "she": "her", "they": "them", "we": "us"}
_PAIR = re.compile(
    r"(?<![\w'-])(him|her|me|them) and (?:[A-Z][\w'-]+|(?:his|her|my|the|their|our) [a-z]+|I|he|she) "
    r"(?:(?:had|have|were|are|would|could|will|did|went|walked|ran|came|got|both|always|never|talked|decided|used to"
    r"|sat|stood)\b)"
)
_PAIR_SECOND = re.compile(
    r"(?<![\w'-])(?:[A-Z][\w-]+|(?:his|her|my|the|their) [a-z]+) and (him|her|me|them) "
    r"(?:had|were|would|could|will|went|walked|ran|came|got|decided|used to|sat|stood)\b"
)
_AFTER = re.compile(
    r"(?<![\w'-])(?:between|with|for|to|from|at|behind|beside|against|without|near) (?:[A-Z][\w-]+"
    r"|him|her|them|you|(?:his|her|my) [a-z]+)"
    r" and (I|he|she|they|we)(?=[.,;!?]|$)"
)
_BETWEEN = re.compile(r"(?<![\w'-])[Bb]etween (?:you|him|her|them|[A-Z][\w-]+) and (I|he|she|they|we)(?![\w'])")
_ALONE = re.compile(
    r"(?<![\w'-])(?:[Bb]ehind|[Bb]eside|[Aa]gainst|[Nn]ear|[Aa]bove|[Bb]elow|[Tt]owards?|[Uu]nder|[Ww]ith|[Aa]t|[Oo]f"
    r"|[Ff]rom)"
    r" (he|she|they|we)(?=[,.;!?])"
)
_GIVEN = re.compile(
    r"(?<![\w'-])(?:gave|give|told|to|at|with|for|from|between|behind|beside|against|without|near|of|asked|saw"
    r"|left|invited|sent)"
    r" (?:(?:the|his|her|my|their) [a-z]+ to )?(?:[A-Z][a-z]+|him|her|them|you|(?:his|her|my) [a-z]+) and (I|he"
    r"|she|they|we)"
    r"(?= (?:before|as though|as if|as we|in|on|with|when|while|until|because|into|through|away|off|from|for"
    r"|about|to)\b)"
)
_BETWEEN_FIRST = re.compile(r"(?<![\w'-])[Bb]etween (he|she|they|we|I) and (?=[a-zA-Z])")
_CLAUSE_BEFORE = re.compile(
    r"(?:^|[.!?;:—\"] ?|\b(?:and|but|that|when|while|because|if|where|the \w+|\w+ion|how|what) )$"
)


@check(
    id="pronoun-case",
    name="Subject or object form of a pronoun",
    category="pronoun",
    weight=0.7,
    sure=True,
    examples=(
        Fires("She told him of the conversation ⟦her⟧ and Anko had a few moments earlier.", "she"),
        Fires("⟦Him⟧ and his brother went home.", "He"),
        Fires("It was a secret between Anko and ⟦I⟧.", "me"),
        Fires("Behind ⟦they⟧, the crowd shouted.", "them"),
        Fires("She smiled at Tam and ⟦I⟧ as though nothing had happened.", "me"),
        Fires("There was a quarrel between ⟦he⟧ and his brother.", "him"),
        Quiet("He came with Lira and I went in alone."),
        Quiet("Behind them, the crowd shouted."),
        Quiet("She and Anko had a talk."),
        Quiet("He saw her and Anko had to laugh."),
        Quiet("It was a secret between Anko and me."),
        Quiet("“Him and his brother went home,” he said."),
        Quiet("He looked at her and her brother went home."),
        Quiet("It was for Anko and I knew it."),
    ),
)
def pronoun_case(passage: Passage) -> Iterator[Found]:
    """Pairs joined by “and” with a verb or a preposition beside them; in speech only with a second voice."""
    text = passage.straight
    for match in (
        *_PAIR.finditer(text),
        *re.compile(_PAIR.pattern.replace("(him|her|me|them)", "(Him|Her|Me|Them)")).finditer(text),
    ):
        if _CLAUSE_BEFORE.search(text[: match.start()].lower()[-24:]):
            yield _found(passage, match, _SUBJECT)
    for match in _PAIR_SECOND.finditer(text):
        if re.search(r"(?:^|[.!?;:—\"] ?)$", text[: match.start()]):
            yield _found(passage, match, _SUBJECT)
    seen: set[int] = set()
    for pattern in (_AFTER, _BETWEEN, _BETWEEN_FIRST, _GIVEN, _ALONE):
        for match in pattern.finditer(text):
            if match.start(1) not in seen:
                seen.add(match.start(1))
                yield _found(passage, match, _OBJECT)


def _found(passage: Passage, match: re.Match[str], forms: dict[str, str]) -> Found:
    start, end = match.span(1)
    old = passage.text[start:end]
    new = fitted("" if old == "I" else old, forms[old.lower()], passage.text)
    speech = passage.analysis.zone(start) is not Zone.NARRATION
    role = "subject" if forms is _SUBJECT else "object"
    return Found(start, end, f"“{old}” is the {role} here, and takes the form “{new}”.", (new,), unsure=speech)
