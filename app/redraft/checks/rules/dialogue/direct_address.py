# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: somebody spoken to by name or title without a comma: “Calm down Anko.”

Why a reader minds: without the comma the name seems to belong to the verb: “Let’s eat Grandma.”

When to leave it: where the name is not the one spoken to (“I saw Anko”), or in hurried speech on purpose.

Example: “Calm down Anko.” → “Calm down, Anko.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import turns
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_TITLES = (
    r"sir|ma'am|madam|mom|mum|mommy|daddy|guys|gentlemen|my lord|my lady|your (?:majesty|highness|honor|honour"
    r"|grace)|sensei|sweetheart|darling|honey|captain|doctor"
)
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Captain|Professor|Sir|Aunt|Uncle)\.? [A-Z][\w-]+"
_GREETING = (
    r"yes|no|hello|hi|thanks|thank you|sorry|i'm sorry|goodbye|good-bye|bye|good (?:morning|night|evening|afternoon"
    r"|luck|job)|"
    r"welcome(?: home| back)?|come on|please|excuse me|congratulations|okay|listen|of course|oh no|never mind|see "
    r"you(?: later| soon)?|happy birthday"
)
_CLOSERS = (
    r"you|me|it|them|us|now|again|too|please|sorry|calm down|sit down|shut up|wake up|hurry up|come (?:on|in|here"
    r"|back)|"
    r"get up|stand up|look out|watch out|hold on|hang on|go on|go away|slow down|stop|wait|fine|tonight|tomorrow"
    r"|today|anymore|"
    r"right here|over here|thank you|love you|i (?:see|understand|promise)|what's wrong|not really|all right|alright"
)
_FIRST = re.compile(rf"(?:^|[.!?…] )(?P<word>(?i:{_GREETING})) (?P<name>{_TITLED}|[A-Z][\w-]+"
                    rf"|(?:{_TITLES})\b)(?P<end>[.,!?…]|$)")
_LAST = re.compile(rf"(?<![\w'-])(?P<word>(?i:{_CLOSERS})) (?P<name>{_TITLED}|[A-Z][\w-]+"
                   rf"|(?:{_TITLES})\b)(?P<end>[.,!?…]|$)")
_OPENER = re.compile(r"(?:^|[.!?…] )(?P<name>[A-Z][\w-]+) (?P<next>you|I'm|I'll|are you|do you|what are|what is|why "
                     r"are|why did|where are|please|don't|let's)\b")
_GOVERNED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|name[sd]?|naming|make|making|made|gave|give|gives|told|tell|tells|show|showed|bring"
    r"|brought|send|sent|"
    r"leave|left|be|is|was|are|were|isn't|aren't|wasn't|like|see|saw|meet|met|than|from|with|of|for|to|and|or|about"
    r"|at|by) (?:\w+ )?$", re.I
)


@check(
    id="direct-address", name="No comma beside the one spoken to", category="comma",
    severity=Severity.ERROR, sure=True, weight=0.8,
    examples=(
        Fires("“⟦Calm down Anko⟧.”", "Calm down, Anko", names=("Anko",)),
        Fires("“I ⟦love you Anko⟧.”", "love you, Anko", names=("Anko",)),
        Fires("“⟦Yes sir⟧,” he said.", "Yes, sir"),
        Fires("“⟦Thank you Mr. Reed⟧!”", "Thank you, Mr. Reed", names=("Reed",)),
        Fires("“⟦Anko you⟧ have to listen to me.”", "Anko, you", names=("Anko",)),
        Quiet("“Calm down, Anko.”", names=("Anko",)),
        Quiet("“They call me Anko.”", names=("Anko",)),
        Quiet("“No man knows that.”"),
        Quiet("“I gave you Anko as a teacher.”", names=("Anko",)),
        Quiet("“Please come back.”"),
        Quiet("“No Anko I know would do that.”", names=("Anko",)),
        Quiet("He told her to calm down. Anko sat.", names=("Anko",)),
        Quiet("“Yes, sir.”"),
    ),
)
def direct_address(passage: Passage) -> Iterator[Found]:
    """Names and titles of address, in speech, with no comma where one is due."""
    for turn in turns(passage):
        inner = turn.inner(passage.straight)
        taken = -1
        for pattern, split in ((_FIRST, "name"), (_LAST, "name"), (_OPENER, "next")):
            for match in pattern.finditer(inner):
                if match.start() < taken or not _named(passage, match["name"]) or _governed(inner, match, split):
                    continue
                taken = match.end()
                yield _found(passage, turn.inner_start, match, split)


def _named(passage: Passage, name: str) -> bool:
    """Whether this is a name of the story, a titled name, or a title in small letters that stands alone."""
    if name.islower():
        return True
    return bool(re.fullmatch(_TITLED, name)) or name in passage.story.names


def _governed(inner: str, match: re.Match[str], split: str) -> bool:
    """Whether a verb or preposition before it takes the word before the name, or the name, as its object."""
    if split == "next":
        return False
    before = inner[: match.start("word")]
    word = match["word"].lower()
    if word in ("you", "me", "it", "them", "us", "stop", "wait", "fine", "now") and _GOVERNED.search(before):
        return True
    if word == "no" and match["end"] not in (".", ",", "!"):
        return True
    return bool(re.search(r"\b(?:call|name)", before, re.I))


def _found(passage: Passage, base: int, match: re.Match[str], split: str) -> Found:
    first = match.start("word") if split == "name" else match.start("name")
    last = match.end("name") if split == "name" else match.end("next")
    cut = match.start(split)
    text = passage.text[base + first : base + cut].rstrip() + ", " + passage.text[base + cut : base + last]
    name = passage.text[base + match.start("name") : base + match.end("name")]
    return Found(base + first, base + last, f"“{name}” is spoken to here; a comma sets the name apart.", (text,))
