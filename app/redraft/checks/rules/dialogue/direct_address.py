# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: somebody spoken to by name or title without a comma: “Calm down Anko.”

Why a reader minds: without the comma the name seems to belong to the verb: “Let’s eat Grandma.”

When to leave it: where the name is not the one spoken to (“I saw Anko”), or in hurried speech on purpose.

Example: “Calm down Anko.” → “Calm down, Anko.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.address import (
    CLOSING_ADVERBS,
    COPULAS,
    DRY_ADJECTIVES,
    ENDEARMENTS,
    GOVERNING_TAGS,
    HOMOGRAPHS,
    INTERJECTIONS,
    NEXT,
    ORDERS,
    PERSONS,
    RANKS,
    SMALL,
    TITLED,
)
from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, rough, sets_pauses, turns
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Token

_NAME = rf"(?P<name>{TITLED}|[A-Z][\w-]+(?: [A-Z][\w-]+)?|{SMALL}\b)"
_LAST = re.compile(rf"(?P<word>[\w']+) {_NAME}(?P<end>[.!?…—]|,?$)")
_GREETING = re.compile(
    r"(?:^|(?<=[.!?…] ))(?P<word>(?i:yes|no|hello|hi|hey|thanks|thank you|sorry|i'm sorry|goodbye|good-bye|bye"
    r"|good (?:morning|night|evening|afternoon|luck|job)|welcome(?: home| back)?|come on|excuse me|congratulations|okay"
    rf"|of course|oh no|never mind|see you(?: later| soon)?|happy birthday|well)) {_NAME}(?P<end>[.,!?…]|$)"
)
_FIRST = re.compile(
    r"(?:^|(?<!Mr\. )(?<!Mrs\. )(?<!Dr\. )(?<=[a-z][.!?…] ))"
    r"(?P<word>(?:(?:Oh|But|And|So|Well|Please|Hey|Look|Listen|Now),? |(?:No|Yes), )?)"
    rf"(?P<name>(?:{TITLED}|[A-Z][\w-]+))(?P<end>) (?P<next>{NEXT})(?![\w'-])"
)
_ORDER = re.compile(rf"(?:^|[.!?…,;—] ?|\b(?:and|please|just|now|oh|to) ){ORDERS}$", re.I)
_AFTER_GUYS = words("you hard right tough two three nice good bad big smart wise these those")
_BEFORE_SIR = words("dear good kind young old a the no my your our his her their of to than like as with and or for")
_NAMING = re.compile(r"\b(?:call|name|christen|dub|nickname|introduc|known as|sign)", re.I)
_TAKES_TWO = re.compile(
    r"\b(?:call(?:s|ed|ing)?|ma(?:ke|king|de)|g[ai]ve|gives|told|tell|tells|show|showed|bring|brought|send|sent"
    r"|leave|left|be|is|was|are|were|isn't|aren't|wasn't|like|than|from|with|of|for|to|and|or|about|at|by) (?:\w+ )?$",
    re.I,
)
_ASKED_STATE = re.compile(r"\b(?:how|where|who|what)(?: the \w+)? (?:are|is|were)(?: \w+)? $|\bis (?:that|it) $", re.I)


@check(
    id="direct-address", name="No comma beside the one spoken to", category="comma",
    severity=Severity.ERROR, sure=True, weight=0.8,
    examples=(
        Fires("“Calm ⟦down Anko⟧.”", "down, Anko", names=("Anko",)),
        Fires("“I love ⟦you Anko⟧.”", "you, Anko", names=("Anko",)),
        Fires("“⟦Yes sir⟧,” he said.", "Yes, sir"),
        Fires("“Thank ⟦you Mr. Reed⟧!”", "you, Mr. Reed", names=("Reed",)),
        Fires("“⟦Anko you⟧ have to listen to me.”", "Anko, you", names=("Anko",)),
        Fires("“What’s the ⟦matter Anko⟧?”", "matter, Anko", names=("Anko",)),
        Fires("“I’m glad you’ve ⟦come sir⟧.”", "come, sir"),
        Fires("“⟦Mom I⟧’m home!”", "Mom, I"),
        Quiet("“Calm down, Anko.”", names=("Anko",)),
        Quiet("“They call me Anko.”", names=("Anko",)),
        Quiet("“No man knows that.”"),
        Quiet("“I gave you Anko as a teacher.”", names=("Anko",)),
        Quiet("“Please come back.”"),
        Quiet("“No Anko I know would do that.”", names=("Anko",)),
        Quiet("He told her to calm down. Anko sat.", names=("Anko",)),
        Quiet("“Yes, sir.”"),
        Quiet("“Poor little Anko.”", names=("Anko",)),
        Quiet("“That’s my brother Anko.”", names=("Anko",)),
        Quiet("“I know Anko.”", names=("Anko",)),
        Quiet("“Are you Anko?”", names=("Anko",)),
    ),
)
def direct_address(passage: Passage) -> Iterator[Found]:
    """Names and titles of address, in speech, with no comma where one is due."""
    if not sets_pauses(passage):
        return
    for turn in turns(passage):
        taken = -1
        for match, split in _places(passage, turn):
            if match.start() >= taken:
                taken = match.end()
                yield _found(passage, turn.inner_start, match, split)


def _places(passage: Passage, turn: Turn) -> Iterator[tuple[re.Match[str], str]]:
    """Where somebody is called, and before which group of the match the comma is missing."""
    inner = turn.inner(passage.straight)
    for match in _GREETING.finditer(inner):
        word = match["word"].lower()
        if word in ("yes", "no") and not rough(passage) and match["name"] == "sir":
            continue  # some houses print them as one
        if _is_called(passage, match) and (word != "no" or match["end"] in ".,!"):
            yield match, "name"
    for match in _LAST.finditer(inner):
        if _NAMING.search(inner[: match.start()]):
            continue
        if _is_called(passage, match) and _ends(passage, turn, match):
            yield match, "name"
    for match in _FIRST.finditer(inner):
        if match["name"] not in HOMOGRAPHS and _is_called(passage, match):
            yield match, "next"


def _is_called(passage: Passage, match: re.Match[str]) -> bool:
    """Whether this is a name of the story, a titled name, or a title that stands alone."""
    name = match["name"]
    if name[0].islower() or name in RANKS or re.fullmatch(TITLED, name):
        return True
    return all(each in passage.story.names for each in name.split())


def _ends(passage: Passage, turn: Turn, match: re.Match[str]) -> bool:
    """Whether the sentence is complete before the name, so that nothing in it can govern the name."""
    inner = turn.inner(passage.straight)
    word, before = match["word"].lower(), inner[: match.start("word")]
    if not before.strip():
        return word in INTERJECTIONS and (word not in ("yes", "no") or rough(passage))
    if word in ("you", "me", "it", "them", "us", "him") and match["name"] != "guys":
        return bool(_ASKED_STATE.search(before)) or not _TAKES_TWO.search(before)
    if _ORDER.search(inner[: match.end("word")]):
        return True
    tokens = passage.analysis.tokens
    index = passage.analysis.token_index(turn.inner_start + match.end("word") - 1)
    if match["name"] in ENDEARMENTS:
        held = word in _BEFORE_SIR or word in _AFTER_GUYS or tokens[index].tag == "IN"
        return not (held or _describes(tokens, index))
    if tokens[index].tag in GOVERNING_TAGS or tokens[index].tag == "VBG":
        return False
    if match["word"][0].isupper():
        return match["name"] in RANKS and match["word"] not in RANKS and match["word"] in passage.story.names
    return word in CLOSING_ADVERBS or _noun_or_state(tokens, index, match["name"])


def _describes(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the word is an adjective that belongs to what follows: no verb tells with it what somebody is."""
    if tokens[index].tag != "JJ":
        return False
    for each in reversed(tokens[max(0, index - 3) : index]):
        if each.lower in COPULAS:
            return False
        if each.tag not in ("RB", "JJ"):
            return True
    return True


def _noun_or_state(tokens: tuple[Token, ...], index: int, name: str) -> bool:
    """Whether the word is a noun with an article of its own, or tells what somebody is."""
    token = tokens[index]
    if token.tag in ("NN", "NNS"):
        owned = any(each.tag in ("DT", "PRP$", "POS", "CD") for each in tokens[max(0, index - 3) : index])
        return token.lower not in PERSONS and (owned or name.startswith(("Mr.", "Mrs.", "Miss ")))
    return token.tag == "JJ" and token.lower not in DRY_ADJECTIVES and not _describes(tokens, index)


def _found(passage: Passage, base: int, match: re.Match[str], split: str) -> Found:
    first = match.start("word") if split == "name" else match.start("name")
    if split == "name":
        first += match["word"].rfind(" ") + 1
    last = match.end("name") if split == "name" else match.end("next")
    if split == "next" and " " in match["next"]:
        last = match.start("next") + match["next"].index(" ")
    if split == "next" and "'" in match["next"]:
        last = min(last, match.start("next") + match["next"].index("'"))
    cut = match.start(split)
    text = passage.text[base + first : base + cut].rstrip() + ", " + passage.text[base + cut : base + last]
    name = passage.text[base + match.start("name") : base + match.end("name")]
    return Found(base + first, base + last, f"“{name}” is spoken to here; a comma sets the name apart.", (text,))
