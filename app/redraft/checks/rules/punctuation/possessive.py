# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: something that belongs to somebody, without the apostrophe: the girls eyes, Toms coat.

Why a reader minds: the reader takes it for several girls, and looks in vain for what they do.

When to leave it: in names that have lost the apostrophe (a school, a club), and where several are meant.

Example: the girls eyes → the girl’s eyes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_PERSON = (
    r"girl|boy|man|woman|mother|father|brother|sister|mom|mum|dad|friend|doctor|captain|king|queen|prince|princess|wife"
    r"|husband|uncle|aunt|cousin|teacher|boss|driver|guard|soldier|stranger|lady|nurse|witch|wizard|dragon|wolf|horse|dog"
    r"|cat|bird|child|baby|grandmother|grandfather|grandma|grandpa|detective|sergeant|master|sensei|creature|monster"
    r"|demon|vampire|lawyer|priest|hunter|killer|knight|lord|owner|professor|neighbor|neighbour|lover|fiance"
)
_OWNED = words(
    "eyes eye face hand hands arm arms head hair voice mouth lips lip neck shoulder shoulders chest back leg legs foot"
    " feet finger fingers cheek cheeks forehead nose ear ears chin throat skin heart mind body blood breath gaze smile"
    " expression words tone name house room car coat shirt dress jacket hat bag bed desk office door side wife husband"
    " mother father brother sister son daughter friend family life death love anger fear question answer attention"
    " sword gun knife horse dog phone book place chair clothes shoes boots pocket grip grave body laughter scream"
    " footsteps presence home apartment waist wrist wrists jaw brow knees knee lap stomach belly tail teeth tears"
)
_COMMON = re.compile(
    rf"(?<![\w'-])(?P<lead>the|his|her|my|your|our|their|a|an|this|that|another|each|every) "
    rf"(?:old |young |other |dead |poor )?(?P<word>(?:{_PERSON})s) (?=[a-z])"
)
_NAMED = re.compile(r"(?<![\w.'’-])(?P<word>[A-Z][a-z]+s) (?=[a-z])")
_NEVER_PLURAL = words("mans womans wifes childs ladys babys")
_GIVES = re.compile(
    r"\b(?:gave|give|gives|giving|show|showed|told|tell|brought|bring|sent|send|offered|handed|let|made|make|saw|see"
    r"|watched|heard|hear|felt|call|called|kept|keep|left|of the|two|three|four|all|both|many|several|these|those) $"
)


@check(
    id="possessive-apostrophe", name="Possessive without its apostrophe", category="apostrophe",
    severity=Severity.ERROR, sure=True, weight=0.85,
    examples=(
        Fires("He looked into the ⟦girls⟧ eyes.", "girl’s"),
        Fires("She took her ⟦fathers⟧ coat.", "father’s"),
        Fires("It was ⟦Ankos⟧ voice.", "Anko’s", names=("Anko",)),
        Fires("A ⟦womans⟧ hand lay there.", "woman’s"),
        Quiet("He looked into the girl’s eyes."),
        Quiet("The girls eyed him."),
        Quiet("He gave the girls names."),
        Quiet("Both the boys back then were small."),
        Quiet("The Reeds house their guests here.", names=("Reeds",)),
        Quiet("She told the boys friends would come."),
    ),
)
def possessive(passage: Passage) -> Iterator[Found]:
    """Persons in the plural directly before what can only be theirs, and names of the story with an s too many."""
    for match in _COMMON.finditer(passage.lower):
        if match["word"] in _NEVER_PLURAL:
            yield _found(passage, match, "", False)
            continue
        owned = _owned(passage, match.end(), sure=True)
        if owned and not _GIVES.search(passage.lower[max(0, match.start() - 12) : match.start()]):
            yield _found(passage, match, owned, match["lead"] not in ("a", "an", "another", "each", "every", "this"))
    for match in _NAMED.finditer(passage.text):
        word = match["word"]
        if word in passage.story.names or word[:-1] not in passage.story.names:
            continue
        owned = _owned(passage, match.end(), sure=False)
        if owned and not passage.lower[: match.start()].endswith(("the ", "these ", "those ", "two ", "of ")):
            yield _found(passage, match, owned, False)


def _owned(passage: Passage, place: int, *, sure: bool) -> str:
    """The noun at ``place``, or behind an adjective there; with ``sure`` only one that a person has. Else ""."""
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(place)
    for each in tokens[index : index + 2]:
        if each.tag in ("NN", "NNS") and (not sure or each.lower in _OWNED):
            return each.lower
        if each.tag not in ("JJ", "VBN", "VBG", "NN", "CD"):
            break
    return ""


def _found(passage: Passage, match: re.Match[str], owned: str, plural: bool) -> Found:
    word = passage.text[match.start("word") : match.end("word")]
    straight = "'" in passage.text or (passage.story.quotes or "curly").endswith("straight")
    mark = "'" if straight and "’" not in passage.text else "’"
    one = f"{word[:-1]}{mark}s"
    fixes = (one, word + mark) if plural and word.lower() not in _NEVER_PLURAL else (one,)
    message = f"The {owned} belongs to somebody, so it is “{one}” with an apostrophe."
    if not owned:
        message = f"“{word}” is “{one}” without its apostrophe."
    return Found(match.start("word"), match.end("word"), message, fixes)
