# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: much and less for what is counted, many and few for what is not: much friends, many time, less men.

Why a reader minds: English counts friends and measures time, and keeps the words for it apart.

When to leave it: with sums (less than ten miles), and in speech.

Example: He did not have much friends. → He did not have many friends.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice
from redraft.language.analysis import Token, Zone

_SUMS = words(
    "miles yards feet inches metres meters pounds dollars cents pence shillings hours minutes seconds days weeks months"
    " years times degrees percent thanks news means pains goods wits brains guts politics physics mathematics clothes"
    " ashes riches manners airs spirits oats dregs odds stairs headquarters works species series remains"
)
_PEOPLE = words("men women children people friends")
_MASS = words("money time water food information advice furniture blood snow rain luggage patience courage luck"
              " strength energy attention bread milk wine gold equipment progress homework knowledge traffic")
_NOT_COUNTED = words(
    "water money blood snow rain patience courage luck strength energy attention milk furniture"
    " advice information"
)


@check(
    id="much-many", name="Much, many, less, few, amount", category="wrong-form", weight=0.68, sure=True,
    examples=(
        Fires("He did not have ⟦much⟧ friends in the capital.", "many"),
        Fires("She did not have ⟦many⟧ time left.", "much"),
        Fires("There were ⟦less⟧ men on the wall than before.", "fewer"),
        Fires("The ⟦amount⟧ of people surprised her.", "number"),
        Fires("She had ⟦a lots⟧ of time.", "a lot"),
        Quiet("He did not have many friends or much money."),
        Quiet("It took less than ten minutes; it was less miles than hours."),
        Quiet("Many time-worn stones, and much good news."),
        Quiet("The amount of money and the number of people."),
        Quiet("“There was less men there,” he said."),
        Quiet("They were not so much friends as rivals."),
        Quiet("He did not much like people, and few money men did."),
    ),
)
def much_many(passage: Passage) -> Iterator[Found]:
    """The word before a noun of the other sort; in speech with a second voice."""
    tokens = passage.analysis.tokens
    for index in range(len(tokens) - 1):
        place = _wrong(tokens, index)
        if place is None:
            continue
        last, new = place
        weak = tokens[index].lower == "amount"
        start, end = tokens[index].start, tokens[last].end
        if own_voice(passage, start, end):
            continue
        fix = fitted(passage.text[start:end], new, passage.text)
        speech = passage.analysis.zone(start) is not Zone.NARRATION
        yield Found(start, end, f"With “{tokens[last + 1].text}” goes “{fix}”.", (fix,), unsure=speech or weak)


def _wrong(tokens: tuple[Token, ...], index: int) -> tuple[int, str] | None:
    """The last token of what is wrong here and what to write for it; None where all is right."""
    word, after = tokens[index].lower, tokens[index + 1]
    if word == "a" and after.lower == "lots" and index + 2 < len(tokens) and tokens[index + 2].lower == "of":
        return index + 1, "a lot"
    if word == "amount" and after.lower == "of" and index + 2 < len(tokens):
        return (index, "number") if _many(tokens, index + 2) else None
    likened = index > 0 and tokens[index - 1].lower in ("so", "as", "not")
    if word == "much" and not likened and _many(tokens, index + 1) and tokens[index].head == index + 1:
        return index, "many"
    if word == "less" and _many(tokens, index + 1) and tokens[index].head == index + 1:
        return index, "fewer"
    if word == "many" and after.lower in _MASS and after.tag == "NN" and _ends(tokens, index + 1):
        return index, "much"
    few = word == "few" and after.lower in _NOT_COUNTED and after.tag == "NN" and _ends(tokens, index + 1)
    return (index, "little") if few and tokens[index].head == index + 1 else None


def _many(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether here stands a plural that is counted, the last of its phrase."""
    noun = tokens[index]
    plural = noun.tag == "NNS" and (noun.lower in _PEOPLE or noun.lower.endswith("s")) and noun.lower not in _SUMS
    return plural and _ends(tokens, index)


def _ends(tokens: tuple[Token, ...], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not (after.tag in ("NN", "NNS", "NNP", "POS", "HYPH") or after.text in "-’'")
