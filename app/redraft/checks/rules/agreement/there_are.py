# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: there was, there is before several: There was two men at the gate.

Why a reader minds: what follows is the subject, and the verb goes with it.

When to leave it: in speech, where most people say “there’s two”, and before sums (there was ten pounds in it).

Example: There was two men at the gate. → There were two men at the gate.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Token, Zone

_RIGHT = {"was": "were", "is": "are", "has": "have"}
_MANY = words(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty many several few both"
    " these those"
)
_SOME = words("some no any more other such")
_SUMS = words(
    "pounds dollars shillings pence cents quid miles yards feet inches metres meters kilometres hours minutes seconds"
    " days weeks months years times degrees percent francs guineas news means series species headquarters barracks"
    " works gallows crossroads goods thanks lots heaps loads tons politics physics mathematics acres knots stairs"
)
_PLURALS = words("men women children people feet teeth police")


@check(
    id="there-are",
    name="“There was” before several",
    category="agreement",
    weight=0.72,
    sure=True,
    examples=(
        Fires("There ⟦was⟧ two men at the gate.", "were"),
        Fires("There ⟦was⟧ many people in the square.", "were"),
        Fires("There ⟦was⟧ old bones on the floor.", "were"),
        Fires("There ⟦is⟧ three letters on the table.", "are", tense="present"),
        Quiet("There were two men at the gate."),
        Quiet("There was a man and two boys at the gate."),
        Quiet("There was ten pounds in it, and there was two hours to go."),
        Quiet("“There was two men at the gate,” he said."),
        Quiet("There was many a man who envied him."),
        Quiet("There was no news, and there was no one there."),
        Quiet("There was one thing, and there was two-thirds of it left."),
    ),
)
def there_are(passage: Passage) -> Iterator[Found]:
    """“There”, a verb for one, and behind it a noun that is plural on its face; in speech with a second voice."""
    if "there " not in passage.lower:
        return
    tokens = passage.analysis.tokens
    for index in range(len(tokens) - 2):
        verb = index + 1
        if tokens[index].lower != "there" or tokens[verb].lower not in _RIGHT:
            continue
        if tokens[verb].lower == "has" and tokens[verb + 1].lower != "been":
            continue
        first = verb + 1 + (tokens[verb + 1].lower in ("not", "n't", "only", "also", "still", "been", "always", "now"))
        if _several(tokens, first):
            yield _found(passage, tokens[verb])


def _several(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a plural noun phrase begins at ``first`` and no other noun joins it by a hyphen."""
    counted = first < len(tokens) and tokens[first].lower in _MANY
    place = first + (first < len(tokens) and (counted or tokens[first].lower in _SOME))
    while place < len(tokens) and place < first + 4 and tokens[place].tag in ("JJ", "VBN", "CD", "JJR"):
        place += 1
    if place >= len(tokens) or tokens[place].lower in ("a", "an") or tokens[place].lower in _SUMS:
        return False
    noun = tokens[place]
    plural = noun.lower in _PLURALS or (noun.tag == "NNS" and noun.lower.endswith("s"))
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    whole = after is None or not (after.tag in ("NN", "NNS", "NNP", "POS", "HYPH") or after.text in "-’'")
    return plural and whole and noun.text[0].islower()


def _found(passage: Passage, verb: Token) -> Found:
    new = fitted(verb.text, _RIGHT[verb.lower], passage.text)
    speech = passage.analysis.zone(verb.start) is not Zone.NARRATION
    return Found(verb.start, verb.end, f"Several follow, so the verb is “{new}”.", (new,), unsure=speech)
