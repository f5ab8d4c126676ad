# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a title before a name without its capital: captain Hale, mr. Smith, uncle Bob.

Why a reader minds: before a name the title is part of the name.

When to leave it: behind a possessive or an article it is a description (my uncle Bob, the detective Hale).

Example: They saw captain Hale. → They saw Captain Hale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_ALWAYS = re.compile(r"(?<![\w@#/.'’-])(mrs?|ms|dr)(?=\.? [A-Z][a-z])")
_TITLE = re.compile(
    r"(?<![\w@#/.'’-])(captain|doctor|professor|inspector|sergeant|detective|lieutenant|colonel|major|general|admiral"
    r"|commander|uncle|aunt|auntie|king|queen|prince|princess|lord|lady|sir|duke|father|sister|brother|mister|miss"
    r"|president|senator|judge|officer|agent|reverend|constable|private|master|grandpa|grandma|cousin)(?= [A-Z][a-z])"
)
_WEAK = words("miss major general private master judge father sister brother cousin lady lord agent officer")
"""Words that are verbs, adjectives or kin as well: a title only behind a verb, a preposition or a mark."""
_DESCRIBED = words("DT PRP$ JJ JJS JJR NN NNS NNP POS CD VBG WP$ RB MD TO PRP")


@check(
    id="title-capital", name="Title before a name without capital", category="case", severity=Severity.ERROR,
    weight=0.8, sure=True,
    examples=(
        Fires("They saw ⟦captain⟧ Hale at the gate.", "Captain", names=("Hale",)),
        Fires("He asked ⟦mr⟧. Smith about it.", "Mr", names=("Smith",)),
        Fires("“We went to ⟦uncle⟧ Bob,” she said.", "Uncle", names=("Bob",)),
        Quiet("They saw my uncle Bob at the gate.", names=("Bob",)),
        Quiet("The detective Hale had sent was late.", names=("Hale",)),
        Quiet("She would miss Anna.", names=("Anna",)),
        Quiet("They saw Captain Hale at the gate.", names=("Hale",)),
    ),
)
def title_capital(passage: Passage) -> Iterator[Found]:
    """Titles in small letters straight before names of this story."""
    text = passage.text
    if not any(each.isupper() for each in text):
        return
    for match in _ALWAYS.finditer(text):
        yield _found(match)
    for match in _TITLE.finditer(text):
        name = re.match(r" ([^\W\d_]+)", text[match.end() :])
        if name is not None and name.group(1) in passage.story.names and _stands_alone(passage, match):
            yield _found(match)


def _stands_alone(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nothing before the title makes it a description or a verb."""
    number = passage.analysis.token_index(match.start(1))
    if number < 1:
        return False
    before, title = passage.analysis.tokens[number - 1], passage.analysis.tokens[number]
    if before.tag in _DESCRIBED or title.pos in ("VERB", "ADJ"):
        return False
    return match.group(1) not in _WEAK or (before.pos in ("VERB", "ADP", "CCONJ") and title.pos in ("NOUN", "PROPN"))


def _found(match: re.Match[str]) -> Found:
    right = match.group(1).capitalize()
    return Found(match.start(1), match.end(1), "Before a name the title belongs to it and takes a capital.", (right,))
